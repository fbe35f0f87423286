#include "base/json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "base/utf8.hpp"

namespace sheaf {
namespace {

constexpr std::size_t kDeepest = 256;

/// The parser's words repeat what it read last, broken bytes and all.
std::string repaired(std::string_view words) {
  std::string text;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint point = decode(words, at);
    append_utf8(text, point.value);
    at += point.bytes;
  }
  return text;
}

/// Counts what the parser has taken, so that events know where they are.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char* begin, std::size_t* taken)
      : at_(at), begin_(begin), taken_(taken) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    ++at_;
    if (taken_) *taken_ = static_cast<std::size_t>(at_ - begin_);
    return *this;
  }
  CountingIterator operator++(int) {
    auto old = *this;
    ++*this;
    return old;
  }
  friend bool operator==(const CountingIterator& a, const CountingIterator& b) {
    return a.at_ == b.at_;
  }

 private:
  const char* at_;
  const char* begin_;
  std::size_t* taken_;
};

/// nlohmann's SAX events, built into our own tree.
class Builder final : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit Builder(const std::size_t* taken) : taken_(taken) {}

  Json root;
  JsonProblem problem{0, {}};

  bool null() override { return add({}); }
  bool boolean(bool value) override { return add(Json::boolean(value)); }
  bool number_integer(number_integer_t value) override { return add(Json::number(value)); }
  bool number_unsigned(number_unsigned_t value) override {
    return add_number(fmt::to_string(value));
  }
  bool number_float(number_float_t, const string_t& text) override { return add_number(text); }
  bool string(string_t& text) override { return add(Json::string(text)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(Json::object()); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    if (open_.back()->find(name)) return fail(fmt::format("\"{}\" is given twice", name));
    open_.back()->members.emplace_back(name, Json());
    return true;
  }

  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& error) override {
    const std::string_view words = error.what();
    const std::string_view end = words.find(": ") == words.npos ? "] " : ": ";  // of its own head
    const auto at = words.find(end);
    problem = {position == 0 ? 0 : position - 1,
               repaired(at == words.npos ? words : words.substr(at + 2))};
    return false;
  }

 private:
  bool fail(std::string reason) {
    problem = {*taken_, std::move(reason)};
    return false;
  }

  bool add_number(std::string text) {
    Json value;
    value.kind = Json::Kind::Number;
    value.text = std::move(text);
    return add(std::move(value));
  }

  Json* place(Json value) {
    value.offset = *taken_ == 0 ? 0 : *taken_ - 1;
    if (open_.empty()) return &(root = std::move(value));
    Json& parent = *open_.back();
    if (parent.kind == Json::Kind::Array) return &parent.items.emplace_back(std::move(value));
    return &(parent.members.back().second = std::move(value));
  }

  bool add(Json value) { return place(std::move(value)) != nullptr; }

  bool open(Json value) {
    if (open_.size() == kDeepest) return fail("nested too deeply");
    open_.push_back(place(std::move(value)));
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  const std::size_t* taken_;
  std::vector<Json*> open_;  // only the last one grows, so the pointers stay good
};

void write(fmt::memory_buffer& out, const Json& value, int depth, bool indented);

/// A path need not be UTF-8; JSON must be (RFC 8259, 8.1), so what is not becomes U+FFFD.
void write_string(fmt::memory_buffer& out, std::string_view text) {
  constexpr auto replace = nlohmann::json::error_handler_t::replace;
  const std::string quoted = nlohmann::json(text).dump(-1, ' ', false, replace);
  out.append(quoted);
}

void start_line(fmt::memory_buffer& out, int depth, bool indented) {
  if (!indented) return;
  out.push_back('\n');
  for (int i = 0; i < depth; ++i) out.append(std::string_view("  "));
}

template <class Range, class WriteOne>
void write_group(fmt::memory_buffer& out, std::string_view brackets, const Range& range, int depth,
                 bool indented, WriteOne write_one) {
  out.push_back(brackets[0]);
  bool first = true;
  for (const auto& entry : range) {
    if (!std::exchange(first, false)) out.push_back(',');
    start_line(out, depth + 1, indented);
    write_one(entry);
  }
  if (!first) start_line(out, depth, indented);
  out.push_back(brackets[1]);
}

void write(fmt::memory_buffer& out, const Json& value, int depth, bool indented) {
  switch (value.kind) {
    case Json::Kind::Null: out.append(std::string_view("null")); return;
    case Json::Kind::Boolean:
    case Json::Kind::Number: out.append(value.text); return;
    case Json::Kind::String: write_string(out, value.text); return;
    case Json::Kind::Array:
      return write_group(out, "[]", value.items, depth, indented,
                         [&](const Json& item) { write(out, item, depth + 1, indented); });
    case Json::Kind::Object:
      return write_group(out, "{}", value.members, depth, indented,
                         [&](const Json::Member& member) {
                           write_string(out, member.first);
                           out.append(indented ? std::string_view(": ") : std::string_view(":"));
                           write(out, member.second, depth + 1, indented);
                         });
  }
}

Json make(Json::Kind kind, std::string text) {
  Json value;
  value.kind = kind;
  value.text = std::move(text);
  return value;
}

}  // namespace

Json Json::string(std::string_view value) { return make(Kind::String, std::string(value)); }
Json Json::number(std::int64_t value) { return make(Kind::Number, fmt::to_string(value)); }
Json Json::boolean(bool value) { return make(Kind::Boolean, value ? "true" : "false"); }

Json Json::array(std::vector<Json> items) {
  Json value = make(Kind::Array, {});
  value.items = std::move(items);
  return value;
}

Json Json::object(std::vector<Member> members) {
  Json value = make(Kind::Object, {});
  value.members = std::move(members);
  return value;
}

const Json* Json::find(std::string_view key) const {
  const auto at = std::ranges::find(members, key, &Member::first);
  return at == members.end() ? nullptr : &at->second;
}

Json& Json::set(std::string_view key, Json value) {
  const auto at = std::ranges::find(members, key, &Member::first);
  if (at != members.end()) {
    at->second = std::move(value);
  } else {
    members.emplace_back(std::string(key), std::move(value));
  }
  return *this;
}

bool operator==(const Json& a, const Json& b) {
  return a.kind == b.kind && a.text == b.text && a.items == b.items && a.members == b.members;
}

tl::expected<Json, JsonProblem> parse_json(std::string_view text) {
  std::size_t taken = 0;
  Builder builder(&taken);
  const char* end = text.data() + text.size();
  const bool whole = nlohmann::json::sax_parse(CountingIterator(text.data(), text.data(), &taken),
                                               CountingIterator(end, end, nullptr), &builder);
  if (!whole) return tl::unexpected<JsonProblem>(builder.problem);
  return std::move(builder.root);
}

std::string write_json(const Json& value, JsonStyle style) {
  fmt::memory_buffer out;
  write(out, value, 0, style == JsonStyle::Indented);
  return fmt::to_string(out);
}

}  // namespace sheaf
