#include <fmt/format.h>

#include "cli/surroundings.hpp"
#include "model/lint_rule.hpp"
#include "pipeline/linting.hpp"

namespace sheaf::cli {
namespace {

std::string_view severity_in(const lint::Policy& policy, const model::LintRuleFacts& facts) {
  return model::name_of(policy.severities[static_cast<std::size_t>(facts.rule)]);
}

Json json_of(const lint::Policy& policy) {
  std::vector<Json> all;
  for (const model::LintRuleFacts& facts : model::lint_rules()) {
    all.push_back(Json::object({{"id", Json::string(facts.id)},
                                {"severity", Json::string(severity_in(policy, facts))},
                                {"default", Json::string(model::name_of(facts.severity))},
                                {"basis", Json::string(facts.basis)},
                                {"says", Json::string(facts.says)},
                                {"loses", Json::string(facts.loses)},
                                {"mend", Json::string(facts.mend)}}));
  }
  return Json::object({{"rules", Json::array(std::move(all))}});
}

std::string text_of(const lint::Policy& policy, const Stream& out) {
  std::string text;
  for (const model::LintRuleFacts& facts : model::lint_rules()) {
    text += fmt::format("{} {:<8} {}\n", out.paint(Ink::Bold, fmt::format("{:<23}", facts.id)),
                        severity_in(policy, facts), facts.says);
  }
  return text;
}

/// The rules as a layout has them; as declared, without one.
lint::Policy policy_of(const Invocation& invocation, pipeline::Outcome& outcome) {
  if (!invocation.arguments.has("LAYOUT")) return lint::default_policy();
  const auto request = request_of(invocation, pipeline::Stage::Spec);
  if (!request) return lint::default_policy();
  pipeline::Session session(invocation.files, surroundings(invocation.arguments, invocation.files));
  outcome = pipeline::build(session, *request);
  if (!outcome.spec) return lint::default_policy();
  return pipeline::lint_policy(session, *outcome.spec, outcome.sources, outcome.diagnostics);
}

ExitCode run_rules(const Invocation& invocation) {
  pipeline::Outcome outcome;
  const lint::Policy policy = policy_of(invocation, outcome);
  print_findings(invocation, outcome);
  const Stream& out = invocation.terminal.out;
  out.write(wants_json(invocation) ? write_json(json_of(policy), JsonStyle::Indented) + "\n"
                                   : text_of(policy, out));
  return exit_code_of(invocation, outcome);
}

}  // namespace

Command rules_command() {
  return {"rules",
          "List the rules of house style and accessibility",
          "Lists the rules that `sheaf check` looks at, with how severe each is: off, advice, "
          "warning or error. With a\n"
          "layout, as its profile, sheaf.yaml and the layout itself say; `sheaf explain ID` says "
          "more of one.",
          {{"LAYOUT", false, "The layout file (YAML)"}},
          {},
          {{"sheaf rules", "the rules as they are unless something else is said"},
           {"sheaf rules people/2020-11/report.yaml", "the rules that hold for this report"}},
          run_rules};
}

}  // namespace sheaf::cli
