#pragma once
// A check and what it works on.

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
  const Path& library;
  FileSystem& files;
  const Options& options;
  Note& note;
};

struct Rule {
  std::string_view name;   // "descriptors"
  std::string_view says;   // what is asked of a plugin: "It closes the files that it opens"
  std::string_view help;   // how to mend it
  std::string_view needs;  // the check that must have passed; empty for none
  std::string (*test)(const Trial& trial);  // what is wrong; empty when nothing is
  Outcome if_broken = Outcome::Failed;
};

// By what they need of the plugin; validator.cpp puts them in order.
std::span<const Rule> library_rules();  // the file

}  // namespace sheaf::plugin::check
