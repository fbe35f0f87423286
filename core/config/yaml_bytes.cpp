#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "config/yaml_finding.hpp"
#include "model/limits.hpp"

namespace sheaf::config {
namespace {

constexpr std::size_t kMostBytes = 1'000'000;  // the parser needs 230 bytes a byte at its worst
constexpr std::size_t kMostFindings = 1'000;

/// Calls `see(begin, indent, line)` for every line that holds more than blanks; `indent` counts
/// the bytes of spaces, tabs and no-break spaces it starts with.
template <class See>
void each_line(std::string_view text, See see) {
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    const auto line = text.substr(begin, end - begin);
    std::size_t indent = 0;
    for (bool more = true; more;) {
      if (line.substr(indent).starts_with(kNoBreakSpace)) {
        indent += kNoBreakSpace.size();
      } else if (indent < line.size() && (line[indent] == ' ' || line[indent] == '\t')) {
        ++indent;
      } else {
        more = false;
      }
    }
    if (indent < line.size() && line[indent] != '\r') see(begin, line.substr(0, indent));
    begin = end + 1;
  }
}

YamlFinding not_utf8(std::string_view text, std::size_t offset) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    return {"not-utf8", 0, "This file is saved as UTF-16, not as UTF-8",
            "In the editor, choose Save as, and the encoding UTF-8"};
  }
  const auto byte = static_cast<unsigned char>(text[offset]);
  return {"not-utf8", offset, fmt::format("Byte 0x{:02X} here is not UTF-8 text", byte),
          "In the editor, choose Save as, and the encoding UTF-8"};
}

void find_controls(std::string_view text, std::vector<YamlFinding>& found) {
  const auto at = find_control_character(text);
  if (!at) return;
  const auto name = code_point_name(decode(text, *at).value);
  found.push_back({"control-character", *at,
                   fmt::format("There is an invisible control character {} here", name),
                   "Delete it"});
}

/// How far lines of a text are indented, and the names behind their dashes.
class Indents {
 public:
  explicit Indents(std::string_view text) {
    each_line(text, [&](std::size_t begin, std::string_view indent) {
      if (indent.find_first_not_of(' ') != indent.npos) return;
      columns_.push_back(indent.size());
      const auto line = text.substr(begin + indent.size());
      if (line.starts_with("- ")) columns_.push_back(indent.size() + line.find_first_not_of("- "));
    });
    std::ranges::sort(columns_);
  }

  bool has(std::size_t column) const { return std::ranges::binary_search(columns_, column); }

 private:
  std::vector<std::size_t> columns_;
};

/// Each no-break space stands for a space, or for none where only that gives an indent of others.
YamlFinding no_break_spaces(std::size_t begin, std::string_view indent, const Indents& others) {
  const auto odd = static_cast<std::size_t>(std::ranges::count(indent, kNoBreakSpace.back()));
  const std::size_t wide = indent.size() - odd;  // of two bytes each
  const std::size_t without = wide - odd;
  const bool is_too_many = !others.has(wide) && others.has(without) && (without > 0 || odd == 1);
  YamlFinding made{
      .id = "no-break-space",
      .offset = begin + indent.find(kNoBreakSpace),
      .message = "A no-break space stands in the indent, where YAML allows only spaces",
      .help = fmt::format("{}; it often comes with text copied from a web page",
                          is_too_many ? "Take it out" : "Replace it with a space")};
  for (auto at = indent.find(kNoBreakSpace); at != indent.npos && made.cure.size() < 100;
       at = indent.find(kNoBreakSpace, at + 1)) {
    made.cure.push_back({begin + at, std::string(kNoBreakSpace), is_too_many ? "" : " "});
  }
  return made;
}

