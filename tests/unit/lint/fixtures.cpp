#include "fixtures.hpp"

namespace sheaf::test {
namespace {

using enum model::LintRule;

Fixture text(model::LintRule rule, const std::string& words) {
  return {rule, words, [words](Report& report) { report.say(words); }};
}

Fixture link(model::LintRule rule, const std::string& words, const std::string& target) {
  return {rule, words + " -> " + target,
          [=](Report& report) { report.link(report.say("See "), words, target); }};
}

Fixture picture(model::LintRule rule, const std::string& alt, const std::string& caption = "") {
  return {rule, "alt: " + alt, [=](Report& report) {
            const auto id = report.add(report.section, ElementKind::Figure);
            report.document[id].alt = alt;
            if (!caption.empty()) report.text(id, ElementKind::Caption, Role::Caption, caption);
          }};
}

Fixture title(const std::string& words) {
  return {TitlePoor, "title: " + words, [=](Report& report) {
            for (auto& element : report.document.elements) {
              if (element.role == Role::Title) element.runs[0].text = words;
            }
          }};
}

Fixture headings(model::LintRule rule, const std::vector<std::string>& words) {
  return {rule, "heading: " + words[0], [=](Report& report) {
            for (const auto& one : words) report.heading(3, one, report.section);
          }};
}

/// Two headings with a third below the second; the last text is left out or not.
Fixture lone_heading(bool has_text) {
  return {HeadingLone, has_text ? "a heading, then text" : "a heading, then nothing",
          [=](Report& report) {
            report.heading(3, "Progress", report.section);
            report.say("We visited all wards.");
            report.heading(3, "Next steps", report.section);
            report.heading(4, "Visits", report.section);
            if (has_text) report.say("We will visit all wards.");
          }};
}

Fixture bold_line(const std::string& words, const std::string& next) {
  return {HeadingFake, words + " in bold", [=](Report& report) {
            const auto id = report.add(report.section, ElementKind::Paragraph);
            report.run(id, id, words, model::kStrong);
            if (!next.empty()) report.say(next);
          }};
}

Fixture links(const std::string& first, const std::string& second, const std::string& target) {
  return {LinkSameText, first + ", " + second, [=](Report& report) {
            report.link(report.say("See "), first, "https://a.example");
            report.link(report.say("See "), second, target);
          }};
}

Fixture language(const std::string& tag) {
  return {LangRegion, tag, [=](Report& report) { report.document.language = tag; }};
}

Fixture marked(const std::string& words, const std::string& tag) {
  return {LangSpan, words + " in " + tag, [=](Report& report) {
            const auto block = report.say("Welcome: ");
            const auto span = report.add(block, ElementKind::Span);
            report.document[span].language = tag;
            report.run(block, span, words);
          }};
}

Fixture table(model::LintRule rule, std::size_t columns, bool with_caption) {
  return {rule, std::to_string(columns) + " columns", [=](Report& report) {
            const DocumentBuilder::Texts cells(columns, "Cell");
            const auto id = report.table(cells, {cells}, report.section);
            if (!with_caption)
              report.document[id].children.erase(report.document[id].children.begin());
          }};
}

Fixture lines(const std::vector<std::string>& words) {
  return {ListFake, words[0], [=](Report& report) {
            for (const auto& one : words) report.say(one);
          }};
}

Fixture list(model::LintRule rule, const std::string& lead, const std::vector<std::string>& items) {
  return {rule, "list of " + items[0], [=](Report& report) {
            if (!lead.empty()) report.say(lead);
            report.list(items, report.section);
          }};
}

Fixture emphasised(const std::string& words) {
  return {Italics, words, [=](Report& report) {
            const auto id = report.say("Remember: ");
            report.run(id, id, words, model::kEmphasis);
          }};
}

Fixture term(const std::string& words) { return text(TermStyle, words); }

Fixture explained(const std::string& short_form, const std::string& words) {
  return {AcronymFirst, short_form + " with its expansion", [=](Report& report) {
            const auto block = report.say("It is led by the ");
            const auto span = report.add(block, ElementKind::Span);
            report.document[span].alt = words;
            report.run(block, span, short_form);
          }};
}

Fixture labels(model::LintRule rule, const std::vector<std::string>& words) {
  return {rule, words.empty() ? "no labels" : words[0], [=](Report& report) {
            const auto facts = report.add(report.section, ElementKind::Facts);
            for (const auto& one : words) {
              report.labelled(facts, ElementKind::Fact, Role::FactLabel, one, Role::FactValue,
                              {"None"});
            }
          }};
}

std::string long_sentence(int count) { return "Then " + words(count - 1) + "."; }

std::string hard_text() {
  std::string made;
  for (int i = 0; i < 6; ++i) {
    made +=
        "The organisational implementation of interdependent intervention methodologies "
        "necessitates considerable multidisciplinary collaboration between participating "
        "authorities, notwithstanding administrative complications. ";
  }
  return made;
}

std::string easy_text() {
  std::string made;
  for (int i = 0; i < 20; ++i) made += "The team went to see the child at home. ";
  return made;
}

std::string sentences(int count) {
  std::string made;
  for (int i = 0; i < count; ++i) made += "We met. ";
  return made;
}

}  // namespace

const std::vector<Fixture>& failing_fixtures() {
  static const std::vector<Fixture> all = {
      picture(AltPoor, "IMG_2041.png"),
      picture(AltPoor, "Image of a library"),
      picture(AltPoor, "logo"),
      picture(AltPoor, "ABC"),
      picture(AltPoor, "The library", "The library"),
      picture(AltLong, std::string(151, 'a')),
      title("final_report_v2.docx"),
      title("ANNUAL REPORT"),
      title("We did well."),
      title("Did we do well?"),
      title(std::string(66, 'a')),
      headings(HeadingLong, {"What we did this month."}),
      headings(HeadingLong, {std::string(81, 'a')}),
      bold_line("Next steps", "We will visit."),
      headings(HeadingRepeated, {"Progress", "progress"}),
      lone_heading(false),
      link(LinkVague, "click here", "https://a.example"),
      link(LinkVague, "Here", "https://a.example"),
      link(LinkVague, "Read more…", "https://a.example"),
      link(LinkBareUrl, "https://www.gov.uk/visas", "https://www.gov.uk/visas"),
      link(LinkBareUrl, "www.example.org/" + std::string(60, 'a'), "https://a.example"),
      links("the guidance", "The guidance", "https://b.example"),
      link(LinkHttp, "our plan", "http://a.example"),
      link(LinkFile, "the plan", "https://a.example/plan.PDF?v=2"),
      text(LangSpan, "Witamy and \u041F\u0440\u0438\u0432\u0435\u0442"),
      text(LangSpan, "\u0627\u0644\u0639\u0631\u0628\u064A\u0629"),
      language("en-US"),
      table(TableCaption, 2, false),
      table(TableOneColumn, 1, true),
      table(TableWide, 8, true),
      lines({"- visits", "- calls"}),
      lines({"1. visits", "2. calls"}),
      lines({"a) visits", "b) calls"}),
      list(ListSingle, "We aim for:", {"good practice"}),
      list(ListLead, "", {"visits", "calls"}),
      list(ListStyle, "We offer:", {"visits; and", "calls"}),
      list(ListStyle, "We offer:", {"visits;", "calls"}),
      text(CapsLong, "NOTICE OF THE MEETING today"),
      text(CapsSpaced, "R E P O R T of the board"),
      text(SpacesLayout, "Signed ............"),
      text(SpacesLayout, "Name\u00A0\u00A0\u00A0Date"),
      text(EmptyText, "* * *"),
      text(EmptyText, "\u2014"),
      emphasised("do not use the lift"),
      text(DateFormat, "The board met on 25/11/2020."),
      text(DateFormat, "The board met on 2020-11-25."),
      text(DateFormat, "The board met on 25.11.2020."),
      text(DateFormat, "The board met on 5/1/21."),
      text(DateFormat, "The board met on 25th November 2020."),
      text(DateFormat, "The board met on the 25th of November."),
      text(DateFormat, "The board met on November 25, 2020."),
      text(DateFormat, "The board met on 25 Nov 2020."),
      text(DateFormat, "The board met on 25 November, 2020."),
      text(DateRange, "Visits on 10-21 November."),
      text(DateRange, "Visits from 10 November \u2013 21 December."),
      text(DateRange, "The plan for 2020\u20132021."),
      text(DateRange, "Open Monday-Friday."),
      text(TimeFormat, "The board meets at 13:30."),
      text(TimeFormat, "The board meets at 1.30 pm."),
      text(TimeFormat, "The board meets at 11 am."),
      text(TimeFormat, "The board meets at 10:00am."),
      text(NumberFormat, "There were 12500 visits."),
      text(NumberFormat, "It fell by 10 per cent."),
      text(NumberFormat, "It fell by 10 percent."),
      text(NumberFormat, "It cost \u00A310m."),
      text(NumberFormat, "It cost \u00A375.00."),
      text(NumberFormat, "For children of 5-10 years."),
      text(PhoneFormat, "Call 01158764567 today."),
      text(PhoneFormat, "Call (0115) 876 4567 today."),
      text(PhoneFormat, "Call (0115)8764567 today."),
      text(EmailFormat, "Write to board@example.gov.uk."),
      link(EmailFormat, "Board@example.gov.uk", "mailto:board@example.gov.uk"),
      text(LatinAbbreviation, "Some services, e.g. day centres."),
      text(LatinAbbreviation, "Centres, homes, etc."),
      text(LatinAbbreviation, "The board, ie its members."),
      text(Ampersand, "We look at health & safety."),
      text(Contraction, "People can't visit."),
      text(Contraction, "People don\u2019t visit."),
      text(BracketedPlural, "Send the form(s) back."),
      term("We will utilise it."),
      term("We work on Covid-19."),
      term("It is so going forward."),
      term("In order to help."),
      text(AcronymFirst, "The ADASS has said so."),
      text(Sensory, "Those shown in red are closed."),
      text(Sensory, "See the box on the right."),
      text(Sensory, "The green rows are open."),
      text(Directional, "See the table below."),
      text(Directional, "As shown in Figure 1 above, visits rose."),
      text(Directional, "More overleaf."),
      text(SentenceLong, long_sentence(26)),
      text(ParagraphLong, sentences(6)),
      text(ReadingAge, hard_text()),
      text(Spelling, "We recxqve calls."),
      text(Placeholder, "Lorem ipsum dolor."),
      text(Placeholder, "Visits: [insert number]."),
      text(Placeholder, "The next meeting is TBC."),
      text(PersonalData, "Her NHS number is 943 476 5919."),
      text(PersonalData, "Her number is 9434765919."),
      text(PersonalData, "His number is QQ 12 34 56 C."),
      text(PersonalData, "His number is QQ123456C."),
      labels(BackgroundPapers, {"Board"}),
      labels(RecommendationsMissing, {"Board"}),
      labels(ContactMissing, {"Board"}),
  };
  return all;
}

const std::vector<Fixture>& passing_fixtures() {
  static const std::vector<Fixture> all = {
      picture(AltPoor, "Children leaving the new library with their books"),
      picture(AltPoor, "Chart of visits: they rose from April on"),
      picture(AltLong, std::string(150, 'a')),
      title("Preparing for the inspection"),
      title(std::string(65, 'a')),
      title("NHS visits"),
      headings(HeadingLong, {"What we did this month"}),
      headings(HeadingLong, {std::string(80, 'a')}),
      bold_line("Next steps", ""),
      bold_line(words(30), "We will visit."),
      bold_line("#StopTheSpread #Covid19", "We will visit."),
      headings(HeadingRepeated, {"Progress on visits", "Progress on calls"}),
      lone_heading(true),
      link(LinkVague, "how to apply for a visa", "https://a.example"),
      link(LinkVague, "More homes for Nottingham", "https://a.example"),
      link(LinkBareUrl, "how to apply for a visa", "https://a.example"),
      link(LinkBareUrl, "www.nottinghamcity.gov.uk/coronavirus", "https://a.example"),
      links("the guidance", "the guidance", "https://a.example"),
      links("the guidance", "the plan", "https://b.example"),
      link(LinkHttp, "our plan", "https://a.example"),
      link(LinkFile, "the plan (PDF)", "https://a.example/plan.pdf"),
      link(LinkFile, "the plan", "https://a.example/plan"),
      text(LangSpan, "Dzi\u0119kujemy, naïve, 5 \u00B5m and \u03A9"),
      marked("\u041F\u0440\u0438\u0432\u0435\u0442", "ru"),
      language("en-GB"),
      language("cy"),
      table(TableCaption, 2, true),
      table(TableOneColumn, 2, true),
      table(TableWide, 7, true),
      lines({"- visits", "and calls"}),
      lines({"A. Smith spoke.", "B. Jones answered."}),
      lines({"2020 was hard.", "2021 was not."}),
      list(ListSingle, "We aim for:", {"visits", "calls"}),
      list(ListLead, "We offer:", {"visits", "calls"}),
      list(ListStyle, "We offer:", {"visits", "calls"}),
      text(CapsLong, "The NHS and the BBC and the UK"),
      text(CapsLong, "NHS UK BBC agree"),
      text(CapsSpaced, "Plan A, B and C"),
      text(CapsSpaced, "J. R. R. T. wrote it"),
      text(SpacesLayout, "Wait... for it"),
      text(SpacesLayout, "25\u00A0November\u00A02020"),
      text(EmptyText, "27"),
      text(EmptyText, "\u0141\u00F3d\u017A"),
      emphasised("The Times"),
      text(DateFormat, "The board met on 25 November 2020."),
      text(DateFormat, "In May 2020 there were 25 of 30."),
      text(DateFormat, "The 25th time in 2020/21."),
      text(DateFormat, "Version 1.2.10 of 24/7."),
      text(DateFormat, "In November 25 people came."),
      text(DateRange, "Visits from 10 to 21 November 2020."),
      text(DateRange, "The plan for 2020/21."),
      text(DateRange, "A well-known COVID-19 plan - 21 people."),
      text(TimeFormat, "The board meets at 1:30pm, or 11am."),
      text(TimeFormat, "A ratio of 10:12 and 3.50 in the 9 to 5."),
      text(NumberFormat, "There were 12,500 visits in 2020."),
      text(NumberFormat, "Call 0115 876 45678 or 10000 20000."),
      text(NumberFormat, "It cost \u00A310 million, \u00A375.50, 10%."),
      text(NumberFormat, "The 24-7 plan of COVID-19 in 2020-21."),
      text(PhoneFormat, "Call 0115 876 4567 today."),
      text(PhoneFormat, "In (2020) it was 119."),
      link(EmailFormat, "board@example.gov.uk", "mailto:board@example.gov.uk"),
      text(EmailFormat, "Meet @ noon."),
      text(LatinAbbreviation, "Some services, for example day centres."),
      text(LatinAbbreviation, "IE is a country's code."),
      text(Ampersand, "Marks & Spencer is open."),
      text(Contraction, "People cannot visit; it's closed."),
      text(BracketedPlural, "Send the forms (see the list) back (s)."),
      term("We will use it."),
      term("We work on COVID-19 and #Covid-19."),
      term("It is going well, forward it."),
      text(AcronymFirst, "The Association (ADASS) spoke. The ADASS agreed."),
      text(AcronymFirst, "The NHS and the UK."),
      text(AcronymFirst, "The CQC (Care Quality Commission) spoke."),
      explained("CQC", "Care Quality Commission"),
      text(Sensory, "Those marked Closed are closed, in red or not."),
      text(Sensory, "It is on the right track."),
      text(Directional, "See the table of actions."),
      text(Directional, "Those above 18, and below the line."),
      text(SentenceLong, long_sentence(25)),
      text(SentenceLong, words(20) + ". Then " + words(20) + "."),
      text(SentenceLong, "Mr. Smith saw Dr. Jones. Then " + words(24)),
      text(ParagraphLong, sentences(5)),
      text(ReadingAge, easy_text()),
      text(Spelling, "We receive calls."),
      text(Spelling, "We know Ms Xqabc and #xqtag and xq@xq.uk and xq2."),
      text(Placeholder, "Visits: [27] and insert a number."),
      text(PersonalData, "Call 0115 876 4567."),
      text(PersonalData, "It is 943 476 5918."),
      labels(BackgroundPapers, {"Background papers"}),
      labels(RecommendationsMissing, {"Recommendations"}),
      labels(ContactMissing, {"Report of"}),
  };
  return all;
}

lint::Policy only(model::LintRule rule) {
  lint::Policy policy;
  policy.severities[static_cast<std::size_t>(rule)] = Severity::Warning;
  const auto term = [&](const std::string& first, std::vector<std::string> phrase,
                        std::string instead) {
    policy.terms[first].push_back({std::move(phrase), std::move(instead)});
  };
  term("utilise", {"utilise"}, "use");
  term("covid-19", {"covid-19"}, "COVID-19");
  term("going", {"going", "forward"}, "");
  term("in", {"in", "order", "to"}, "to");
  return policy;
}

Diagnostics findings_of(model::LintRule rule, const model::Document& document) {
  Diagnostics found;
  PlainSpeller speller;
  lint::lint(document, only(rule), SourceMap(), &speller, found);
  return found;
}

}  // namespace sheaf::test
