// How a section plugin keeps to the boundary between it and its host (sdk/include/sheaf/abi.h).

#include <array>

#include <algorithm>

#include <fmt/format.h>

#include "plugin/check/rig.hpp"

namespace sheaf::plugin::check {
namespace {

/// A rendering of its examples under a treatment that a plugin must not notice.
std::string find_difference(const Trial& trial, const Treatment& treatment, std::string_view says) {
  Rig rig(trial);
  const Rendering usual = rig.render(SampleKind::Full);
  const Rendering other = rig.render(SampleKind::Full, treatment);
  if (!other.fault.empty()) return other.fault;
  return other.is_like(usual) ? std::string() : std::string(says);
}

std::string check_terminators(const Trial& trial) {
  Treatment treatment;
  treatment.text_end = TextEnd::Letters;
  return find_difference(trial, treatment,
                         "It takes what stands in memory after a text for a part of it");
}

std::string check_bounds(const Trial& trial) {
  trial.note.doing("reading a text that ends where memory ends");
  Rig rig(trial);
  Treatment treatment;
  treatment.text_end = TextEnd::Wall;
  trial.note.doing("reading past the end of a text");
  return rig.render(SampleKind::Full, treatment).fault;
}

std::string check_borrowed(const Trial& trial) {
  Rig rig(trial);
  Treatment treatment;
  treatment.text_end = TextEnd::Wall;
  treatment.struct_end = StructEnd::Wall;
  rig.render(SampleKind::Full, treatment);
  rig.forbid_lent();
  trial.note.doing("using what it was lent for an earlier call");
  return rig.render(SampleKind::Full, treatment).fault;
}

std::string check_older_host(const Trial& trial) {
  Rig rig(trial);
  Treatment treatment;
  treatment.struct_end = StructEnd::Wall;
  trial.note.doing("working with a host that has the members of minor 0 alone");
  const Rendering usual = rig.render(SampleKind::Full);
  const Rendering other = rig.render(SampleKind::Full, treatment);
  if (!other.fault.empty()) return other.fault;
  return other.is_like(usual) ? std::string()
                              : "With a host that has the members of minor 0 alone it renders "
                                "something else";
}

std::string check_newer_host(const Trial& trial) {
  trial.note.doing("working with a host whose structs are larger");
  Treatment treatment;
  treatment.struct_end = StructEnd::Junk;
  return find_difference(trial, treatment,
                         "With a host whose structs are larger it renders something else");
}

constexpr int kMostRefusals = 150;

/// Calls of the builder at which to refuse: all, or `most` and a few of very many.
std::vector<std::int64_t> points_of(std::int64_t calls, std::int64_t most) {
  const std::int64_t step = std::max<std::int64_t>(1, calls / most);
  std::vector<std::int64_t> points;
  for (std::int64_t at = 0; at < calls; at += step) points.push_back(at);
  return points;
}

/// Refuses one call after another, and then all kinds of block.
std::string check_refusals(const Trial& trial) {
  Rig rig(trial);
  const std::int64_t calls = rig.render(SampleKind::Full).calls;
  const int most = rig.affordable(SampleKind::Full, kMostRefusals);
  for (const std::int64_t at : points_of(calls, most)) {
    Treatment treatment;
    treatment.refuse_at = at;
    trial.note.doing(fmt::format("being refused its call {} of the builder", at + 1));
    if (rig.render(SampleKind::Full, treatment).rc != SHEAF_OK) continue;
    return fmt::format("It says that all is well although its call {} of the builder was refused",
                       at + 1);
  }
  Treatment treatment;
  treatment.knows_kinds = false;
  trial.note.doing("working with a host that knows none of its kinds of block");
  rig.render(SampleKind::Full, treatment);
  return {};
}

constexpr Milliseconds kMostPatience{500};

std::string check_cancellation(const Trial& trial) {
  Rig rig(trial);
  const std::int64_t calls = rig.render(SampleKind::Full).calls;
  for (const std::int64_t at : {std::int64_t{0}, calls / 2}) {
    Treatment treatment;
    treatment.refuse_at = at;
    treatment.refusal = SHEAF_CANCELLED;
    trial.note.doing("being asked to stop");
    const Rendering made = rig.render(SampleKind::Full, treatment);
    if (made.took_to_stop > kMostPatience) {
      return fmt::format("It takes {} ms to stop when it is asked to", made.took_to_stop.count());
    }
    if (made.rc == SHEAF_OK && at < calls)
      return "It says that all is well although it was stopped";
  }
  return {};
}

constexpr Needs kRenders{"examples"};
constexpr Needs kRepeats{"examples", "repeatable"};

constexpr std::array kRules{
    Rule{"terminators", "It reads texts by their length, not up to a zero byte",
         "A sheaf_str is n bytes and need not end in a zero byte: leave strlen() and strcpy() out",
         kRepeats, check_terminators},
    Rule{"bounds", "It reads no byte past the end of a text",
         "A sheaf_str is n bytes; p[n] is not there", Needs{"examples", "terminators"},
         check_bounds},
    Rule{"older-host", "It works with a host of the first feature level",
         "Ask SHEAF_HAS() before a member that came later is used", kRepeats, check_older_host},
    Rule{"borrowed", "It keeps no pointer to what it was lent",
         "Copy what is needed after the call: every pointer is borrowed for one call",
         Needs{"bounds", "older-host"}, check_borrowed},
    Rule{"newer-host", "It works with a host whose structs are larger",
         "Structs grow: ask SHEAF_HAS(), do not compare sizes", Needs{"repeatable", "older-host"},
         check_newer_host},
    Rule{"refusals", "It stops when a call is refused",
         "Return what the builder returned as soon as it is not SHEAF_OK",
         Needs{"examples", "time"}, check_refusals},
    Rule{"cancellation", "It stops soon when it is asked to",
         "Return SHEAF_CANCELLED when the builder or cancelled() says so", kRenders,
         check_cancellation},
};

}  // namespace

std::span<const Rule> border_rules() { return kRules; }

}  // namespace sheaf::plugin::check
