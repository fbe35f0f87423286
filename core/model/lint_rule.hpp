#pragma once
// The rules of house style and accessibility that core/lint checks, declared once: the layout's
// format (`lint: { rules: … }`), the reference and the messages follow from this table.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/diagnostic.hpp"

namespace sheaf::model {

/// In the order of the table.
enum class LintRule : std::uint8_t {
  // pictures
  AltPoor,
  AltLong,
  ImageOfText,
  // titles and headings
  TitlePoor,
  HeadingLong,
  HeadingFake,
  HeadingRepeated,
  HeadingLone,
  // links
  LinkVague,
  LinkBareUrl,
  LinkSameText,
  LinkHttp,
  LinkFile,
  // languages
  LangUnknown,
  LangSpan,
  LangRegion,
  // tables and lists
  TableCaption,
  TableOneColumn,
  TableOneRow,
  TableLayout,
  TableWide,
  ListFake,
  ListSingle,
  ListLead,
  ListStyle,
  MarkupPrinted,
  // how text looks
  CapsLong,
  CapsSpaced,
  SpacesLayout,
  EmptyText,
  Italics,
  // dates, numbers, contacts
  DateFormat,
  DateRange,
  TimeFormat,
  NumberFormat,
  PhoneFormat,
  EmailFormat,
  // words
  LatinAbbreviation,
  Ampersand,
  Contraction,
  BracketedPlural,
  TermStyle,
  AcronymFirst,
  Sensory,
  Directional,
  // reading
  SentenceLong,
  ParagraphLong,
  ReadingAge,
  Spelling,
  // what must not, and what must, be in a report
  Placeholder,
  PlaceholderLikely,
  PersonalData,
  SignatureImage,
  BackgroundPapers,
  RecommendationsMissing,
  ContactMissing,
};
constexpr std::size_t kLintRules = static_cast<std::size_t>(LintRule::ContactMissing) + 1;

/// Nothing: the rule is off.
using LintSeverity = std::optional<Severity>;

/// "off", "advice", "warning", "error".
std::string_view name_of(LintSeverity severity);
std::optional<LintSeverity> find_lint_severity(std::string_view name);

/// All sentences without a full stop.
struct LintRuleFacts {
  LintRule rule;
  std::string_view id;     // "link-vague"
  LintSeverity severity;   // unless a policy says otherwise
  std::string_view basis;  // standard and clause: "WCAG 2.2, 2.4.4 Link Purpose (A)"
  std::string_view says;   // what it finds
  std::string_view loses;  // what a reader loses
  std::string_view mend;
  std::string_view before, after;  // an example
};

std::span<const LintRuleFacts, kLintRules> lint_rules();
const LintRuleFacts& facts_of(LintRule rule);
const LintRuleFacts* find_lint_rule(std::string_view id);

}  // namespace sheaf::model
