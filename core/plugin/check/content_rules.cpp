// What a section plugin renders.

#include <array>
#include <thread>

#include <algorithm>

#include <fmt/format.h>

#include "base/version.hpp"
#include "model/example.hpp"
#include "model/limits.hpp"
#include "plugin/check/rig.hpp"

namespace sheaf::plugin::check {
namespace {

using model::Field;
using model::Type;

/// A key, or an example that the plugin's own schema does not take, as a sentence, or nothing.
std::string find_bad_field(const Type& record, const std::string& before) {
  for (const Field& field : record.fields) {
    const std::string name = before + field.name;
    if (!model::is_key(field.name)) {
      return fmt::format("Nobody can type the key \"{}\": it is not letters, digits, _ and -",
                         name);
    }
    if (field.example.kind != Json::Kind::Null) {
      Type alone;
      alone.kind = model::TypeKind::Record;
      alone.fields = {field};
      const auto bound = bind_sample(Json::object({{field.name, model::example_of(field)}}), alone);
      if (!bound) return fmt::format("The example of `{}` is none: {}", name, bound.error());
    }
    const Type* inner = &field.type;
    while (inner->kind != model::TypeKind::Record && !inner->item.empty()) inner = &inner->item[0];
    if (auto bad = find_bad_field(*inner, name + "."); !bad.empty()) return bad;
  }
  return {};
}

std::string check_manifest(const Trial& trial) {
  const Rig rig(trial);
  if (!rig.problem().empty()) return rig.problem();
  if (const Path name = trial.asked.library.stem(); name != rig.manifest().id) {
    return fmt::format("The library is named {}.so, but its id is \"{}\"", name.string(),
                       rig.manifest().id);
  }
  for (const std::string& kind : rig.declared_kinds()) {
    if (!model::find_block_kind(kind)) {
      return fmt::format("The manifest declares \"{}\", a kind of block that there is not", kind);
    }
  }
  if (!parse_version(rig.manifest().version)) {
    return fmt::format("The version \"{}\" is no semantic version, as 1.0.0 is",
                       rig.manifest().version);
  }
  return find_bad_field(rig.manifest().parameters, {});
}

/// Renders values of a kind; what breaks the contract is the answer.
std::string fault_with(const Trial& trial, SampleKind kind) {
  Rig rig(trial);
  return rig.render(kind).fault;
}

std::string check_examples(const Trial& trial) {
  trial.note.doing("rendering its own examples");
  Rig rig(trial);
  const Rendering made = rig.render(SampleKind::Full);
  trial.note.rendered(fingerprint(made.blocks));
  if (!made.fault.empty() || made.error.empty()) return made.fault;
  return fmt::format("It calls values that are made of its examples wrong: {}", made.error);
}

std::string check_optional(const Trial& trial) { return fault_with(trial, SampleKind::Least); }

std::string check_long(const Trial& trial) { return fault_with(trial, SampleKind::Long); }

std::string check_kinds(const Trial& trial) {
  Rig rig(trial);
  rig.hold_to_declared_kinds();
  return rig.render(SampleKind::Full).fault;
}

std::string check_repeatable(const Trial& trial) {
  Rig rig(trial);
  const Rendering first = rig.render(SampleKind::Full);
  trial.note.rendered(fingerprint(first.blocks));
  if (!rig.render(SampleKind::Full).is_like(first)) {
    return "The second time it renders something else of the same values";
  }
  std::this_thread::sleep_for(Milliseconds(1100));
  if (rig.render(SampleKind::Full).is_like(first)) return {};
  return "A second later it renders something else of the same values";
}

constexpr Milliseconds kMostTime{1000};

std::string check_time(const Trial& trial) {
  Rig rig(trial);
  const Milliseconds took = rig.render(SampleKind::Full).took;
  if (took <= kMostTime) return {};
  return fmt::format("Its own examples take it {} ms", took.count());
}

constexpr Needs kLoads{"manifest"};
constexpr Needs kRenders{"examples"};

constexpr std::array kRules{
    Rule{"manifest", "Its manifest is sound, and the same inside the library",
         "Mend what is said in the plugin's source, and build it again with sheaf_add_plugin(): "
         "it makes ID.so and ID.plugin.json, which belong in one folder",
         Needs{"library"}, check_manifest},
    Rule{"examples", "It renders the examples of its own parameters",
         "Begin with these values, in a unit test; a parameter without an example gets a made-up "
         "one",
         kLoads, check_examples},
    Rule{"time", "It takes less than a second", "Measure where the time goes", kRenders,
         check_time},
    Rule{"optional", "It does without every parameter that may be left out",
         "Test optional parameters before they are used", kRenders, check_optional},
    Rule{"long", "It takes long texts and long lists",
         "Look for buffers of a fixed size, for recursion, and for string_views of texts that are "
         "gone by then",
         kRenders, check_long},
    Rule{"kinds", "It writes the kinds of block that its manifest declares", kDeclareKinds,
         kRenders, check_kinds},
    Rule{"repeatable", "The same values give the same blocks",
         "Leave out what changes from one time to the next: static variables (a static const of a "
         "function keeps its first value), clocks, random numbers, addresses, members and "
         "variables without an initial value, the order of an unordered_map",
         kRenders, check_repeatable},
};

}  // namespace

std::span<const Rule> content_rules() { return kRules; }

}  // namespace sheaf::plugin::check
