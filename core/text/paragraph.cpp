#include "text/paragraph.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <type_traits>
#include <utility>

#include "base/typed_place.hpp"
#include "base/utf8.hpp"
#include "text/bidi.hpp"
#include "text/line_setting.hpp"
#include "text/overlong.hpp"
#include "text/set_paragraph.hpp"
#include "text/shop_impl.hpp"
#include "text/total_fit.hpp"

namespace sheaf::text {
namespace {

constexpr std::string_view kSoftHyphen = "\u00AD";
constexpr std::size_t kBytesPerWord = 5;  // or more, mostly

/// Builds the material of one paragraph.
class Maker {
 public:
  Maker(const Paragraph::Options& options, Shop::Impl& shop, Diagnostics& diagnostics)
      : options_(options), shop_(shop), diagnostics_(diagnostics) {
    made_.add_opportunity(BreakKind::None, {});
  }

  /// Whether all characters were found, so that there was nothing to report.
  bool clean() const { return clean_; }

  Material run(std::span<const Span> spans) {
    std::size_t bytes = 0;
    for (const Span& span : spans) bytes += span.text.size();
    made_.reserve(bytes / kBytesPerWord + spans.size());
    while (!spans.empty()) {
      const auto forced = std::ranges::find(spans, true, &Span::break_after);
      const auto count = static_cast<std::size_t>(forced - spans.begin());
      const bool at_end = forced == spans.end();
      add_stretch(spans.first(at_end ? count : count + 1));
      spans = spans.subspan(at_end ? count : count + 1);
    }
    return std::move(made_);
  }

 private:
  /// Spans up to a forced break or the end.
  void add_stretch(std::span<const Span> spans) {
    const std::string_view text = join(spans);
    shop_.segmenter.find_breaks(text, shop_.breaks);
    levels_.clear();
    if (options_.right_to_left || needs_bidi(text)) {
      find_levels(text, options_.right_to_left, levels_);
    }
    const std::size_t atoms = made_.atoms.size();
    std::size_t begin = 0;
    for (const Span& span : spans) {
      add_span(span, text, begin, begin + span.text.size());
      begin += span.text.size();
    }
    if (made_.atoms.size() == atoms) add_empty(spans.back());
    made_.add_opportunity(BreakKind::Forced, {});
  }

  std::string_view join(std::span<const Span> spans) {
    if (spans.size() == 1) return spans.front().text;
    joined_.clear();
    for (const Span& span : spans) joined_ += span.text;
    return joined_;
  }

  std::uint8_t level(std::size_t at) const { return levels_.empty() ? 0 : levels_[at]; }

  void add_span(const Span& span, std::string_view text, std::size_t begin, std::size_t end) {
    FaceList& faces = shop_.faces(span.stack, span.weight, span.slant);
    const ContextId contexts[] = {
        shop_.words.context(&faces, span.language, false),
        levels_.empty() ? 0 : shop_.words.context(&faces, span.language, true)};
    for (std::size_t at = begin; at < end;) {
      const std::size_t cut = end_of_piece(at, end);
      add_piece(span, text.substr(at, cut - at), contexts[level(at) % 2], level(at));
      // A break at the very end is the stretch's own.
      if (cut < text.size() && shop_.breaks[cut] != BreakKind::None) end_piece(shop_.breaks[cut]);
      at = cut;
    }
  }

  /// Where a line may break next, or the direction turns.
  std::size_t end_of_piece(std::size_t at, std::size_t end) const {
    const bool may_turn = !levels_.empty();
    std::size_t cut = at + 1;
    while (cut < end && shop_.breaks[cut] == BreakKind::None &&
           !(may_turn && levels_[cut] != levels_[at])) {
      ++cut;
    }
    return cut;
  }

  void add_piece(const Span& span, std::string_view text, ContextId context, std::uint8_t level) {
    if (text.ends_with(kSoftHyphen)) text.remove_suffix(kSoftHyphen.size());
    const ShapedText& shaped = shop_.words.shape(context, text);
    clean_ = clean_ && !shaped.missing && !shaped.words.empty();
    if (shaped.missing) report_missing(span, text, context);
    if (shaped.words.empty()) report_unusable(span, context);
    for (const ShapedWord& word : shaped.words) {
      Atom atom;
      atom.tag = span.tag;
      atom.type = type_of(*word.face, span.size);
      atom.level = level;
      made_.add(resized(atom, word, made_.types[atom.type]));
    }
  }

  void end_piece(BreakKind kind) {
    if (made_.atoms.empty()) return;
    Length hyphen;
    if (kind == BreakKind::SoftHyphen) {
      const Type& type = made_.types[made_.atoms.back().type];
      hyphen = at_size(shop_.words.hyphen(*type.face).advance, *type.face, type.size);
    }
    made_.add_opportunity(kind, hyphen);
  }

  /// An empty line has the height of its span.
  void add_empty(const Span& span) {
    FaceList& faces = shop_.faces(span.stack, span.weight, span.slant);
    add_piece(span, "", shop_.words.context(&faces, span.language, false), 0);
  }

  std::uint16_t type_of(const Face& face, Length size) {
    auto& types = made_.types;
    const auto same = [&](const Type& t) { return t.face == &face && t.size == size; };
    const auto found = std::ranges::find_if(types, same);
    const auto index = static_cast<std::uint16_t>(found - types.begin());
    if (found == types.end()) {
      types.push_back({&face, size, at_size(face.metrics().ascender, face, size),
                       at_size(-face.metrics().descender, face, size)});
    }
    return index;
  }

