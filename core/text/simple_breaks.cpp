// Most paragraphs hold nothing but plain Latin text, whose breaks follow from pairs of neighbours.
// The tables are UAX 14 cut down to these classes; the tests compare them with ICU.

#include <array>

#include "text/segmenter.hpp"

namespace sheaf::text {
namespace {

enum Class : std::uint8_t {
  kLetter,
  kDigit,
  kStop,     // . , ; :
  kExclaim,  // ! ?
  kOpen,
  kClose,
  kQuote,
  kPrefix,  // £
  kPercent,
  kDash,    // U+2013
  kHyphen,  // -
  kGlue,    // U+00A0
  kSpace,
  kOther
};
constexpr std::size_t kInk = kSpace;  // classes before it are ink

enum Answer : std::uint8_t { kNo, kYes, kAsk };  // kAsk: leave it to ICU

using Row = std::array<Answer, kInk>;
constexpr Answer N = kNo, Y = kYes, A = kAsk;

/// May a line break between two neighbours? Rows: before; columns: after, in the order of Class.
constexpr std::array<Row, kInk> kDirect{{
    // L  D  .  !  (  )  "  £  %  –  -  nbsp
    {N, N, N, N, N, N, N, N, N, N, N, N},  // letter
    {N, N, N, N, N, N, N, N, N, N, N, N},  // digit
    {N, N, N, N, A, N, N, A, A, N, A, N},  // stop
    {A, A, N, N, A, N, N, A, A, A, A, N},  // exclaim
    {N, N, N, N, N, N, N, N, N, N, A, N},  // open
    {N, N, N, N, A, N, N, A, A, N, A, N},  // close
    {N, N, N, N, N, N, N, N, N, N, A, N},  // quote
    {N, N, N, N, A, N, N, A, A, N, A, N},  // prefix
    {N, N, N, N, A, N, N, A, A, N, A, N},  // percent
    {Y, Y, N, N, A, N, N, A, A, A, A, A},  // dash
    {Y, N, N, N, A, N, N, A, A, A, A, A},  // hyphen
    {N, N, N, N, N, N, N, N, N, N, A, N},  // glue
}};

Answer after_spaces(Class before, Class after) {
  if (before == kOpen || (before == kQuote && after == kOpen)) return kAsk;
  if (after == kStop || after == kExclaim || after == kClose || after == kHyphen) return kAsk;
  return kYes;
}

constexpr std::array<Class, 128> make_ascii() {
  std::array<Class, 128> table{};
  table.fill(kOther);
  for (char c = 'a'; c <= 'z'; ++c) table[static_cast<unsigned char>(c)] = kLetter;
  for (char c = 'A'; c <= 'Z'; ++c) table[static_cast<unsigned char>(c)] = kLetter;
  for (char c = '0'; c <= '9'; ++c) table[static_cast<unsigned char>(c)] = kDigit;
  for (const char c : {'.', ',', ';', ':'}) table[static_cast<unsigned char>(c)] = kStop;
  for (const char c : {'!', '?'}) table[static_cast<unsigned char>(c)] = kExclaim;
  for (const char c : {'\'', '"'}) table[static_cast<unsigned char>(c)] = kQuote;
  table['('] = kOpen;
  table[')'] = kClose;
  table['%'] = kPercent;
  table['&'] = kLetter;
  table['-'] = kHyphen;
  table[' '] = kSpace;
  return table;
}
constexpr auto kAscii = make_ascii();

struct Step {
  Class kind;
  std::size_t bytes;
};

Step read_long(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0;
  };
  const int lead = byte(0), second = byte(1), third = byte(2);
  if (lead == 0xC2 && second == 0xA3) return {kPrefix, 2};
  if (lead == 0xC2 && second == 0xA0) return {kGlue, 2};
  const bool sign = lead == 0xC3 && (second == 0x97 || second == 0xB7);  // × ÷
  if (lead >= 0xC3 && lead <= 0xC5 && second >= 0x80 && !sign) return {kLetter, 2};
  if (lead == 0xE2 && second == 0x80) {
    if (third == 0x93) return {kDash, 3};
    if (third == 0x98 || third == 0x99 || third == 0x9C || third == 0x9D) return {kQuote, 3};
  }
  return {kOther, 1};
}

Step read(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  return lead < 128 ? Step{kAscii[lead], 1} : read_long(text, at);
}

}  // namespace

bool find_simple_breaks(std::string_view text, Breaks& breaks) {
  Class earlier = kOther, before = kOther;  // the ink before, and the ink before that
  bool spaced = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto [kind, bytes] = read(text, at);
    if (kind == kLetter && before == kLetter && !spaced) {  // as mostly
      earlier = kLetter;
      at += bytes;
      continue;
    }
    if (kind == kOther || (at == 0 && kind == kSpace)) return false;
    if (kind != kSpace) {
      const bool joins = earlier <= kDigit && !spaced;
      if (before == kHyphen && !spaced && !joins) return false;
      if (at > 0) {
        const Answer answer = spaced ? after_spaces(before, kind) : kDirect[before][kind];
        if (answer == kAsk || (kind == kHyphen && (spaced || before > kDigit))) return false;
        if (answer == kYes) breaks[at] = spaced ? BreakKind::Space : BreakKind::Inner;
      } else if (kind == kHyphen) {
        return false;
      }
      earlier = spaced ? kOther : before;
      before = kind;
    }
    spaced = kind == kSpace;
    at += bytes;
  }
  return true;
}

}  // namespace sheaf::text
