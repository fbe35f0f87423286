#include "config/yaml_text.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace sheaf::config {
namespace {

constexpr std::size_t kWidest = 80;  // of a line that holds a whole list or map

bool is_compound(const Json& value) {
  return value.kind == Json::Kind::Array || value.kind == Json::Kind::Object;
}

/// Whether YAML takes the text as it stands, in brackets too.
bool stands_plain(std::string_view text) {
  constexpr std::string_view kSigns = "-?:,[]{}#&*!|>'\"%@`";
  if (text.empty() || text.front() == ' ' || text.back() == ' ' || text.back() == ':') return false;
  if (kSigns.find(text.front()) != std::string_view::npos) return false;
  if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos) {
    return false;
  }
  const auto needs_quotes = [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == ',' || c == '[' || c == ']' || c == '{' ||
           c == '}';
  };
  return std::ranges::none_of(text, needs_quotes);
}

std::string text_on_one_line(const Json& text) {
  return stands_plain(text.text) ? text.text : write_json(text);  // JSON strings are YAML's, too
}

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : ", ") + part;
  return all;
}

bool is_shallow(const Json& value) {
  return std::ranges::none_of(value.items, is_compound) &&
         std::ranges::none_of(value.members, is_compound, &Json::Member::second);
}

void append_block(std::string& out, const Json& value, std::size_t indent) {
  for (const Json& item : value.items) append_yaml(out, {}, item, indent);
  for (const auto& [name, inner] : value.members) append_yaml(out, name, inner, indent);
}

/// A map as the entry of a list begins on the line of its dash.
void append_entry(std::string& out, const Json& map, std::size_t indent) {
  std::string block;
  append_block(block, map, indent + 2);
  block[indent] = '-';
  out += block;
}

void append_long_text(std::string& out, std::string_view text, std::size_t indent) {
  out += "|\n";
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    out += line.empty() ? "\n" : fmt::format("{}{}\n", std::string(indent, ' '), line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace

std::string yaml_on_one_line(const Json& value) {
  std::vector<std::string> parts;
  for (const Json& item : value.items) parts.push_back(yaml_on_one_line(item));
  for (const auto& [name, inner] : value.members) {
    parts.push_back(fmt::format("{}: {}", name, yaml_on_one_line(inner)));
  }
  switch (value.kind) {
    case Json::Kind::Array: return "[" + joined(parts) + "]";
    case Json::Kind::Object: return parts.empty() ? "{}" : "{ " + joined(parts) + " }";
    case Json::Kind::String: return text_on_one_line(value);
    case Json::Kind::Boolean: return value.is_true() ? "yes" : "no";
    case Json::Kind::Null: return {};
    default: return value.text;
  }
}

void append_yaml(std::string& out, std::string_view key, const Json& value, std::size_t indent) {
  const std::string start =
      std::string(indent, ' ') + (key.empty() ? "-" : fmt::format("{}:", key));
  if (value.kind == Json::Kind::String && value.text.find('\n') != std::string::npos) {
    out += start + " ";
    return append_long_text(out, value.text, indent + 2);
  }
  const std::string line = fmt::format("{} {}", start, yaml_on_one_line(value));
  const bool fits = !is_compound(value) || (is_shallow(value) && line.size() <= kWidest);
  if (fits) {
    out += line + "\n";
  } else if (key.empty() && value.kind == Json::Kind::Object) {
    append_entry(out, value, indent);
  } else {
    out += start + "\n";
    append_block(out, value, indent + 2);
  }
}

}  // namespace sheaf::config
