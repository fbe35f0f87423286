#include "render/pdf/document_font.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "base/utf8.hpp"
#include "render/pdf/syntax.hpp"

namespace sheaf::render::pdf {
namespace {

constexpr Em kEm = 100'000;
constexpr Em kThousandth = 100;  // the unit of adjustments in a TJ array

Em rounded(std::int64_t numerator, std::int64_t denominator) {
  const auto half = numerator < 0 ? -denominator / 2 : denominator / 2;
  return (numerator + half) / denominator;
}

/// The share of a cluster's text that its `index`th glyph of `count`, in logical order, stands for:
/// a character each, and what is left over for the last.
std::string_view share(std::string_view text, std::size_t index, std::size_t count) {
  std::size_t begin = 0;
  for (; index > 0 && begin < text.size(); --index, --count) begin += decode(text, begin).bytes;
  if (begin >= text.size()) return {};
  return count == 1 ? text.substr(begin) : text.substr(begin, decode(text, begin).bytes);
}

/// What a code may be mapped to: not the byte order mark nor its mirror image (ISO 19005-2,
/// 6.2.11.7.2). Those say nothing, so nothing is lost.
std::string_view mappable(std::string_view text) {
  if (text.size() == 1) return text;
  return text == "\uFEFF" || text == "\uFFFE" ? std::string_view() : text;
}

bool same_cluster(const text::Glyph& a, const text::Glyph& b) {
  return a.text_begin == b.text_begin && a.text_end == b.text_end;
}

/// Most are of one byte, for which a call takes longer than the comparison.
bool is_same(std::string_view a, std::string_view b) {
  return a.size() == b.size() && (a.size() == 1 ? a[0] == b[0] : a == b);
}

bool is_raised(const text::Glyph& glyph) { return glyph.y_offset != 0; }

Literal literal_of(std::uint16_t cid) {
  std::string bytes;
  append_literal_byte(bytes, static_cast<unsigned char>(cid >> 8));
  append_literal_byte(bytes, static_cast<unsigned char>(cid & 0xFF));
  Literal literal{.size = static_cast<std::uint8_t>(bytes.size())};
  std::ranges::copy(bytes, literal.bytes.begin());
  return literal;
}

constexpr std::size_t kMostCodes = 0x10000;

}  // namespace

/// Where the viewer's pen is while an array is written, inside a literal string. Steps that round
/// to nothing are carried along until they do not.
struct DocumentFont::Pen {
  std::string& out;
  Em at;

  void move_to(Em target) {
    const Em back = at - target;
    if (std::abs(back) < kThousandth) return;
    const Em thousandths = rounded(back, kThousandth);
    out += ')';
    append_integer(out, thousandths);
    out += '(';
    at -= thousandths * kThousandth;
  }
};

/// Codes on their way to the end of a text, some at a time: a call for each would take longer than
/// all else.
class DocumentFont::Literals {
 public:
  explicit Literals(std::string& out) : out_(out) {}
  void add(const Literal& literal) {
    if (size_ + literal.bytes.size() > waiting_.size()) flush();
    std::memcpy(waiting_.data() + size_, literal.bytes.data(), literal.bytes.size());
    size_ += literal.size;
  }
  void flush() {
    out_.append(waiting_.data(), size_);
    size_ = 0;
  }

