#pragma once
// What an administrator can say about a campaign, a scheme or a piece of research.

#include <optional>
#include <vector>

#include <sheaf/plugin.hpp>

namespace campaign {

using sheaf::field;
using sheaf::optional_field;

struct Activity {
  sheaf::Text what;
  std::optional<sheaf::Timing> when;
};
constexpr auto describe(sheaf::Type<Activity>) {
  return sheaf::record(
             field("what", &Activity::what, "What was or will be done, as a noun",
                   "visits to outdoor summer schools")
                 .not_empty(),
             field("when", &Activity::when, "When: a date, or words", "July and August 2020"))
      .shorthand("what");
}

enum class Qualifier { MoreThan, AtLeast, About, Nearly, UpTo, FewerThan };
constexpr auto describe(sheaf::Type<Qualifier>) {
  return sheaf::choice(
      sheaf::option("more than", Qualifier::MoreThan),
      sheaf::option("at least", Qualifier::AtLeast), sheaf::option("about", Qualifier::About),
      sheaf::option("nearly", Qualifier::Nearly), sheaf::option("up to", Qualifier::UpTo),
      sheaf::option("fewer than", Qualifier::FewerThan));
}

struct Figure {
  std::optional<Qualifier> qualifier;
  sheaf::Whole value;
  std::optional<sheaf::Whole> of;
  sheaf::Text unit;
};
constexpr auto describe(sheaf::Type<Figure>) {
  return sheaf::record(
      field("qualifier", &Figure::qualifier, "How exact the figure is", "more than"),
      field("value", &Figure::value, "The figure", "5600"),
      field("of", &Figure::of, "Out of how many", "300000"),
      field("unit", &Figure::unit, "What it counts", "children registered").not_empty());
}

struct Survey {
  std::optional<sheaf::Text> kind, about;
  sheaf::Text asked, by;
  std::optional<sheaf::Timing> when;
};
constexpr auto describe(sheaf::Type<Survey>) {
  return sheaf::record(
      field("kind", &Survey::kind, "What kind of survey, as a noun; “a survey” when not given",
            "an in-depth survey"),
      field("asked", &Survey::asked, "Whom it asked", "children and their families").not_empty(),
      field("about", &Survey::about, "What it asked them about", "their experience of COVID-19"),
      field("by", &Survey::by, "Who carried it out", "our Educational Psychologists").not_empty(),
      field("when", &Survey::when, "When: a date, or words", "summer 2020"));
}

struct Evidence {
  std::vector<Survey> surveys;
  std::vector<sheaf::Text> findings, what_follows;
  std::optional<sheaf::Text> conclusion;
};
constexpr auto describe(sheaf::Type<Evidence>) {
  return sheaf::record(
      field("surveys", &Evidence::surveys, "The surveys that the evidence comes from",
            R"([{ "asked": "children", "by": "our Educational Psychologists" }])"),
      optional_field("findings", &Evidence::findings, "Whom or what they found, each a noun",
                     R"(["parents who have struggled to manage"])"),
      field("conclusion", &Evidence::conclusion, "What it means, in whole sentences",
            "The experiences are very mixed."),
      optional_field("what_follows", &Evidence::what_follows,
                     "What we will do, each beginning with a verb",
                     R"(["support people in the coming months"])"));
}

struct Quotation {
  sheaf::Text words;
  std::optional<sheaf::Person> by;
};
constexpr auto describe(sheaf::Type<Quotation>) {
  return sheaf::record(
      field("text", &Quotation::words, "The words, without quotation marks", "It helped me.")
          .not_empty(),
      field("by", &Quotation::by, "Whose words they are", R"({ "name": "A parent" })"));
}

struct Campaign {
  std::optional<sheaf::Image> image;
  std::vector<sheaf::Text> hashtags;
  std::optional<sheaf::Text> context;
  std::optional<sheaf::Markdown> narrative;
  std::optional<std::vector<Figure>> figures;  // given, but empty, is said so
  std::optional<sheaf::Text> what, why;
  std::optional<sheaf::Timing> since;
  std::vector<sheaf::Text> partners, channels;
  std::vector<Activity> activities;
  std::vector<sheaf::Text> how_it_works, outcomes;
  std::optional<Evidence> evidence;
  std::optional<sheaf::Text> recognition;
  std::optional<Quotation> quotation;
  std::optional<sheaf::Link> link;
};
constexpr auto describe(sheaf::Type<Campaign>) {
  return sheaf::record(
      field("image", &Campaign::image, "A picture, with what it shows in words",
            R"({ "file": "images/books.png", "alt": "A shelf of books" })"),
      optional_field("hashtags", &Campaign::hashtags, "Hashtags, typed without #",
                     R"(["StopTheSpread"])")
          .each(sheaf::matching("[^# ]+", "one word without #")),
      field("context", &Campaign::context, "What led to it, in whole sentences",
            "A new school year has begun."),
      field("narrative", &Campaign::narrative, "What the team wants to say in its own words",
            "We are **proud** of this campaign."),
      optional_field("figures", &Campaign::figures, "Figures that matter",
                     R"([{ "value": 250000, "unit": "books delivered" }])"),
      field("what", &Campaign::what, "What it is, as a noun", "a charity that gives books away"),
      field("why", &Campaign::why, "What it is for, beginning with a verb",
            "give every child the best start"),
      field("since", &Campaign::since, "Since when: a date, or words", "2009"),
      optional_field("partners", &Campaign::partners, "Who works on it together",
                     R"(["the Educational Psychology Service"])"),
      optional_field("channels", &Campaign::channels, "How it reaches people",
                     R"(["podcasts", "videos"])"),
      optional_field("activities", &Campaign::activities, "What was or will be done",
                     R"(["visits to outdoor summer schools"])"),
      optional_field("how_it_works", &Campaign::how_it_works, "How it works, step by step",
                     R"(["a book arrives every month"])"),
      optional_field("outcomes", &Campaign::outcomes, "What it achieves",
                     R"(["children are ready for school"])"),
      field("evidence", &Campaign::evidence, "What we asked people, and what they told us",
            R"({ "surveys": [{ "asked": "children", "by": "our Educational Psychologists" }] })"),
      field("recognition", &Campaign::recognition,
            "What deserves to be recognised, in whole sentences", "This is a milestone."),
      field("quotation", &Campaign::quotation, "What someone said",
            R"({ "text": "It helped me." })"),
      field("link", &Campaign::link, "Where to read more; the text must make sense on its own",
            R"({ "text": "The Imagination Library", "to": "https://www.example.org" })"));
}

}  // namespace campaign
