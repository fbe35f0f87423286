#pragma once
// YAML text and a type in, the value's dump and the findings out.

#include <string>
#include <vector>

#include "config/yaml_reader.hpp"
#include "model/conform.hpp"
#include "support/findings.hpp"

namespace sheaf::test {

struct Typed {
  model::Value value;
  std::vector<std::string> findings;
  std::vector<std::string> help;

  std::string dump() const { return model::dump(value); }
};

inline model::Type plain(model::TypeKind kind) {
  model::Type type;
  type.kind = kind;
  return type;
}

inline model::Type choice_of(std::vector<std::string> choices) {
  model::Type type = plain(model::TypeKind::Choice);
  type.choices = std::move(choices);
  return type;
}

inline model::Type with_item(model::TypeKind kind, model::Type item) {
  model::Type type = plain(kind);
  type.item.push_back(std::move(item));
  return type;
}

inline model::Field field(std::string name, model::Type type, bool required = true) {
  return {.name = name,
          .description = "Description of " + name,
          .type = std::move(type),
          .required = required,
          .example = {}};
}

inline model::Type record_of(std::vector<model::Field> fields) {
  model::Type type = plain(model::TypeKind::Record);
  type.fields = std::move(fields);
  return type;
}

inline Typed typed(const std::string& yaml, const model::Type& type, model::ConformHooks& hooks) {
  SourceMap sources;
  Diagnostics diagnostics;
  Typed result;
  const auto node = config::read_yaml(yaml, sources.add("in.yaml", yaml), diagnostics);
  if (node) result.value = model::conform(*node, type, "with", hooks, diagnostics);
  result.findings = findings(diagnostics, sources);
  for (const Diagnostic& one : diagnostics.all()) result.help.push_back(one.help);
  return result;
}

inline Typed typed(const std::string& yaml, const model::Type& type) {
  model::ConformHooks none;
  return typed(yaml, type, none);
}

}  // namespace sheaf::test
