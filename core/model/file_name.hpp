#pragma once
// Texts that are the name of a file where the text in it is meant.

#include <optional>
#include <string_view>

namespace sheaf::model {

/// A name of a file that is the whole of a text.
struct FileName {
  std::string_view name;  // a view into the text
  /// The text says that it is one: it has `file:` before the name.
  bool is_said = false;
  /// The name ends as those of texts do, .md or .docx.
  bool is_of_text = false;
  /// With the name's text as it stands in the file: .md or .txt, and no document of Word.
  bool is_plain = false;
};

/// `summary.md`, `./notes/summary.txt`, `(file: summary.md)`, `{ summary.docx }`; nothing for any
/// other text.
std::optional<FileName> find_file_name(std::string_view text);

}  // namespace sheaf::model
