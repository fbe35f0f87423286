// Every kind of parameter, and every block that the wrapper writes.

#include <sheaf/plugin.hpp>

namespace council {

enum class State { Open, Closed };
constexpr auto describe(sheaf::Type<State>) {
  return sheaf::choice(sheaf::option("open", State::Open, "Open to all"),
                       sheaf::option("closed", State::Closed));
}

struct Advice {
  sheaf::Text text;
  std::optional<sheaf::Link> link;
};
constexpr auto describe(sheaf::Type<Advice>) {
  return sheaf::record(sheaf::field("text", &Advice::text, "What to do"),
                       sheaf::field("link", &Advice::link, "Where to read more"))
      .shorthand("text");
}

struct Action {
  sheaf::Text action;
  std::optional<sheaf::Person> owner;
  sheaf::Date due;
  sheaf::Status status = sheaf::Status::OnTrack;
};
constexpr auto describe(sheaf::Type<Action>) {
  return sheaf::record(
      sheaf::field("action", &Action::action, "What is to be done"),
      sheaf::field("owner", &Action::owner, "Who does it"),
      sheaf::field("due", &Action::due, "By when", "2020-12"),
      sheaf::optional_field("status", &Action::status, "How it stands", "at-risk"));
}

struct Everything {
  sheaf::Text text;
  sheaf::Markdown markdown;
  sheaf::Whole whole;
  sheaf::Decimal decimal;
  sheaf::Money money;
  bool yes = false;
  State state = State::Open;
  std::vector<sheaf::Keyed<sheaf::Icon, Advice>> advice;
  sheaf::Day day;
  sheaf::Date date;
  sheaf::Timing timing;
  sheaf::Person person;
  sheaf::Link link;
  sheaf::Image image;
  std::optional<sheaf::Text> absent;
  std::vector<sheaf::Text> words;
  std::vector<Action> actions;
  std::optional<State> later;
  sheaf::Whole score;
  sheaf::Text reference;
  sheaf::Money cost;
  sheaf::Date since;
  std::vector<sheaf::Text> hashtags;
};
constexpr auto describe(sheaf::Type<Everything>) {
  return sheaf::record(
      sheaf::field("text", &Everything::text, "A \"text\"", "C:\\ or\ttab"),
      sheaf::field("markdown", &Everything::markdown, "Markdown"),
      sheaf::field("whole", &Everything::whole, "A whole number", "40"),
      sheaf::field("decimal", &Everything::decimal, "A number", "-1.5"),
      sheaf::field("money", &Everything::money, "An amount", "12.50"),
      sheaf::field("yes", &Everything::yes, "Yes or no", "true"),
      sheaf::field("state", &Everything::state, "A choice", "open"),
      sheaf::field("advice", &Everything::advice, "Advice, each with its pictogram",
                   R"([{"hands": "Wash your hands"}])"),
      sheaf::field("day", &Everything::day, "A day", "2020-11-25"),
      sheaf::field("date", &Everything::date, "A date, as far as it is known", "2020-02"),
      sheaf::field("timing", &Everything::timing, "A date or words", "imminently"),
      sheaf::field("person", &Everything::person, "A person"),
      sheaf::field("link", &Everything::link, "A link"),
      sheaf::field("image", &Everything::image, "An image"),
      sheaf::field("absent", &Everything::absent, "Something that may be left out"),
      sheaf::optional_field("words", &Everything::words, "Several texts", R"(["a", "b"])"),
      sheaf::optional_field("actions", &Everything::actions, "Rows"),
      sheaf::field("later", &Everything::later, "A choice that may be left out"),
      sheaf::field("score", &Everything::score, "A number of a range", "4")
          .between(1, 5)
          .otherwise("3"),
      sheaf::field("reference", &Everything::reference, "A text of a form", "AB12")
          .matching("[A-Z]{2}[0-9]+", "two capital letters and a number")
          .at_most(8)
          .otherwise("ZZ0")
          .was("ref")
          .was("case_reference"),
      sheaf::field("cost", &Everything::cost, "An amount of a range")
          .between("0.50", 1000)
          .otherwise("1.50"),
      sheaf::field("since", &Everything::since, "A date of a range", "2010")
          .between("2009-04", "2030")
          .otherwise("2020-02"),
      sheaf::field("hashtags", &Everything::hashtags, "Some texts, but not many", R"(["StaySafe"])")
          .between(1, 3)
          .each(sheaf::matching("[^#]+", "words without #").at_most(12))
          .otherwise(R"(["Care"])"));
}

void write_text(const Everything& all, sheaf::Section& out) {
  out.heading(1, "About ", all.text);
  out.lead("In short: ", sheaf::strong(all.text, " for ", all.money), sheaf::line_break(),
           sheaf::emphasis("and more"), all.absent);
  out.paragraph("On ", all.day, ", in ", all.date, ", ", all.timing, ", by ", all.person, ": ",
                all.link, ", ", all.whole, " of ", all.decimal, ", ", all.state, ".");
  out.paragraph(sheaf::listed(all.words), "; ", sheaf::counted(all.whole, "visit", "visits"), "; ",
                sheaf::or_else(all.later, "not yet known"), "; ", all.yes ? "yes" : "no");
  out.paragraph(sheaf::in_language("cy", "Diolch"), " ",
                sheaf::abbreviation("NHS", "National Health Service"), " ", sheaf::code("x = 1"),
                " ", sheaf::link("the council's site", "https://www.example.org"));
  out.paragraph(all.absent);  // nothing is written
  out.paragraph(all.score, ", ", all.reference, ", ", all.cost, ", ", all.since, ", ",
                sheaf::listed(all.hashtags));
  out.place(all.markdown);
}

void write_computed(sheaf::Section& out) {
  out.paragraph(sheaf::number(12440), ", ", sheaf::number(-1234.56, 1), ", ", sheaf::money(1250),
                ", ", sheaf::money(1250.5), ", ", sheaf::date(2020, 11, 5), ", ", sheaf::date(2021),
                ", ", sheaf::counted(1001, "visit", "visits"));
}

void write_lists(const Everything& all, sheaf::Section& out) {
  auto list = out.numbered_list();
  auto item = list.item("First");
  item.list(all.words);
  list.item("Second");
  out.list(std::vector<sheaf::Text>());  // nothing is written
  auto table = out.table("Actions", {"Action", "Owner", {"Due", sheaf::Align::End}, "Status"},
                         {.row_headers = true});
  for (const Action& action : all.actions) {
    if (action.due < all.date) out.error(action.due, "is due before it begins");
    table.row({action.action, action.owner, action.due, action.status});
  }
}

void write_groups(const Everything& all, sheaf::Section& out) {
  auto facts = out.facts();
  facts.fact("State", all.state);
  facts.fact("Words", all.words);
  facts.fact("Absent", all.absent);
  facts.fact("Text", all.text).paragraph("With a second thought");
  out.metrics()
      .metric("Wards reached", all.whole,
              {.qualifier = "more than", .unit = "wards", .of = "20", .trend = sheaf::Trend::Up})
      .metric("Absent", all.absent);
  out.callout(sheaf::Callout::Warning, all.text).paragraph("Take care");
  out.quote(all.person.name, all.person.post).paragraph(all.text);
  auto pictograms = out.pictograms();
  for (const auto& [icon, advice] : all.advice) {
    pictograms.pictogram(icon, {}, advice.text, " ", advice.link);
  }
  out.recommendations("The board is asked to").recommendation("note", all.text);
  out.figure(all.image);
}

void render(const Everything& all, sheaf::Section& out) {
  write_text(all, out);
  write_computed(out);
  write_lists(all, out);
  write_groups(all, out);
  if (out.meeting_date() && *out.meeting_date() > all.day) {
    out.warning(all.day, "lies before the meeting.");
  }
  out.sign_off(out.person("director"), ", ", out.language().view());
}

}  // namespace council

SHEAF_SECTION(council::Everything, council::render,
              {.id = "everything",
               .version = "2.1.0",
               .title = "Everything",
               .description = "All that the wrapper can do"})
