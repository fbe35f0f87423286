#include "config/schema_choices.hpp"

#include <utility>

#include "config/schema_writer.hpp"
#include "model/literal.hpp"

namespace sheaf::config {

using model::Type;

Json one_of(const std::vector<std::string>& words) {
  return Json::object({{"enum", array_of(words)}});
}

Json words_of(const Type& type) {
  Json words = one_of(type.choices);
  if (!type.labels.empty()) words.set("enumDescriptions", array_of(type.labels));
  return words;
}

Json typed_words_of(const Type& type) {
  Json words = words_of(type);
  Json& all = *member(words, "enum");
  for (const std::string& choice : type.choices) {
    if (const auto number = model::parse_whole(choice)) all.items.push_back(Json::number(*number));
  }
  return words;
}

Json keyed_by_words_of(const Type& type, const Json& value) {
  Json properties = Json::object();
  for (std::size_t at = 0; at < type.choices.size(); ++at) {
    Json one = value;
    const bool has_label = !type.labels.empty() && !type.labels[at].empty();
    if (has_label) one.set("description", Json::string(type.labels[at]));
    properties.set(type.choices[at], std::move(one));
  }
  return properties;
}

}  // namespace sheaf::config
