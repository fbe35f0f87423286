#pragma once
// What an administrator can say about adult social care: how its teams work, which services are
// open, the Care Act, pressures, pilots and care homes.

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
                   "telephone wherever possible"),
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
      field("name", &Service::name, "Name of the service", "Day services"),
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
      field("of", &Review::of, "What is being reviewed", "day services"),
      field("question", &Review::question, "What the review asks",
            "how we can provide services in other ways"),
      field("next_step", &Review::next_step, "What comes out of it", "a new offer"),
      optional_field("with", &Review::with, "Who shapes it with us",
                     R"(["citizens", "their families"])"),
      field("aim", &Review::aim, "What it must achieve, beginning with a verb",
            "help citizens to live independent lives"),
      field("in_line_with", &Review::in_line_with, "Which strategy or policy it follows",
            "the aims of our strategy"));
}

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
  return sheaf::record(
      optional_field("duties_met", &CareAct::duties_met,
                     "Whether we meet our duties to assess need; yes when not given", "true"),
      field("easements", &CareAct::easements, "Whether duties are eased under the Care Act",
            "none"),
      field("why", &CareAct::why, "Why, as a noun", "pressure on the workforce"));
}

struct Pressure {
  sheaf::Text where;
  std::optional<sheaf::Text> response, so_that;
};
constexpr auto describe(sheaf::Type<Pressure>) {
  return sheaf::record(
             field("where", &Pressure::where, "Where the pressure is felt", "the workforce"),
             field("response", &Pressure::response, "What we do, beginning with a verb",
                   "identify the staff capacity that we have"),
             field("so_that", &Pressure::so_that, "What the response achieves, after “so that”",
                   "staff work where they are needed most"))
      .shorthand("where");
}

/// What is being done about staff and capacity.
struct Work {
  sheaf::Text what;
  std::optional<sheaf::Text> so_that;
};
constexpr auto describe(sheaf::Type<Work>) {
  return sheaf::record(
             field("what", &Work::what, "What we are working to do, beginning with a verb",
                   "identify all the staff capacity that we have"),
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
      field("label", &Metric::label, "What is counted", "Assessments completed"),
      field("value", &Metric::value, "The figure", "412"),
      field("unit", &Metric::unit, "What the figure counts, when the label does not say it",
            "days"),
      field("trend", &Metric::trend, "Which way it is going", "up"),
      field("note", &Metric::note, "What it is compared with, or how to read it", "since October"));
}

struct Pilot {
  sheaf::Text name, tests;
  std::optional<sheaf::Text> team, provides, place, aim;
  std::vector<sheaf::Text> emphasis;
};
constexpr auto describe(sheaf::Type<Pilot>) {
  return sheaf::record(
      field("name", &Pilot::name, "Name of the pilot", "Local People for Local People"),
      field("tests", &Pilot::tests, "What it will try out",
            "a neighbourhood approach to care in the community"),
      field("team", &Pilot::team, "Who carries it out", "a small team of care workers"),
      field("provides", &Pilot::provides, "What they provide", "personal care"),
      field("where", &Pilot::place, "Where, and for whom", "at home, in one neighbourhood"),
      optional_field("emphasis", &Pilot::emphasis, "What the emphasis is on, each a noun",
                     R"(["work with the same group of citizens"])"),
      field("aim", &Pilot::aim, "What it must achieve, beginning with a verb",
            "help citizens to be more independent"));
}

struct Visits {
  std::vector<sheaf::Text> guidance_from, measures, partners, next_steps;
  std::optional<sheaf::Text> principle;
};
constexpr auto describe(sheaf::Type<Visits>) {
  return sheaf::record(
      optional_field("guidance_from", &Visits::guidance_from, "Who issued the guidance",
                     R"(["the government"])"),
      field("principle", &Visits::principle, "What the guidance ensures, after “so that”",
            "people's human rights are upheld"),
      optional_field("measures", &Visits::measures, "What this means in practice, each a noun",
                     R"(["safe visits where they are possible"])"),
      optional_field("partners", &Visits::partners, "Who puts it into practice with us",
                     R"(["Public Health"])"),
      optional_field("next_steps", &Visits::next_steps, "What comes next, beginning with verbs",
                     R"(["tell families what it means for them"])"));
}

