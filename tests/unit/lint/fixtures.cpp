#include "fixtures.hpp"

#include "fixture_kinds.hpp"

namespace sheaf::test {

namespace {

std::vector<Fixture> joined(std::vector<Fixture> all, const std::vector<Fixture>& more) {
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

/// Pictures, headings, links, languages, tables and lists.
std::vector<Fixture> failing_structure() {
  return {
      picture(AltPoor, "IMG_2041.png"),
      picture(AltPoor, "Image of a library"),
      picture(AltPoor, "logo"),
      picture(AltPoor, "ABC"),
      picture(AltPoor, "The library", "The library"),
      picture(AltLong, std::string(151, 'a')),
      picture_file(ImageOfText, "Screenshot 2020-11-25 at 10.04.png", "The new rules"),
      picture_file(ImageOfText, "Screen_Shot_1.PNG", "The new rules"),
      picture_file(ImageOfText, "scan0001.jpg", "The letter"),
      picture_file(SignatureImage, "signature_chair.png", "Jane Doe"),
      picture_file(SignatureImage, "chair.png", "Signature of the chair"),
      picture_file(SignatureImage, "chair.png", "The chair\u2019s signature"),
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
      language(LangUnknown, "english"),
      language(LangUnknown, "zz"),
      language(LangUnknown, "eng-GB"),
      language(LangUnknown, "und"),
      marked(LangUnknown, "Dzi\u0119kujemy", "polski"),
      language(LangRegion, "en-US"),
      table(TableCaption, 2, false),
      table(TableOneColumn, 1, true),
      table(TableOneRow, 2, true),
      rows(TableLayout, {{"Where:", "Here"}, {"When:", "Now"}}),
      table(TableWide, 8, true),
      lines({"- visits", "- calls"}),
      lines({"1. visits", "2. calls"}),
      lines({"a) visits", "b) calls"}),
      text(ListFake, "We did: \u2022 visits \u2022 calls"),
      text(ListFake, "\u2022 visits \u2022calls"),
      text(ListFake, "We did much. -visits -calls"),
      list(ListSingle, "We aim for:", {"good practice"}),
      list(ListLead, "", {"visits", "calls"}),
      list(ListStyle, "We offer:", {"visits; and", "calls"}),
      list(ListStyle, "We offer:", {"visits;", "calls"}),
      text(MarkupPrinted, "We had ~~ten~~ twelve visits."),
      text(MarkupPrinted, "As Smith says[^1], it helps."),
      text(MarkupPrinted, "It is [Important]{.red} to us."),
      text(MarkupPrinted, "See (the table)[#table]."),
      text(MarkupPrinted, "See (the web)[https://x.example]."),
      text(MarkupPrinted, "It is **very good."),
      text(MarkupPrinted, "It is ** very good **."),
      text(MarkupPrinted, "See [the grants](#grants awarded)."),
      text(MarkupPrinted, "See [web] (https://x.example)."),
      text(MarkupPrinted, "See [the grants] (#grants)."),
      text(MarkupPrinted, "Say [bore da] {lang=cy} to all."),
      text(MarkupPrinted, "Say [bore da]{lang cy} to all."),
      text(MarkupPrinted, "We visit. \u00A0 We call."),
      text(MarkupPrinted, "|Ward|Visits| |North|27|"),
      before_text("#Background"),
      before_text("##Progress so far"),
      before_text("#Progress so far"),
  };
}

/// How text looks and reads, and what must and must not be in a report.
std::vector<Fixture> failing_words() {
  return {
      text(CapsLong, "NOTICE OF THE MEETING today"),
      text(CapsLong, "SAFEGUARDING PARTNERSHIP today"),
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
      text(NumberFormat, "It cost \u00A31250000.00."),
      text(NumberFormat, "For children of 5-10 years."),
      text(PhoneFormat, "Call 01158764567 today."),
      text(PhoneFormat, "Call (0115) 876 4567 today."),
      text(PhoneFormat, "Call (0115)8764567 today."),
      text(PhoneFormat, "0115 876 4567"),
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
      term("It was rated Good."),
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
      text(Placeholder, "The next meeting is on dd/mm/yyyy."),
      text(Placeholder, "Dear [Name], we met."),
      text(Placeholder, "By <your name> of the team."),
      text(Placeholder, "There were XX visits."),
      text(Placeholder, "Visits: XX"),
      text(Placeholder, "The next meeting is on xx/xx/2020."),
      text(Placeholder, "Click or tap here to enter text."),
      text(Placeholder, "Choose an item."),
      text(Placeholder, "It cost \u00A3xx,xxx."),
      text(Placeholder, "It fell by XX%."),
      text(PlaceholderLikely, "Next review: dd/mm/yyyy"),
      text(PlaceholderLikely, "She was born on xx/xx/2010."),
      text(PlaceholderLikely, "We wrote to Mrs XX."),
      text(PlaceholderLikely, "We met at [name of school]."),
      text(PersonalData, "Her NHS number is 943 476 5919."),
      text(PersonalData, "Her number is 9434765919."),
      text(PersonalData, "His number is QQ 12 34 56 C."),
      text(PersonalData, "His number is QQ123456C."),
      labels(BackgroundPapers, {"Board"}),
      labels(RecommendationsMissing, {"Board"}),
      labels(ContactMissing, {"Board"}),
  };
}

}  // namespace

const std::vector<Fixture>& failing_fixtures() {
  static const std::vector<Fixture> all = joined(failing_structure(), failing_words());
  return all;
}

namespace {

/// Pictures, headings, links, languages, tables and lists.
std::vector<Fixture> passing_structure() {
  return {
      picture(AltPoor, "Children leaving the new library with their books"),
      picture(AltPoor, "Chart of visits: they rose from April on"),
      picture(AltLong, std::string(150, 'a')),
      picture_file(ImageOfText, "scandinavia.png", "A fjord"),
      picture_file(ImageOfText, "library-screen.png", "The new screen"),
      picture_file(ImageOfText, "capture-the-flag.jpg", "Children at play"),
      picture_file(SignatureImage, "chair.png", "The chair signs the signature book"),
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
      marked(LangSpan, "\u041F\u0440\u0438\u0432\u0435\u0442", "ru"),
      language(LangRegion, "en-GB"),
      language(LangRegion, "cy"),
      language(LangUnknown, "EN-gb"),
      language(LangUnknown, "rmy"),
      language(LangUnknown, "aak"),
      marked(LangUnknown, "Dzi\u0119kujemy", "pl"),
      table(TableCaption, 2, true),
      table(TableOneColumn, 2, true),
      rows(TableOneRow, {{"Visits", "27"}, {"Calls", "5"}}),
      reckoned_row(),
      rows(TableLayout, {{"Where:", "Here"}, {"When", "Now"}}),
      rows(TableLayout, {{"Where:", "Here", "Now"}}),
      table(TableWide, 7, true),
      lines({"- visits", "and calls"}),
      lines({"A. Smith spoke.", "B. Jones answered."}),
      lines({"2020 was hard.", "2021 was not."}),
      text(ListFake, "Home \u2022 Contact \u2022 Privacy"),
      text(ListFake, "Loxley House, Station St. \u2022 NG2 3NG \u2022 Open daily"),
      text(ListFake, "Open until 5 p.m. \u2022 Closed in winter \u2022 Tel. \u2022 Post"),
      text(ListFake, "Options: -a and -b."),
      text(ListFake, "Signs, e.g. \u2022 and \u25AA and \u2023."),
      text(ListFake, "We did \u2022 visits: a well-known way - as -5 shows"),
      list(ListSingle, "We aim for:", {"visits", "calls"}),
      list(ListLead, "We offer:", {"visits", "calls"}),
      list(ListStyle, "We offer:", {"visits", "calls"}),
      text(MarkupPrinted, "It is as in the year before.**"),
      text(MarkupPrinted, "Account ****1234, 2 * 3, [sic] (see the list)"),
      text(MarkupPrinted, "25\u00A0November and {lang} of |Ward| here"),
      text(MarkupPrinted, "About ~~ 5, ~5 and 4~6 of [1] (the table) [sic]{1}."),
      text(MarkupPrinted, "#Background"),
      text(MarkupPrinted, "As Smith says [2] (https://x.example)."),
      before_text("#HandsFaceSpace"),
      before_text("#Covid19"),
      before_text("#nottingham"),
      before_text("#Stay #Home"),
      before_text("#1 of the list"),
  };
}

/// How text looks and reads, and what must and must not be in a report.
std::vector<Fixture> passing_words() {
  return {
      text(CapsLong, "The NHS and the BBC and the UK"),
      text(CapsLong, "NHS UK BBC agree"),
      text(CapsLong, "The NHS, CQC, BBC, ITV and EHRC agree"),
      text(CapsLong, "ADASS CAMHS SEND of NG1 5DT"),
      text(CapsSpaced, "Plan A, B and C"),
      text(CapsSpaced, "J. R. R. T. wrote it"),
      text(CapsSpaced, "Plans A B C D and the numerals I, V, X, L, C"),
      text(SpacesLayout, "Wait... for it"),
      text(SpacesLayout, "Rated ***** by all"),
      text(SpacesLayout, "25\u00A0November\u00A02020"),
      text(EmptyText, "27"),
      text(EmptyText, "\u0141\u00F3d\u017A"),
      emphasised("The Times"),
      text(DateFormat, "The board met on 25 November 2020."),
      text(DateFormat, "In May 2020 there were 25 of 30."),
      text(DateFormat, "The 25th time in 2020/21."),
      text(DateFormat, "Version 1.2.10 of 24/7."),
      text(DateFormat, "Version 1.2.2019, minute 3/10/11, case 12/11/19."),
      text(DateFormat, "In November 25 people came."),
      text(DateRange, "Visits from 10 to 21 November 2020."),
      text(DateRange, "The plan for 2020/21."),
      text(DateRange, "A well-known COVID-19 plan - 21 people."),
      text(TimeFormat, "The board meets at 1:30pm, or 11am."),
      text(TimeFormat, "A ratio of 10:12 and 3.50 in the 9 to 5."),
      text(NumberFormat, "There were 12,500 visits in 2020."),
      text(NumberFormat, "Call 0115 876 45678 or 10000 20000."),
      text(NumberFormat, "It cost \u00A310 million, \u00A375.50, 10%."),
      text(NumberFormat, "Unit 1-3, 10-12 High Street, PO Box 12345. Text HELP to 60777."),
      text(NumberFormat, "The 24-7 plan of COVID-19 in 2020-21."),
      text(PhoneFormat, "Call 0115 876 4567 today."),
      text(PhoneFormat, "In (2020) it was 119."),
      text(PhoneFormat, "2020 2021"),
      text(PhoneFormat, "ISBN 0306406152, invoice 0123456789, account 0123456789."),
      labelled_phone("0115 876 4567"),
      link(EmailFormat, "board@example.gov.uk", "mailto:board@example.gov.uk"),
      text(EmailFormat, "Meet @ noon."),
      text(LatinAbbreviation, "Some services, for example day centres."),
      text(LatinAbbreviation, "IE is a country's code."),
      text(Ampersand, "Marks & Spencer is open."),
      text(Contraction, "People cannot visit; it's closed."),
      text(BracketedPlural, "Send the forms (see the list) back (s)."),
      term("We will use it."),
      term("It was rated good. RATED GOOD."),
      term("We work on COVID-19 and #Covid-19."),
      term("It is going well, forward it."),
      text(AcronymFirst, "The Association (ADASS) spoke. The ADASS agreed."),
      text(AcronymFirst, "The NHS and the UK."),
      text(AcronymFirst, "Do NOT enter. You MUST go to part XVI of the plan."),
      text(AcronymFirst, "The CQC (Care Quality Commission) spoke."),
      explained("CQC", "Care Quality Commission"),
      text(Sensory, "Those marked Closed are closed, in red or not."),
      text(Sensory, "It is on the right track."),
      text(Sensory, "Put glass into the green box; the red list has 40 countries."),
      text(Directional, "See the table of actions."),
      text(Directional, "Those above 18, and below the line."),
      text(Directional, "Look at the box above the door, and the line below the knee."),
      text(SentenceLong, long_sentence(25)),
      text(SentenceLong, words(20) + ". Then " + words(20) + "."),
      text(SentenceLong, "Mr. Smith saw Dr. Jones. Then " + words(24)),
      text(ParagraphLong, sentences(5)),
      text(ReadingAge, easy_text()),
      text(Spelling, "We receive calls."),
      text(Spelling, "We saw the child(rxqen), and later \u0141xq\u00F3d\u017A."),
      text(Spelling, "We know Ms Xqabc and #xqtag and xq@xq.uk and xq2."),
      text(Placeholder, "Visits: [27] and insert a number."),
      text(Placeholder, "On 25/11/2020, size XL, x-ray, and/or, 1.2.3, \u00A310, 50%."),
      text(Placeholder, "You can choose an item here, or click to enter."),
      text(Placeholder, "She thanked [your] team; [name withheld] and [type 2] said [sic]."),
      text(Placeholder, "Press [Enter], and look at version 1.10.xx of case 2020/XX/12."),
      text(Placeholder, "The date format is dd/mm/yyyy, and rows marked \u201CTBC\u201D are open."),
      text(Placeholder, "TBC is short for to be confirmed. TBA: to be announced."),
      text(Placeholder, "Some have an XX pair. X% of Y is \u00A3x."),
      text(Placeholder, "Click here to enter text messages."),
      text(Placeholder, "Part XX of the Act, and girls with XX chromosomes."),
      text(PlaceholderLikely, "The date format is dd/mm/yyyy. Write XX/XX/XXXX."),
      text(PlaceholderLikely, "Version 1.10.xx of case 2020/XX/12 has 5-xx-10 and XX chromosomes."),
      text(PlaceholderLikely, "The next meeting is on 25 November 2020."),
      text(PersonalData, "Call 0115 876 4567."),
      text(PersonalData, "It is 943 476 5918."),
      labels(BackgroundPapers, {"Background papers"}),
      labels(RecommendationsMissing, {"Recommendations"}),
      labels(ContactMissing, {"Report of"}),
  };
}

}  // namespace

const std::vector<Fixture>& passing_fixtures() {
  static const std::vector<Fixture> all = joined(passing_structure(), passing_words());
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
  policy.terms["rated"].push_back({{"rated", "good"}, "rated good", "rated Good"});
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
