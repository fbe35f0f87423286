#include "cli/diagnostic_printer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/clean_line.hpp"
#include "base/utf8.hpp"
#include "cli/wrap.hpp"

namespace sheaf::cli {
namespace {

constexpr std::size_t kWidestLine = 100;  // columns of source shown round the caret
constexpr std::size_t kHanging = 4;       // columns that further lines of a message are indented

Ink ink_of(Severity severity) {
  switch (severity) {
    case Severity::Advice: return Ink::Blue;
    case Severity::Warning: return Ink::Yellow;
    case Severity::Error: return Ink::Red;
  }
  return Ink::Plain;
}

/// In a text or in the name of a file.
std::string printable(std::string_view text) { return clean_line(text, text.npos); }

std::string place_text(const Location& place) {
  if (place.line == 0) return printable(place.path);
  return fmt::format("{}:{}:{}", printable(place.path), place.line, place.column);
}

/// The piece of a long line that holds the caret, and where the caret is in it.
struct Excerpt {
  std::string text;
  std::size_t caret;  // columns before the caret
};

std::size_t byte_of_column(std::string_view line, std::size_t column) {
  std::size_t at = 0;
  while (column > 0 && at < line.size()) {
    at += decode(line, at).bytes;
    --column;
  }
  return at;
}

/// `width` columns of the line at most, an ellipsis where it is cut.
Excerpt excerpt_of(const Location& place, std::size_t width) {
  const auto caret = static_cast<std::size_t>(place.column - 1);
  const std::size_t first = caret > width * 3 / 4 ? caret - width / 2 : 0;
  const std::size_t begin = byte_of_column(place.line_text, first);
  std::string_view rest = place.line_text.substr(begin);
  const std::size_t end = byte_of_column(rest, width);
  Excerpt excerpt{first > 0 ? "…" : "", caret - first + (first > 0 ? 1 : 0)};
  excerpt.text += printable(rest.substr(0, end));
  if (end < rest.size()) excerpt.text += "…";
  return excerpt;
}

/// Columns for a source line beside its number, with room for two ellipses.
std::size_t excerpt_width(const Stream& stream, std::size_t number) {
  if (stream.width() == 0) return kWidestLine;
  return std::min(kWidestLine, stream.width() - std::min(stream.width() - 20, number + 5));
}

/// "  --> file:3:1" and the source line with its caret.
void append_place(std::string& out, const Location& place, Ink ink, const Stream& stream) {
  const std::string number = fmt::to_string(place.line);
  const std::string margin(number.size(), ' ');
  out += fmt::format("{} {} {}\n", margin, stream.paint(Ink::Cyan, "-->"), place_text(place));
  const bool is_blank = place.line_text.find_first_not_of(' ') == std::string_view::npos;
  if (place.line == 0 || is_blank) return;
  const Excerpt excerpt = excerpt_of(place, excerpt_width(stream, number.size()));
  const std::string bar = stream.paint(Ink::Cyan, "|");
  out += fmt::format("{} {}\n", margin, bar);
  out += fmt::format("{} {} {}\n", stream.paint(Ink::Cyan, number), bar, excerpt.text);
  out += fmt::format("{} {} {}{}\n", margin, bar, std::string(excerpt.caret, ' '),
                     stream.paint(ink, "^"));
}

std::string context_text(const SectionContext& context) {
  std::string text = fmt::format("in section \"{}\"", context.section);
  if (!context.plugin.empty() && context.plugin != context.section) {
    text += fmt::format(" (plugin {})", context.plugin);
  }
  if (!context.owner.empty()) text += fmt::format(", owned by {}", context.owner);
  return text;
}

/// "  = help: …", broken into lines on a terminal.
void append_line(std::string& out, std::string_view label, std::string_view text,
                 const Stream& stream) {
  const std::string line = wrapped(
      fmt::format("  = {}{}{}", label, label.empty() ? "" : ": ", text), stream.width(), kHanging);
  const bool bold = label == "help";
  out += bold ? fmt::format("  = {}{}\n", stream.paint(Ink::Bold, label),
                            line.substr(kHanging + label.size()))
              : line + "\n";
}

/// How the file that a place lies in came to be read.
std::string way_text(const Location& place, const std::string& named_at) {
  switch (place.inclusion) {
    case Inclusion::Named: break;
    case Inclusion::BasedOn:
      return fmt::format("comes from {}, which {} is based on", printable(place.path), named_at);
    case Inclusion::From:
      return fmt::format("comes from {}, which {} takes its content from", printable(place.path),
                         named_at);
    case Inclusion::Data: return fmt::format("read as data for {}", named_at);
  }
  return "read for " + named_at;
}

void append_way(std::string& out, const SourceMap& sources, Location place, const Stream& stream) {
  for (int steps = 0; place.included_from && steps < 16; ++steps) {
    const Location named_at = sources.locate(place.included_from);
    append_line(out, {}, way_text(place, place_text(named_at)), stream);
    place = named_at;
  }
}

/// Where the layout uses the part that the finding lies in.
void append_part(std::string& out, const Diagnostic& one, const SourceMap& sources,
                 const Stream& stream) {
  const Location used = sources.locate(one.context.source);
  const Location place = sources.locate(one.source);
  if (one.context.part.empty() || (place.path == used.path && place.line == used.line)) return;
  append_line(out, {}, fmt::format("part `{}`, used at {}", one.context.part, place_text(used)),
              stream);
}

std::string count_text(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string summary_of(const Diagnostics& diagnostics, std::size_t shown) {
  std::string text = count_text(diagnostics.errors(), "error");
  if (diagnostics.warnings() > 0) text += ", " + count_text(diagnostics.warnings(), "warning");
  const auto advice =
      std::ranges::count(diagnostics.all(), Severity::Advice, &Diagnostic::severity);
  if (advice > 0)
    text += fmt::format(", {} of advice", count_text(static_cast<std::size_t>(advice), "piece"));
  const std::size_t all = diagnostics.all().size() + diagnostics.dropped();
  if (all > shown)
    text += fmt::format(" ({} more not shown; --max-findings 0 shows all)", all - shown);
  return text;
}

void set_place(Json& object, const Location& place) {
  if (!place.path.empty()) object.set("file", Json::string(place.path));
  if (place.line == 0) return;
  object.set("line", Json::number(place.line)).set("column", Json::number(place.column));
}

Json json_of(const Note& note, const SourceMap& sources) {
  Json object = Json::object({{"message", Json::string(note.text)}});
  set_place(object, sources.locate(note.source));
  return object;
}

Json json_of(const Fix& fix, const SourceMap& sources) {
  Json object = Json::object();
  set_place(object, sources.locate(fix.at));
  const Location end = sources.locate(fix.at + fix.typed.size());
  object.set("end_line", Json::number(end.line)).set("end_column", Json::number(end.column));
  return object.set("replacement", Json::string(fix.replacement));
}

Json json_of(const Diagnostic& diagnostic, const SourceMap& sources) {
  Json object = Json::object({{"id", Json::string(diagnostic.id)},
                              {"severity", Json::string(name_of(diagnostic.severity))},
                              {"message", Json::string(diagnostic.message)}});
  set_place(object, sources.locate(diagnostic.source));
  const auto set_text = [&](std::string_view key, const std::string& text) {
    if (!text.empty()) object.set(key, Json::string(text));
  };
  set_text("help", diagnostic.help);
  set_text("section", diagnostic.context.section);
  set_text("plugin", diagnostic.context.plugin);
  set_text("owner", diagnostic.context.owner);
  set_text("part", diagnostic.context.part);
  std::vector<Json> notes;
  for (const Note& note : diagnostic.notes) notes.push_back(json_of(note, sources));
  if (!notes.empty()) object.set("notes", Json::array(std::move(notes)));
  std::vector<Json> fixes;
  for (const Fix& fix : diagnostic.fixes) fixes.push_back(json_of(fix, sources));
  if (!fixes.empty()) object.set("fixes", Json::array(std::move(fixes)));
  return object;
}

}  // namespace

std::vector<const Diagnostic*> in_order(const Diagnostics& diagnostics) {
  std::vector<const Diagnostic*> sorted;
  for (const Diagnostic& one : diagnostics.all()) sorted.push_back(&one);
  std::ranges::stable_sort(sorted, [](const Diagnostic* a, const Diagnostic* b) {
    if (a->severity != b->severity) return a->severity > b->severity;
    return a->source < b->source;
  });
  return sorted;
}

std::string text_of(const Diagnostic& diagnostic, const SourceMap& sources, const Stream& stream) {
  const Ink ink = ink_of(diagnostic.severity);
  const std::string head = fmt::format("{}[{}]", name_of(diagnostic.severity), diagnostic.id);
  const std::string line =
      wrapped(fmt::format("{}: {}", head, printable(diagnostic.message)), stream.width(), kHanging);
  std::string out = fmt::format("{}: {}\n", stream.paint(ink, head),
                                stream.paint(Ink::Bold, line.substr(head.size() + 2)));
  const Location place = sources.locate(diagnostic.source);
  if (!place.path.empty()) append_place(out, place, ink, stream);
  append_way(out, sources, place, stream);
  for (const Note& note : diagnostic.notes) {
    const Location there = sources.locate(note.source);
    append_line(out, "note",
                fmt::format("{}{}{}", note.text, there.path.empty() ? "" : ": ", place_text(there)),
                stream);
  }
  if (!diagnostic.context.section.empty())
    append_line(out, {}, context_text(diagnostic.context), stream);
  append_part(out, diagnostic, sources, stream);
  if (!diagnostic.help.empty()) append_line(out, "help", diagnostic.help, stream);
  return out + "\n";
}

std::string text_of(const Diagnostics& diagnostics, const SourceMap& sources, const Stream& stream,
                    std::size_t most) {
  std::string out;
  std::size_t shown = 0;
  for (const Diagnostic* one : in_order(diagnostics)) {
    if (shown == most && most > 0) break;
    out += text_of(*one, sources, stream);
    ++shown;
  }
  if (shown > 0) out += summary_of(diagnostics, shown) + "\n";
  return out;
}

Json json_of(const Diagnostics& diagnostics, const SourceMap& sources) {
  std::vector<Json> all;
  for (const Diagnostic* one : in_order(diagnostics)) all.push_back(json_of(*one, sources));
  Json object =
      Json::object({{"errors", Json::number(static_cast<std::int64_t>(diagnostics.errors()))},
                    {"warnings", Json::number(static_cast<std::int64_t>(diagnostics.warnings()))},
                    {"diagnostics", Json::array(std::move(all))}});
  const auto dropped = static_cast<std::int64_t>(diagnostics.dropped());
  return dropped > 0 ? object.set("dropped", Json::number(dropped)) : object;
}

}  // namespace sheaf::cli
