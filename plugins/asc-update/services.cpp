#include "services.hpp"

namespace asc {
namespace {

using sheaf::Inline;
using sheaf::text;

/// "By telephone wherever possible, to reduce the risk of infection"
Inline assessments(const Assessments& made) {
  Inline out = text("By ", made.by);
  if (made.why) out += text(", to ", *made.why);
  return out;
}

/// "Closed, because of social distancing requirements, to keep citizens and staff safe"
Inline state(const Service& service) {
  Inline out = service.state;
  if (service.audience) out += text(", for ", *service.audience);
  if (service.reason) out += text(", because of ", *service.reason);
  if (service.aim) out += text(", to ", *service.aim);
  return out;
}

/// "To help citizens": empty when there is no aim.
Inline to(const std::optional<sheaf::Text>& aim) { return aim ? text("To ", *aim) : Inline(); }

}  // namespace

void write_ways_of_working(const WaysOfWorking& ways, sheaf::Section& out) {
  out.heading(1, "How we work now");
  if (ways.so_that) out.paragraph("We have changed how we work, so that ", *ways.so_that, ".");
  sheaf::Facts facts = out.facts();
  facts.fact("Working from home", ways.home_working);
  facts.fact("Redeployed", ways.redeployment);
  facts.fact("Working closely with", ways.partners);
  if (!ways.assessments) return;
  facts.fact("Assessments", assessments(*ways.assessments));
  facts.fact("Exceptions", ways.assessments->exceptions);
}

void write_services(const std::vector<Service>& services, sheaf::Section& out) {
  out.heading(1, "Services");
  if (services.empty()) return out.paragraph("There are no changes to services to report.");
  sheaf::Facts facts = out.facts();
  for (const Service& service : services) {
    sheaf::Blocks fact = facts.fact(service.name, state(service));
    fact.list(service.state == State::Closed ? "To open again it needs" : "It runs with",
              service.conditions);
  }
}

void write_review(const Review& review, sheaf::Section& out) {
  out.heading(1, "Review of ", review.of);
  sheaf::Facts facts = out.facts();
  facts.fact("What we ask", review.question);
  facts.fact("Next step", review.next_step);
  facts.fact("Shaped with", listed(review.with));
  facts.fact("Aim", to(review.aim));
  facts.fact("In line with", review.in_line_with);
}

void write_pilot(const Pilot& pilot, sheaf::Section& out) {
  out.heading(1, "Pilot: ", pilot.name);
  sheaf::Facts facts = out.facts();
  facts.fact("What it will test", pilot.tests);
  facts.fact("Team", pilot.team);
  facts.fact("Provides", pilot.provides);
  facts.fact("Where", pilot.place);
  facts.fact("Emphasis on", pilot.emphasis);
  facts.fact("Aim", to(pilot.aim));
}

}  // namespace asc
