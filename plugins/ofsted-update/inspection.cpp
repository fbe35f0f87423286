#include "inspection.hpp"

#include "update.hpp"

namespace ofsted {
namespace {

using sheaf::Inline;
using sheaf::text;

/// Later for certain: what one of the two does not say is not compared.
bool is_later(const sheaf::Date& a, const sheaf::Date& b) {
  if (a.year() != b.year() || a.month() == 0 || b.month() == 0) return a.year() > b.year();
  if (a.month() != b.month() || a.day() == 0 || b.day() == 0) return a.month() > b.month();
  return a.day() > b.day();
}

enum class When { Past, Coming };

When when_of(const Update& update) {
  return update.inspection && !update.inspection->expected ? When::Past : When::Coming;
}

std::string_view article(Kind kind) { return kind == Kind::Inspection ? "an " : "a "; }

/// ", which follows the focused visit of February 2020"
Inline what_it_follows(const Inspection& inspection) {
  const auto& [kind, follows, visited, expected, wider] = inspection;
  if (!follows && !visited) return {};
  Inline out = ", which follows ";
  if (visited) {
    out += text("the ", follows ? sheaf::label(*follows) : "visit", " of ", *visited);
  } else {
    out += text(article(*follows), *follows);
  }
  if (wider) out += " and is wider in scope";
  return out;
}

/// ", after a focused visit and with a wider scope"
Inline what_it_followed(const Inspection& inspection) {
  if (!inspection.follows) return {};
  return text(", after ", article(*inspection.follows), *inspection.follows,
              inspection.wider ? " and with a wider scope" : "");
}

void announce(const Inspection& inspection, sheaf::Section& out) {
  if (inspection.expected) {
    out.paragraph("We are preparing for an Ofsted ", inspection.kind, what_it_follows(inspection),
                  ".");
  } else if (inspection.visited) {
    out.paragraph("Ofsted carried out ", article(inspection.kind), inspection.kind, " ",
                  in_or_on(*inspection.visited), what_it_followed(inspection), ".");
  }
}

std::string_view places(const Arrangements& arrangements) {
  if (arrangements.on_site) return arrangements.off_site ? "on site and off site" : "on site";
  return arrangements.off_site ? "off site" : "";
}

void write_arrangements(const Arrangements& arrangements, When when, sheaf::Section& out) {
  const std::string_view where = places(arrangements);
  const Inline topics = listed(arrangements.education_inspector);
  Inline line;
  if (!where.empty()) {
    line += text(when == When::Past ? "Inspectors worked " : "Inspectors are expected to work ",
                 where, ".");
  }
  if (!topics.empty()) {
    line += text(where.empty() ? "" : " ", "An education inspector ",
                 when == When::Past ? "concentrated on " : "will concentrate on ", topics, ".");
  }
  out.paragraph(line);
}

/// "The inspection covers all key services: the front door, …", as a list
void write_coverage(const Update& update, const Inline& lead, sheaf::Section& out) {
  if (!update.scope) return out.list(lead, update.covers);
  out.paragraph(lead, " ", *update.scope, update.covers.empty() ? "." : ":");
  if (!update.covers.empty()) out.list(update.covers);
}

}  // namespace

Inline in_or_on(const sheaf::Date& date) { return text(date.is_day() ? "on " : "in ", date); }

void check(const Update& update, sheaf::Section& out) {
  if (!update.inspection) return;
  const auto& [kind, follows, visited, expected, wider] = *update.inspection;
  if (!visited && !expected) {
    out.error(
        "The inspection has neither `visited` nor `expected`: say when inspectors came, or "
        "when they are expected");
  }
  if (wider && !follows && (!expected || !visited)) {
    out.error("The inspection is `wider`, but not than what: say what it `follows`");
  }
  if (visited && expected && expected->date() && is_later(*visited, *expected->date())) {
    out.error(*visited, "The earlier visit is later than the date when inspectors are expected");
  }
  if (visited && update.action_plan && update.action_plan->submitted &&
      is_later(*visited, *update.action_plan->submitted)) {
    out.error(*update.action_plan->submitted, "The plan was submitted before the visit it answers");
  }
}

void write_inspection(const Update& update, sheaf::Section& out) {
  const When when = when_of(update);
  const std::string_view name = sheaf::label(update.inspection ? update.inspection->kind : Kind{});
  if (update.inspection) announce(*update.inspection, out);
  sheaf::Facts facts = out.facts();
  if (update.inspection) facts.fact("Expected", update.inspection->expected);
  facts.fact("Framework and guidance", update.framework);
  if (update.arrangements) write_arrangements(*update.arrangements, when, out);
  write_coverage(update, text("The ", name, when == When::Past ? " covered" : " covers"), out);
  out.list(when == When::Past ? "Inspectors looked in particular at" : "Inspectors will look at",
           update.looks_at);
  out.list("Inspectors set out", update.findings);
}

void write_priority_actions(const std::vector<PriorityAction>& actions, sheaf::Section& out) {
  out.heading(1, "Priority actions");
  if (actions.empty()) return out.paragraph("Inspectors asked for no priority actions.");
  out.paragraph("Inspectors asked for ",
                actions.size() == 1 ? "one" : std::to_string(actions.size()),
                actions.size() == 1 ? " priority action:" : " priority actions:");
  sheaf::List list = out.numbered_list();
  for (const auto& [action, so_that] : actions) {
    if (so_that.size() == 1) {
      list.item(action, ", so that ", so_that[0]);
    } else {
      list.item(action, so_that.empty() ? "" : ", so that:").list(so_that);
    }
  }
}

}  // namespace ofsted
