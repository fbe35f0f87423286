#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "model/lint_rule.hpp"

using namespace sheaf;

namespace {

const std::string kPath = std::string(SHEAF_SOURCE_FOLDER) + "/docs/lint.md";
constexpr std::string_view kBegin = "## The rules\n";

std::string rules_text() {
  std::string text = fmt::format("{}\n", kBegin);
  for (const model::LintRuleFacts& facts : model::lint_rules()) {
    text += fmt::format("### {} ({})\n\n", facts.id, model::name_of(facts.severity));
    text += fmt::format("{}. {}.\n\n", facts.says, facts.loses);
    text += fmt::format("*Mend it:* {}.  \n*Before:* `{}`  \n*After:* `{}`  \n*Source:* {}\n\n",
                        facts.mend, facts.before, facts.after, facts.basis);
  }
  text.pop_back();
  return text;
}

std::string read_page() {
  std::ostringstream page;
  page << std::ifstream(kPath, std::ios::binary).rdbuf();
  return page.str();
}

}  // namespace

TEST_CASE("the page on lint says of every rule what the program says") {
  std::string page = read_page();
  const auto begin = page.find(kBegin);
  REQUIRE(begin != page.npos);
  const char* update = std::getenv("SHEAF_UPDATE_GOLDEN");
  if (update && std::string(update) == "1") {
    std::ofstream(kPath, std::ios::binary) << page.substr(0, begin) << rules_text();
    page = read_page();
  }
  CHECK(page.substr(begin) == rules_text());
}
