#pragma once
// Pressures, staff and capacity, figures, and the duties under the Care Act.

#include <optional>
#include <vector>

#include <sheaf/plugin.hpp>

namespace asc {

using sheaf::field;
using sheaf::optional_field;

enum class Easements { None, UnderReview, Enacted };
constexpr auto describe(sheaf::Type<Easements>) {
  return sheaf::choice(sheaf::option("none", Easements::None, "None"),
                       sheaf::option("under review", Easements::UnderReview, "Under review"),
                       sheaf::option("enacted", Easements::Enacted, "Enacted"));
}

struct CareAct {
  bool duties_met = true;
  Easements easements{};
  std::optional<sheaf::Text> why;
};
constexpr auto describe(sheaf::Type<CareAct>) {
  return sheaf::record(optional_field("duties_met", &CareAct::duties_met,
                                      "Whether we meet our duties to assess need", "true"),
                       field("easements", &CareAct::easements,
                             "Whether duties are eased under the Care Act", "none"),
                       field("why", &CareAct::why, "Why, as a noun", "pressure on the workforce"));
}

struct Pressure {
  sheaf::Text where;
  std::optional<sheaf::Text> response, so_that;
};
constexpr auto describe(sheaf::Type<Pressure>) {
  return sheaf::record(
             field("where", &Pressure::where, "Where the pressure is felt", "the workforce")
                 .not_empty(),
             field("response", &Pressure::response, "What we do, beginning with a verb",
                   "identify the staff capacity that we have"),
             field("so_that", &Pressure::so_that, "What the response achieves, after “so that”",
                   "staff work where they are needed most"))
      .shorthand("where");
}

struct Work {
  sheaf::Text what;
  std::optional<sheaf::Text> so_that;
};
constexpr auto describe(sheaf::Type<Work>) {
  return sheaf::record(
             field("what", &Work::what, "What we are working to do, beginning with a verb",
                   "identify all the staff capacity that we have")
                 .not_empty(),
             field("so_that", &Work::so_that, "What it achieves, after “so that”",
                   "staff work where they are needed most"))
      .shorthand("what");
}

enum class Trend { Up, Down, Level };
constexpr auto describe(sheaf::Type<Trend>) {
  return sheaf::choice(sheaf::option("up", Trend::Up), sheaf::option("down", Trend::Down),
                       sheaf::option("level", Trend::Level));
}

struct Metric {
  sheaf::Text label;
  sheaf::Decimal value;
  std::optional<sheaf::Text> unit, note;
  std::optional<Trend> trend;
};
constexpr auto describe(sheaf::Type<Metric>) {
  return sheaf::record(
      field("label", &Metric::label, "What is counted", "Assessments completed").not_empty(),
      field("value", &Metric::value, "The figure", "412"),
      field("unit", &Metric::unit, "What the figure counts, when the label does not say it",
            "days"),
      field("trend", &Metric::trend, "Which way it is going", "up"),
      field("note", &Metric::note, "What it is compared with, or how to read it", "since October"));
}

void write_pressures(const std::vector<Pressure>& pressures, const std::vector<Work>& workforce,
                     sheaf::Section& out);
void write_metrics(const std::vector<Metric>& rows, sheaf::Section& out);
void write_care_act(const CareAct& act, sheaf::Section& out);

}  // namespace asc
