#pragma once
// One section of a loaded plugin, from create to destroy: the same in the engine and in a child.

#include <functional>
#include <string_view>

#include <sheaf/abi.h>

namespace sheaf::plugin {

/// What a plugin is handed for one section. Borrowed.
struct SectionTables {
  const sheaf_host* host;
  const sheaf_values* values;
  const sheaf_builder* builder;
};

/// `id`: the section's in the layout. Calls create, check (where there is one), render and destroy,
/// each only after the one before gave SHEAF_OK, destroy always after create. Gives the last result
/// but that of destroy. What a plugin throws, against the contract, goes to `thrown` and no
/// further.
sheaf_rc call_section(const sheaf_plugin& plugin, std::string_view id, const SectionTables& tables,
                      const std::function<void(std::string_view)>& thrown);

}  // namespace sheaf::plugin
