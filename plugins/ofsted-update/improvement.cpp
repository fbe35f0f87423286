#include "improvement.hpp"

#include "inspection.hpp"

namespace ofsted {
namespace {

using sheaf::Inline;
using sheaf::text;

/// "We submitted it to Ofsted in March 2020."
Inline submission(const ActionPlan& plan) {
  if (!plan.submitted_to && !plan.submitted) return {};
  Inline out = " We submitted it";
  if (plan.submitted_to) out += text(" to ", *plan.submitted_to);
  if (plan.submitted) out += text(" ", in_or_on(*plan.submitted));
  return out += ".";
}

Inline times(const sheaf::Whole& meetings) {
  return meetings == 1 ? Inline("once") : text(meetings, " times");
}

/// " It meets every month and has met 7 times so far."
Inline meetings(const ImprovementBoard& board) {
  if (!board.frequency && !board.meetings_held) return {};
  Inline out = " It";
  if (board.frequency) out += text(" meets ", *board.frequency);
  if (board.frequency && board.meetings_held) out += " and";
  if (board.meetings_held) out += text(" has met ", times(*board.meetings_held), " so far");
  return out += ".";
}

void introduce(const ImprovementBoard& board, sheaf::Section& out) {
  Inline purpose;
  if (board.purpose) purpose = text(" to ", *board.purpose);
  out.paragraph("We set up this board", purpose, ".", meetings(board));
}

/// "A variety of agencies, including the police": the whole, when those named are not all.
Inline some_of(const std::optional<sheaf::Text>& whole, const Inline& named) {
  if (!whole) return named;
  return named.empty() ? Inline(*whole) : text(*whole, ", including ", named);
}

void write_people(const ImprovementBoard& board, sheaf::Section& out) {
  sheaf::Facts facts = out.facts();
  if (board.chair) facts.fact("Chair", *board.chair, board.chair_is_new ? " (new in post)" : "");
  facts.fact("Members", listed(board.members));
  facts.fact("Attended by", listed(board.attended_by));
  facts.fact(board.senior_partners ? "Senior representatives from" : "Partners represented",
             some_of(board.partners_among, listed(board.partners)));
}

/// "invite a practitioner, so that the board hears front-line staff"
Inline phrase(const Inline& what, const std::optional<sheaf::Text>& so_that) {
  return so_that ? text(what, ", so that ", *so_that) : what;
}

/// "time with young people (November 2020), so that the board hears them"
std::vector<Inline> phrases(const std::vector<BoardItem>& activities) {
  std::vector<Inline> out;
  for (const auto& [what, so_that, when] : activities) {
    out.push_back(phrase(when ? text(what, " (", *when, ")") : Inline(what), so_that));
  }
  return out;
}

/// "The board decided at its last meeting to", "The board decided on 3 November 2020 to"
Inline decided(const std::optional<sheaf::Timing>& when) {
  Inline out = "The board decided ";
  if (when) out += text(when->date() ? in_or_on(*when->date()) : Inline(*when), " ");
  return out += "to";
}

std::string_view words(const std::optional<sheaf::Timing>& when) {
  return when ? when->words() : std::string_view();
}

/// One sentence or list for the decisions in a row that were made at the same time.
void write_decisions(const std::vector<BoardItem>& decisions, sheaf::Section& out) {
  for (auto at = decisions.begin(); at != decisions.end();) {
    const auto& when = at->when;
    std::vector<Inline> made;
    for (; at != decisions.end() && words(at->when) == words(when); ++at) {
      made.push_back(phrase(at->what, at->so_that));
    }
    out.list(decided(when), made);
  }
}

}  // namespace

void write_action_plan(const ActionPlan& plan, sheaf::Section& out) {
  const Inline answers = listed(plan.responds_to);
  out.heading(1, "Action plan");
  out.paragraph("We have an action plan", answers.empty() ? "" : " that responds to ", answers, ".",
                submission(plan));
}

void write_actions(const std::vector<Action>& actions, sheaf::Section& out) {
  if (actions.empty()) return out.paragraph("There are no actions to report.");
  sheaf::Table table = out.table("Actions and how they stand", {"Action", "Owner", "Due", "Status"},
                                 {.row_headers = true});
  for (const auto& [action, owner, due, status] : actions) {
    table.row({action, owner, or_else(due, "No date set"), static_cast<sheaf::Status>(status)});
  }
}

void write_improvement_board(const ImprovementBoard& board, sheaf::Section& out) {
  out.heading(1, board.name);
  introduce(board, out);
  write_people(board, out);
  write_decisions(board.decisions, out);
  out.list("The board’s activities include", phrases(board.activities));
}

void write_support(const Support& support, sheaf::Section& out) {
  out.heading(1, "Support from outside the council");
  sheaf::Facts facts = out.facts();
  facts.fact("Programme", support.programme);
  facts.fact("Given by", support.provider);
  facts.fact("Made possible by", support.enabled_by);
  facts.fact("Helps us to", support.helps_to);
}

}  // namespace ofsted