  void report_missing(const Span& span, std::string_view text, ContextId context) {
    for (const char32_t c : missing_characters(text, *shop_.words[context].faces)) {
      if (!shop_.reported.insert(c).second) continue;
      std::string shown;
      append_utf8(shown, c);
      diagnostics_.error(
          "missing-glyph", place_of(shown, span),
          fmt::format("No font of the theme has the character \"{}\" ({})", shown,
                      code_point_name(c)),
          fmt::format("The fonts tried are {}; write it in another way, or add a font that has it "
                      "to the theme",
                      shop_.families(span.stack)));
    }
  }

  SourceId place_of(std::string_view typed, const Span& span) const {
    if (!shop_.sources) return span.source;
    return typed_place(*shop_.sources, span.source,
                       {.words = typed, .reach = 2 * span.text.size() + 200});
  }

  void report_unusable(const Span& span, ContextId context) {
    if (!shop_.unusable.insert(shop_.words[context].faces).second) return;
    diagnostics_.error("unreadable-font", span.source,
                       fmt::format("None of the fonts {} can be opened, so text is left out",
                                   shop_.families(span.stack)),
                       "Run \"sheaf fonts\" to look for the installed fonts again");
  }

  const Paragraph::Options& options_;
  Shop::Impl& shop_;
  Diagnostics& diagnostics_;
  Material made_;
  bool clean_ = true;
  Levels levels_;
  std::string joined_;
};

/// Dates, sums and names are not parted to make a column narrower.
bool counts_for_min(BreakKind kind) {
  return kind != BreakKind::Held && kind != BreakKind::Weak && kind != BreakKind::SoftHyphen;
}

template <class Value>
void add_bytes(std::string& key, const Value& value) {
  static_assert(std::has_unique_object_representations_v<Value>);
  key.append(reinterpret_cast<const char*>(&value), sizeof(Value));
}

void add_text(std::string& key, std::string_view text) {
  add_bytes(key, text.size());
  key += text;
}

/// All that decides what a paragraph is made into: what has one key has the same lines.
void find_key(std::span<const Span> spans, const Paragraph::Options& options, Shop::Impl& shop,
              std::string& key) {
  key.clear();
  add_bytes(key, options.right_to_left);
  add_bytes(key, options.alignment);
  add_bytes(key, options.first_indent.micro);
  add_bytes(key, options.balanced);
  for (const Span& span : spans) {
    add_bytes(key,
              reinterpret_cast<std::uintptr_t>(&shop.faces(span.stack, span.weight, span.slant)));
    add_bytes(key, span.size.micro);
    add_bytes(key, span.tag);
    add_bytes(key, span.break_after);
    add_text(key, span.language);
    add_text(key, span.text);
  }
}

}  // namespace

Paragraph::Paragraph() = default;
Paragraph::~Paragraph() = default;
Paragraph::Paragraph(Paragraph&&) noexcept = default;
Paragraph& Paragraph::operator=(Paragraph&&) noexcept = default;

Paragraph Paragraph::make(std::span<const Span> spans, const Options& options, Shop& shop,
                          Diagnostics& diagnostics) {
  Paragraph paragraph;
  const bool nothing = std::ranges::all_of(
      spans, [](const Span& span) { return span.text.empty() && !span.break_after; });
  if (nothing) return paragraph;
  paragraph.options_ = options;
  Shop::Impl& impl = shop.impl();
  paragraph.words_ = &impl.words;
  find_key(spans, options, impl, impl.key);
  paragraph.set_ = impl.paragraphs.find(impl.key);
  if (paragraph.set_) return paragraph;
  Maker maker(options, impl, diagnostics);
  SetParagraph made{maker.run(spans), {}, {}};
  made.widest = widest_stretch(made.material);
  const std::size_t bytes = made.bytes();
  if (maker.clean()) paragraph.set_ = impl.paragraphs.keep(impl.key, std::move(made), bytes);
  if (paragraph.set_) return paragraph;
  // NOLINTNEXTLINE(bugprone-use-after-move): what is not kept is left as it was
  paragraph.own_ = std::make_unique<SetParagraph>(std::move(made));
  paragraph.set_ = paragraph.own_.get();
  return paragraph;
}

bool Paragraph::empty() const { return !set_; }

ContentWidths Paragraph::widths() const {
  ContentWidths widths;
  if (empty()) return widths;
  const auto& all = set_->material.opportunities;
  const Opportunity* word = &all.front();
  const Opportunity* line = &all.front();
  for (const Opportunity& here : all) {
    if (&here == line || !counts_for_min(here.kind)) continue;
    widths.min = std::max(widths.min, here.end - word->next);
    word = &here;
    if (here.kind != BreakKind::Forced) continue;
    const Length indent = line == &all.front() ? options_.first_indent : Length{};
    widths.max = std::max(widths.max, here.end - line->next + indent);
    line = &here;
  }
  return widths;
}

const std::vector<Line>& Paragraph::lines(Length width) const& {
  static const std::vector<Line> kNone;
  if (empty()) return kNone;
  const auto known = std::ranges::find(set_->sets, width, &SetParagraph::Lines::width);
  if (known != set_->sets.end()) return known->lines;
  if (set_->sets.size() == SetParagraph::kMostSets) set_->sets.pop_front();
  return set_->sets.emplace_back(SetParagraph::Lines{width, broken(width)}).lines;
}

std::vector<Line> Paragraph::broken(Length width) const {
  const Measure measure{width, options_.first_indent, options_.alignment, options_.balanced};
  const auto set = [&](const Material& material) {
    const auto ends = choose_line_ends(material.opportunities, measure);
    return set_lines(material, ends, measure, options_.right_to_left, *words_);
  };
  const Length room = width - std::max(options_.first_indent, Length{});
  const Material& material = set_->material;
  return set_->widest > room ? set(split_overlong(material, room, *words_)) : set(material);
}

}  // namespace sheaf::text
