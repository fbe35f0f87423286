#include "config/layout_schema.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "config/schema_terms.hpp"
#include "model/builtin_types.hpp"
#include "model/lint_rule.hpp"

namespace sheaf::config {
namespace {

using model::Field;
using model::Type;
using model::TypeKind;

/// Why a section is kept from the public. All that stands here is printed in the public edition.
Type access_type() {
  Type paragraphs = list_of(choice({"1", "2", "3", "4", "5", "6", "7"}));
  paragraphs.lone = true;
  paragraphs.limits.least = "1";
  Type type = record(
      {required("exempt", std::move(paragraphs),
                "Paragraph of Part 1 of Schedule 12A to the Local Government Act 1972: 1 an "
                "individual, 2 an individual's identity, 3 financial or business affairs, 4 labour "
                "relations, 5 legal privilege, 6 notices and orders, 7 crime",
                Json::number(3)),
       required("because", words(),
                "Why the public interest lies in withholding it; printed in the public edition "
                "after \"because\"",
                example("it names prices that are still being negotiated")),
       otherwise(example("Exempt information"),
                 optional("public_title", words(), "Heading of the notice in the public edition",
                          example("Exempt appendix 1")))});
  type.choices = {"public"};
  return type;
}

/// Each rule with how severe it is.
Type lint_rules_type() {
  std::vector<Field> rules;
  for (const model::LintRuleFacts& rule : model::lint_rules()) {
    rules.push_back(optional(rule.id, choice({"off", "advice", "warning", "error"}), rule.says,
                             example(model::name_of(rule.severity))));
  }
  return record(std::move(rules));
}

Field on_error_field() {
  return otherwise(example("fail"),
                   optional("on_error", choice({"fail", "gap"}),
                            "When a section's plugin fails: write no report, or leave a gap that "
                            "names the section and its owner"));
}

/// What a part and a section have in common.
std::vector<Field> section_fields() {
  return {
      optional("plugin", text(),
               "Section plugin that writes this section; `prose@^1.2` asks for a version",
               example("prose")),
      optional("title", words(), "Heading of the section; without it, none is printed",
               example("Adult Social Care")),
      optional("owner", text(), "Team that answers for the section; named in its messages",
               example("Adult Social Care")),
      optional("review_by", plain(TypeKind::PartialDate),
               "Last day that the text holds good; a later meeting is told that it may be stale",
               example("2020-12-02")),
      otherwise(example("public"),
                optional("access", access_type(),
                         "Who may read the section: everybody, or only those who may read what is "
                         "exempt from publication")),
      optional("when", map_of(plain(TypeKind::Any)),
               "Values that must hold for the section to appear, such as meeting.public: true"),
      optional("from", text(), "YAML file that holds the section's `with:`; `with:` merges over it",
               example("adult-social-care.yaml")),
      optional("lint", lint_rules_type(), "Rules of lint that hold otherwise in this section"),
      on_error_field(),
      optional("with", plain(TypeKind::Any), "The section's content, as its plugin describes it"),
  };
}

Type part_type() { return record(section_fields()); }

Type section_type() {
  auto fields = section_fields();
  fields.insert(
      fields.begin(),
      {optional("id", text(),
                "Name of the section in links and messages; the plugin's name if not given",
                example("inspection")),
       optional("use", text(), "Name of one of the `parts`, instead of a plugin",
                example("sign-off"))});
  return record(std::move(fields));
}

Type data_type() {
  Type type = record({
      optional("file", words(), "CSV, JSON, JSON lines, YAML or SQLite file with the rows",
               example("improvement-actions.csv")),
      optional("sql", words(),
               "Query that makes the rows, over the layout's other data or the tables of `file`",
               example("select * from actions where due < :meeting_date order by due")),
      optional("table", text(), "Table of the SQLite file", example("actions")),
      otherwise(example(","), optional("separator", choice({",", ";", "tab"}),
                                       "What stands between the cells of the CSV file")),
      otherwise(example("utf-8"),
                optional("encoding", choice({"utf-8", "windows-1252"}),
                         "How the CSV file writes letters; Excel's plain CSV is windows-1252")),
      optional(
          "columns",
          map_of(choice({"text", "whole", "code", "decimal", "money", "date", "month", "yes/no"})),
          "What columns hold, where `sheaf data` shows that it was taken for something else"),
  });
  type.shorthand = "file";
  return type;
}

Type output_type() {
  return record(
      {optional("name", text(), "File name without its ending", example("((meeting.date))-report")),
       optional("edition", choice({"public", "exempt"}),
                "Whom the file is for; the exempt edition holds what the public may not read"),
       optional("formats", list_of(choice({"pdf"})), "Formats to write")});
}

Type approval_type() {
  return record(
      {required("by", text(), "Who has approved the report: one of `require_approvals`",
                example("finance")),
       required("on", plain(TypeKind::Day), "Day of the approval", example("2020-11-12"))});
}

std::vector<Field> head_fields() {
  return {
      required("sheaf", plain(TypeKind::Whole), "Version of this file format",
               Json::number(kLayoutVersion)),
      optional("based_on", text(), "Layout file that this one changes: maps merge, lists replace",
               example("../monthly.yaml")),
      required("title", words(), "Title of the report", example("Statutory Officer's Report")),
      optional("subtitle", text(), "Line below the title", example("For the ((meeting.board))")),
      required("language", text_like("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"),
               "Language of the report, as a BCP 47 tag", example("en-GB")),
      otherwise(example("civic"),
                optional("theme", text(), "Name of a theme, or a path to a theme file",
                         example("civic"))),
      otherwise(example("final"), optional("status", choice({"draft", "final"}),
                                           "A draft is marked on every page and in the file name")),
      optional("require_approvals", list_of(text()),
               "Who must approve the report before its status can be final", example("finance")),
      optional("approvals", list_of(approval_type()), "Who has approved the report, and when"),
      otherwise(
          example("none"),
          optional("numbering", choice({"none", "sections", "paragraphs"}),
                   "What is numbered: nothing; headings (1, 1.1); section titles and paragraphs")),
  };
}

std::vector<Field> body_fields() {
  return {
      optional("meeting", model::meeting_type(), "The meeting that the report is for"),
      optional("people", map_of(model::person_type()), "People by a short name"),
      optional("values", map_of(plain(TypeKind::Any)), "Values for ((values.name))"),
      optional("data", map_of(data_type()), "Sets of rows by name, for { data: name }"),
      optional("parts", map_of(part_type()), "Sections by name, for `use`"),
      required("sections", list_of(section_type()), "Sections, in their order"),
      optional("output", output_type(), "The file that is written"),
      optional("outputs", list_of(output_type()), "The files that are written, if several"),
      optional("lint", lint_type(), "Rules of house style and accessibility that hold"),
      on_error_field(),
      optional("plugins", list_of(text()), "Folders with section plugins"),
  };
}

Type make_layout_type() {
  auto fields = head_fields();
  std::ranges::move(body_fields(), std::back_inserter(fields));
  return record(std::move(fields));
}

bool is_scalar(const Type& type) {
  return type.kind != TypeKind::Record && type.kind != TypeKind::List && type.kind != TypeKind::Any;
}

}  // namespace

const Type& layout_type() {
  static const Type type = make_layout_type();
  return type;
}

bool is_key_beside(std::string_view key, std::string_view other) {
  const Type& section = layout_type().find("sections")->type.item[0];
  return std::ranges::any_of(std::array{&layout_type(), &section}, [&](const Type* record) {
    const Field* given = record->find(other) ? record->find(key) : nullptr;
    return given && is_scalar(given->type);
  });
}

const Type& lint_type() {
  static const Type type = record(
      {optional("profile", text(), "A set of rules by name, which these rules change",
                example("gov-uk")),
       optional("rules", lint_rules_type(), "Rules by name, each off, advice, warning or error"),
       optional("words", list_of(text()), "Words and abbreviations that need no explaining",
                Json::array({Json::string("ADASS"), Json::string("safeguarding")})),
       optional("terms", map_of(text()), "Words that the house says in another way",
                Json::object({{"utilise", Json::string("use")}})),
       optional("reading_age", plain(TypeKind::Whole), "The age for which sections may read",
                Json::number(14))});
  return type;
}

const Type& project_type() {
  static const Type type = record(
      {optional("plugins", list_of(text()), "Folders with section plugins"),
       optional("trust", text(), "List of the section plugins that may run", example("trust.yaml")),
       optional("lint", lint_type(), "Rules that hold in every layout"),
       optional("theme", text(), "Theme of layouts that name none", example("civic"))});
  return type;
}

}  // namespace sheaf::config
