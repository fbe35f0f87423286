#pragma once
// The visit or inspection itself, and what inspectors asked for.

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
      optional_field("kind", &Inspection::kind, "What inspectors carry out", "focused visit"),
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
                             "What must be done, beginning with a verb", "Stabilise the workforce")
                           .not_empty(),
                       optional_field("so_that", &PriorityAction::so_that,
                                      "What it achieves; each reads on from “so that”",
                                      R"(["social workers can respond well to children"])"))
      .shorthand("action");
}

struct Update;

/// Reports what cannot be: a visit after the one that follows it, a plan before its visit.
void check(const Update& update, sheaf::Section& out);

void write_inspection(const Update& update, sheaf::Section& out);
void write_priority_actions(const std::vector<PriorityAction>& actions, sheaf::Section& out);

/// "on 25 November 2020", "in November 2020".
sheaf::Inline in_or_on(const sheaf::Date& date);

}  // namespace ofsted
