#include "config/lint_reader.hpp"

#include <array>

#include <catch2/catch.hpp>

#include "support/findings.hpp"
#include "support/memory_file_system.hpp"

using namespace sheaf;
using model::Node;

namespace {

Node map(std::string key, Node value) {
  Node made;
  made.kind = model::NodeKind::Map;
  made.members.push_back({std::move(key), {}, std::move(value)});
  return made;
}

struct Reading {
  test::MemoryFileSystem files;
  SourceMap sources;
  Diagnostics diagnostics;
  model::LayoutSpec spec;

  Reading() { spec.root = "/r"; }

  void says(const std::string& profile) {
    spec.lint.push_back(
        map("profile", model::text_node(profile, sources.add("/r/sheaf.yaml", profile))));
  }
  std::vector<Node> layers() {
    const std::array<Path, 1> folders{"/lint"};
    return config::read_lint(spec, folders, files, sources, diagnostics);
  }
};

std::string_view value_in(const Node& layer, std::string_view rule) {
  const Node* rules = layer.find("rules");
  const Node* value = rules ? rules->find(rule) : nullptr;
  return value ? std::string_view(value->text) : std::string_view();
}

}  // namespace

TEST_CASE("without a word about lint there is nothing to lay over the rules") {
  Reading reading;
  CHECK(reading.layers().empty());
  CHECK(reading.diagnostics.all().empty());
}

TEST_CASE("a profile lies under the layout, and what it builds on under the profile") {
  Reading reading;
  reading.files.files["/lint/council.yaml"] = "profile: base\nrules: { italics: warning }\n";
  reading.files.files["/lint/base.yaml"] = "rules: { italics: off }\n";
  reading.says("council");
  const auto layers = reading.layers();
  REQUIRE(layers.size() == 3);
  CHECK(value_in(layers[0], "italics") == "off");
  CHECK(value_in(layers[1], "italics") == "warning");
  CHECK(layers[2].find("profile"));
}

TEST_CASE("the layout's profile is taken, not that of sheaf.yaml") {
  Reading reading;
  reading.files.files["/lint/one.yaml"] = "rules: { italics: warning }\n";
  reading.files.files["/lint/two.yaml"] = "rules: { italics: error }\n";
  reading.says("one");
  reading.says("two");
  const auto layers = reading.layers();
  REQUIRE(layers.size() == 3);
  CHECK(value_in(layers[0], "italics") == "error");
}

TEST_CASE("a profile that builds on itself is told, once") {
  Reading reading;
  reading.files.files["/lint/one.yaml"] = "profile: two\n";
  reading.files.files["/lint/two.yaml"] = "profile: one\n";
  reading.says("one");
  CHECK(reading.layers().size() == 3);
  REQUIRE(reading.diagnostics.all().size() == 1);
  CHECK(reading.diagnostics.all()[0].id == "profile-cycle");
}

TEST_CASE("a slip in a profile is told, and the profile left aside") {
  Reading reading;
  reading.files.files["/lint/one.yaml"] = "rules: { itallics: off }\n";
  reading.says("one");
  CHECK(reading.layers().size() == 1);
  REQUIRE(reading.diagnostics.all().size() == 1);
  CHECK(reading.diagnostics.all()[0].help == "Did you mean `italics`?");
}

TEST_CASE("the word list is read without comments and empty lines") {
  Reading reading;
  reading.files.files["/r/words.txt"] = "# ours\nCitycare\r\n\n  ADASS  \nlast";
  const auto layers = reading.layers();
  REQUIRE(layers.size() == 1);
  const Node* words = layers[0].find("words");
  REQUIRE(words);
  REQUIRE(words->items.size() == 3);
  CHECK(words->items[0].text == "Citycare");
  CHECK(words->items[1].text == "ADASS");
  CHECK(words->items[2].text == "last");
}

TEST_CASE("a word list that leads out of the root is refused, and not read") {
  Reading reading;
  reading.files.files["/secret/words.txt"] = "Citycare\n";
  reading.files.links["/r/words.txt"] = "/secret/words.txt";
  CHECK(reading.layers().empty());
  REQUIRE(reading.diagnostics.all().size() == 1);
  CHECK(reading.diagnostics.all()[0].id == "outside-root");
}

TEST_CASE("a folder in place of the word list is told") {
  Reading reading;
  reading.files.files["/r/words.txt/a"] = "Citycare\n";
  CHECK(reading.layers().empty());
  REQUIRE(reading.diagnostics.all().size() == 1);
  CHECK(reading.diagnostics.all()[0].id == "not-a-file");
}
