#include "document/text_writer.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "document/direction.hpp"

namespace sheaf::document {
namespace {

using model::Document;
using model::Element;
using model::Run;
using model::StructureId;

constexpr char32_t kLineStart = U'\n';

bool is_space(char32_t c) { return c == U' ' || c == U'\n' || c == U'\t' || c == U'\r'; }

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

/// What a quotation mark opens after: nothing, a space, a bracket, a dash, another opening mark.
bool opens_after(char32_t previous) {
  constexpr std::u32string_view kOpeners = U"([{-/\u00A0\u2013\u2014\u2018\u201C";
  return is_space(previous) || kOpeners.find(previous) != std::u32string_view::npos;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The mark to print for a straight one. `next` is what follows: '90s has lost its century.
std::string_view curled(char32_t mark, char32_t previous, char next) {
  const bool opens = opens_after(previous);
  if (mark == U'"') return opens ? "\u201C" : "\u201D";
  return opens && !is_digit(next) ? "\u2018" : "\u2019";
}

bool is_straight_mark(char32_t c) { return c == U'\'' || c == U'"'; }

/// How many bytes from `at` on are taken as they are: all but ASCII's white space, quotation marks
/// and controls, and 0xC2, which begins the other controls; but a lone space between such bytes.
std::size_t ordinary_bytes(std::string_view text, std::size_t at) {
  const auto is_ordinary = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > 0x20 && c != '\'' && c != '"' && byte != 0x7F && byte != 0xC2;
  };
  const auto is_lone_space = [&](std::size_t i) {
    return i > at && text[i] == ' ' && i + 1 < text.size() && is_ordinary(text[i + 1]);
  };
  std::size_t end = at;
  while (end < text.size() && (is_ordinary(text[end]) || is_lone_space(end))) ++end;
  return end - at;
}

char32_t last_code_point(std::string_view bytes) {
  std::size_t at = bytes.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(bytes[at]) & 0xC0) == 0x80) --at;
  return decode(bytes, at).value;
}

bool is_break(const Run& run) { return (run.flags & model::kLineBreak) != 0; }

bool is_blank(const Run& run) { return run.text.empty() || run.text == " "; }

}  // namespace

TextWriter::TextWriter(Document& document, StructureId parent, Element block)
    : document_(document), id_(document.add(parent, std::move(block))) {}

Run& TextWriter::run(Style style, SourceId source) {
  auto& runs = block().runs;
  const bool same = !runs.empty() && !is_break(runs.back()) && runs.back().owner == style.owner &&
                    runs.back().flags == style.flags && runs.back().status == style.status;
  if (!same || std::exchange(fresh_, false)) {
    runs.push_back({style.owner, style.flags, style.status, source, {}});
  }
  fresh_ = false;
  return runs.back();
}

void TextWriter::write(std::string_view text, Style style, SourceId source) {
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t bytes = ordinary_bytes(text, at)) {
      append(text.substr(at, bytes), style, source);
      at += bytes;
      continue;
    }
    const CodePoint point = decode(text, at);
    const auto bytes = text.substr(at, point.bytes);
    at += point.bytes;
    const char next = at < text.size() ? text[at] : ' ';
    if (is_space(point.value)) {
      if (!is_space(previous_)) append(" ", style, source);
    } else if (is_straight_mark(point.value) && !(style.flags & model::kCode)) {
      append(curled(point.value, previous_, next), style, source);
    } else if (!is_control(point.value)) {
      append(bytes, style, source);
    }
  }
}

void TextWriter::append(std::string_view bytes, Style style, SourceId source) {
  run(style, source).text += bytes;
  previous_ = last_code_point(bytes);
}

/// Drops the space at the end of the last line.
void TextWriter::trim() {
  auto& runs = block().runs;
  if (runs.empty() || is_break(runs.back())) return;
  if (runs.back().text.ends_with(' ')) runs.back().text.pop_back();
  if (runs.back().text.empty()) runs.pop_back();
}

void TextWriter::break_line(Style style, SourceId source) {
  if (previous_ == kLineStart) return;
  trim();
  block().runs.push_back(
      {style.owner, static_cast<std::uint8_t>(style.flags | model::kLineBreak), -1, source, {}});
  previous_ = kLineStart;
}

Style TextWriter::open(Style outer, Element element) {
  Style inner = outer;
  inner.owner = document_.add(outer.owner, std::move(element));
  return inner;
}

bool TextWriter::close(Style inner) {
  auto& runs = block().runs;
  const auto first = std::ranges::find_if(runs.rbegin(), runs.rend(), [&](const Run& one) {
                       return one.owner < inner.owner;
                     }).base();
  if (!std::all_of(first, runs.end(), is_blank)) return true;
  const StructureId outer = document_[inner.owner].parent;
  std::for_each(first, runs.end(), [&](Run& one) { one.owner = outer; });
  remove_from(document_, inner.owner);
  return false;
}

StructureId TextWriter::finish() {
  trim();
  auto& runs = block().runs;
  while (!runs.empty() && is_break(runs.back())) {
    runs.pop_back();
    trim();
  }
  if (runs.empty()) {
    remove_from(document_, id_);
    return StructureId::None;
  }
  block().right_to_left = runs_right_to_left();
  return id_;
}

bool TextWriter::runs_right_to_left() {
  const auto& runs = block().runs;
  if (is_right_to_left(language_of(document_, id_))) {
    const auto strong = [](const Run& one) { return first_strong(one.text).has_value(); };
    const auto is_right = [](const Run& one) { return holds_right_to_left(one.text); };
    return std::ranges::any_of(runs, is_right) || std::ranges::none_of(runs, strong);
  }
  for (const Run& one : runs) {
    if (const auto direction = first_strong(one.text)) return *direction == Direction::RightToLeft;
  }
  return false;
}

void remove_from(Document& document, StructureId id) {
  document[document[id].parent].children.pop_back();
  document.elements.resize(static_cast<std::size_t>(id));
}

std::string_view language_of(const Document& document, StructureId id) {
  for (; id != StructureId::None; id = document[id].parent) {
    if (!document[id].language.empty()) return document[id].language;
  }
  return document.language;
}

}  // namespace sheaf::document
