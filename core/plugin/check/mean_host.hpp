#pragma once
// A host that keeps to the contract, and to nothing beyond it.

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/bridge.hpp"
#include "plugin/check/own_time.hpp"
#include "plugin/check/walled_memory.hpp"
#include "plugin/section_call.hpp"

namespace sheaf::plugin::check {

/// How texts that a plugin borrows end.
enum class TextEnd { Zero, Letters, Wall };

/// What follows the members of minor 0 in the structs that a plugin gets.
enum class StructEnd { Zeros, Wall, Junk };

/// What a plugin has to bear.
struct Treatment {
  TextEnd text_end = TextEnd::Zero;
  StructEnd struct_end = StructEnd::Zeros;
  std::int64_t refuse_at = -1;       // the builder's call from which on it refuses; -1: never
  sheaf_rc refusal = SHEAF_E_LIMIT;  // SHEAF_CANCELLED: cancelled() says so too
  bool knows_kinds = true;
};

/// Texts and structs that were lent; those of a whole process, so that what a plugin keeps against
/// the contract stays readable where that is not what is looked for.
class Lent {
 public:
  std::string_view text(std::string_view text, TextEnd end);
  template <class Struct>
  const Struct* structure(Struct filled, StructEnd end);
  /// Whoever touches what was lent before a wall is caught from now on.
  void forbid();

 private:
  std::string_view walled(std::string_view text);

  static constexpr std::size_t kSlot = 256;
  struct alignas(std::max_align_t) Slot {
    std::array<std::byte, kSlot> bytes;
  };

  std::map<std::string, std::string, std::less<>> zeros_, letters_;  // each text once
  std::map<std::string, std::string_view, std::less<>> walls_;       // and these, too
  std::map<std::size_t, Slot> slots_;                                // by the size of the struct
  WalledMemory walled_;
};

/// Stands between a bridge and a plugin for one run. Does not move.
class MeanHost {
 public:
  /// Borrows all. `too_late` is called when a plugin goes on and on after it was refused, and does
  /// not return.
  MeanHost(const Bridge& bridge, const Treatment& treatment, Lent& lent,
           std::function<void()> too_late);
  MeanHost(const MeanHost&) = delete;
  MeanHost& operator=(const MeanHost&) = delete;

  const SectionTables& tables() const { return tables_; }
  std::int64_t calls() const { return calls_; }  // of the builder
  bool refused() const { return since_refusal_.has_value(); }
  /// The time since it first refused something or asked the plugin to stop.
  const std::optional<OwnTime>& since_refusal() const { return since_refusal_; }
  /// What the plugin first calls wrong with the layout, by itself; empty when nothing.
  const std::string& error() const { return error_; }
  const std::vector<std::string>& said() const { return said_; }

 private:
  static constexpr std::int64_t kMostLateCalls = 10'000;
  friend struct MeanCalls;
  bool refuses();
  void note_refusal();

  const Bridge& bridge_;
  Treatment treatment_;
  Lent& lent_;
  std::function<void()> too_late_;
  SectionTables tables_;
  std::int64_t calls_ = 0, late_calls_ = 0;  // of the builder; after it refused
  std::optional<OwnTime> since_refusal_;
  std::string error_;
  std::vector<std::string> said_;
};

}  // namespace sheaf::plugin::check
