#include "model/document.hpp"

#include <set>

#include <catch2/catch.hpp>

using namespace sheaf;
using namespace sheaf::model;

namespace {

Element element(ElementKind kind) {
  Element made;
  made.kind = kind;
  return made;
}

}  // namespace

TEST_CASE("An element is added at the end of its parent's children") {
  Document document;
  const auto root = document.add(StructureId::None, element(ElementKind::Document));
  const auto first = document.add(root, element(ElementKind::Section));
  const auto second = document.add(root, element(ElementKind::Paragraph));
  CHECK(root == StructureId::Root);
  CHECK(document[root].children == std::vector{first, second});
  CHECK(document[second].parent == root);
  CHECK(document[root].parent == StructureId::None);
}

TEST_CASE("Every element kind has a name of its own") {
  std::set<std::string_view> names;
  for (int kind = 0; kind <= static_cast<int>(ElementKind::Span); ++kind) {
    CHECK(names.insert(name_of(static_cast<ElementKind>(kind))).second);
  }
  CHECK(name_of(ElementKind::TableHead) == "table-head");
  CHECK(name_of(ElementKind::Span) == "span");
}

TEST_CASE("Text belongs to headings, paragraphs, labels and captions") {
  CHECK(holds_text(ElementKind::Heading));
  CHECK(holds_text(ElementKind::Caption));
  CHECK_FALSE(holds_text(ElementKind::Cell));
  CHECK_FALSE(holds_text(ElementKind::Link));
  CHECK(is_inline(ElementKind::Link));
  CHECK_FALSE(is_inline(ElementKind::Label));
}

TEST_CASE("A document is dumped as its tree, with inline elements beside their runs") {
  Document document;
  document.title = "Report";
  document.language = "en-GB";
  document.status = Status::Draft;
  const auto root = document.add(StructureId::None, element(ElementKind::Document));
  Element heading = element(ElementKind::Heading);
  heading.role = Role::Title;
  heading.level = 1;
  heading.anchor = "report";
  const auto title = document.add(root, heading);
  document[title].runs = {{.owner = title, .source = {}, .text = "Report"}};
  const auto paragraph = document.add(root, element(ElementKind::Paragraph));
  Element to = element(ElementKind::Link);
  to.target = "https://x.uk";
  const auto link = document.add(paragraph, to);
  document[paragraph].runs = {
      {.owner = paragraph, .flags = kStrong | kCode, .source = {}, .text = "a"},
      {.owner = paragraph, .flags = kLineBreak, .source = {}, .text = ""},
      {.owner = link, .status = 2, .source = {}, .text = "b"}};
  CHECK(dump(document) ==
        "title \"Report\"\n"
        "language en-GB\n"
        "status draft\n"
        "document\n"
        "  heading role=title level=1 anchor=report \"Report\"\n"
        "  paragraph role=body\n"
        "    \"a\" strong code\n"
        "    line-break\n"
        "    \"b\" status=at-risk in link to=\"https://x.uk\"\n");
}
