#pragma once
// Both sides of one run: the values as a plugin asks for them, and its calls as blocks. Everything
// that comes from the plugin is checked here; what breaks the contract becomes a diagnostic.

#include <optional>
#include <stop_token>
#include <string_view>

#include <sheaf/abi.h>

#include "base/diagnostic.hpp"
#include "plugin/block_builder.hpp"
#include "plugin/served_values.hpp"
#include "plugin/value_table.hpp"

namespace sheaf::plugin {

/// For one call of render, on one thread (but for `cancelled` and `log`). The three tables of
/// functions point to this object: it does not move.
class Bridge {
 public:
  struct Run {
    const Manifest& manifest;
    const model::Value& values;   // the section's `with:`
    const model::Value& context;  // language, meeting, people
    SourceId source;              // of the section in the layout
    ValueTable::Handle base;      // see ValueTable
    std::stop_token stop;
  };

  Bridge(const Run& run, Diagnostics& diagnostics);
  Bridge(const Bridge&) = delete;
  Bridge& operator=(const Bridge&) = delete;

  const sheaf_host* host() const { return &host_; }
  const sheaf_values* values() const { return served_.table(); }
  const sheaf_builder* builder() const { return &builder_; }

  /// What render returned. Gives the blocks, or none when anything was wrong.
  std::vector<model::Block> finish(sheaf_rc rc);
  /// Reports an exception that crossed the boundary.
  void thrown(std::string_view what);
  /// The flat form of the values, for who serves them elsewhere.
  const ValueTable& table() const { return table_; }
  /// Whether the plugin broke the contract: nothing more is taken, and there will be no blocks.
  bool is_broken() const { return rc_ != SHEAF_OK && rc_ != SHEAF_CANCELLED; }

 private:
  friend struct Calls;
  /// A call of the builder, unless the run is over already.
  template <class Call>
  sheaf_rc take(Call call);
  /// The first breach ends the run.
  void report(Breach breach);
  const model::Value* find(sheaf_node node);
  void say(std::int32_t level, sheaf_str code, sheaf_node at, sheaf_str message);

  Run run_;
  Diagnostics& diagnostics_;
  ValueTable table_;
  ServedValues served_;
  BlockBuilder blocks_;
  sheaf_rc rc_ = SHEAF_OK;  // of every further call
  bool has_error_ = false;  // an error was reported, by the plugin or here
  sheaf_host host_;
  sheaf_builder builder_;
};

}  // namespace sheaf::plugin
