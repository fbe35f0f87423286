#pragma once
// The workings of conform(): one function per shape of value.

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/conform.hpp"
#include "model/limits.hpp"

namespace sheaf::model {

/// Where in the parameters a value stands, as a chain on the stack; spelled only for messages.
struct Trail {
  const Trail* parent = nullptr;
  std::string_view name;            // of a field, or empty for the entry of a list
  std::size_t entry = 0;            // from 1
  const Field* declared = nullptr;  // the field, where there is one

  std::string text() const;
  /// A short example of the value, as it is typed; empty: the schema gives none.
  std::string example() const;
  Trail field(std::string_view field_name) const { return {this, field_name, 0}; }
  Trail field(const Field& one) const { return {this, one.name, 0, &one}; }
  Trail item(std::size_t index) const { return {this, {}, index + 1}; }
};

class Conformer {
 public:
  Conformer(ConformHooks& hooks, Diagnostics& diagnostics)
      : hooks_(hooks), diagnostics_(diagnostics) {}

  Value value(const Node& node, const Type& type, const Trail& at);
  /// Reports unknown keys and missing required fields of a map.
  void check_keys(const Node& map, const Type& type, const Trail& at);

 private:
  // conform.cpp: shapes
  Value list(const Node& node, const Type& type, const Trail& at);
  Value record(const Node& node, const Type& type, const Trail& at);
  Value record_fields(const Node& map, const Type& type, const Trail& at);
  Value rows(const Node& node, const Type& type, const Trail& at);
  Value data_rows(const Node& name, const Type& type, const Trail& at);
  Value table(const Node& node, const Type& type, const Trail& at);
  bool fill_row(Node& row, const Trail& at);
  Value keyed_choice(const Node& node, const Type& type, const Trail& at);
  Value items(const Node& sequence, const Type& type, const Trail& at);
  Value field_value(const Node& map, const Field& field, const Trail& at);
  bool is_enough(std::size_t errors_before, SourceId place);
  bool check_old_name(const Member& member, const Node& map, const Type& type, const Trail& at);
  Value limited(Value value, const Node& node, const Type& type, const Trail& at);
  void excuse_missing_columns(const Node& rows, const Type& item, const Trail& at);
  void unknown_key(const Member& member, const Node& map, const Type& type, const Trail& at);
  void unknown_column(const Member& heading, const Type& row);

  // conform_scalar.cpp: one text
  Value text(const Node& node, const Type& type, const Trail& at);
  Value text_of_file(const Node& file_name, const Type& type, const Trail& at);
  Value scalar(const Node& node, const Type& type, const Trail& at);
  Value literal(const Node& node, const Type& type, const Trail& at);
  bool has_control_character(const Node& node, const Trail& at);
  Value choice(const Node& node, const Type& type, const Trail& at);
  Value timing(const Node& node, const Type& type, const Trail& at);

  // conform_compound.cpp: records that are one kind to a plugin
  Value compound(const Node& map, const Type& type, ValueKind kind, const Trail& at);
  Value person(const Node& node, const Type& type, const Trail& at);
  Value link(const Node& node, const Type& type, const Trail& at);
  Value link_target(Value link, const Trail& at);
  Value image(const Node& node, const Type& type, const Trail& at);
  bool has_one_alternative(const Value& image, const Trail& at);

  // conform_message.cpp: what to say
  Value empty(const Node& node, const Type& type, const Trail& at);
  Value wrong_type(const Node& node, const Type& type, const Trail& at);
  Value wrong_type(const Node& node, const Type& type, const Trail& at, std::string help);
  bool missing_space(const Node& node, const Type& record);
  Value missing_dash(const Member& first, const Trail& at);
  Value out_of_limits(const Value& value, Excess excess, const Node& node, const Type& type,
                      const Trail& at);
  bool wrong_date(const Node& node, const Type& type, const Trail& at);
  /// For hooks that returned nothing: they reported why, unless they lead nowhere.
  Value refused(const Node& node, const Trail& at);
  void tell_file_name(const Node& node, const Type& type, const Trail& at);

  ConformHooks& hooks_;
  Diagnostics& diagnostics_;
  std::set<SourceId> reported_keys_;
  const Trail* data_ = nullptr;  // of the parameter whose rows are at hand
  std::set<std::string> reported_old_columns_;
  std::vector<std::string> reported_columns_;  // a heading is typed once for all rows
  std::vector<const Field*> excused_;          // required columns that were reported for all rows
};

/// ", such as A1": the example of a value, or nothing.
std::string such_as(const Trail& at);

/// The text inside `{ file: … }` or `{ data: … }`, or null when the node is anything else.
const Node* sole_member(const Node& node, std::string_view key);

/// The member of a map that is most likely meant to be a field which the map lacks, or null.
const Member* misspelt(const Node& map, const Type& type, const Field& field);

/// A map that was typed as one text: `place` lends it its source.
Node map_of(std::vector<Member> members, const Node& place);

}  // namespace sheaf::model
