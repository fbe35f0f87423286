// What conforming does with files, data and people that it is handed.

#include <catch2/catch.hpp>

#include "typed.hpp"

using namespace sheaf;
using namespace sheaf::test;
using model::Node;
using model::NodeKind;
using model::Type;
using model::TypeKind;
using Lines = std::vector<std::string>;

namespace {

Node cell(std::string text) {
  Node node = model::text_node(std::move(text), {});
  node.kind = node.text.empty() ? NodeKind::Null : NodeKind::Plain;
  return node;
}

Node rows_of(const std::vector<std::string>& columns,
             const std::vector<std::vector<std::string>>& cells) {
  Node rows;
  rows.kind = NodeKind::Sequence;
  for (const auto& line : cells) {
    Node& row = rows.items.emplace_back();
    row.kind = NodeKind::Map;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const auto place = SourceId{static_cast<std::uint32_t>(i + 1)};  // one header for all rows
      row.members.push_back({columns[i], place, cell(line[i])});
    }
  }
  return rows;
}

struct OfficeHooks final : model::ConformHooks {
  Node rows;
  bool reach_outside() const override { return true; }
  std::optional<Node> read_text(const Node& name) override {
    return cell("text of " + name.text + "\r\nline 2\n");
  }
  const Node* read_rows(const Node&) override { return &rows; }
  std::optional<int> read_image(const Node& name) override {
    return name.text == "chart.png" ? std::optional(7) : std::nullopt;
  }
};

Type rows_type() {
  return record_of(
      {field("rows", with_item(TypeKind::Rows, record_of({field("action", plain(TypeKind::Text)),
                                                          field("due", plain(TypeKind::Day))})))});
}

}  // namespace

TEST_CASE("Text comes from a file, without its last line end; Markdown keeps its lines") {
  OfficeHooks hooks;
  CHECK(typed("{ file: a.txt }\n", plain(TypeKind::Text), hooks).dump() ==
        "text \"text of a.txt\\nline 2\"\n");
  CHECK(typed("{ file: a.md }\n", plain(TypeKind::Markdown), hooks).dump() ==
        "markdown \"text of a.md\\r\\nline 2\\n\"\n");
}

TEST_CASE("Rows come from data, and an empty cell is absent") {
  OfficeHooks hooks;
  hooks.rows = rows_of({"action", "due"}, {{"Recruit", "2020-12-01"}});
  CHECK(typed("rows: { data: actions }\n", rows_type(), hooks).dump() ==
        "record\n  rows: list\n    - record\n      action: text \"Recruit\"\n"
        "      due: date 2020-12-01\n");
  hooks.rows = rows_of({"action", "due"}, {{"Recruit", ""}});
  CHECK(typed("rows: { data: actions }\n", rows_type(), hooks).findings.size() == 1);
}

TEST_CASE("A column that is wrong or missing is one mistake, however many rows there are") {
  OfficeHooks hooks;
  hooks.rows = rows_of({"action", "dues"}, {{"Recruit", "2020-12-01"}, {"Train", "2020-12-02"}});
  const Typed result = typed("rows: { data: actions }\n", rows_type(), hooks);
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].ends_with("has a column `dues`, which is not wanted there"));
  CHECK(result.help[0] == "Did you mean `due`?");
  hooks.rows = rows_of({"action"}, {{"Recruit"}, {"Train"}});
  const Typed lacking = typed("rows: { data: actions }\n", rows_type(), hooks);
  REQUIRE(lacking.findings.size() == 1);
  CHECK(lacking.findings[0].ends_with(
      "error missing-column: The data of with.rows has no column `due`"));
}

TEST_CASE("An image says what it shows, or that it is decorative, and not both") {
  OfficeHooks hooks;
  const Type image = plain(TypeKind::Image);
  CHECK(typed("{ file: chart.png, alt: A chart }\n", image, hooks).dump() ==
        "image asset 7\n  file: text \"chart.png\"\n  alt: text \"A chart\"\n");
  CHECK(typed("{ file: chart.png, decorative: yes }\n", image, hooks).findings.empty());
  CHECK(typed("{ file: chart.png }\n", image, hooks).findings ==
        Lines{"in.yaml:1:1 error missing-alt: with is an image without alternative text"});
  CHECK(typed("chart.png\n", image, hooks).findings.size() == 1);
  CHECK(typed("{ file: chart.png, alt: A chart, decorative: yes }\n", image, hooks).findings ==
        Lines{"in.yaml:1:1 error decorative-with-alt: with is decorative, yet has an alternative "
              "text"});
}