/// Lines that look blank, and are text to YAML and to Markdown.
void find_lines_not_blank(std::string_view text, std::vector<YamlFinding>& found) {
  for (auto at = text.find(kNoBreakSpace); at != text.npos; at = text.find(kNoBreakSpace, at + 1)) {
    const auto begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
    const auto end = std::min(text.find_first_of("\r\n", at), text.size());
    at = end;
    const std::string line(text.substr(begin, end - begin));
    if (!model::is_blank(line)) continue;
    keep(found,
         {.id = "no-break-space",
          .offset = begin + line.find(kNoBreakSpace),
          .message = "This line looks blank, and holds a no-break space",
          .help = "Delete what stands on it; it often comes with text copied from a web page",
          .cure = {{begin, line, ""}}});
  }
}

void find_bad_indents(std::string_view text, std::vector<YamlFinding>& found) {
  YamlFinding tabs{.id = "tab-in-indent",
                   .message = "A tab stands in the indent, where YAML allows only spaces",
                   .help = "Replace each tab with as many spaces as the lines beside it have"};
  std::size_t lines = 0;
  const Indents others(text.find(kNoBreakSpace) == text.npos ? std::string_view() : text);
  each_line(text, [&](std::size_t begin, std::string_view indent) {
    if (const auto tab = indent.find('\t'); tab != indent.npos) {
      if (lines++ == 0) tabs.offset = begin + tab;
    } else if (indent.find(kNoBreakSpace) != indent.npos) {
      keep(found, no_break_spaces(begin, indent, others));
    }
  });
  if (lines == 0) return;
  if (lines > 1) tabs.help += fmt::format(" ({} lines of this file)", lines);
  found.push_back(std::move(tabs));
}

}  // namespace

std::size_t byte_order_mark(std::string_view text) {
  return text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

std::vector<YamlFinding> check_yaml_bytes(std::string_view text) {
  std::vector<YamlFinding> found;
  if (text.size() > kMostBytes) {
    found.push_back(
        {"too-large", 0,
         fmt::format("This file has {} bytes, more than the 1,000,000 allowed", text.size()),
         "Move tables to a CSV file and long texts to Markdown files"});
  } else if (const auto bad = find_invalid_utf8(text)) {
    found.push_back(not_utf8(text, *bad));
  } else {
    find_controls(text, found);
    find_bad_indents(text, found);
    find_lines_not_blank(text, found);
  }
  return found;
}

bool is_full(const std::vector<YamlFinding>& findings) { return findings.size() > kMostFindings; }

void keep(std::vector<YamlFinding>& findings, YamlFinding finding) {
  if (is_full(findings)) return;
  if (findings.size() < kMostFindings) return findings.push_back(std::move(finding));
  findings.push_back({"too-many-findings", finding.offset,
                      "More is wrong with this file from here on, and is not listed",
                      "Mend what is listed, then check again"});
}

namespace {

bool is_warning(const YamlFinding& finding) { return finding.as_text || finding.doubt; }

/// By place, errors first.
bool precedes(const YamlFinding& a, const YamlFinding& b) {
  return a.offset != b.offset ? a.offset < b.offset : !is_warning(a) && is_warning(b);
}

/// A text that is read again after a repair may have the same told of it again: the graver stays,
/// for what could not be repaired is an error.
void tell_once(std::vector<YamlFinding>& findings) {
  std::ranges::stable_sort(findings, precedes);
  const auto told = [](const YamlFinding& a, const YamlFinding& b) {
    return a.offset == b.offset && a.id == b.id && a.message == b.message;
  };
  const auto repeated = std::ranges::unique(findings, told);
  findings.erase(repeated.begin(), repeated.end());
}

}  // namespace

void report(std::vector<YamlFinding> findings, SourceId start, Diagnostics& diagnostics) {
  tell_once(findings);
  for (YamlFinding& f : findings) {
    Diagnostic made{.id = std::move(f.id),
                    .severity = is_warning(f) ? Severity::Warning : Severity::Error,
                    .source = start + f.offset,
                    .message = std::move(f.message),
                    .help = std::move(f.help)};
    if (f.aside) made.notes.push_back({start + f.aside->offset, std::move(f.aside->text)});
    for (YamlFinding::Edit& edit : f.cure) {
      made.fixes.push_back(
          {start + edit.offset, std::move(edit.typed), std::move(edit.replacement)});
    }
    diagnostics.report(std::move(made));
  }
}

}  // namespace sheaf::config
