#pragma once
// Parameters as people type them, for a plugin on the stage.

#include <fstream>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include "config/yaml_reader.hpp"
#include "model/conform.hpp"
#include "stage.hpp"

namespace sheaf::test {

/// A layout around the section: one image, and nothing else.
class OneImage final : public model::ConformHooks {
 public:
  bool reach_outside() const override { return true; }
  std::optional<int> read_image(const model::Node&) override { return 0; }
};

/// A file of tests/plugin.
inline std::string read(const std::string& name) {
  std::ostringstream text;
  text << std::ifstream(SHEAF_SOURCE_FOLDER "/tests/plugin/" + name, std::ios::binary).rdbuf();
  return text.str();
}

inline model::Value values(Stage& stage, const std::string& plugin, const std::string& yaml) {
  const auto start = stage.sources.add(plugin + ".yaml", yaml);
  const auto node = config::read_yaml(yaml, start, stage.diagnostics);
  const plugin::Manifest* manifest = stage.registry.find(plugin);
  REQUIRE(node);
  REQUIRE(manifest);
  OneImage hooks;
  return model::conform(*node, manifest->parameters, "with", hooks, stage.diagnostics);
}

}  // namespace sheaf::test
