#include "model/layout_spec.hpp"

#include <catch2/catch.hpp>

using namespace sheaf::model;

namespace {

Node map(std::vector<Member> members) {
  Node made;
  made.kind = NodeKind::Map;
  made.members = std::move(members);
  return made;
}

Node plain(std::string text) {
  Node made = text_node(std::move(text), {});
  made.kind = NodeKind::Plain;
  return made;
}

}  // namespace

TEST_CASE("A spec's dump tells bare from quoted text and names no folder of the machine") {
  LayoutSpec spec;
  spec.root = "/home/council";
  spec.title = text_node("A \"quoted\" title", {});
  spec.language = "en-GB";
  spec.theme = "/home/council/house/style.yaml";
  spec.status = Status::Draft;
  spec.meeting = map({{"public", {}, plain("no")}});
  spec.people = map({});
  spec.plugins = {"/home/council/plugins"};
  spec.data.push_back({.name = "actions",
                       .source = {},
                       .file = plain("a.csv"),
                       .sql = {},
                       .table = {},
                       .separator = text_node(";", {}),
                       .encoding = {},
                       .columns = {{"cost", {}, plain("money")}}});
  SectionSpec section;
  section.id = "news";
  section.plugin = "prose";
  section.with = map({{"body", {}, text_node("one\ntwo", {})}, {"none", {}, Node{}}});
  spec.sections.push_back(section);
  CHECK(dump(spec) ==
        "title \"A \\\"quoted\\\" title\"\n"
        "language en-GB\n"
        "theme house/style.yaml\n"
        "status draft\n"
        "meeting\n"
        "  public no\n"
        "people {}\n"
        "data actions a.csv\n"
        "  separator \";\"\n"
        "  columns\n"
        "    cost money\n"
        "plugins plugins\n"
        "section news\n"
        "  plugin prose\n"
        "  with\n"
        "    body \"one\\ntwo\"\n"
        "    none ~\n");
}
