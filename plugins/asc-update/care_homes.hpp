#pragma once
// Care homes: visits, isolation beds and closures.

#include <optional>
#include <vector>

#include <sheaf/plugin.hpp>

namespace asc {

using sheaf::field;
using sheaf::optional_field;

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
            "people who have tested positive for COVID-19")
          .not_empty(),
      field("asked_by", &Beds::asked_by, "Who asked councils to provide them",
            "the Department of Health and Social Care"),
      field("days", &Beds::days, "How many days a person stays in isolation", "14").at_least(1),
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
      field("count", &Closures::count, "How many care homes close", "2").at_least(1),
      field("with_safeguarding_concerns", &Closures::with_safeguarding_concerns,
            "In how many of them there were serious safeguarding concerns", "1")
          .at_least(0),
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

/// Reports figures that cannot be, such as more homes with concerns than homes.
void check(const CareHomes& homes, sheaf::Section& out);

void write_care_homes(const CareHomes& homes, sheaf::Section& out);

}  // namespace asc
