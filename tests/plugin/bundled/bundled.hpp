#pragma once
// The bundled plugins, and parameters for them from YAML as a layout would give them.

#include <catch2/catch.hpp>

#include "base/file_system.hpp"
#include "config/yaml_reader.hpp"
#include "data/table_value.hpp"
#include "model/conform.hpp"
#include "plugin/registry.hpp"
#include "support/findings.hpp"

namespace sheaf::test {

inline const plugin::Registry& bundled_plugins() {
  static const plugin::Registry registry = [] {
    const Path folders[] = {Path(SHEAF_BINARY_FOLDER) / "lib/sheaf/plugins"};
    const auto files = make_real_file_system();
    plugin::Registry found = plugin::discover(folders, *files);
    REQUIRE(found.faulty().empty());
    return found;
  }();
  return registry;
}

/// `director` is the only person there is, any image can be read, and all data are these grants.
class CaseHooks : public model::ConformHooks {
 public:
  bool reach_outside() const override { return true; }
  const model::Node* read_rows(const model::Node&) override {
    if (!grants_) {
      Diagnostics none;
      grants_ = *data::read_csv("service,families_helped,paid\nHousing,12,£1250\nFuel,3,£80.50\n",
                                {}, ',', none);
    }
    return &grants_->rows;
  }
  model::Value make_table(model::Node rows, const model::Node*) override {
    auto columns = data::columns_of(rows);
    return data::table_value({std::move(columns), std::move(rows)});
  }
  std::optional<int> read_image(const model::Node&) override { return 0; }
  std::optional<model::Value> find_person(const model::Node& key) override {
    if (key.text != "director") return std::nullopt;
    model::Value person;
    person.kind = model::ValueKind::Person;
    person.source = key.source;
    person.members = {{"name", model::text_value("Catherine Underwood", key.source)},
                      {"post", model::text_value("Corporate Director for People", key.source)}};
    return person;
  }

 private:
  std::optional<data::Table> grants_;
};

/// The value of a `with:` in YAML, checked against a plugin's manifest. `yaml` begins at `start`.
inline model::Value parameters(std::string_view yaml, SourceId start,
                               const plugin::Manifest& manifest, Diagnostics& diagnostics) {
  const auto node = config::read_yaml(yaml, start, diagnostics);
  if (!node) return {};
  CaseHooks hooks;
  return model::conform(*node, manifest.parameters, "with", hooks, diagnostics);
}

}  // namespace sheaf::test
