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
/// {"type": [names]}
Json of_types(std::initializer_list<std::string_view> names);
/// A text of this form, an ECMA-262 regular expression.
Json matching(std::string_view pattern);
/// {"required": [keys]}
Json needing(const std::vector<std::string>& keys);
/// Rows of which nothing is known: maps of plain values.
Json any_rows();
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
  bool takes_placeholders() const { return wording_ >= Wording::Typed; }
  bool forgives_capitals() const { return wording_ >= Wording::Cells; }
  bool refers() const { return wording_ >= Wording::Parameters; }
  bool is_part() const { return wording_ == Wording::Part; }

  Json field(const model::Field& field);
  Json old_field(const model::Field& field);
  Json field_type(const model::Field& field);
  Json inner_record(const model::Type& type);
  Json text(const model::Type& type);
  Json lone_text();
  Json text_like(const model::Type& type);
  Json scalar(const model::Type& type);
  Json or_placeholder(std::vector<Json> choices);
  Json list(const model::Type& type);
  Json rows(const model::Type& type);
  Json keyed_choice(const model::Type& type);
  Json compound(std::string_view name, Json whole);
  Json person();
  Json link();
  Json image();
  Json shorthand(const model::Type& type);

  Wording wording_;
  Definitions& definitions_;
  std::string place_;
};

/// The keys that a record and the maps in it must have, and no more, to be laid over the schema of
/// a part: {"required": …, "properties": …}. Lists are no matter: merging replaces them whole.
Json completeness(const model::Type& record, Definitions& definitions);

}  // namespace sheaf::config
