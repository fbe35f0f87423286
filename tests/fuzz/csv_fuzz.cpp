// Any text as CSV: rows of the header's width, or an error. The first byte chooses the separator.

#include "base/utf8.hpp"
#include "data/columns.hpp"
#include "data/table.hpp"
#include "fuzzing.hpp"

using namespace sheaf;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  SourceMap sources;
  Diagnostics diagnostics;
  const SourceId start = sources.add("a.csv", std::string(test::bytes_of(data + 1, size - 1)));
  const std::string_view text = sources.text(start);
  if (find_invalid_utf8(text)) return 0;  // which is refused before
  const auto table = data::read_csv(text, start, ",;\t"[data[0] % 3], diagnostics);
  test::require(table || diagnostics.errors() > 0);
  test::check_findings(diagnostics, sources);
  if (!table) return 0;
  for (const model::Node& row : table->rows.items) {
    test::require(row.members.size() == table->columns.size());
    for (const model::Member& cell : row.members) {
      test::require(sources.file_start(cell.value.source) == start);
      data::infer_cell(cell.value);
    }
  }
  return 0;
}
