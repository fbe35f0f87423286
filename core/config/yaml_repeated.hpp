#pragma once
// Names that stand twice in a YAML map, which the parser lets pass.

#include <vector>

#include "config/yaml_finding.hpp"
#include "model/node.hpp"

namespace sheaf::config {

/// Takes the members of `map` out whose names stand further up in it, and adds a finding for each,
/// with its place counted from `start`. An entry of a list (`is_entry`) may hold two entries, of
/// which the second lacks its dash.
void take_out_repeated(model::Node& map, bool is_entry, SourceId start,
                       std::vector<YamlFinding>& findings);

}  // namespace sheaf::config
