#include "document/input_files.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/nearest_file.hpp"
#include "base/shown_path.hpp"
#include "base/utf8.hpp"
#include "data/table.hpp"
#include "data/windows_1252.hpp"
#include "model/conform.hpp"
#include "model/literal.hpp"

namespace sheaf::document {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool lies_in(const Path& path, const Path& root) {
  return std::ranges::mismatch(root, path).in1 == root.end();
}

/// Letters that are no ASCII hardly ever make up UTF-8 by chance.
bool is_surely_utf8(std::string_view bytes) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  return !std::ranges::all_of(bytes, is_ascii) && !find_invalid_utf8(bytes);
}

/// Whether a text can be read; what is wrong is reported where it stands.
bool is_readable(std::string_view text, SourceId start, std::string_view name,
                 Diagnostics& diagnostics) {
  const bool is_csv = data::format_of(Path(name)) == data::Format::Csv;
  if (text.starts_with("PK\x03\x04")) {  // as .xlsx and .docx begin, which are archives
    diagnostics.error("not-utf8", start, "This file is a workbook or another archive, and no text",
                      is_csv ? "Open it as a workbook, choose the sheet, and save it as \"CSV "
                               "UTF-8 (comma delimited)\""
                             : "Open it in the program that wrote it, and save it as text");
    return false;
  }
  if (const auto bad = find_invalid_utf8(text)) {
    diagnostics.error("not-utf8", start + *bad, "This file is not UTF-8 text",
                      is_csv ? fmt::format("Save it as CSV UTF-8, or, when Excel wrote it, add "
                                           "its encoding: {{ file: {}, encoding: windows-1252 }}",
                                           name)
                             : "Save the file with the encoding UTF-8");
    return false;
  }
  const auto control = find_control_character(text);
  if (!control) return true;
  diagnostics.error("control-character", start + *control,
                    fmt::format("There is an invisible control character {} here",
                                code_point_name(decode(text, *control).value)),
                    "Delete it");
  return false;
}

}  // namespace

/// The folder of the file that holds `said`; for the command line, of the file that it changes.
Path InputFiles::folder_of(SourceId said) const {
  const SourceFile place = setup_.sources.file(said);
  if (!place.path.starts_with("--")) return Path(place.path).parent_path();
  return place.included_from ? folder_of(place.included_from) : setup_.layout.parent_path();
}

/// As messages print it: relative to the working folder if below it.
std::string InputFiles::shown(const Path& folder) const {
  const Path here = setup_.files.canonical(".");
  return (lies_in(folder, here) ? folder.lexically_relative(here) : folder).string();
}

std::optional<Path> InputFiles::find(std::string_view name, SourceId said) const {
  const Path path = setup_.files.canonical(folder_of(said) / name);
  if (!name.empty() && lies_in(path, setup_.root)) return path;
  if (name.empty()) {
    setup_.diagnostics.error("empty-value", said, "The name of the file is empty",
                             "Name a file beside this one");
  } else {
    const std::string root = shown(setup_.root);
    setup_.diagnostics.error(
        "outside-root", said,
        fmt::format("\"{}\" lies outside the folder that this layout may read", name),
        fmt::format("Move the file into {}, or put an empty sheaf.yaml into a higher folder",
                    root == "." ? "the folder that you are in" : root));
  }
  return {};
}

bool InputFiles::has(std::string_view name, SourceId said) const {
  const Path path = setup_.files.canonical(folder_of(said) / name);
  return lies_in(path, setup_.root) && setup_.files.kind(path) == FileKind::File;
}

std::optional<std::string> InputFiles::read_bytes(const Path& path, std::string_view name,
                                                  SourceId said, std::uint64_t limit) const {
  auto bytes = setup_.files.read(path, limit);
  if (bytes) return std::move(*bytes);
  explain(bytes.error(), path, name, said, limit);
  return {};
}

bool InputFiles::decode_letters(std::string& bytes, std::string_view name,
                                const model::Node& encoding) const {
  if (!model::same_letters(encoding.text, "windows-1252")) return true;
  if (is_surely_utf8(bytes)) {
    Diagnostic& finding =
        setup_.diagnostics.error("not-windows-1252", encoding.source,
                                 fmt::format("\"{}\" is saved as UTF-8, not as windows-1252", name),
                                 "Take out `encoding:`, or write encoding: utf-8");
    finding.fixes = {model::replacement_of(encoding, "utf-8")};
    return false;
  }
  auto text = data::from_windows_1252(bytes);
  if (text) {
    bytes = std::move(*text);
    return true;
  }
  setup_.diagnostics.error("not-windows-1252", encoding.source,
                           fmt::format("\"{}\" is not written in windows-1252", name),
                           "Take out `encoding:`, or save the file as CSV UTF-8");
  return false;
}

std::optional<InputText> InputFiles::read_text(std::string_view name, SourceId said,
                                               std::uint64_t limit, const model::Node& encoding,
                                               Inclusion how) {
  const auto path = find(name, said);
  auto bytes = path ? read_bytes(*path, name, said, limit) : std::nullopt;
  if (!bytes) return {};
  if (!decode_letters(*bytes, name, encoding)) return {};
  const SourceId start =
      setup_.sources.add(shown_path(folder_of(said) / name), std::move(*bytes), said, how);
  if (!start) {
    setup_.diagnostics.error("too-large", said, "All files together are larger than 4 GB");
    return {};
  }
  std::string_view text = setup_.sources.text(start);
  if (!is_readable(text, start, name, setup_.diagnostics)) return {};
  const std::size_t mark = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  return InputText{start + mark, text.substr(mark)};
}

void InputFiles::explain(const FileProblem& problem, const Path& path, std::string_view name,
                         SourceId said, std::uint64_t limit) const {
  switch (problem.error) {
    case FileError::NotFound: return not_found(path, name, said);
    case FileError::IsDirectory:
      setup_.diagnostics.error("not-a-file", said, fmt::format("\"{}\" is a folder", name),
                               "Name a file in it");
      return;
    case FileError::TooLarge:
      setup_.diagnostics.error("too-large", said,
                               fmt::format("\"{}\" is larger than {} MB", name, limit >> 20),
                               "Make the file smaller");
      return;
    default:
      setup_.diagnostics.error("file-not-readable", said,
                               fmt::format("\"{}\" cannot be read: {}", name, problem.reason),
                               "Check that the file may be read");
  }
}

void InputFiles::not_found(const Path& path, std::string_view name, SourceId said) const {
  Diagnostic& finding = setup_.diagnostics.error("file-not-found", said,
                                                 fmt::format("There is no file \"{}\"", name));
  if (offer_nearest_file(finding, path, setup_.files, setup_.sources)) return;
  constexpr std::string_view kCurly = "\u2018\u2019\u201C\u201D";
  const std::string typed = path.filename().string();
  const bool is_quoted = typed.size() > 3 && kCurly.find(typed.substr(0, 3)) != kCurly.npos;
  finding.help =
      is_quoted ? "Take the curly quotation marks off the name"
                : files_in_its_place(path, setup_.files) +
                      "Names of files are relative to the file that says them; capitals matter";
}

}  // namespace sheaf::document
