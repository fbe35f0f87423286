#pragma once
// How the teams work, the services they run, and what is being reviewed or tried.

#include <optional>
#include <vector>

#include <sheaf/plugin.hpp>

namespace asc {

using sheaf::field;
using sheaf::optional_field;

struct Assessments {
  sheaf::Text by;
  std::optional<sheaf::Text> why, exceptions;
};
constexpr auto describe(sheaf::Type<Assessments>) {
  return sheaf::record(
             field("by", &Assessments::by, "How assessments are made",
                   "telephone wherever possible")
                 .not_empty(),
             field("why", &Assessments::why, "What this achieves, beginning with a verb",
                   "reduce the risk of infection"),
             field("exceptions", &Assessments::exceptions, "When they are made in another way",
                   "face to face where a call is not possible"))
      .shorthand("by");
}

struct WaysOfWorking {
  std::optional<sheaf::Text> so_that, home_working, redeployment, partners;
  std::optional<Assessments> assessments;
};
constexpr auto describe(sheaf::Type<WaysOfWorking>) {
  return sheaf::record(
      field("so_that", &WaysOfWorking::so_that, "What the changes achieve, after “so that”",
            "citizens have the care they need"),
      field("home_working", &WaysOfWorking::home_working, "Who works from home",
            "most staff in the assessment teams"),
      field("redeployment", &WaysOfWorking::redeployment, "Who moved to which work",
            "staff to the areas of priority"),
      field("partners", &WaysOfWorking::partners, "Who the teams work closely with",
            "care providers around the city"),
      field("assessments", &WaysOfWorking::assessments, "How people's needs are assessed",
            R"({ "by": "telephone" })"));
}

enum class State { Open, Reduced, Closed };
constexpr auto describe(sheaf::Type<State>) {
  return sheaf::choice(sheaf::option("open", State::Open, "Open"),
                       sheaf::option("reduced", State::Reduced, "Open, with a reduced service"),
                       sheaf::option("closed", State::Closed, "Closed"));
}

struct Service {
  sheaf::Text name;
  State state{};
  std::optional<sheaf::Text> audience, reason, aim;
  std::vector<sheaf::Text> conditions;
};
constexpr auto describe(sheaf::Type<Service>) {
  return sheaf::record(
      field("name", &Service::name, "Name of the service", "Day services").not_empty(),
      field("state", &Service::state, "Whether it is open", "closed"),
      field("for", &Service::audience, "Whom it serves now", "people who are socially isolated"),
      field("reason", &Service::reason, "Why it is in that state, as a noun",
            "social distancing requirements"),
      field("aim", &Service::aim, "What this achieves, beginning with a verb",
            "keep citizens and staff safe"),
      optional_field("conditions", &Service::conditions, "On what conditions it runs",
                     R"(["fewer people at a time"])"));
}

struct Review {
  sheaf::Text of, next_step;
  std::optional<sheaf::Text> question, aim, in_line_with;
  std::vector<sheaf::Text> with;
};
constexpr auto describe(sheaf::Type<Review>) {
  return sheaf::record(
      field("of", &Review::of, "What is being reviewed", "day services").not_empty(),
      field("question", &Review::question, "What the review asks",
            "how we can provide services in other ways"),
      field("next_step", &Review::next_step, "What comes out of it", "a new offer").not_empty(),
      optional_field("with", &Review::with, "Who shapes it with us",
                     R"(["citizens", "their families"])"),
      field("aim", &Review::aim, "What it must achieve, beginning with a verb",
            "help citizens to live independent lives"),
      field("in_line_with", &Review::in_line_with, "Which strategy or policy it follows",
            "the aims of our strategy"));
}

struct Pilot {
  sheaf::Text name, tests;
  std::optional<sheaf::Text> team, provides, place, aim;
  std::vector<sheaf::Text> emphasis;
};
constexpr auto describe(sheaf::Type<Pilot>) {
  return sheaf::record(
      field("name", &Pilot::name, "Name of the pilot", "Local People for Local People").not_empty(),
      field("tests", &Pilot::tests, "What it will try out",
            "a neighbourhood approach to care in the community")
          .not_empty(),
      field("team", &Pilot::team, "Who carries it out", "a small team of care workers"),
      field("provides", &Pilot::provides, "What they provide", "personal care"),
      field("where", &Pilot::place, "Where, and for whom", "at home, in one neighbourhood"),
      optional_field("emphasis", &Pilot::emphasis, "What the emphasis is on, each a noun",
                     R"(["work with the same group of citizens"])"),
      field("aim", &Pilot::aim, "What it must achieve, beginning with a verb",
            "help citizens to be more independent"));
}

void write_ways_of_working(const WaysOfWorking& ways, sheaf::Section& out);
void write_services(const std::vector<Service>& services, sheaf::Section& out);
void write_review(const Review& review, sheaf::Section& out);
void write_pilot(const Pilot& pilot, sheaf::Section& out);

}  // namespace asc
