#include "config/type_words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "model/example.hpp"
#include "model/limits.hpp"
#include "model/literal.hpp"

namespace sheaf::config {
namespace {

using model::Field;
using model::Type;
using model::TypeKind;

std::string_view without_article(std::string_view words) {
  for (const std::string_view article : {"a ", "an "}) {
    if (words.starts_with(article)) return words.substr(article.size());
  }
  return words;
}

/// "whole number, 1 to 5"
std::string limited(std::string_view words, const Type& type) {
  const std::string limits = model::limits_in_words(type);
  return fmt::format("{}{}{}", words, limits.empty() ? "" : ", ", limits);
}

/// "open (Open to all)"; a label that only has a capital more says nothing.
std::string choice_in_words(const Type& type, std::size_t at) {
  const std::string& choice = type.choices[at];
  const std::string_view label = type.labels.empty() ? std::string_view() : type.labels[at];
  if (label.empty() || model::same_letters(label, choice)) return choice;
  return fmt::format("{} ({})", choice, label);
}

std::string one_of(const Type& type) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < type.choices.size(); ++at) {
    words.push_back(choice_in_words(type, at));
  }
  return fmt::format("one of {}", fmt::join(words, ", "));
}

std::string record_in_words(const Type& type, Place place) {
  if (!type.choices.empty()) return fmt::format("{}, or a map", one_of(type));
  if (!type.shorthand.empty()) return fmt::format("map, or its `{}` alone", type.shorthand);
  if (type.item.empty()) return "map";
  return fmt::format("map of names, each to {}", type_in_words(type.item[0], place));
}

std::string list_in_words(const Type& type, Place place) {
  const std::string item = type_in_words(type.item.at(0), place);
  if (type.lone) return fmt::format("{}, or a list of it", item);
  return fmt::format("{}, each entry {}", limited("list", type), item);
}

Json other_form(const Type& type, const Json& example);

/// The other form of the only entry of a list.
Json other_entry(const Type& type, const Json& example) {
  if (example.items.size() != 1) return {};
  Json entry = other_form(type.item.at(0), example.items[0]);
  if (entry.kind == Json::Kind::Null) return {};
  return Json::array({std::move(entry)});
}

Json other_keyed(const Type& type, const Json& example) {
  if (example.members.size() != 1) return {};
  const auto& [key, value] = example.members[0];
  Json inner = other_form(type.item.at(0), value);
  if (inner.kind == Json::Kind::Null) return {};
  return Json::object({{key, std::move(inner)}});
}

Json other_record(const Type& type, const Json& example) {
  if (type.shorthand.empty()) return {};
  if (example.kind != Json::Kind::Object) return Json::object({{type.shorthand, example}});
  const bool sole = example.members.size() == 1 && example.members[0].first == type.shorthand;
  return sole ? example.members[0].second : Json{};
}

Json other_form(const Type& type, const Json& example) {
  switch (type.kind) {
    case TypeKind::Record: return other_record(type, example);
    case TypeKind::List:
    case TypeKind::Rows: return other_entry(type, example);
    case TypeKind::KeyedChoice: return other_keyed(type, example);
    case TypeKind::Link:
      if (example.kind != Json::Kind::String) return {};
      return Json::object({{"text", Json::string("What it leads to")}, {"to", example}});
    default: return {};
  }
}

}  // namespace

std::string type_in_words(const Type& type, Place place) {
  switch (type.kind) {
    case TypeKind::Text:
    case TypeKind::Markdown: {
      const std::string words = limited(name_of(type.kind), type);
      return place == Place::Parameters ? words + ", or `{ file: … }`" : words;
    }
    case TypeKind::Choice: return one_of(type);
    case TypeKind::KeyedChoice:
      return fmt::format("{} and, after a colon, {}", one_of(type),
                         type_in_words(type.item.at(0), place));
    case TypeKind::Person: return "person: a key of `people`, or `{ name, post, email, phone }`";
    case TypeKind::Link: return "link: `{ text, to }`, or its address alone";
    case TypeKind::Image: return "image: `{ file, alt, caption }`, or `{ file, decorative: yes }`";
    case TypeKind::List: return list_in_words(type, place);
    case TypeKind::Record: return record_in_words(type, place);
    case TypeKind::Rows:
      return fmt::format("{}: `{{ data: NAME }}`, or a list, each entry {}", limited("rows", type),
                         type_in_words(type.item.at(0), place));
    case TypeKind::Table: return "rows of any columns: `{ data: NAME }`, or a list of maps";
    default: return limited(without_article(name_of(type.kind)), type);
  }
}

const Type* record_in(const Type& type) {
  if (type.kind == TypeKind::Record && !type.fields.empty()) return &type;
  return type.item.empty() ? nullptr : record_in(type.item.front());
}

Json other_form(const Field& field) {
  const Json example = model::example_of(field);
  return example.kind == Json::Kind::Null ? Json{} : other_form(field.type, example);
}

}  // namespace sheaf::config
