// asc-update: adult social care this month.

#include "care_homes.hpp"
#include "services.hpp"

namespace asc {
namespace {

using sheaf::Inline;
using sheaf::text;

Inline care_act_duties(const CareAct& act) {
  return act.duties_met ? "We continue to meet our duties to assess need under the Care Act."
                        : "We cannot meet all our duties to assess need under the Care Act.";
}

Inline care_act_easements(const CareAct& act) {
  Inline because;
  if (act.why) because = text(", because of ", *act.why);
  switch (act.easements) {
    case Easements::None:
      return text(" We have not needed to enact any Care Act easements", because, ".");
    case Easements::UnderReview:
      return text(" We are keeping this under review", because,
                  ", and may need to consider Care Act easements.");
    case Easements::Enacted: return text(" We have enacted Care Act easements", because, ".");
  }
  return {};
}

/// "the workforce: we identify the capacity that we have, so that staff work where they matter"
std::vector<Inline> phrases(const std::vector<Pressure>& pressures) {
  std::vector<Inline> out;
  for (const auto& [where, response, so_that] : pressures) {
    Inline& phrase = out.emplace_back(where);
    if (response) phrase += text(": we ", *response);
    if (so_that) phrase += text(", so that ", *so_that);
  }
  return out;
}

std::vector<Inline> phrases(const std::vector<Work>& works) {
  std::vector<Inline> out;
  for (const auto& [what, so_that] : works) {
    Inline& phrase = out.emplace_back(what);
    if (so_that) phrase += text(", so that ", *so_that);
  }
  return out;
}

void write_pressures(const Update& update, sheaf::Section& out) {
  if (update.pressures.empty() && update.workforce.empty()) return;
  out.heading(1, update.pressures.empty() ? "Workforce and capacity" : "Pressures and capacity");
  out.list("There is pressure on", phrases(update.pressures));
  out.list("We are working to", phrases(update.workforce));
}

void write_metrics(const std::vector<Metric>& rows, sheaf::Section& out) {
  if (rows.empty()) return;
  out.heading(1, "Figures");
  sheaf::Metrics metrics = out.metrics();
  for (const auto& [label, value, unit, note, trend] : rows) {
    std::optional<sheaf::Trend> direction;
    if (trend) direction = static_cast<sheaf::Trend>(*trend);
    metrics.metric(label, value, {.unit = unit, .trend = direction, .note = note});
  }
}

void render(const Update& update, sheaf::Section& out) {
  if (update.care_homes) check(*update.care_homes, out);
  out.place(update.narrative);
  if (update.situation) out.paragraph("At the time of writing, ", *update.situation, ".");
  out.list("We continue to", update.commitments);
  write_metrics(update.metrics, out);
  if (update.ways_of_working) write_ways_of_working(*update.ways_of_working, out);
  write_services(update.services, out);
  if (update.review) write_review(*update.review, out);
  for (const Pilot& pilot : update.pilots) write_pilot(pilot, out);
  if (update.care_homes) write_care_homes(*update.care_homes, out);
  write_pressures(update, out);
  if (update.care_act) {
    out.heading(1, "Care Act duties");
    out.paragraph(care_act_duties(*update.care_act), care_act_easements(*update.care_act));
  }
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
