#include <algorithm>

#include "model/conform.hpp"
#include "model/json_node.hpp"
#include "plugin/check/samples.hpp"

namespace sheaf::plugin::check {
namespace {

using model::Node;
using model::Value;
using model::ValueKind;

Value record(ValueKind kind, std::vector<model::NamedValue> members) {
  Value made;
  made.kind = kind;
  made.members = std::move(members);
  return made;
}

Value list_of(std::vector<Value> items) {
  Value made;
  made.kind = ValueKind::List;
  made.items = std::move(items);
  return made;
}

Value text(std::string_view words) { return model::text_value(std::string(words), {}); }

Value some_person() {
  return record(ValueKind::Person, {{"name", text("Catherine Underwood")},
                                    {"post", text("Corporate Director for People")}});
}

/// Whatever a sample names is there.
class InventedWorld final : public model::ConformHooks {
 public:
  bool reach_outside() const override { return true; }
  std::optional<Node> resolve(const Node& node, const model::Type&,
                              std::vector<model::Replacement>&) override {
    return node;
  }
  std::optional<Node> read_text(const Node&) override {
    return model::text_node("The text of a file.", {});
  }
  const Node* read_rows(const Node&) override { return &rows_; }
  Value make_table(Node rows, const Node*) override { return table_of(rows); }
  std::optional<Value> find_person(const Node&) override { return some_person(); }
  std::optional<int> read_image(const Node&) override { return 0; }

 private:
  static Node no_rows() {
    Node made;
    made.kind = model::NodeKind::Sequence;
    return made;
  }

  /// Of the columns of the first row, each cell as text.
  static Value table_of(const Node& rows) {
    std::vector<Value> columns, records;
    for (const auto& heading : rows.items.empty() ? Node().members : rows.items[0].members) {
      Value type = text("text");
      type.kind = ValueKind::Choice;
      columns.push_back(record(ValueKind::Record, {{"name", text(heading.key)}, {"type", type}}));
    }
    for (const Node& row : rows.items) records.push_back(cells_of(row));
    return record(ValueKind::Record, {{"columns", list_of(std::move(columns))},
                                      {"rows", list_of(std::move(records))}});
  }
  static Value cells_of(const Node& row) {
    std::vector<model::NamedValue> cells;
    for (const auto& [key, place, cell] : row.members) {
      if (!cell.text.empty()) cells.push_back({key, text(cell.text)});
    }
    return record(ValueKind::Record, std::move(cells));
  }

  const Node rows_ = no_rows();
};

}  // namespace

tl::expected<Value, std::string> bind_sample(const Json& sample, const model::Type& parameters) {
  InventedWorld world;
  Diagnostics found;
  Value value = model::conform(model::node_of(sample, {}), parameters, "with", world, found);
  const auto error = std::ranges::find(found.all(), Severity::Error, &Diagnostic::severity);
  if (error != found.all().end()) return tl::unexpected<std::string>(error->message);
  return value;
}

model::Report sample_report() {
  Value date;
  date.kind = ValueKind::Date;
  date.date = {2020, 11, 25};
  model::Report report;
  report.language = "en-GB";
  report.meeting = record(ValueKind::Record, {{"board", text("Health and Wellbeing Board")},
                                              {"date", std::move(date)}});
  report.people = record(ValueKind::Record, {{"director", some_person()}});
  return report;
}

}  // namespace sheaf::plugin::check
