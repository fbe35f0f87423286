#include "plugin/check/validator.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "base/clean_line.hpp"
#include "plugin/check/in_turn.hpp"
#include "plugin/trace.hpp"

namespace sheaf::plugin::check {
namespace {

constexpr std::string_view kExamples = "examples", kTime = "time", kLint = "lint",
                           kRepeatable = "repeatable";

std::vector<Rule> all_rules() {
  std::vector<Rule> all;
  for (const auto& rules : {library_rules(), content_rules(), conduct_rules(), border_rules(),
                            fuzz_rules(), build_rules()})
    all.insert(all.end(), rules.begin(), rules.end());
  return all;
}

bool is_named(const std::vector<std::string>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

bool is_wished(const Rule& rule, const Options& options) {
  const bool wished = options.only.empty() || is_named(options.only, rule.name);
  return wished && !is_named(options.skip, rule.name);
}

class Validator {
 public:
  Validator(const Path& library, FileSystem& files, const Options& options)
      : library_(library), files_(files), options_(options) {}

  void run(const Rule& rule) {
    if (!is_wished(rule, options_)) return;
    if (rule.is_outside && options_.host.empty()) return;
    if (rule.name == kLint && !options_.reader) return;
    std::string_view root;
    for (const std::string_view name : rule.needs) {
      if (root.empty()) root = root_of(name);
    }
    if (root.empty() && took_ > options_.patience) root = root_of(kTime);
    verdicts_.push_back(root.empty() ? verdict_on(rule) : skipped(rule, root));
    if (options_.tell) options_.tell(verdicts_.back());
  }
  std::vector<Verdict> take() { return std::move(verdicts_); }

 private:
  /// The failed check that is behind this one: itself, or why it was skipped; empty when it passed.
  std::string_view root_of(std::string_view name) const {
    const auto found = std::ranges::find(verdicts_, name, &Verdict::check);
    if (found == verdicts_.end()) return {};
    return found->outcome == Outcome::Failed ? found->check : found->root;
  }

  static Verdict skipped(const Rule& rule, std::string_view root) {
    Verdict verdict{rule.name, Outcome::Skipped, fmt::format("Mend `{}` first", root)};
    verdict.root = root;
    return verdict;
  }

  Verdict verdict_on(const Rule& rule) {
    const Ending ending = rule.is_outside ? outside(rule) : in_child(rule.name, options_.seed);
    Verdict verdict{rule.name, Outcome::Passed};
    verdict.says = ending.remark;
    verdict.took = ending.took;
    verdict.processor = ending.processor;
    verdict.peak = ending.peak;
    took_ += ending.took;
    const std::string wrong = what_is_wrong(rule, ending);
    if (wrong.empty()) return verdict;
    verdict.outcome = ending.done && !ending.grave ? rule.if_broken : Outcome::Failed;
    verdict.says = clean_line(wrong, wrong.npos);  // it may hold what the plugin printed
    verdict.help = rule.help;
    verdict.where = where(ending);
    return verdict;
  }

  Assignment assignment(std::string_view check, std::optional<std::uint64_t> seed) const {
    return {std::string(check), library_, seed, options_.hashes};
  }

  Ending in_child(std::string_view check, std::optional<std::uint64_t> seed) const {
    return run_in_child(options_.program, options_.limits, assignment(check, seed));
  }

  Ending outside(const Rule& rule) const {
    Note note{};
    Ending ending;
    const auto begin = std::chrono::steady_clock::now();
    ending.answer = rule.test(
        {assignment(rule.name, options_.seed), files_, note, options_.host, options_.reader});
    ending.grave = note.has_grave_answer();
    ending.took =
        std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now() - begin);
    ending.rendered = note.rendered();
    ending.done = true;
    return ending;
  }

  std::string what_is_wrong(const Rule& rule, const Ending& ending) {
    if (!ending.problem.empty()) return ending.problem;
    if (!ending.done) return broken_off(ending);
    if (!ending.answer.empty() || ending.rendered.empty()) return ending.answer;
    if (rule.name == kExamples) examples_ = ending.rendered;
    if (ending.rendered != elsewhere()) {
      return "In another process it renders something else of the same values";
    }
    const bool is_slow = !root_of(kTime).empty();
    return rule.name == kRepeatable && !is_slow ? find_dependence(in_turn()) : std::string();
  }

  /// What the examples came to in another process.
  const std::vector<Fingerprint>& elsewhere() {
    if (examples_.empty()) examples_ = in_child(kExamples, {}).rendered;
    return examples_;
  }

  InTurn in_turn() const {
    return [this](std::optional<std::uint64_t> seed) { return in_child(kInTurn, seed).rendered; };
  }

  std::string where(const Ending& ending) const {
    if (ending.done) return {};
    const std::string place = clean_line(place_in(ending.trace, library_));
    if (place.empty()) return {};
    return fmt::format("It was at {}; {}", place, line_told_by(library_, place));
  }

  std::string broken_off(const Ending& ending) const {
    return fmt::format("It {}{}{}", ending_in_words(ending, options_.limits),
                       ending.stage.empty() ? "" : " while ", ending.stage);
  }

  const Path& library_;
  FileSystem& files_;
  const Options& options_;
  std::vector<Verdict> verdicts_;
  Milliseconds took_{0};
  std::vector<Fingerprint> examples_;  // what they came to in the first process
};

}  // namespace

std::vector<CheckName> check_names() {
  std::vector<CheckName> names;
  for (const Rule& rule : all_rules()) names.push_back({rule.name, rule.says});
  return names;
}

bool needs_host(const Options& options) {
  return std::ranges::any_of(
      all_rules(), [&](const Rule& rule) { return rule.is_outside && is_wished(rule, options); });
}

std::vector<Verdict> validate(const Path& library, FileSystem& files, const Options& options) {
  Validator validator(library, files, options);
  for (const Rule& rule : all_rules()) validator.run(rule);
  return validator.take();
}

std::string make_check(const Assignment& assignment, Note& note) {
  const auto files = make_real_file_system();
  const Path no_host;
  const Reader no_reader;
  const Trial trial{assignment, *files, note, no_host, no_reader};
  if (assignment.check == kInTurn) return render_in_turn(trial);
  const auto rules = all_rules();
  const auto rule = std::ranges::find(rules, assignment.check, &Rule::name);
  if (rule == rules.end() || rule->is_outside) return "There is no such check";
  return rule->test(trial);
}

}  // namespace sheaf::plugin::check