struct IsolationBeds {
  sheaf::Text people;
  std::optional<sheaf::Text> asked_by, checked_by, joint_with, funded_by, afterwards;
  std::optional<sheaf::Whole> days;
  std::optional<sheaf::Timing> starts;
  std::optional<bool> secured;
};
constexpr auto describe(sheaf::Type<IsolationBeds>) {
  using Beds = IsolationBeds;
  return sheaf::record(
      field("for", &Beds::people, "Whom the beds are for",
            "people who have tested positive for COVID-19"),
      field("asked_by", &Beds::asked_by, "Who asked councils to provide them",
            "the Department of Health and Social Care"),
      field("days", &Beds::days, "How many days a person stays in isolation", "14"),
      field("secured", &Beds::secured, "Whether a care home has been found", "true"),
      field("checked_by", &Beds::checked_by, "Who checked the home", "the Care Quality Commission"),
      field("starts", &Beds::starts, "When it begins: a date, or words", "2020-12"),
      field("joint_with", &Beds::joint_with, "Who does this with us", "our health partners"),
      field("funded_by", &Beds::funded_by, "Who pays", "the government"),
      field("afterwards", &Beds::afterwards, "Where people go afterwards",
            "home, or to residential care"));
}

struct Closures {
  sheaf::Whole count;
  std::optional<sheaf::Whole> with_safeguarding_concerns;
  std::optional<sheaf::Text> managed_with;
  std::vector<sheaf::Text> residents;
  std::optional<sheaf::Timing> complete_by;
};
constexpr auto describe(sheaf::Type<Closures>) {
  return sheaf::record(
      field("count", &Closures::count, "How many care homes close", "2"),
      field("with_safeguarding_concerns", &Closures::with_safeguarding_concerns,
            "In how many of them there were serious safeguarding concerns", "1"),
      field("managed_with", &Closures::managed_with, "Who manages it with us",
            "our health partners"),
      optional_field("residents", &Closures::residents, "What we make sure of for the residents",
                     R"(["relatives are involved"])"),
      field("complete_by", &Closures::complete_by,
            "By when all residents will have moved: a date (a month means its end), or words",
            "2020-11"));
}

struct CareHomes {
  std::optional<Visits> visits;
  std::optional<IsolationBeds> isolation_beds;
  std::optional<Closures> closures;
};
constexpr auto describe(sheaf::Type<CareHomes>) {
  return sheaf::record(
      field("visits", &CareHomes::visits, "Guidance on visits to care homes",
            R"({ "guidance_from": ["the government"] })"),
      field("isolation_beds", &CareHomes::isolation_beds, "Beds for people who must isolate",
            R"({ "for": "people with COVID-19", "days": 14 })"),
      field("closures", &CareHomes::closures, "Care homes that close", R"({ "count": 2 })"));
}

struct Update {
  std::optional<sheaf::Markdown> narrative;
  std::optional<sheaf::Text> situation;
  std::vector<sheaf::Text> commitments;
  std::optional<WaysOfWorking> ways_of_working;
  std::vector<Service> services;
  std::optional<Review> review;
  std::optional<CareAct> care_act;
  std::vector<Pressure> pressures;
  std::vector<Work> workforce;
  std::vector<Metric> metrics;
  std::vector<Pilot> pilots;
  std::optional<CareHomes> care_homes;
};
constexpr auto describe(sheaf::Type<Update>) {
  return sheaf::record(
      field("narrative", &Update::narrative, "What the team wants to say first, in its own words",
            "Our teams have kept going."),
      field("situation", &Update::situation, "What is happening as this is written",
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

}  // namespace asc
