#pragma once
// Rows whose columns the plugin does not know beforehand: those of any file or query.

#include <sheaf/field_checks.hpp>
#include <sheaf/read.hpp>

namespace sheaf {
inline namespace sdk_1 {

/// What all cells of a column hold.
enum class ColumnType { Text, Whole, Decimal, Money, Date, Month, YesNo };

constexpr auto describe(Type<ColumnType>) {
  return choice(option("text", ColumnType::Text), option("whole", ColumnType::Whole),
                option("decimal", ColumnType::Decimal), option("money", ColumnType::Money),
                option("date", ColumnType::Date), option("month", ColumnType::Month),
                option("yes/no", ColumnType::YesNo));
}

constexpr bool is_number(ColumnType type) {
  return type == ColumnType::Whole || type == ColumnType::Decimal || type == ColumnType::Money;
}

struct DataColumn {
  Text name;
  ColumnType type = ColumnType::Text;
};

constexpr auto describe(Type<DataColumn>) {
  return record(field("name", &DataColumn::name, "Its heading in the data"),
                field("type", &DataColumn::type, "What its cells hold"));
}

/// A table as it was read. Each row has one cell per column; those that were left empty are empty.
class DataTable : public Value {
 public:
  static constexpr std::string_view kSchema = R"("type":"array","x-sheaf":"table")";
  std::vector<DataColumn> columns;
  std::vector<std::vector<Scalar>> rows;

  DataTable() = default;
  explicit DataTable(const Source& from) : Value(from) {
    read(from.get("columns"), columns);
    const Source given = from.get("rows");
    for (std::uint32_t i = 0; i < given.count(); ++i) rows.push_back(read_row(given.at(i)));
  }

 private:
  /// The host hands cells over in the order of the columns, and leaves out the empty ones.
  std::vector<Scalar> read_row(const Source& row) const {
    std::vector<Scalar> cells(columns.size());
    for (std::uint32_t i = 0, column = 0; i < row.count(); ++i) {
      std::string_view name;
      const Source cell = row.at(i, &name);
      while (columns[column].name.view() != name) ++column;
      cells[column++] = Scalar(cell);
    }
    return cells;
  }
};

}  // namespace sdk_1
}  // namespace sheaf
