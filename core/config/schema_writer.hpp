#pragma once
// JSON Schema for single types; json_schema.cpp makes whole documents of them.

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "config/json_schema.hpp"
#include "model/schema.hpp"

namespace sheaf::config {

/// {"type": name}
Json typed(std::string_view name);
Json any_of(std::vector<Json> choices);
Json all_of(std::vector<Json> rules);
Json array_of(const std::vector<std::string>& texts);
/// The member `key` of an object, or null.
Json* member(Json& object, std::string_view key);

/// `$defs`: what several places of a schema share, by name.
class Definitions {
 public:
  /// A `$ref` to `schema`, or the schema itself where it is as short as a `$ref`.
  Json refer(std::string_view name, Json schema);
  Json* find(std::string_view name) { return member(all_, name); }
  const Json& all() const { return all_; }

 private:
  std::string key_for(std::string_view name, const Json& schema) const;

  Json all_ = Json::object();
};

/// Writes types; `place` names the records within, as in "with-cover.background_papers".
class SchemaWriter {
 public:
  SchemaWriter(Wording wording, Definitions& definitions, std::string place = {})
      : wording_(wording), definitions_(definitions), place_(std::move(place)) {}

  Json schema(const model::Type& type);
  Json record(const model::Type& type);

 private:
  bool typed_by_people() const { return wording_ != Wording::Bound; }
  bool takes_placeholders() const {
    return wording_ == Wording::Typed || wording_ == Wording::Parameters;
  }
  bool refers() const { return wording_ == Wording::Parameters; }

  Json field(const model::Field& field);
  Json inner_record(const model::Type& type);
  Json text();
  Json lone_text();
  Json text_like(std::string_view pattern);
  Json scalar(const model::Type& type);
  Json or_placeholder(std::vector<Json> choices);
  Json list(const model::Type& type);
  Json rows(const model::Type& type);
  Json keyed_choice(const model::Type& type);
  Json person();
  Json link();
  Json image();
  Json shorthand(const model::Type& type);

  Wording wording_;
  Definitions& definitions_;
  std::string place_;
};

/// The keys that a record and the records in it must have, and no more: {"required": …,
/// "properties": …}. Lists are no matter: their items say themselves what they need.
Json completeness(const model::Type& record);

/// The same without any requirement that merging with another file may yet meet.
model::Type open_to_merging(model::Type record);

}  // namespace sheaf::config
