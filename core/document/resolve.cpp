#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "document/binder.hpp"
#include "document/figures.hpp"
#include "model/text_place.hpp"

namespace sheaf::document {

/// Brackets that make no placeholder, though what stands between them is one.
struct OtherBrackets {
  std::string_view open, close;
  std::string_view id, why;  // of what is told
};

namespace {

using model::Node;
using model::TypeKind;

/// `{{meeting.board}}` and the like, as other programs write it, and (meeting.board).
constexpr std::array<OtherBrackets, 5> kOtherBrackets{
    {{.open = "{{",
      .close = "}}",
      .id = "curly-placeholder",
      .why = "placeholders have round brackets"},
     {.open = "{",
      .close = "}",
      .id = "curly-placeholder",
      .why = "placeholders have round brackets"},
     {.open = "[[",
      .close = "]]",
      .id = "foreign-placeholder",
      .why = "placeholders have round brackets"},
     {.open = "<<",
      .close = ">>",
      .id = "foreign-placeholder",
      .why = "placeholders have round brackets"},
     {.open = "(",
      .close = ")",
      .id = "single-bracket",
      .why = "placeholders have two brackets on either side"}}};

constexpr std::size_t kMostFilled = 4 << 20;  // bytes that placeholders may put into one build
constexpr std::size_t kMostSlips = 20;  // that are told of one text; each walks it to its place

bool is_lone(const Node& node) {
  const auto first = find_placeholder(node.text, 0);
  return first && first->begin == 0 && first->end() == node.text.size();
}

/// Prose is set in house style; all else is typed further on, and wants the canonical form.
TextStyle style_for(const Node& node, TypeKind kind) {
  const bool prose = kind == TypeKind::Text || (kind == TypeKind::Timing && !is_lone(node));
  return prose ? TextStyle::House : TextStyle::Canonical;
}

/// The placeholder with another character for each space in its path.
std::string with_spaces_as(char other, std::string_view inside) {
  const auto format = std::min(inside.rfind(" as "), inside.size());
  std::string path(inside.substr(0, format));
  for (auto at = path.find(' '); at != path.npos; at = path.find(' ')) {
    const bool is_beside_dot =
        at == 0 || at + 1 == path.size() || path[at - 1] == '.' || path[at + 1] == '.';
    path.replace(at, 1, is_beside_dot ? 0 : 1, other);
  }
  return fmt::format("(({}{}))", path, inside.substr(format));
}

/// For a bracket, a full stop or the _ of a column's name that is missing, the placeholder as it
/// should be; empty where something else is wrong.
std::string mended(std::string_view written) {
  const auto last = written.find_last_not_of(')');
  const std::string_view inside =
      last == written.npos || last < 2 ? std::string_view() : written.substr(2, last - 1);
  const auto figure = parse_figure(inside);
  const bool names_column = (figure && !figure->column.empty()) || inside.starts_with("values.");
  const std::string closed = fmt::format("(({}))", inside),
                    joined = with_spaces_as(names_column ? '_' : '.', inside);
  for (const std::string& meant : {closed, joined}) {
    const auto found = find_placeholder(meant, 0);
    if (meant != written && found && found->is_valid()) return meant;
  }
  return {};
}

/// What to do about a slip that nobody can mend but its author.
std::string help_for_slip(std::string_view written) {
  if (written.starts_with("((data.") && written.find_first_of("([{\"',;:", 2) != written.npos)
    return "A column is named without brackets, marks and commas: rename it in the data";
  return "Write ((meeting.date)) or ((meeting.date as month)); to print brackets, put a space "
         "between them";
}

/// Neither beside a further bracket, which with a space between them is how brackets are printed,
/// nor the address of a link: [text](address).
bool stands_apart(std::string_view text, std::size_t begin, std::size_t end) {
  if (begin > 0 && text[begin] != '(' && text[begin - 1] == text[begin]) return false;
  const std::string_view before = text.substr(0, begin), after = text.substr(end);
  const bool is_bracketed = before.ends_with("( ") && after.starts_with(" )");
  return !is_bracketed && !before.ends_with('(') && !before.ends_with(']') &&
         !after.starts_with(')');
}

/// With the $ of `${name}`, and with the bracket that `(name))` has and that closes nothing.
std::string_view with_odd_sign(std::string_view text, std::string_view written) {
  const auto at = static_cast<std::size_t>(written.data() - text.data());
  const std::string_view before = text.substr(0, at);
  if (written.starts_with('{') && before.ends_with('$'))
    return text.substr(at - 1, written.size() + 1);
  const bool is_single = written.starts_with('(') && !before.ends_with('(');
  const bool is_odd = is_single && text.substr(at + written.size()).starts_with(')') &&
                      std::ranges::count(before, '(') <= std::ranges::count(before, ')');
  return is_odd ? text.substr(at, written.size() + 1) : written;
}

/// With the brackets that a placeholder has, or empty when it is none. A single word in single
/// brackets is a word in brackets: (title).
std::string as_placeholder(std::string_view written, const OtherBrackets& brackets) {
  const auto inside = written.substr(brackets.open.size(),
                                     written.size() - brackets.open.size() - brackets.close.size());
  std::string meant = fmt::format("(({}))", inside);
  const auto found = find_placeholder(meant, 0);
  const bool is_one = found && found->is_valid() && found->written == meant;
  const bool is_word = brackets.open.size() == 1 && inside.find('.') == inside.npos;
  return is_one && !is_word ? meant : std::string();
}

}  // namespace

SourceId Binder::place_of(const Node& node, const Placeholder& placeholder) const {
  return place_of(node, placeholder.written);
}

/// Where a part of the node's text, a view into it, was typed.
SourceId Binder::place_of(const Node& node, std::string_view part) const {
  const auto offset = static_cast<std::size_t>(part.data() - node.text.data());
  return model::place_in_text(world_.sources, node.source, node.layout, node.text, offset);
}

/// A slip between double brackets, with its cure if that gives a value, or only closes a bracket.
void Binder::tell_slip(const Node& node, const Placeholder& slip) {
  const SourceId place = place_of(node, slip);
  const std::string meant = mended(slip.written);
  Diagnostic& finding = diagnostics_.error(
      "bad-placeholder", place, fmt::format("\"{}\" is no placeholder", slip.written),
      meant.empty() ? help_for_slip(slip.written) : fmt::format("Write {}", meant));
  if (meant.empty()) return;
  const bool lacks_bracket = slip.written.ends_with(')') && meant.starts_with(slip.written);
  if (lacks_bracket || names_.find(find_placeholder(meant, 0)->path, *this).value)
    finding.fixes = {{place, std::string(slip.written), meant}};
}

/// What the placeholder names, or null: then that was reported.
const model::Value* Binder::named_value(const Node& node, const Placeholder& placeholder) {
  if (!placeholder.is_valid()) {
    tell_slip(node, placeholder);
    return nullptr;
  }
  note_figure(placeholder.path, place_of(node, placeholder));
  const Names::Answer answer = names_.find(placeholder.path, *this);
  if (!answer.value) {
    names_.explain(placeholder.path, answer.outcome, place_of(node, placeholder),
                   place_of(node, placeholder.path));
  }
  return answer.value;
}

std::optional<std::string> Binder::placeholder_text(const Node& node,
                                                    const Placeholder& placeholder,
                                                    TextStyle style) {
  const DataScope data(diagnostics_, data_places_, names_.data_behind(placeholder.path));
  const model::Value* value = named_value(node, placeholder);
  if (!value) return {};
  auto text = value_text(*value, placeholder.format, style);
  if (text) return std::move(*text);
  const bool is_own = text.error().value && placeholder.path.starts_with("values.");
  const SourceId place = is_own ? text.error().value : place_of(node, placeholder);
  Diagnostic& finding = diagnostics_.error(
      "wrong-format", place, fmt::format("`{}` {}", placeholder.path, text.error().message),
      help_for_amount(placeholder).value_or(text.error().help));
  if (is_own) finding.notes.push_back({place_of(node, placeholder), "the value is printed here"});
  if (!text.error().meant.empty()) {
    finding.fixes = {{place_of(node, placeholder.format), std::string(placeholder.format),
                      std::string(text.error().meant)}};
  }
  return {};
}

/// Plain numbers of a column may be amounts, if the layout says so.
std::optional<std::string> Binder::help_for_amount(const Placeholder& placeholder) {
  const auto name = parse_figure(placeholder.path);
  if (placeholder.format != "money" || !name || name->column.empty()) return {};
  const data::Table* table = tables_.find_typed(name->data);
  const data::Column* column = table ? find_column(*table, *name) : nullptr;
  const bool is_number = column && (column->type == data::ColumnType::Whole ||
                                    column->type == data::ColumnType::Decimal);
  if (!is_number) return {};
  return fmt::format(
      "If they are amounts, write {{ file: …, columns: {{ {}: money }} }} for the data",
      column->name);
}

/// Whether `more` bytes may follow `length` others in one text, and all those before in this build.
bool Binder::has_room(const Node& node, const Placeholder& placeholder, std::size_t length,
                      std::size_t more) {
  const bool was_told = filled_ > kMostFilled;
  filled_ += more;
  const bool fits = length + more <= kLongestText;
  if (fits && filled_ <= kMostFilled) return true;
  if (was_told) return false;
  diagnostics_.error(
      "text-too-long", place_of(node, placeholder),
      fits ? fmt::format("Placeholders put more than {} MB into this report", kMostFilled >> 20)
           : fmt::format("With `{}` in it, this text is longer than {} MB", placeholder.path,
                         kLongestText >> 20),
      "Use long values in fewer places, and values made of values less often");
  return false;
}

/// The text with all its placeholders filled in; those that cannot be are reported.
std::optional<std::string> Binder::substitute(const Node& node, TextStyle style) {
  std::string out;
  std::size_t done = 0, slips = 0;
  for (auto found = find_placeholder(node.text, 0); found && slips < kMostSlips;
       found = find_placeholder(node.text, done)) {
    out += node.text.substr(done, found->begin - done);
    done = found->end();
    const auto text = placeholder_text(node, *found, style);
    if (!text) {
      ++slips;
    } else if (has_room(node, *found, out.size(), text->size())) {
      out += *text;
    } else {
      return {};
    }
  }
  out += node.text.substr(done);
  return slips == 0 ? std::optional(std::move(out)) : std::nullopt;
}

/// Markdown keeps its text: compose puts the values in when the markup has been read, so that a
/// value can never become markup. A placeholder with a mistake stands for itself, so that compose
/// finds what else is wrong with the text. False: there is no room for a value.
bool Binder::replace_in_markdown(const Node& node, std::vector<model::Replacement>& replacements) {
  std::size_t slips = 0, length = node.text.size();
  for (auto found = find_placeholder(node.text, 0); found && slips < kMostSlips;
       found = find_placeholder(node.text, found->end())) {
    const std::size_t errors = diagnostics_.errors();
    auto text = placeholder_text(node, *found, TextStyle::House);
    if (!text) {
      ++slips;
      left_in_markdown_ += diagnostics_.errors() - errors;
      continue;
    }
    if (!has_room(node, *found, length, text->size())) return false;
    length += text->size();
    const bool known = std::ranges::find(replacements, found->written,
                                         &model::Replacement::placeholder) != replacements.end();
    if (known) continue;
    auto canonical = placeholder_text(node, *found, TextStyle::Canonical);
    replacements.push_back(
        {std::string(found->written), std::move(*text), std::move(canonical).value_or("")});
  }
  return true;
}

void Binder::tell_bracket_slips(const Node& node) {
  for (const OtherBrackets& brackets : kOtherBrackets) tell_slips_in(node, brackets);
}

/// Of a text in other brackets, the placeholder that it was meant to be, or nothing: only where the
/// value is there, or one that is nearly named so, as brackets may hold anything.
Names::Meant Binder::meant_in(std::string_view written, const OtherBrackets& brackets) {
  std::string meant = as_placeholder(written, brackets);
  if (meant.empty()) return {};
  const std::string path(find_placeholder(meant, 0)->path);
  const Names::Answer answer = names_.find(path, *this);
  if (answer.value) return {std::move(meant), true};
  const auto near =
      answer.outcome == Names::Outcome::Unknown ? names_.meant_by(path) : Names::Meant();
  if (near.path.empty() || !names_.find(near.path, *this).value) return {};
  return {meant.replace(meant.find(path), path.size(), near.path), near.is_sure};
}

void Binder::tell_slips_in(const Node& node, const OtherBrackets& brackets) {
  const std::string_view text = node.text;
  std::size_t end = 0;
  for (std::size_t told = 0; told < kMostSlips;) {
    const auto close = text.find(brackets.close, end);
    if (close == text.npos) return;
    const auto begin = text.substr(end, close - end).rfind(brackets.open);
    const std::size_t at = end + begin;
    end = close + brackets.close.size();
    if (begin == text.npos) continue;
    const auto inner = text.substr(at, end - at);
    const auto written = with_odd_sign(text, inner);
    const auto written_at = static_cast<std::size_t>(written.data() - text.data());
    if (!stands_apart(text, written_at, written_at + written.size())) continue;
    const auto [meant, is_sure] = meant_in(inner, brackets);
    if (meant.empty()) continue;
    const SourceId place = place_of(node, written);
    const bool is_as_typed = meant == as_placeholder(inner, brackets);
    Diagnostic& slip = diagnostics_.warning(
        std::string(brackets.id), place,
        fmt::format("{} is printed as it stands: {}", written, brackets.why),
        fmt::format(fmt::runtime(is_as_typed ? "Write {}" : "Did you mean {}?"), meant));
    if (is_sure) slip.fixes = {{place, std::string(written), meant}};
    ++told;
  }
}

std::optional<Node> Binder::resolve(const Node& node, const model::Type& type,
                                    std::vector<model::Replacement>& replacements) {
  tell_bracket_slips(node);
  const bool markdown = type.kind == TypeKind::Markdown;
  if (!markdown) note_filled(node);
  auto text = markdown ? std::optional(node.text) : substitute(node, style_for(node, type.kind));
  if (markdown && !replace_in_markdown(node, replacements)) text.reset();
  incomplete_ = incomplete_ || !text;
  if (!text) return {};
  Node filled = node;
  filled.text = std::move(*text);
  return filled;
}

}  // namespace sheaf::document
