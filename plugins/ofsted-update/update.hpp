#pragma once
// All that a section about Ofsted can say.

#include "improvement.hpp"
#include "inspection.hpp"

namespace ofsted {

struct Update {
  std::optional<sheaf::Markdown> narrative;
  std::optional<Inspection> inspection;
  std::optional<sheaf::Text> scope;
  std::vector<sheaf::Text> covers;
  std::optional<Arrangements> arrangements;
  std::vector<sheaf::Text> looks_at;
  std::optional<sheaf::Link> framework;
  std::vector<sheaf::Text> findings;
  std::optional<std::vector<PriorityAction>> priority_actions;  // given, but empty, is said so
  std::optional<ActionPlan> action_plan;
  std::optional<std::vector<Action>> actions;
  std::optional<ImprovementBoard> improvement_board;
  std::optional<Support> support;
  std::vector<sheaf::Text> aims, progress, next_steps;
  std::optional<sheaf::Text> message;
};
constexpr auto describe(sheaf::Type<Update>) {
  return sheaf::record(
      field("narrative", &Update::narrative, "What the team wants to say first, in its own words",
            "We want the best for every child"),
      field("inspection", &Update::inspection, "The visit or inspection that this is about",
            R"({ "expected": "Imminently" })"),
      field("scope", &Update::scope,
            "What is covered as a whole; `covers` then says of what it consists",
            "all key services for children"),
      optional_field("covers", &Update::covers, "The services, or the groups of children, covered",
                     R"(["the front door", "child protection"])"),
      field("arrangements", &Update::arrangements, "How inspectors will work",
            R"({ "on_site": true })"),
      optional_field("looks_at", &Update::looks_at, "What inspectors look at in particular",
                     R"(["what children have experienced"])"),
      field("framework", &Update::framework, "Where the inspection framework can be read",
            R"({ "text": "Ofsted's inspection framework", "to": "https://www.gov.uk/" })"),
      optional_field("findings", &Update::findings, "What inspectors found or gave us",
                     R"(["significant issues to put right"])"),
      optional_field("priority_actions", &Update::priority_actions,
                     "What inspectors asked to be done first", R"(["Stabilise the workforce"])"),
      field("action_plan", &Update::action_plan, "The plan made in answer",
            R"({ "submitted_to": "Ofsted", "submitted": "2020-03" })"),
      optional_field(
          "actions", &Update::actions, "The plan's actions, one row each",
          R"([{ "action": "Hear from young people", "owner": "Improvement Board", "status": "on track" }])"),
      field("improvement_board", &Update::improvement_board,
            "The board that steers the improvement",
            R"({ "name": "Children at the Heart Improvement Board" })"),
      field("support", &Update::support, "Help from outside the council",
            R"({ "programme": "Partners in Practice" })"),
      optional_field("aims", &Update::aims, "What the work is for; each a noun",
                     R"(["the right outcomes for children"])"),
      optional_field("progress", &Update::progress, "What has been achieved so far",
                     R"(["the board has met seven times"])"),
      optional_field("next_steps", &Update::next_steps,
                     "What comes next, each beginning with a verb",
                     R"(["prepare for the inspection"])"),
      field("message", &Update::message, "A closing word to the readers, in whole sentences",
            "Thank you for your support"));
}

}  // namespace ofsted
