// cover: what stands at the head of a report to a board.

#include <sheaf/plugin.hpp>

namespace {

using sheaf::field;
using sheaf::Inline;
using sheaf::optional_field;
using sheaf::text;

enum class Verb { Note, Agree, Approve, Endorse, Support, Consider, CommentOn };
constexpr auto describe(sheaf::Type<Verb>) {
  return sheaf::choice(
      sheaf::option("note", Verb::Note), sheaf::option("agree", Verb::Agree),
      sheaf::option("approve", Verb::Approve), sheaf::option("endorse", Verb::Endorse),
      sheaf::option("support", Verb::Support), sheaf::option("consider", Verb::Consider),
      sheaf::option("comment on", Verb::CommentOn));
}

enum class Classification { Public, Exempt };
constexpr auto describe(sheaf::Type<Classification>) {
  return sheaf::choice(
      sheaf::option("public", Classification::Public, "Public"),
      sheaf::option("exempt", Classification::Exempt, "Exempt: not for publication"));
}

struct BackgroundPapers {
  std::optional<sheaf::Text> statement;
  std::vector<sheaf::Text> papers;
};
constexpr auto describe(sheaf::Type<BackgroundPapers>) {
  return sheaf::record(field("statement", &BackgroundPapers::statement,
                             "What to say in place of a list, such as none", "none"),
                       optional_field("papers", &BackgroundPapers::papers,
                                      "The title of each paper that the report relies on",
                                      R"(["Improvement plan, March 2020"])"))
      .shorthand("statement");
}

struct Cover {
  std::optional<sheaf::Text> board, summary, exempt_reason;
  std::optional<sheaf::Timing> date;
  sheaf::Person report_of;
  std::optional<sheaf::Person> author, contact;
  std::vector<sheaf::Text> wards;
  std::optional<Classification> classification;
  std::vector<sheaf::Keyed<Verb, sheaf::Text>> recommendations;
  BackgroundPapers background_papers;
};
constexpr auto describe(sheaf::Type<Cover>) {
  return sheaf::record(
      field("board", &Cover::board, "The board that meets; the layout's when not given",
            "Health and Wellbeing Board"),
      field("date", &Cover::date, "Date or month of the meeting; the layout's when not given",
            "2020-11-25"),
      field("report_of", &Cover::report_of, "Whose report it is: a key of `people`, or a person",
            R"("director")"),
      field("author", &Cover::author, "Who wrote it, when that is someone else", R"("director")"),
      field("contact", &Cover::contact, "Whom to ask about it, with e-mail or telephone",
            R"({ "name": "Governance Officer", "phone": "0115 876 4298" })"),
      optional_field("wards", &Cover::wards, "The wards that it affects", R"(["All"])"),
      field("classification", &Cover::classification, "Whether the public may read it", "exempt"),
      field("exempt_reason", &Cover::exempt_reason,
            "Why it is exempt, with the paragraph of Schedule 12A; taken from `access` where that "
            "is given",
            "paragraph 3 of Schedule 12A, financial affairs"),
      field("summary", &Cover::summary, "The report in a sentence or two",
            "This report covers children's services."),
      optional_field("recommendations", &Cover::recommendations,
                     "What the board is asked to do: a verb, and what it applies to",
                     R"([{ "note": "the progress made" }])"),
      field("background_papers", &Cover::background_papers,
            "The papers that the report relies on, or none; the law asks for this list",
            R"("none")"));
}

/// A month is not the date of a meeting.
std::string_view date_label(const sheaf::Date& date) {
  if (date.is_day()) return "Date of meeting";
  return date.month() != 0 ? "Month of meeting" : "Year of meeting";
}

void write_meeting(const Cover& cover, sheaf::Facts& facts, const sheaf::Section& out) {
  facts.fact("Board", cover.board ? cover.board : out.meeting_board());
  if (cover.date) {
    facts.fact(cover.date->date() ? date_label(*cover.date->date()) : "Meeting", *cover.date);
  } else if (const auto date = out.meeting_date()) {
    facts.fact(date_label(*date), *date);
  }
}

void write_contact(const sheaf::Person& contact, sheaf::Facts& facts) {
  Inline lines = contact;
  if (!contact.phone.empty()) lines += text(sheaf::line_break(), "Telephone: ", contact.phone);
  if (!contact.email.empty()) {
    const std::string address(contact.email.view());
    lines += text(sheaf::line_break(), "Email: ", sheaf::link(contact.email, "mailto:" + address));
  }
  facts.fact("Contact", lines);
}

void write_background_papers(const BackgroundPapers& papers, sheaf::Facts& facts) {
  if (papers.statement) {
    const bool none = papers.statement->view() == "none";
    facts.fact("Background papers", none ? Inline("None") : Inline(*papers.statement));
  } else {
    facts.fact("Background papers", papers.papers);
  }
}

/// Of a report in two editions, each says what it is, whatever the layout says of both.
void write_classification(const Cover& cover, sheaf::Facts& facts, const sheaf::Section& out) {
  if (const auto law = out.exempt_under()) {
    facts.fact("Classification", Classification::Exempt, ", under ",
               cover.exempt_reason ? *cover.exempt_reason : *law);
  } else if (out.edition()) {
    if (cover.classification) facts.fact("Classification", Classification::Public);
  } else if (cover.classification) {
    facts.fact("Classification", *cover.classification, cover.exempt_reason ? ", under " : "",
               cover.exempt_reason);
  }
}

void write_header(const Cover& cover, sheaf::Section& out) {
  sheaf::Facts facts = out.facts();
  write_meeting(cover, facts, out);
  facts.fact("Report of", cover.report_of);
  facts.fact("Author", cover.author);
  if (cover.contact) write_contact(*cover.contact, facts);
  facts.fact("Wards affected", listed(cover.wards));
  write_classification(cover, facts, out);
  write_background_papers(cover.background_papers, facts);
}

void check(const Cover& cover, sheaf::Section& out) {
  const bool exempt = cover.classification == Classification::Exempt || out.edition();
  if (exempt && !cover.exempt_reason && !out.edition()) {
    out.error("An exempt report says why: give `exempt_reason`");
  }
  if (!exempt && cover.exempt_reason) {
    out.error(*cover.exempt_reason,
              "A reason for exemption stands here, but the report is not "
              "classified as exempt");
  }
  if (!cover.background_papers.statement && cover.background_papers.papers.empty()) {
    out.error("`background_papers` lists nothing: say none if there are none");
  }
}

void render(const Cover& cover, sheaf::Section& out) {
  check(cover, out);
  if (cover.summary) out.lead(*cover.summary);
  write_header(cover, out);
  if (cover.recommendations.empty()) return;
  out.heading(1, "Recommendations");
  sheaf::Recommendations list = out.recommendations("The board is asked to:");
  for (const auto& [verb, what] : cover.recommendations) list.recommendation(verb, what);
}

}  // namespace

SHEAF_SECTION(Cover, render,
              {.id = "cover",
               .version = "1.0.0",
               .title = "Cover",
               .description = "The head of a report: the meeting, whose report it is, the "
                              "recommendations and the background papers",
               .blocks = {"facts/1", "heading/1", "paragraph/1", "list/1", "recommendations/1"}})
