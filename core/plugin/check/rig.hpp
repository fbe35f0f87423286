#pragma once
// A plugin on the test bench: loaded, and rendered as often as a check likes.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "plugin/check/mean_host.hpp"
#include "plugin/check/rule.hpp"
#include "plugin/check/samples.hpp"

namespace sheaf::plugin::check {

/// What one rendering came to.
struct Rendering {
  sheaf_rc rc = SHEAF_OK;
  std::string blocks;            // a dump
  std::string said;              // what the plugin says of the layout
  std::string fault;             // how it broke the contract, as a sentence; empty when it did not
  std::string error;             // what it first calls wrong in the layout; empty when nothing
  std::int64_t calls = 0;        // of the builder
  Milliseconds took{0};          // of its own time, as the next
  Milliseconds took_to_stop{0};  // after the host refused a call or asked it to stop

  bool is_like(const Rendering& other) const {
    return blocks == other.blocks && said == other.said;
  }
};

/// "The plugin "x" put …" as "It put …".
std::string about_it(std::string_view message, std::string_view id);
/// Blocks as text, for comparing.
std::string dump(std::vector<model::Block> blocks);

/// In a child, once: what it loads stays.
class Rig {
 public:
  /// Loads the plugin; what cannot be loaded ends the check with `problem()`.
  explicit Rig(const Trial& trial);
  Rig(const Rig&) = delete;
  Rig& operator=(const Rig&) = delete;

  /// Why it cannot be loaded, as a sentence; empty when it is.
  const std::string& problem() const { return problem_; }
  const Manifest& manifest() const { return manifest_; }

  /// Renders values of this kind. `doing` is told if the plugin takes the process down.
  Rendering render(SampleKind kind, const Treatment& treatment = {});
  Rendering render(const model::Value& values, const Treatment& treatment = {});

  /// How many renderings as the first of this kind a check can afford: at most `most`, though 2.
  int affordable(SampleKind kind, int most);

  /// Takes away all that was lent before a wall.
  void forbid_lent() { lent_.forbid(); }
  /// From now on the plugin may write no other kinds of block than its manifest declares.
  void hold_to_declared_kinds() { manifest_.blocks = declared_; }
  /// The kinds that the manifest declares.
  const std::vector<std::string>& declared_kinds() const { return declared_; }

 private:
  using Sample = tl::expected<model::Value, std::string>;
  std::string load_plugin();
  const Sample& value_of(SampleKind kind);

  const Trial& trial_;
  Manifest manifest_;  // without the kinds of block, so that all may be written
  std::vector<std::string> declared_;
  sheaf_plugin plugin_{};
  std::string problem_;
  Lent lent_;
  model::Value context_;
  std::map<SampleKind, Sample> values_;
  HandleRange handles_;
};

}  // namespace sheaf::plugin::check
