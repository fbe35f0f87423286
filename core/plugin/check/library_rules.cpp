// What can be said of a library without loading it.

#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "plugin/check/rule.hpp"
#include "plugin/elf_check.hpp"

namespace sheaf::plugin::check {
namespace {

constexpr std::string_view kEntry = "sheaf_section_entry_1";
constexpr std::uint64_t kLargestLibrary = std::uint64_t{256} << 20;

std::string check_library(const Trial& trial) {
  const auto problem = find_library_problem(trial.asked.image);
  return problem ? fmt::format("The library {}", *problem) : std::string();
}

tl::expected<ElfFacts, std::string> facts_of(const Trial& trial) {
  const auto bytes = trial.files.read(trial.asked.image, kLargestLibrary);
  if (!bytes) return tl::unexpected<std::string>("cannot be read: " + bytes.error().reason);
  return read_elf(*bytes);
}

std::string check_exports(const Trial& trial) {
  const auto facts = facts_of(trial);
  if (!facts) return "The library " + facts.error();
  auto others = facts->exported;
  if (std::erase(others, kEntry) == 0) return fmt::format("It does not export {}", kEntry);
  if (others.empty()) return {};
  return fmt::format("Besides {} it exports {}", kEntry, fmt::join(others, ", "));
}

std::string check_constructors(const Trial& trial) {
  const auto facts = facts_of(trial);
  if (!facts || facts->constructors == 0) return {};
  if (facts->is_sanitized) {
    trial.note.remark("not told from those of the sanitizer that it is built with");
    return {};
  }
  return fmt::format(
      "{} {} before it is asked for anything", facts->constructors,
      facts->constructors == 1 ? "static constructor runs" : "static constructors run");
}

constexpr std::array kRules{
    Rule{"library", "The library is whole and made for this machine",
         "Build it again, on or for this machine", Needs{}, check_library},
    Rule{"exports", "It exports its entry and nothing else",
         "Build it with sheaf_add_plugin(), or link it with a version script that keeps all other "
         "symbols local: two plugins with one name in common disturb each other",
         Needs{"library"}, check_exports},
    Rule{"constructors", "No code runs when it is loaded",
         "Make static objects constexpr, or local to the function that uses them: what fails in "
         "a static constructor cannot be caught",
         Needs{"library"}, check_constructors, Outcome::Warned},
};

}  // namespace

std::span<const Rule> library_rules() { return kRules; }

}  // namespace sheaf::plugin::check
