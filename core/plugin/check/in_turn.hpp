#pragma once
// Whether what a plugin renders depends on what it rendered before.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/fingerprint.hpp"
#include "plugin/check/rule.hpp"

namespace sheaf::plugin::check {

/// What a child is asked for in place of a check.
inline constexpr std::string_view kInTurn = "in-turn";

/// In a child: renders the values of trial.asked.seed alone, or the sets from 1 on one after
/// another, and notes what each comes to. Few sets of a plugin that takes its time. No answer.
std::string render_in_turn(const Trial& trial);

/// What such a child noted, given the seed; less when the plugin took it down.
using InTurn = std::function<std::vector<Fingerprint>(std::optional<std::uint64_t> seed)>;

/// How values come to something else after others than in a process of their own, as a sentence, or
/// nothing.
std::string find_dependence(const InTurn& render);

}  // namespace sheaf::plugin::check
