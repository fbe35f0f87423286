#include "care_homes.hpp"

namespace asc {
namespace {

using sheaf::Inline;
using sheaf::text;

Inline one_or(const sheaf::Whole& number) { return number == 1 ? Inline("one") : Inline(number); }

bool says_nothing(const Visits& visits) {
  return visits.guidance_from.empty() && !visits.principle && visits.measures.empty() &&
         visits.partners.empty() && visits.next_steps.empty();
}

void write_visits(const Visits& visits, sheaf::Section& out) {
  out.heading(2, "Visits");
  Inline principle;
  if (visits.principle) principle = text(", so that ", *visits.principle);
  const Inline guidance = listed(visits.guidance_from);
  if (!guidance.empty()) {
    out.paragraph("We have guidance on visits to care homes from ", guidance, principle, ".");
  } else if (!principle.empty()) {
    out.paragraph("We arrange visits to care homes with care", principle, ".");
  }
  out.list("This means", visits.measures);
  const Inline partners = listed(visits.partners);
  if (!partners.empty()) out.paragraph("We are working on this with ", partners, ".");
  out.list("We will", visits.next_steps);
}

void write_isolation_beds(const IsolationBeds& beds, sheaf::Section& out) {
  out.heading(2, "Isolation beds");
  if (beds.asked_by) {
    out.paragraph("Councils have been asked by ", *beds.asked_by,
                  " to contract with a care home that can take ", beds.people, ".");
  } else {
    out.paragraph("We are arranging beds in a care home that can take ", beds.people, ".");
  }
  sheaf::Facts facts = out.facts();
  if (beds.secured) facts.fact("Care home", *beds.secured ? "Secured" : "Not yet found");
  facts.fact("Checked by", beds.checked_by);
  facts.fact("Starts", beds.starts);
  if (beds.days) facts.fact("Isolation period", counted(*beds.days, "day", "days"));
  facts.fact("Joint with", beds.joint_with);
  facts.fact("Funded by", beds.funded_by);
  facts.fact("Afterwards", beds.afterwards);
}

/// " In one of them there were serious safeguarding concerns."
Inline concerns(const Closures& closures) {
  if (!closures.with_safeguarding_concerns) return {};
  const sheaf::Whole& number = *closures.with_safeguarding_concerns;
  if (number == 0) return " There were no serious safeguarding concerns.";
  if (closures.count == 1) return " There were serious safeguarding concerns.";
  if (number == closures.count) return " In all of them there were serious safeguarding concerns.";
  return text(" In ", one_or(number), " of them there were serious safeguarding concerns.");
}

Inline completion(const sheaf::Timing& by) {
  const bool whole_month = by.date() && !by.date()->is_day();
  return text(
      "The work is still in progress. We intend all residents to have moved to their new "
      "homes by ",
      whole_month ? "the end of " : "", by, ".");
}

void write_closures(const Closures& closures, sheaf::Section& out) {
  out.heading(2, "Closures");
  out.paragraph("Our team has been involved in the closure of ", one_or(closures.count),
                closures.count == 1 ? " care home." : " care homes.", concerns(closures));
  if (closures.managed_with) {
    out.paragraph("We are managing this jointly with ", *closures.managed_with, ".");
  }
  out.list("We make sure that", closures.residents);
  if (closures.complete_by) out.paragraph(completion(*closures.complete_by));
}

}  // namespace

void check(const CareHomes& homes, sheaf::Section& out) {
  if (!homes.closures) return;
  const Closures& closures = *homes.closures;
  const auto& concerns = closures.with_safeguarding_concerns;
  if (concerns && *concerns > closures.count) {
    out.error(*concerns, "More care homes have safeguarding concerns than close");
  }
}

void write_care_homes(const CareHomes& homes, sheaf::Section& out) {
  const bool has_visits = homes.visits && !says_nothing(*homes.visits);
  if (!has_visits && !homes.isolation_beds && !homes.closures) return;
  out.heading(1, "Care homes");
  if (has_visits) write_visits(*homes.visits, out);
  if (homes.isolation_beds) write_isolation_beds(*homes.isolation_beds, out);
  if (homes.closures) write_closures(*homes.closures, out);
}

}  // namespace asc
