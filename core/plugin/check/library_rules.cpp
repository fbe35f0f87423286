// What can be said of a library without loading it.

#include <algorithm>
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

/// What a report must not depend on, by the symbol that asks for it, or that begins so (C++).
struct Outside {
  std::string_view symbol, name, what;
};

constexpr std::string_view kClock = "the clock", kChance = "chance", kFiles = "files",
                           kEnvironment = "the environment";
constexpr std::array kOutside{
    Outside{"clock_gettime", "clock_gettime", kClock},
    Outside{"getenv", "getenv", kEnvironment},
    Outside{"secure_getenv", "secure_getenv", kEnvironment},
    Outside{"gettimeofday", "gettimeofday", kClock},
    Outside{"localtime", "localtime", kClock},
    Outside{"localtime_r", "localtime_r", kClock},
    Outside{"time", "time", kClock},
    Outside{"rand", "rand", kChance},
    Outside{"random", "random", kChance},
    Outside{"fopen", "fopen", kFiles},
    Outside{"fopen64", "fopen", kFiles},
    Outside{"open", "open", kFiles},
    Outside{"open64", "open", kFiles},
    Outside{"opendir", "opendir", kFiles},
    Outside{"_ZNSt6chrono3_V212system_clock3now", "std::chrono::system_clock", kClock},
    Outside{"_ZNSt13random_device7_M_init", "std::random_device", kChance},
    Outside{"_ZNSt13basic_filebufIcSt11char_traitsIcEE4open", "std::fstream", kFiles},
    Outside{"_ZNSt14basic_ifstreamIcSt11char_traitsIcEEC", "std::ifstream", kFiles},
    Outside{"_ZNSt14basic_ofstreamIcSt11char_traitsIcEEC", "std::ofstream", kFiles},
};

std::string find_outside(std::string_view symbol) {
  for (const auto& [asked, name, what] : kOutside) {
    const bool is_cpp = asked.starts_with("_Z");
    if (is_cpp ? symbol.starts_with(asked) : symbol == asked) {
      return fmt::format("{} ({})", name, what);
    }
  }
  return {};
}

/// A runtime within the library asks for files by itself. That of a language brings how to unwind
/// the stack, or how to throw, and asks for the rest; that of a coverage build is told by its
/// names.
bool has_own_runtime(const ElfFacts& facts) {
  return facts.is_measured || std::ranges::any_of(facts.imported, [](std::string_view name) {
           return name == "_dl_find_object" || name == "dl_iterate_phdr" ||
                  name == "_Unwind_RaiseException";
         });
}

std::string check_imports(const Trial& trial) {
  const auto facts = facts_of(trial);
  if (!facts) return {};
  if (has_own_runtime(*facts)) {
    trial.note.remark("not told from those of the runtime that it holds");
    return {};
  }
  std::vector<std::string> found;
  for (const std::string& symbol : facts->imported) {
    std::string one = find_outside(symbol);
    if (!one.empty() && std::ranges::find(found, one) == found.end()) found.push_back(one);
  }
  if (found.empty()) return {};
  return fmt::format("It asks the system for what a report must not depend on: {}",
                     fmt::join(found, ", "));
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
    Rule{"imports", "It asks for no time, chance, environment or file",
         "Take as a parameter what the section needs, the date from Section::meeting_date(): a "
         "report comes out alike whenever and wherever it is built, and in a build there is no "
         "environment and no file of the user's",
         Needs{"library"}, check_imports, Outcome::Warned},
    Rule{"constructors", "No code runs when it is loaded",
         "Make static objects constexpr, or local to the function that uses them: what fails in "
         "a static constructor cannot be caught",
         Needs{"library"}, check_constructors, Outcome::Warned},
};

}  // namespace

std::span<const Rule> library_rules() { return kRules; }

}  // namespace sheaf::plugin::check