 private:
  std::string& out_;
  std::array<char, 64> waiting_;
  std::size_t size_ = 0;
};

DocumentFont::DocumentFont(const text::Face& face, int resource)
    : face_(&face),
      resource_(resource),
      codes_(1),
      first_of_glyph_(face.glyph_count()),
      is_taken_(kMostCodes),
      next_other_(face.glyph_count()),
      words_(&memory_) {
  words_.reserve(1024);
}

Em DocumentFont::in_em(std::int64_t units) const {
  return rounded(units * kEm, face_->metrics().units_per_em);
}

Em DocumentFont::in_em(Length length, Length size) const {
  return rounded(length.micro * kEm, size.micro);  // a kilometre of text does not overflow
}

const Code* DocumentFont::code(text::GlyphId glyph, std::string_view text) {
  if (glyph >= first_of_glyph_.size()) {
    incomplete_ = true;
    return nullptr;
  }
  std::uint16_t* link = &first_of_glyph_[glyph];
  while (*link != 0 && !is_same(codes_[*link].text, text)) link = &codes_[*link].next_of_glyph;
  if (*link != 0) return &codes_[*link];
  if (codes_.size() == kMostCodes) {
    incomplete_ = true;
    return nullptr;
  }
  *link = static_cast<std::uint16_t>(codes_.size());
  const int advance = face_->advance(glyph);
  const std::uint16_t cid = allot_cid(glyph);
  codes_.push_back({cid, glyph, std::string(text), advance, in_em(advance), literal_of(cid)});
  return &codes_.back();
}

/// One is free. CID 0 is the glyph for what has none.
std::uint16_t DocumentFont::allot_cid(text::GlyphId glyph) {
  std::size_t cid = glyph;
  while (cid == 0 || cid >= kMostCodes || is_taken_[cid]) {
    if (next_other_ >= kMostCodes) next_other_ = 1;
    cid = next_other_++;
  }
  is_taken_[cid] = true;
  return static_cast<std::uint16_t>(cid);
}

std::vector<const Code*> DocumentFont::codes() const {
  std::vector<const Code*> all;
  for (std::size_t at = 1; at < codes_.size(); ++at) all.push_back(&codes_[at]);
  std::ranges::sort(all, {}, [](const Code* code) { return code->cid; });
  return all;
}

/// Fills placed_ in logical order.
void DocumentFont::place(const text::ShapedWord& word) {
  placed_.clear();
  placed_.reserve(word.glyphs.size());
  std::int64_t x = 0;
  bool is_shared = false;
  for (const text::Glyph& glyph : word.glyphs) {
    is_shared = is_shared || (!placed_.empty() && same_cluster(glyph, *placed_.back().glyph));
    const char* begin = word.text.data() + glyph.text_begin;
    placed_.push_back({&glyph, x + glyph.x_offset, {begin, glyph.text_end - glyph.text_begin}});
    x += glyph.advance;
  }
  if (word.right_to_left) std::ranges::reverse(placed_);
  if (is_shared) share_texts();
}

/// Where several glyphs have one text, each gets its share.
void DocumentFont::share_texts() {
  for (std::size_t begin = 0, end = 0; begin < placed_.size(); begin = end) {
    while (end < placed_.size() && same_cluster(*placed_[end].glyph, *placed_[begin].glyph)) ++end;
    for (std::size_t at = begin; at < end && end - begin > 1; ++at) {
      placed_[at].text = share(placed_[at].text, at - begin, end - begin);
    }
  }
}

const DocumentFont::Written& DocumentFont::written(const text::ShapedWord& word, Length size) {
  Written& first = words_[&word];
  if (first.size == 0) first = write(word, size);
  if (!first.raised || first.font_size == size) return first;
  Written& other = raised_[{&word, size.micro}];
  if (other.size == 0) other = write(word, size);
  return other;
}

DocumentFont::Written DocumentFont::write(const text::ShapedWord& word, Length size) {
  Written result{.begin = text_.size(),
                 .font_size = size,
                 .raised = std::ranges::any_of(word.glyphs, is_raised)};
  Pen pen{text_, 0};
  Literals literals(text_);
  std::int32_t rise = 0;
  const auto raise_to = [&](std::int32_t wanted) {
    if (wanted == rise) return;
    rise = wanted;
    literals.flush();
    text_ += ")]TJ ";
    append_points(text_, text::at_size(rise, *face_, size));
    text_ += " Ts[(";
  };
  place(word);
  std::int64_t natural = 0;  // where the next glyph stands if nothing moves it
  bool first = true;
  for (const Placed& each : placed_) {
    if (each.glyph->id == 0) continue;  // .notdef is never shown (ISO 14289-1, 7.21.8)
    const Code* shown = code(each.glyph->id, mappable(each.text));
    if (!shown) continue;
    if (first) result.entry = pen.at = in_em(each.x);
    if (!first && each.x != natural) {
      literals.flush();
      pen.move_to(in_em(each.x));
    }
    first = false;
    raise_to(each.glyph->y_offset);
    literals.add(shown->literal);
    pen.at += shown->width;
    natural = each.x + shown->advance;
  }
  raise_to(0);
  literals.flush();
  result.exit = pen.at;
  result.size = text_.size() - result.begin;
  return result;
}

void DocumentFont::show(const page::GlyphRun& run, std::string& out) {
  // Words lie all over memory: asked for at once, they come in the time of one.
  for (const page::Piece& piece : run.pieces) __builtin_prefetch(piece.word->glyphs.data());
  Pen pen{out, 0};
  out += "[(";
  for (const page::Piece& piece : run.pieces) {
    const Written& word = written(*piece.word, run.size);
    pen.move_to(in_em(piece.x, run.size) + word.entry);
    out.append(text_, word.begin, word.size);
    pen.at += word.exit - word.entry;
  }
  out += ")]TJ\n";
}

}  // namespace sheaf::render::pdf
