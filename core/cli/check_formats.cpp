#include "cli/check_formats.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace sheaf::cli {
namespace {

using plugin::check::Outcome;
using plugin::check::Verdict;
using Verdicts = std::span<const Verdict>;

std::string_view name_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::Passed: return "passed";
    case Outcome::Warned: return "warning";
    case Outcome::Failed: return "failed";
    case Outcome::Skipped: return "skipped";
  }
  return {};
}

Ink ink_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::Passed: return Ink::Green;
    case Outcome::Warned: return Ink::Yellow;
    case Outcome::Failed: return Ink::Red;
    case Outcome::Skipped: return Ink::Dim;
  }
  return Ink::Plain;
}

auto count(Verdicts verdicts, Outcome outcome) {
  return std::ranges::count(verdicts, outcome, &Verdict::outcome);
}

/// What there is to say, and of what passed how long it took.
std::string in_words(const Verdict& one) {
  if (one.outcome != Outcome::Passed) return one.says;
  const std::string took = fmt::format("{} ms", one.took.count());
  return one.says.empty() ? took : fmt::format("{}, {}", one.says, took);
}

Json as_json(const Verdict& one) {
  Json made = Json::object(
      {{"check", Json::string(one.check)}, {"outcome", Json::string(name_of(one.outcome))}});
  if (!one.says.empty()) made.set("says", Json::string(one.says));
  if (!one.help.empty()) made.set("help", Json::string(one.help));
  if (!one.where.empty()) made.set("where", Json::string(one.where));
  made.set("milliseconds", Json::number(one.took.count()));
  made.set("processor_milliseconds", Json::number(one.processor.count()));
  return made.set("peak_bytes", Json::number(static_cast<std::int64_t>(one.peak)));
}

/// XML 1.0 text or attribute; what XML cannot hold becomes a question mark.
std::string escaped(std::string_view text) {
  std::string made;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    at += point.bytes;
    switch (point.value) {
      case U'&': made += "&amp;"; break;
      case U'<': made += "&lt;"; break;
      case U'>': made += "&gt;"; break;
      case U'"': made += "&quot;"; break;
      default: append_utf8(made, point.value < 0x20 ? U'?' : point.value);
    }
  }
  return made;
}

double seconds(plugin::check::Milliseconds time) {
  return static_cast<double>(time.count()) / 1000;
}

std::string outcome_element(const Verdict& one) {
  const std::string says = escaped(one.says);
  switch (one.outcome) {
    case Outcome::Passed: return {};
    case Outcome::Skipped: return fmt::format("    <skipped message=\"{}\"/>\n", says);
    case Outcome::Warned: return fmt::format("    <system-out>{}</system-out>\n", says);
    case Outcome::Failed:
      return fmt::format("    <failure message=\"{}\">{}</failure>\n", says,
                         escaped(one.where.empty() ? std::string(one.help)
                                                   : fmt::format("{}\n{}", one.help, one.where)));
  }
  return {};
}

/// Those that a failed check stands in the way of, in one line.
std::string skipped_for(const Verdict& failed, Verdicts verdicts, const Stream& out) {
  const auto many = std::ranges::count(verdicts, failed.check, &Verdict::root);
  if (many == 0) return {};
  return fmt::format("{} {} check{}: mend `{}` first\n",
                     out.paint(ink_of(Outcome::Skipped), name_of(Outcome::Skipped)), many,
                     many == 1 ? "" : "s", failed.check);
}

}  // namespace

std::string line_of(const Verdict& one, const Stream& out) {
  std::string text = fmt::format(
      "{} {:<14} {}\n", out.paint(ink_of(one.outcome), fmt::format("{:<7}", name_of(one.outcome))),
      one.check, in_words(one));
  for (std::string_view more : {one.help, std::string_view(one.where)}) {
    while (!more.empty()) {
      const std::string_view line = more.substr(0, more.find('\n'));
      text += fmt::format("{:23}{}\n", "", line);
      more.remove_prefix(std::min(line.size() + 1, more.size()));
    }
  }
  return text;
}

std::string sum_of(Verdicts verdicts, const Stream& out) {
  std::string text;
  for (const Verdict& one : verdicts) {
    if (one.outcome == Outcome::Failed) text += skipped_for(one, verdicts, out);
  }
  const auto skipped = count(verdicts, Outcome::Skipped);
  return text + fmt::format("\n{} check{}: {} failed, {} with a warning{}\n", verdicts.size(),
                            verdicts.size() == 1 ? "" : "s", count(verdicts, Outcome::Failed),
                            count(verdicts, Outcome::Warned),
                            skipped > 0 ? fmt::format(", {} skipped", skipped) : "");
}

Json json_of(Verdicts verdicts) {
  std::vector<Json> all;
  for (const Verdict& one : verdicts) all.push_back(as_json(one));
  return Json::object({{"failed", Json::number(count(verdicts, Outcome::Failed))},
                       {"warnings", Json::number(count(verdicts, Outcome::Warned))},
                       {"checks", Json::array(std::move(all))}});
}

std::string junit_of(Verdicts verdicts, std::string_view plugin) {
  plugin::check::Milliseconds took{0};
  for (const Verdict& one : verdicts) took += one.took;
  const std::string name = escaped(plugin);
  std::string text = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
      "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" skipped=\"{}\" time=\"{:.3f}\">\n",
      name, verdicts.size(), count(verdicts, Outcome::Failed), count(verdicts, Outcome::Skipped),
      seconds(took));
  for (const Verdict& one : verdicts) {
    text += fmt::format(
        "    <testcase classname=\"{}\" name=\"{}\" time=\"{:.3f}\">\n{}    </testcase>\n", name,
        one.check, seconds(one.took), outcome_element(one));
  }
  return text + "  </testsuite>\n</testsuites>\n";
}

}  // namespace sheaf::cli
