#pragma once
// The improvement: its plan, the board that steers it, and the support for it.

#include <optional>
#include <vector>

#include <sheaf/plugin.hpp>

namespace ofsted {

using sheaf::field;
using sheaf::optional_field;

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
      field("action", &Action::action, "What will be done", "Stabilise the workforce").not_empty(),
      field("owner", &Action::owner, "The team or post that does it", "Children's Services")
          .not_empty(),
      field("due", &Action::due, "When it is due: a date, or words; “No date set” when not given",
            "2020-11"),
      field("status", &Action::status, "How it stands; printed as a word", "on track"));
}

struct BoardItem {
  sheaf::Text what;
  std::optional<sheaf::Text> so_that;
  std::optional<sheaf::Timing> when;
};
constexpr auto describe(sheaf::Type<BoardItem>) {
  return sheaf::record(
             field("what", &BoardItem::what,
                   "A decision reads on from “The board decided to”, an activity is a noun",
                   "invite a practitioner")
                 .not_empty(),
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
  std::optional<sheaf::Text> partners_among;
  bool senior_partners = false;
  std::vector<BoardItem> decisions, activities;
};
constexpr auto describe(sheaf::Type<ImprovementBoard>) {
  using Board = ImprovementBoard;
  return sheaf::record(
      field("name", &Board::name, "The board's full name",
            "Children at the Heart Improvement Board")
          .not_empty(),
      field("purpose", &Board::purpose, "What it is for, after “We set up this board to”",
            "support the improvement of Children's Services"),
      field("frequency", &Board::frequency, "How often it meets", "monthly"),
      field("meetings_held", &Board::meetings_held, "How many meetings it has held so far", "7")
          .at_least(0),
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
      field("partners_among", &Board::partners_among,
            "All the organisations that `partners` names some of", "A variety of agencies"),
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
            "Partners in Practice")
          .not_empty(),
      field("provider", &Support::provider, "Who gives it", "a team of leaders from Essex"),
      field("enabled_by", &Support::enabled_by, "Who made it possible",
            "the Department for Education"),
      field("helps_to", &Support::helps_to, "What it helps us to do, beginning with a verb",
            "improve our system"));
}

void write_action_plan(const ActionPlan& plan, sheaf::Section& out);
void write_actions(const std::vector<Action>& actions, sheaf::Section& out);
void write_improvement_board(const ImprovementBoard& board, sheaf::Section& out);
void write_support(const Support& support, sheaf::Section& out);

}  // namespace ofsted
