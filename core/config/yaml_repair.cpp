// What the reader does to a text with slips in it, so that one pass more finds the next ones.

#include <algorithm>

#include "config/yaml_finding.hpp"
#include "config/yaml_signs.hpp"

namespace sheaf::config {
namespace {

constexpr std::size_t kMostRepairs = 50;

}  // namespace

void drop_echoes(std::vector<YamlFinding>& findings, std::string_view text) {
  const auto has = [&](std::string_view id) {
    return std::ranges::find(findings, id, &YamlFinding::id) != findings.end();
  };
  if (has("nested-too-deeply")) {
    std::erase_if(findings, [](const auto& one) { return one.id != "nested-too-deeply"; });
    findings.resize(1);
    return;
  }
  const auto misleading = std::ranges::find_if(findings, &YamlFinding::misleads);
  if (misleading != findings.end()) {
    const auto from = misleading->offset;
    std::erase_if(findings, [&](const auto& one) { return !one.misleads && one.offset > from; });
  }
  if (!std::ranges::all_of(findings, [](const auto& one) { return one.as_text || one.doubt; })) {
    // What is wrong made a text of lines that are none.
    std::erase_if(findings, [](const auto& one) { return one.id == "lines-run-together"; });
  }
  const auto quote = std::ranges::find(findings, "unclosed-quote", &YamlFinding::id);
  if (quote != findings.end()) {  // it holds the closing bracket
    const auto at = quote->offset;
    std::erase_if(findings,
                  [&](const auto& one) { return one.id == "unclosed-bracket" && one.offset < at; });
  }
  if (has("unclosed-bracket")) {
    const auto bracket = std::ranges::find(findings, "unclosed-bracket", &YamlFinding::id)->offset;
    std::erase_if(findings, [&](const auto& one) {
      return one.id == "key-not-text" && (text[one.offset] == '[' || one.offset == bracket);
    });
  }
}

bool repair(std::string& text, std::string_view original, std::vector<YamlFinding>& from,
            std::vector<YamlFinding>& to) {
  bool any = false;
  for (YamlFinding& finding : from) {
    if ((!finding.as_text && !finding.skip) || to.size() == kMostRepairs) continue;
    if (finding.as_text && text[*finding.as_text] == ' ') continue;  // its line is left out
    if (finding.as_text) {
      if (finding.cure.empty()) cure_by_quotes(finding, original);
      mask(text, *finding.as_text);
    }
    if (finding.skip)
      text.replace(finding.skip->begin, finding.skip->length, finding.skip->length, ' ');
    to.push_back(std::move(finding));
    any = true;
  }
  return any;
}

}  // namespace sheaf::config
