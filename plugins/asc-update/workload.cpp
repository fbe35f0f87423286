#include "workload.hpp"

namespace asc {
namespace {

using sheaf::Inline;
using sheaf::text;

Inline care_act_duties(const CareAct& act) {
  return act.duties_met ? "We still meet our Care Act duties to assess need."
                        : "We cannot meet all our Care Act duties to assess need.";
}

Inline care_act_easements(const CareAct& act) {
  Inline because;
  if (act.why) because = text(", because of ", *act.why);
  switch (act.easements) {
    case Easements::None: return text(" No Care Act easements have been necessary", because, ".");
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

}  // namespace

void write_pressures(const std::vector<Pressure>& pressures, const std::vector<Work>& workforce,
                     sheaf::Section& out) {
  if (pressures.empty() && workforce.empty()) return;
  out.heading(1, pressures.empty() ? "Workforce and capacity" : "Pressures and capacity");
  out.list("There is pressure on", phrases(pressures));
  out.list("We are working to", phrases(workforce));
}

void write_metrics(const std::vector<Metric>& rows, sheaf::Section& out) {
  out.heading(1, "Figures");
  if (rows.empty()) return out.paragraph("There are no figures to report.");
  sheaf::Metrics metrics = out.metrics();
  for (const auto& [label, value, unit, note, trend] : rows) {
    std::optional<sheaf::Trend> direction;
    if (trend) direction = static_cast<sheaf::Trend>(*trend);
    metrics.metric(label, value, {.unit = unit, .trend = direction, .note = note});
  }
}

void write_care_act(const CareAct& act, sheaf::Section& out) {
  out.heading(1, "Care Act duties");
  out.paragraph(care_act_duties(act), care_act_easements(act));
}

}  // namespace asc
