#pragma once
// A check and what it works on.

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/check/child.hpp"
#include "plugin/check/elf_symbols.hpp"
#include "plugin/check/validator.hpp"
#include "plugin/manifest.hpp"

namespace sheaf::plugin::check {

/// What every check gets, in its child.
struct Trial {
  const Assignment& asked;
  FileSystem& files;
  Note& note;
  const Path& host;      // sheaf-host, where it can be started: outside of children
  const Reader& reader;  // likewise
};

/// Checks that must not have failed: this one would only say the same again.
using Needs = std::array<std::string_view, 6>;

struct Rule {
  std::string_view name;  // "descriptors"
  std::string_view says;  // what is asked of a plugin: "It closes the files that it opens"
  std::string_view help;  // how to mend it
  Needs needs;
  std::string (*test)(const Trial& trial);  // what is wrong; empty when nothing is
  Outcome if_broken = Outcome::Failed;      // unless the note calls it grave
  bool is_outside = false;  // made in the process of whoever asks: it loads nothing there
};

// By what they need of the plugin; validator.cpp puts them in order.
std::span<const Rule> library_rules();  // the file
std::span<const Rule> content_rules();  // what it renders
std::span<const Rule> conduct_rules();  // what it leaves as it found it
std::span<const Rule> border_rules();   // how it keeps to the boundary with its host
std::span<const Rule> fuzz_rules();     // values made at random
std::span<const Rule> build_rules();    // what a build makes of it

}  // namespace sheaf::plugin::check
