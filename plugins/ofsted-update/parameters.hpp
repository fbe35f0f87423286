#pragma once
// What an administrator can say about Ofsted: a visit or an inspection, what came of it, the board
// that steers the improvement, and the help from outside.

#include <optional>
#include <vector>

#include <sheaf/plugin.hpp>

namespace ofsted {

using sheaf::field;
using sheaf::optional_field;

enum class Kind { Inspection, FocusedVisit, MonitoringVisit };
constexpr auto describe(sheaf::Type<Kind>) {
  return sheaf::choice(sheaf::option("inspection", Kind::Inspection),
                       sheaf::option("focused visit", Kind::FocusedVisit),
                       sheaf::option("monitoring visit", Kind::MonitoringVisit));
}

struct Inspection {
  Kind kind = Kind::Inspection;
  std::optional<Kind> follows;
  std::optional<sheaf::Date> visited;
  std::optional<sheaf::Timing> expected;
  bool wider = false;
};
constexpr auto describe(sheaf::Type<Inspection>) {
  return sheaf::record(
      optional_field("kind", &Inspection::kind,
                     "What inspectors carry out; an inspection when not given", "focused visit"),
      field("follows", &Inspection::follows, "What inspectors carried out before it",
            "focused visit"),
      field("visited", &Inspection::visited,
            "When inspectors came; with `expected`, when they came the time before", "2020-02"),
      field("expected", &Inspection::expected, "When inspectors are expected: a date, or words",
            "Imminently"),
      optional_field("wider", &Inspection::wider,
                     "Whether it covers more than the one that it follows", "true"));
}

struct Arrangements {
  bool on_site = false, off_site = false;
  std::vector<sheaf::Text> education_inspector;
};
constexpr auto describe(sheaf::Type<Arrangements>) {
  return sheaf::record(
      optional_field("on_site", &Arrangements::on_site, "Whether inspectors work on site", "true"),
      optional_field("off_site", &Arrangements::off_site, "Whether inspectors work off site",
                     "true"),
      optional_field("education_inspector", &Arrangements::education_inspector,
                     "What an education inspector concentrates on; none comes when not given",
                     R"(["children in care", "the virtual school"])"));
}

struct PriorityAction {
  sheaf::Text action;
  std::vector<sheaf::Text> so_that;
};
constexpr auto describe(sheaf::Type<PriorityAction>) {
  return sheaf::record(field("action", &PriorityAction::action,
                             "What must be done, beginning with a verb", "Stabilise the workforce"),
                       optional_field("so_that", &PriorityAction::so_that,
                                      "What it achieves; each reads on from “so that”",
                                      R"(["social workers can respond well to children"])"))
      .shorthand("action");
}

struct ActionPlan {
  std::vector<sheaf::Text> responds_to;
  std::optional<sheaf::Text> submitted_to;
  std::optional<sheaf::Date> submitted;
};
constexpr auto describe(sheaf::Type<ActionPlan>) {
  return sheaf::record(
      optional_field("responds_to", &ActionPlan::responds_to, "What the plan answers",
                     R"(["the priority actions"])"),
      field("submitted_to", &ActionPlan::submitted_to, "Who received the plan", "Ofsted"),
      field("submitted", &ActionPlan::submitted, "When they received it", "2020-03"));
}

enum class Progress { Complete, OnTrack, AtRisk, Delayed };
constexpr auto describe(sheaf::Type<Progress>) {
  return sheaf::choice(
      sheaf::option("complete", Progress::Complete), sheaf::option("on track", Progress::OnTrack),
      sheaf::option("at risk", Progress::AtRisk), sheaf::option("delayed", Progress::Delayed));
}

struct Action {
  sheaf::Text action, owner;
  std::optional<sheaf::Timing> due;
  Progress status{};
};
constexpr auto describe(sheaf::Type<Action>) {
  return sheaf::record(
      field("action", &Action::action, "What will be done", "Stabilise the workforce"),
      field("owner", &Action::owner, "The team or post that does it", "Children's Services"),
      field("due", &Action::due, "When it is due: a date, or words; “No date set” when not given",
            "2020-11"),
      field("status", &Action::status, "How it stands; printed as a word", "on track"));
}

/// A decision or an activity of the board.
struct BoardItem {
  sheaf::Text what;
  std::optional<sheaf::Text> so_that;
  std::optional<sheaf::Timing> when;
};
constexpr auto describe(sheaf::Type<BoardItem>) {
  return sheaf::record(
             field("what", &BoardItem::what,
                   "A decision reads on from “The board decided to”, an activity is a noun",
                   "invite a practitioner"),
             field("so_that", &BoardItem::so_that, "What it achieves, after “so that”",
                   "the board hears front-line staff"),
             field("when", &BoardItem::when, "When: a date, or words", "at its last meeting"))
      .shorthand("what");
}

enum class Frequency { Weekly, Fortnightly, Monthly, TwoMonthly, ThreeMonthly };
constexpr auto describe(sheaf::Type<Frequency>) {
  return sheaf::choice(sheaf::option("weekly", Frequency::Weekly, "every week"),
                       sheaf::option("fortnightly", Frequency::Fortnightly, "every fortnight"),
                       sheaf::option("monthly", Frequency::Monthly, "every month"),
                       sheaf::option("every two months", Frequency::TwoMonthly),
                       sheaf::option("every three months", Frequency::ThreeMonthly));
}

struct ImprovementBoard {
  sheaf::Text name;
  std::optional<sheaf::Text> purpose;
  std::optional<Frequency> frequency;
  std::optional<sheaf::Whole> meetings_held;
  std::optional<sheaf::Person> chair;
  bool chair_is_new = false;
  std::vector<sheaf::Text> members, attended_by, partners;
  bool senior_partners = false;
  std::vector<BoardItem> decisions, activities;
};
constexpr auto describe(sheaf::Type<ImprovementBoard>) {
  using Board = ImprovementBoard;
  return sheaf::record(
      field("name", &Board::name, "The board's full name",
            "Children at the Heart Improvement Board"),
      field("purpose", &Board::purpose, "What it is for, after “We set up this board to”",
            "support the improvement of Children's Services"),
      field("frequency", &Board::frequency, "How often it meets", "monthly"),
      field("meetings_held", &Board::meetings_held, "How many meetings it has held so far", "7"),
      field("chair", &Board::chair, "Who chairs it",
            R"({ "name": "Mel Barrett", "post": "Chief Executive" })"),
      optional_field("chair_is_new", &Board::chair_is_new, "Whether the chair is new in post",
                     "true"),
      optional_field("members", &Board::members, "Who its members are",
                     R"(["a practitioner representative"])"),
      optional_field("attended_by", &Board::attended_by, "Who else attends its meetings",
                     R"(["the Leader of the Council"])"),
      optional_field("partners", &Board::partners, "Which organisations are represented on it",
                     R"(["the police", "schools"])"),
      optional_field("senior_partners", &Board::senior_partners,
                     "Whether the partners send senior representatives", "true"),
      optional_field("decisions", &Board::decisions, "What the board decided to do",
                     R"(["invite a practitioner"])"),
      optional_field("activities", &Board::activities, "What the board and its members do",
                     R"(["time with our young people"])"));
}

struct Support {
  sheaf::Text programme;
  std::optional<sheaf::Text> provider, enabled_by, helps_to;
};
constexpr auto describe(sheaf::Type<Support>) {
  return sheaf::record(
      field("programme", &Support::programme, "The programme that the support comes from",
            "Partners in Practice"),
      field("provider", &Support::provider, "Who gives it", "a team of leaders from Essex"),
      field("enabled_by", &Support::enabled_by, "Who made it possible",
            "the Department for Education"),
      field("helps_to", &Support::helps_to, "What it helps us to do, beginning with a verb",
            "improve our system"));
}

struct Update {
  std::optional<sheaf::Markdown> narrative;
  std::optional<Inspection> inspection;
  std::vector<sheaf::Text> covers;
  std::optional<Arrangements> arrangements;
  std::vector<sheaf::Text> looks_at;
  std::optional<sheaf::Link> framework;
  std::vector<sheaf::Text> findings;
  std::vector<PriorityAction> priority_actions;
  std::optional<ActionPlan> action_plan;
  std::vector<Action> actions;
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
