#include "model/lint_rule.hpp"

#include <algorithm>
#include <array>

namespace sheaf::model {
namespace {

using enum LintRule;

constexpr LintSeverity kOff;
constexpr LintSeverity kAdvice = Severity::Advice;
constexpr LintSeverity kWarning = Severity::Warning;
constexpr LintSeverity kError = Severity::Error;

constexpr std::array<LintRuleFacts, kLintRules> kRules = {{
    {AltPoor, "alt-poor", kWarning, "WCAG 2.2, 1.1.1 (A), failures F30 and F39",
     "The alt text of a picture is a file name, says that it is a picture, or repeats the caption",
     "Somebody who cannot see the picture hears a word that tells them nothing",
     "Say in a few words what the picture shows that the text does not", "alt: IMG_2041.png",
     "alt: Children leaving the new library with their books"},
    {AltLong, "alt-long", kAdvice, "WCAG 2.2, 1.1.1 (A) and 1.4.5 (AA)",
     "The alt text of a picture has more than 150 characters",
     "A screen reader says it in one breath, and cannot go back to a part of it",
     "Say the main point in the alt text and the rest in the text beside it",
     "alt: A long description of a chart, with every one of its figures",
     "alt: Visits rose each month from April to November"},
    {TitlePoor, "title-poor", kWarning, "WCAG 2.2, 2.4.2 (A); PDF/UA-1, 7.1; GOV.UK style: titles",
     "The title is longer than 65 characters, is in capitals, is a file name or ends like a "
     "sentence",
     "The title names the window and the search result, and is cut off or tells nothing there",
     "Give a title of 65 characters or fewer, in sentence case and without a full stop",
     "title: final_report_v2.docx", "title: Preparing for the inspection"},
    {HeadingLong, "heading-long", kWarning, "WCAG 2.2, 2.4.6 (AA); GOV.UK style: headings",
     "A heading has more than 80 characters or ends with a full stop",
     "People who go from heading to heading hear whole sentences instead of a list of topics",
     "Keep the topic in the heading and say the rest below it", "What we did this month.",
     "What we did this month"},
    {HeadingFake, "heading-fake", kWarning, "WCAG 2.2, 1.3.1 (A), failure F2; Matterhorn 14-001",
     "A short paragraph all in bold type stands before other text like a heading",
     "It is missing from the list of headings that a screen reader and the bookmarks offer",
     "Make it a heading: in Markdown, begin the line with #", "**Next steps**", "# Next steps"},
    {HeadingRepeated, "heading-repeated", kAdvice, "WCAG 2.2, 2.4.6 (AA)",
     "Two headings of a section have the same words",
     "In a list of headings nobody can tell which is which",
     "Add what the heading is about to each of them", "# Progress, and again # Progress",
     "# Progress on staffing, and # Progress on visits"},
    {HeadingLone, "heading-lone", kWarning, "WCAG 2.2, 2.4.6 (AA)",
     "A heading within a section has nothing below it",
     "Somebody who goes to the heading finds another topic there, and wonders what is missing",
     "Write what belongs below the heading, or leave the heading out",
     "# Next steps, at the end of a section", "# Next steps, then: We will visit all wards"},
    {LinkVague, "link-vague", kError, "WCAG 2.2, 2.4.4 Link Purpose (A); GOV.UK style: links",
     "The words of a link do not say where it leads",
     "Somebody who lists the links hears \"here, here, more\" and cannot choose",
     "Write as the link's words what people find there", "[click here](https://www.gov.uk/visas)",
     "[how to apply for a visa](https://www.gov.uk/visas)"},
    {LinkBareUrl, "link-bare-url", kWarning, "WCAG 2.2, 2.4.4 (A); GOV.UK style: links",
     "The words of a link are a web address that begins with https:// or has more than 60 "
     "characters",
     "A screen reader spells the address out sign by sign",
     "Write as the link's words what people find there",
     "[https://www.gov.uk/visas](https://www.gov.uk/visas)",
     "[how to apply for a visa](https://www.gov.uk/visas)"},
    {LinkSameText, "link-same-text", kWarning, "WCAG 2.2, 2.4.4 (A)",
     "Two links have the same words but lead to different places",
     "In a list of links nobody can tell which is which", "Say in each what is different about it",
     "[the guidance](https://a.example) and [the guidance](https://b.example)",
     "[the guidance on visits](https://a.example) and [the guidance on care](https://b.example)"},
    {LinkHttp, "link-http", kAdvice, "GOV.UK service manual: https",
     "A link leads to an http address, which is not encrypted",
     "Browsers warn of the page or refuse it", "Try the same address with https",
     "[Our plan](http://www.example.gov.uk)", "[Our plan](https://www.example.gov.uk)"},
    {LinkFile, "link-file", kAdvice, "GOV.UK style: links to files",
     "A link leads to a file, and its words do not say which kind",
     "Somebody expects a page, and a download begins or a program opens",
     "Add the kind of file to the link's words",
     "[the action plan](https://www.example.gov.uk/plan.pdf)",
     "[the action plan (PDF)](https://www.example.gov.uk/plan.pdf)"},
    {LangSpan, "lang-span", kWarning, "WCAG 2.2, 3.1.2 Language of Parts (AA); PDF/UA-1, 7.2",
     "Words in another script are not marked with their language",
     "A screen reader spells them out or is silent",
     "Mark them with the language's tag, as in [Привет]{lang=ru}", "Witamy, Привет",
     "Witamy, [Привет]{lang=ru}"},
    {LangRegion, "lang-region", kWarning, "WCAG 2.2, 3.1.1 Language of Page (A)",
     "The report's language is the English of the United States",
     "A screen reader reads it in an American voice, dates and sums included",
     "Write language: en-GB", "language: en-US", "language: en-GB"},
    {TableCaption, "table-caption", kAdvice, "WCAG 2.2, 1.3.1 (A), technique H39",
     "A table has no caption", "Somebody who lists the tables cannot tell which is which",
     "Say in a few words what the table shows; in Markdown, in a line Table: … directly before it",
     "A table without a caption", "Table: Actions and how they stand"},
    {TableOneColumn, "table-one-column", kWarning, "WCAG 2.2, 1.3.1 (A), technique H51",
     "A table has one column", "A screen reader announces rows and columns where there is a list",
     "Make it a list", "A table with the one column: Service", "A list of services"},
    {TableWide, "table-wide", kWarning, "WCAG 2.2, 1.4.10 Reflow (AA)",
     "A table has more than 7 columns",
     "On paper its words are broken to fit, on a phone nobody sees a whole row",
     "Split it into two tables, or leave columns out", "A table with a column for each month",
     "A table with a column for each quarter"},
    {ListFake, "list-fake", kWarning, "WCAG 2.2, 1.3.1 (A), failure F2; Matterhorn 16-003",
     "Paragraphs in a row begin with a typed bullet, number or letter",
     "A screen reader does not say that there is a list, nor how long it is",
     "Make it a list: in Markdown, begin each line with - or 1. and a space",
     "• visits, then • calls, as paragraphs", "- visits, then - calls, as a list"},
    {ListSingle, "list-single", kAdvice, "GOV.UK style: bullet points", "A list has one item",
     "A screen reader announces a list where there is a sentence", "Write it as a sentence",
     "We aim for: - good practice", "We aim for good practice"},
    {ListLead, "list-lead", kOff, "GOV.UK style: bullet points",
     "A bulleted list has no line before it that leads in to it",
     "Somebody who comes to the list does not know what it is a list of",
     "Write a line before it that ends with a colon", "A heading, then a list",
     "A heading, then: We aim for, and a list"},
    {ListStyle, "list-style", kOff, "GOV.UK style: bullet points",
     "An item of a bulleted list ends with a semicolon, with \"and\" or with \"or\"",
     "The words at the end are read out as a part of the item", "End the items without a sign",
     "visits to homes; and", "visits to homes"},
    {CapsLong, "caps-long", kWarning, "GOV.UK style: capital letters; WCAG 2.2, 3.1 (AAA)",
     "Four words or more in a row are in capital letters",
     "Words in capitals are harder to read, and a screen reader may spell them out",
     "Write them in small letters, and use strong type if they matter most",
     "NOTICE OF THE MEETING TODAY", "Notice of the meeting today"},
    {CapsSpaced, "caps-spaced", kWarning, "WCAG 2.2, 1.3.2 (A), failure F32",
     "The letters of a word stand apart", "A screen reader says the letters, not the word",
     "Write the word without the spaces", "R E P O R T", "Report"},
    {SpacesLayout, "spaces-layout", kWarning, "WCAG 2.2, 1.3.1 (A), failure F33",
     "Spaces that do not break or repeated signs are used to place text",
     "A screen reader says every sign: dot dot dot dot dot",
     "Use a table, facts or a new paragraph instead", "Signed ..........", "Signed by the Chair"},
    {EmptyText, "empty-text", kWarning, "WCAG 2.2, 1.3.1 (A)",
     "A paragraph holds signs but no words", "A screen reader says the signs, or stops at nothing",
     "Take it out; the theme sets the distances", "* * *", "A heading"},
    {Italics, "italics", kOff, "GOV.UK style: italics", "Four words or more are emphasised",
     "Italic type is hard to read for people with dyslexia or low vision",
     "Use the plain type, and quotation marks for what is quoted", "*Do not use a lift in a fire*",
     "Do not use a lift in a fire"},
    {DateFormat, "date-format", kWarning, "GOV.UK style: dates",
     "A date is not written like 25 November 2020",
     "04/05/2020 is April to some and May to others, and a screen reader says the strokes",
     "Write the day, the month's name and the year in full", "The board met on 25/11/2020",
     "The board met on 25 November 2020"},
    {DateRange, "date-range", kAdvice, "GOV.UK style: dates",
     "A hyphen or dash stands between two dates", "Screen readers skip the sign: 10 21 November",
     "Write \"to\", or \"from\" the one \"to\" the other", "Visits on 10-21 November",
     "Visits from 10 to 21 November"},
    {TimeFormat, "time-format", kOff, "GOV.UK style: times", "A time is not written like 5:30pm",
     "Times in one report that look different have to be worked out",
     "Write 5:30pm, 11am, midday or midnight", "The board meets at 13:30",
     "The board meets at 1:30pm"},
    {NumberFormat, "number-format", kAdvice, "GOV.UK style: numbers, money",
     "A number, a sum or a percentage is not in house style",
     "Long numbers without commas are misread, and m is read as metres",
     "Write 12,500, 10%, £75, £10 million and 5 to 10", "It cost £10m for 12500 people",
     "It cost £10 million for 12,500 people"},
    {PhoneFormat, "phone-format", kWarning, "GOV.UK style: telephone numbers",
     "A telephone number has brackets or no spaces", "A screen reader reads it as one long number",
     "Write it in groups: 0115 876 4567", "Call 01158764567", "Call 0115 876 4567"},
    {EmailFormat, "email-format", kWarning, "GOV.UK style: email addresses",
     "An email address has capital letters or is not a link",
     "Somebody has to copy the address out by hand", "Write it in small letters, as a link",
     "Write to Board@Example.gov.uk", "Write to the board"},
    {LatinAbbreviation, "latin-abbreviation", kAdvice, "GOV.UK style: eg, etc and ie",
     "eg, ie or etc is used", "Some screen readers say \"egg\", and many people do not know ie",
     "Write \"for example\", \"that is\", or list everything", "Some services, e.g. day centres",
     "Some services, for example day centres"},
    {Ampersand, "ampersand", kAdvice, "GOV.UK style: ampersand", "& is used for and",
     "It is harder to read, and some screen readers leave it out",
     "Write \"and\", unless it is a part of a name", "Health & safety", "Health and safety"},
    {Contraction, "contraction", kOff, "GOV.UK style: contractions",
     "A word such as can't or don't is used",
     "Many people read the opposite of what is meant, or find it hard to read",
     "Write cannot, do not", "People can't visit", "People cannot visit"},
    {BracketedPlural, "bracketed-plural", kAdvice, "GOV.UK style: brackets", "A word ends with (s)",
     "A screen reader says \"left bracket s\"", "Use the plural, which covers the one as well",
     "Send the form(s) back", "Send the forms back"},
    {TermStyle, "term-style", kAdvice, "The terms of the profile: GOV.UK style, words to avoid",
     "A word is used that the profile says in another way",
     "House words and jargon keep people from understanding",
     "Use the word that the message offers", "The term that a profile lists",
     "The word that it offers"},
    {AcronymFirst, "acronym-first", kAdvice, "WCAG 2.2, 3.1.4 Abbreviations (AAA); GOV.UK style",
     "An abbreviation is not explained where it is first used",
     "People from outside do not know what it stands for",
     "Write it in full first, with the abbreviation in brackets, or list it under words",
     "The ADASS has said so",
     "The Association of Directors of Adult Social Services (ADASS) has said so"},
    {Sensory, "sensory", kWarning, "WCAG 2.2, 1.3.3 (A) and 1.4.1 (A)",
     "The text points to something by its colour, shape or side",
     "Somebody who cannot see it does not know what is meant", "Name it: say its title or label",
     "The services shown in red are closed", "The services marked Closed are closed"},
    {Directional, "directional", kAdvice, "WCAG 2.2, 1.3.3 (A); GOV.UK style",
     "The text points to something above, below or overleaf",
     "The place is another one on a phone, and there is none when it is read out",
     "Name it, or link to it", "See the table below", "See the table of actions"},
    {SentenceLong, "sentence-long", kAdvice, "GOV.UK style: sentences of 25 words or fewer",
     "A sentence has more than 25 words",
     "People lose the thread, above all those who hear it read out",
     "Make two sentences of it, or a list", "A sentence of more than 25 words", "Two sentences"},
    {ParagraphLong, "paragraph-long", kOff, "GOV.UK content design: 5 sentences or fewer",
     "A paragraph has more than 5 sentences", "People skip what looks like a wall of words",
     "Begin a new paragraph where the thought changes", "A paragraph of more than 5 sentences",
     "Two paragraphs"},
    {ReadingAge, "reading-age", kAdvice, "GOV.UK content design: reading age 9; WCAG 2.2, 3.1.5",
     "The sentences and words of a section are as long as those of texts for students",
     "Many adults read as a nine-year-old does, and give up",
     "Use shorter sentences and everyday words", "The operationalisation of interdependencies",
     "How we work together"},
    {Spelling, "spelling", kAdvice, "Hunspell's dictionary of the report's language",
     "A word is not in the dictionary", "A slip in a report makes people doubt its facts",
     "Correct it, or add it to words.txt or to words: in the layout's lint", "We recieve calls",
     "We receive calls"},
    {Placeholder, "placeholder", kError, "Nothing that was meant to be replaced is published",
     "A text that was meant to be replaced is left in", "The report goes out unfinished",
     "Write what should stand there, or take it out", "Visits: [insert number]", "Visits: 27"},
    {PersonalData, "personal-data", kWarning, "UK GDPR, article 5(1)(c)",
     "There is what looks like an NHS number or a National Insurance number",
     "A person may be known by it, and a published file cannot be called back",
     "Take it out, unless the person has agreed to it", "NHS number 943 476 5919",
     "One of the residents"},
    {BackgroundPapers, "background-papers", kOff, "Local Government Act 1972, section 100D",
     "The report does not list its background papers, or say that there are none",
     "The public cannot see what the report relies on",
     "Give background_papers in the cover, or write: none", "A cover without background papers",
     "background_papers: none"},
    {RecommendationsMissing, "recommendations-missing", kOff, "Council report conventions",
     "The report does not say what the board is asked to do", "Members do not know what to decide",
     "Give recommendations in the cover, such as - note: …", "A cover without recommendations",
     "recommendations: [{ note: the progress made }]"},
    {ContactMissing, "contact-missing", kOff, "Council report conventions",
     "The report does not say whom it is from or whom to ask",
     "Nobody can ask about it, or for a copy in another format",
     "Give report_of or contact in the cover", "A cover without report_of", "report_of: director"},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < kLintRules; ++i) {
    if (static_cast<std::size_t>(kRules[i].rule) != i) return false;
  }
  return true;
}
static_assert(in_order());

constexpr std::array<std::string_view, 4> kNames = {"off", "advice", "warning", "error"};

}  // namespace

std::string_view name_of(LintSeverity severity) {
  return severity ? name_of(*severity) : kNames[0];
}

std::optional<LintSeverity> find_lint_severity(std::string_view name) {
  const auto at = std::ranges::find(kNames, name);
  if (at == kNames.end()) return std::nullopt;
  LintSeverity severity;
  if (at != kNames.begin()) severity = static_cast<Severity>(at - kNames.begin() - 1);
  return severity;
}

std::span<const LintRuleFacts, kLintRules> lint_rules() { return kRules; }

const LintRuleFacts& facts_of(LintRule rule) { return kRules[static_cast<std::size_t>(rule)]; }

const LintRuleFacts* find_lint_rule(std::string_view id) {
  const auto at = std::ranges::find(kRules, id, &LintRuleFacts::id);
  return at == kRules.end() ? nullptr : &*at;
}

}  // namespace sheaf::model
