// The README of a plugin is checked against its manifest.

#include "bundled.hpp"

namespace sheaf::test {
namespace {

std::string readme_of(const plugin::Manifest& manifest) {
  const Path path = Path(SHEAF_SOURCE_FOLDER) / "plugins" / manifest.id / "README.md";
  INFO(path.string());
  const auto text = make_real_file_system()->read(path, 1 << 20);
  REQUIRE(text);
  return *text;
}

const model::Type& inner(const model::Type& type) {
  return type.item.empty() ? type : inner(type.item[0]);
}

void check_rows(const model::Type& record, const std::string& prefix, const std::string& readme) {
  for (const model::Field& field : record.fields) {
    const std::string row =
        fmt::format("| `{}{}` | {}{} | {} |", prefix, field.name, name_of(field.type.kind),
                    field.required ? ", required" : "", field.description);
    INFO("the README must have this line:\n" << row);
    CHECK(readme.find(row) != std::string::npos);
    check_rows(inner(field.type), fmt::format("{}{}.", prefix, field.name), readme);
  }
}

/// The text between "```yaml" and "```".
std::string_view sample_of(std::string_view readme) {
  constexpr std::string_view fence = "```yaml\n";
  const auto begin = readme.find(fence);
  REQUIRE(begin != std::string_view::npos);
  readme.remove_prefix(begin + fence.size());
  return readme.substr(0, readme.find("```"));
}

TEST_CASE("every README lists each parameter as the manifest describes it") {
  for (const plugin::Manifest& manifest : bundled_plugins().all()) {
    DYNAMIC_SECTION(manifest.id) { check_rows(manifest.parameters, "", readme_of(manifest)); }
  }
}

TEST_CASE("the YAML sample of every README is accepted") {
  for (const plugin::Manifest& manifest : bundled_plugins().all()) {
    DYNAMIC_SECTION(manifest.id) {
      SourceMap sources;
      const std::string readme = readme_of(manifest);
      const std::string sample(sample_of(readme));
      const SourceId start = sources.add("sample.yaml", sample);
      Diagnostics diagnostics;
      const auto layout = config::read_yaml(sample, start, diagnostics);
      REQUIRE(layout);
      const model::Node* with = layout->items.at(0).find("with");
      REQUIRE(with);
      CaseHooks hooks;
      model::conform(*with, manifest.parameters, "with", hooks, diagnostics);
      CHECK(findings(diagnostics, sources).empty());
    }
  }
}

}  // namespace
}  // namespace sheaf::test
