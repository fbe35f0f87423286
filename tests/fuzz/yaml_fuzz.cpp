// Any text as YAML: a tree whose places lie in the text, or an error.

#include "config/yaml_reader.hpp"
#include "fuzzing.hpp"

using namespace sheaf;

namespace {

void check_places(const model::Node& node, SourceId start, std::size_t size) {
  const auto lies_in = [&](SourceId place) {
    return !place || (place.offset >= start.offset && place.offset <= start.offset + size);
  };
  test::require(lies_in(node.source));
  for (const model::Node& item : node.items) check_places(item, start, size);
  for (const model::Member& member : node.members) {
    test::require(lies_in(member.key_source));
    check_places(member.value, start, size);
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  SourceMap sources;
  Diagnostics diagnostics;
  const SourceId start = sources.add("a.yaml", std::string(test::bytes_of(data, size)));
  const auto tree = config::read_yaml(sources.text(start), start, diagnostics);
  test::require(tree || diagnostics.errors() > 0);
  if (tree) check_places(*tree, start, size);
  test::check_findings(diagnostics, sources);
  return 0;
}
