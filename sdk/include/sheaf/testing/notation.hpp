#pragma once
// Values as tests write them: what stands between { } and [ ] in YAML, of which JSON is a part.
//
//   { service: Library, closes: 2021-01-04, tags: [one, "two, three"] }

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace sheaf::testing {

struct Written {
  enum class Kind { Nothing, Text, List, Map };
  Kind kind = Kind::Nothing;
  std::string text{};
  std::vector<std::string> keys{};  // of a map: one for each item
  std::vector<Written> items{};

  const Written* find(std::string_view key) const {
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (keys[i] == key) return &items[i];
    }
    return nullptr;
  }
  /// The text behind a key, or empty.
  std::string_view text_of(std::string_view key) const {
    const Written* found = find(key);
    return found ? std::string_view(found->text) : std::string_view();
  }
};

class NotationReader {
 public:
  explicit NotationReader(std::string_view text) : text_(text) {}

  /// Throws std::invalid_argument where it cannot go on.
  Written read() {
    Written value = read_value();
    skip_space();
    if (at_ != text_.size()) fail("nothing more");
    return value;
  }

 private:
  [[noreturn]] void fail(std::string_view wanted) const {
    throw std::invalid_argument("values: " + std::string(wanted) + " is wanted before \"" +
                                std::string(text_.substr(at_, 20)) + "\"");
  }
  char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
  void skip_space() {
    while (is_space(next())) ++at_;
  }
  bool take(char c) {
    skip_space();
    if (next() != c) return false;
    ++at_;
    return true;
  }

  Written read_value() {
    skip_space();
    if (next() == '{') return read_map();
    if (next() == '[') return read_list();
    if (next() == '"' || next() == '\'') return {Written::Kind::Text, read_quoted(), {}, {}};
    std::string plain = read_plain(false);
    if (plain.empty() || plain == "null" || plain == "~") return {};
    return {Written::Kind::Text, std::move(plain), {}, {}};
  }
  Written read_list() {
    Written list{Written::Kind::List, {}, {}, {}};
    ++at_;
    while (!take(']')) {
      list.items.push_back(read_value());
      if (take(']')) break;
      if (!take(',')) fail(", or ]");
    }
    return list;
  }
  Written read_map() {
    Written map{Written::Kind::Map, {}, {}, {}};
    ++at_;
    while (!take('}')) {
      skip_space();
      const bool quoted = next() == '"' || next() == '\'';
      map.keys.push_back(quoted ? read_quoted() : read_plain(true));
      if (!take(':')) fail(": behind a name");
      map.items.push_back(read_value());
      if (take('}')) break;
      if (!take(',')) fail(", or }");
    }
    return map;
  }
  /// Up to a comma or a bracket; of a name, up to its colon.
  std::string read_plain(bool name) {
    const std::size_t begin = at_;
    while (at_ < text_.size() && std::string_view(",[]{}").find(next()) == std::string_view::npos) {
      const bool ends = at_ + 1 == text_.size() || is_space(text_[at_ + 1]);
      if (name && next() == ':' && ends) break;
      ++at_;
    }
    std::string_view plain = text_.substr(begin, at_ - begin);
    while (!plain.empty() && is_space(plain.back())) plain.remove_suffix(1);
    return std::string(plain);
  }
  std::string read_quoted() {
    const char quote = text_[at_++];
    std::string out;
    while (next() != quote) {
      if (at_ == text_.size()) fail("a closing quotation mark");
      if (quote == '"' && next() == '\\') {
        append_escaped(out);
      } else {
        out += text_[at_++];
      }
    }
    ++at_;
    return out;
  }
  void append_escaped(std::string& out) {
    ++at_;
    constexpr std::string_view names = "nrtbf", meanings = "\n\r\t\b\f";
    const std::size_t known = names.find(next());
    if (next() == 'u') {
      append_code_point(out, std::stoul(std::string(text_.substr(at_ + 1, 4)), nullptr, 16));
      at_ += 5;
      return;
    }
    out += known == std::string_view::npos ? next() : meanings[known];
    ++at_;
  }
  static void append_code_point(std::string& out, unsigned long point) {
    const auto tail = [&](unsigned shift) {
      out += static_cast<char>(0x80 | ((point >> shift) & 0x3F));
    };
    if (point < 0x80) {
      out += static_cast<char>(point);
    } else if (point < 0x800) {
      out += static_cast<char>(0xC0 | (point >> 6));
      tail(0);
    } else {
      out += static_cast<char>(0xE0 | (point >> 12));
      tail(6);
      tail(0);
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

inline Written read_notation(std::string_view text) { return NotationReader(text).read(); }

/// In quotes, as block dumps have it.
inline std::string in_quotes(std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef", names = "btnxfr";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += {'\\', c};
    } else if (byte >= 8 && byte <= 13 && byte != 11) {
      out += {'\\', names[byte - 8U]};
    } else if (byte < 0x20) {
      out += {'\\', 'u', '0', '0', hex[byte >> 4U], hex[byte & 15U]};
    } else {
      out += c;
    }
  }
  return out + '"';
}

}  // namespace sheaf::testing
