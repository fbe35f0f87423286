#include "plugin/check/validator.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/clean_line.hpp"
#include "plugin/check/rule.hpp"

namespace sheaf::plugin::check {
namespace {

std::vector<Rule> all_rules() {
  std::vector<Rule> all;
  for (const auto& rules :
       {library_rules(), content_rules(), conduct_rules(), border_rules(), fuzz_rules()})
    all.insert(all.end(), rules.begin(), rules.end());
  return all;
}

bool is_named(const std::vector<std::string>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

class Validator {
 public:
  Validator(const Path& library, FileSystem& files, const Options& options)
      : library_(library), files_(files), options_(options) {}

  void run(const Rule& rule) {
    const bool wished = options_.only.empty() || is_named(options_.only, rule.name);
    if (!wished || is_named(options_.skip, rule.name)) return;
    std::string_view root;
    for (const std::string_view name : rule.needs) {
      if (root.empty()) root = root_of(name);
    }
    verdicts_.push_back(root.empty() ? verdict_on(rule) : skipped(rule, root));
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

  Verdict verdict_on(const Rule& rule) const {
    const Ending ending = run_in_child(options_.limits, library_.parent_path(), [&](Note& note) {
      return rule.test({library_, files_, options_, note});
    });
    Verdict verdict{rule.name,   Outcome::Passed,  {},         {}, {},
                    ending.took, ending.processor, ending.peak};
    if (ending.done && ending.answer.empty()) return verdict;
    verdict.outcome = ending.done ? rule.if_broken : Outcome::Failed;
    const std::string says = ending.done ? ending.answer : broken_off(ending);
    verdict.says = clean_line(says, says.npos);  // it may hold what the plugin printed
    verdict.help = rule.help;
    return verdict;
  }

  std::string broken_off(const Ending& ending) const {
    return fmt::format("It {}{}{}", ending_in_words(ending, options_.limits),
                       ending.stage.empty() ? "" : " while ", ending.stage);
  }

  const Path& library_;
  FileSystem& files_;
  const Options& options_;
  std::vector<Verdict> verdicts_;
};

}  // namespace

std::vector<CheckName> check_names() {
  std::vector<CheckName> names;
  for (const Rule& rule : all_rules()) names.push_back({rule.name, rule.says});
  return names;
}

std::vector<Verdict> validate(const Path& library, FileSystem& files, const Options& options) {
  Validator validator(library, files, options);
  for (const Rule& rule : all_rules()) validator.run(rule);
  return validator.take();
}

}  // namespace sheaf::plugin::check
