#pragma once
// Renders a section in a unit test, without Sheaf, with any test framework and for plugins in any
// language: link the section's sources into the test and compare what it writes.
//
//   const auto made = sheaf::testing::render(R"({
//     introduction: We close two centres.,
//     services: [ { service: Library, closes: 2021-01-04 } ] })");
//   CHECK(made.messages.empty());
//   CHECK(made.blocks.find("placed date 2021-01-04") != std::string::npos);
//
// The values are written as between the brackets of YAML; JSON is a part of that. They are typed by
// the section's own manifest, as Sheaf does it: a wrong one is a message, and nothing is rendered.
// `{ file: … }`, `{ data: … }` and placeholders are Sheaf's affair: give the value itself.

#include <sheaf/testing/binder.hpp>
#include <sheaf/testing/exit_watch.hpp>
#include <sheaf/testing/recorder.hpp>

namespace sheaf::testing {

/// What the section is told of the report around it.
struct Surroundings {
  std::string_view language = "en-GB";
  std::string_view meeting = "{}";  // { board: …, date: 2020-11-25 }
  std::string_view people = "{}";   // { director: { name: …, post: … } }
};

struct Rendered {
  std::string blocks{};  // as `sheaf dump --stage sections` shows them, not indented
  std::vector<std::string>
      messages{};  // "error with.services[1].reopens: Reopens before it closes"
};

/// Throws std::invalid_argument when the values or the manifest cannot be read.
inline Rendered render(std::string_view with, const Surroundings& around,
                       const sheaf_plugin& plugin) {
  const Written manifest = read_notation(from_abi(plugin.manifest));
  const Written *schema = manifest.find("parameters"), *kinds = manifest.find("blocks");
  if (!schema) throw std::invalid_argument("the manifest has no parameters");
  Values values;
  Binder binder(values);
  // First the people, whom the values name.
  const sheaf_node context = binder.bind_context(around.language, read_notation(around.meeting),
                                                 read_notation(around.people));
  const sheaf_node root = binder.bind(read_notation(with), *schema, "with");
  Rendered made;
  for (const std::string& problem : binder.problems()) {
    made.messages.push_back("error " + problem);
  }
  for (const std::string& warning : binder.warnings()) {
    made.messages.push_back("warning " + warning);
  }
  if (!binder.problems().empty()) return made;

  std::vector<std::string> declared;
  for (const Written& kind : kinds ? kinds->items : std::vector<Written>()) {
    declared.push_back(kind.text);
  }
  Recorder recorder(values, std::move(declared));
  const sheaf_host host = recorder.host();
  const sheaf_values given = values.functions(root, context);
  const sheaf_builder builder = recorder.builder();
  const ExitWatch watch(from_abi(plugin.id));
  sheaf_section* section = nullptr;
  sheaf_rc rc = plugin.create(&host, plugin.id, &section);
  if (rc == SHEAF_OK) {
    if (plugin.check) rc = plugin.check(section, &given);
    if (rc == SHEAF_OK) rc = plugin.render(section, &given, &builder);
    if (plugin.destroy) plugin.destroy(section);
  }
  recorder.finish(rc);
  made.blocks = recorder.blocks();
  for (std::string& message : recorder.messages()) made.messages.push_back(std::move(message));
  return made;
}

/// The section that is linked into this program.
inline Rendered render(std::string_view with, const Surroundings& around = {}) {
  return render(with, around, *sheaf_section_entry_1(SHEAF_MINOR));
}

}  // namespace sheaf::testing
