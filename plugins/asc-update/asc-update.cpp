// asc-update: adult social care this month.

#include "care_homes.hpp"
#include "services.hpp"
#include "workload.hpp"

namespace asc {
namespace {

struct Update {
  std::optional<sheaf::Markdown> narrative;
  std::optional<sheaf::Text> situation;
  std::vector<sheaf::Text> commitments;
  std::optional<WaysOfWorking> ways_of_working;
  std::optional<std::vector<Service>> services;  // given, but empty, is said so
  std::optional<Review> review;
  std::optional<CareAct> care_act;
  std::vector<Pressure> pressures;
  std::vector<Work> workforce;
  std::optional<std::vector<Metric>> metrics;
  std::vector<Pilot> pilots;
  std::optional<CareHomes> care_homes;
};
constexpr auto describe(sheaf::Type<Update>) {
  return sheaf::record(
      field("narrative", &Update::narrative, "What the team wants to say first, in its own words",
            "Our teams have kept going."),
      field("situation", &Update::situation, "What is happening, after “At the time of writing,”",
            "a second national lockdown is beginning"),
      optional_field("commitments", &Update::commitments,
                     "What the teams go on doing, beginning with verbs",
                     R"(["make sure that citizens are supported"])"),
      field("ways_of_working", &Update::ways_of_working, "How the teams work now",
            R"({ "home_working": "most staff" })"),
      optional_field("services", &Update::services, "Services that are open, reduced or closed",
                     R"([{ "name": "Day services", "state": "closed" }])"),
      field("review", &Update::review, "A review of services",
            R"({ "of": "day services", "next_step": "a new offer" })"),
      field("care_act", &Update::care_act, "Duties and easements under the Care Act",
            R"({ "easements": "none" })"),
      optional_field("pressures", &Update::pressures, "Where there is pressure, and our response",
                     R"(["the workforce"])"),
      optional_field("workforce", &Update::workforce, "What we are doing about staff and capacity",
                     R"(["identify all the staff capacity that we have"])"),
      optional_field("metrics", &Update::metrics, "Figures with their trend",
                     R"([{ "label": "Assessments completed", "value": 412, "trend": "up" }])"),
      optional_field(
          "pilots", &Update::pilots, "New ways of working that are being tried",
          R"([{ "name": "Local People for Local People", "tests": "care by neighbours" }])"),
      field("care_homes", &Update::care_homes, "Visits, isolation beds and closures",
            R"({ "closures": { "count": 2 } })"));
}

void render(const Update& update, sheaf::Section& out) {
  if (update.care_homes) check(*update.care_homes, out);
  out.place(update.narrative);
  if (update.situation) out.paragraph("At the time of writing, ", *update.situation, ".");
  out.list("We continue to", update.commitments);
  if (update.metrics) write_metrics(*update.metrics, out);
  if (update.ways_of_working) write_ways_of_working(*update.ways_of_working, out);
  if (update.services) write_services(*update.services, out);
  if (update.review) write_review(*update.review, out);
  for (const Pilot& pilot : update.pilots) write_pilot(pilot, out);
  if (update.care_homes) write_care_homes(*update.care_homes, out);
  write_pressures(update.pressures, update.workforce, out);
  if (update.care_act) write_care_act(*update.care_act, out);
}

}  // namespace
}  // namespace asc

SHEAF_SECTION(asc::Update, asc::render,
              {.id = "asc-update",
               .version = "1.0.0",
               .title = "Adult social care update",
               .description = "Adult social care: ways of working, services, the Care Act, "
                              "pressures, figures, pilots and care homes",
               .blocks = {"heading/1", "paragraph/1", "list/1", "facts/1", "metrics/1"}})
