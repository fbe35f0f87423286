#pragma once
// `output:` and `outputs:`: the files that a layout asks for, and for whom each is.

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/layout_spec.hpp"

namespace sheaf::config {

/// A file gives one of the two at most.
inline constexpr std::array<std::string_view, 2> kOutputKeys{"output", "outputs"};

/// Refuses a file that gives both keys.
void check_outputs(const model::Node& file, Diagnostics& diagnostics);

/// The two keys are two ways to say one thing: takes out of `base` what `over` says in either.
void drop_replaced_outputs(model::Node& base, const model::Node& over);

/// The edition to read: the one that is asked for, else the public one if any output is of it.
model::Edition edition_to_read(const model::Node& layout, std::optional<model::Edition> asked);

/// All outputs, or one that says nothing when there are none. One that names no edition is public,
/// or exempt when that is `read` and no output is said to be.
std::vector<model::OutputSpec> take_outputs(const model::Node& layout, model::Edition read);

}  // namespace sheaf::config
