// What stands between a layout and its release: approvals that are missing, texts to review.

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/promise.hpp"
#include "base/text_distance.hpp"
#include "document/binder.hpp"
#include "document/house_style.hpp"
#include "document/placeholder.hpp"
#include "document/printed_text.hpp"

namespace sheaf::document {
namespace {

using model::ApprovalSpec;
using model::Node;
using model::Value;

model::Type type_of(model::TypeKind kind) {
  model::Type type;
  type.kind = kind;
  return type;
}

/// "finance", "finance and legal", "finance, legal and housing".
std::string in_words(const std::vector<const Node*>& names) {
  Value list;
  list.kind = model::ValueKind::List;
  for (const Node* name : names) list.items.push_back(model::text_value(name->text, name->source));
  return printed_text(list);
}

bool has_approved(const std::vector<ApprovalSpec>& approvals, const Node& name) {
  return std::ranges::any_of(approvals,
                             [&](const ApprovalSpec& one) { return one.by.text == name.text; });
}

constexpr std::string_view kBetween = " .,;:?!()[]";

/// Whether nothing is said but that something will be: "[reason to follow]", "to be confirmed".
bool is_all_promise(std::string_view reason) {
  constexpr std::array<std::string_view, 14> kPromises{"to follow",
                                                       "reason",
                                                       "reasons",
                                                       "insert reason",
                                                       "reason to be confirmed",
                                                       "reason to follow",
                                                       "reasons to follow",
                                                       "to be confirmed",
                                                       "to be announced",
                                                       "to be decided",
                                                       "to be added",
                                                       "tbc",
                                                       "tba",
                                                       "tbd"};
  const auto begin = reason.find_first_not_of(kBetween);
  if (begin == reason.npos) return false;
  const auto words = reason.substr(begin, reason.find_last_not_of(kBetween) + 1 - begin);
  const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  const auto says = [&](auto one) { return std::ranges::equal(words, one, {}, small); };
  return std::ranges::any_of(kPromises, says);
}

/// What of a reason is still to be written, or empty.
std::string_view promise_in(std::string_view reason) {
  for (std::size_t at = 0; at < reason.size();) {
    const auto end = std::min(reason.find_first_of(kBetween, at), reason.size());
    if (is_promise(reason.substr(at, end - at))) return reason.substr(at, end - at);
    at = end + 1;
  }
  return is_all_promise(reason) ? reason : std::string_view();
}

}  // namespace

/// The law wants a reason, and lint looks at none of the notice's words.
void Binder::check_reason(const Node& typed, std::string_view reason) {
  const std::string_view promise = promise_in(reason);
  if (promise.empty()) return check_brackets(typed, reason);
  const bool is_final = spec_.status == model::Status::Final;
  diagnostics_.report(
      {.id = "reason-missing",
       .severity = is_final ? Severity::Error : Severity::Warning,
       .source = typed.source,
       .message = fmt::format("The reason for the exemption is still to be written: {}", promise),
       .help = fmt::format("Write why the public interest lies in withholding it{}",
                           is_final ? "; until it is known, write status: draft" : "")});
}

void Binder::check_brackets(const Node& typed, std::string_view reason) {
  if (!reason.starts_with('[') || reason.find_first_of(']') + 1 != reason.size()) return;
  diagnostics_.warning("reason-missing", typed.source,
                       fmt::format("The reason for the exemption stands in brackets, as what is "
                                   "still to be written does: {}",
                                   reason),
                       "Take the brackets out if it is the reason");
}

std::optional<model::PartialDate> Binder::meeting_date() {
  const Value* date = names_.find("meeting.date", *this).value;
  return date ? std::optional(date->date) : std::nullopt;
}

/// A date of the layout. A bare one was checked where it is read.
Value Binder::date_of(const Node& typed, model::TypeKind kind, std::string_view path) {
  const bool is_bare = !find_placeholder(typed.text, 0);
  Diagnostics told;
  return model::conform(typed, type_of(kind), path, *this, is_bare ? told : diagnostics_);
}

void Binder::check_review(const model::SectionSpec& section) {
  if (section.review_by.is_absent()) return;
  const Value until = date_of(section.review_by, model::TypeKind::PartialDate, "review_by");
  const auto meeting = meeting_date();
  if (until.is_absent() || !meeting || !model::is_after(*meeting, until.date)) return;
  const std::string who =
      section.owner.empty() ? "Look" : fmt::format("Ask {} to look", section.owner);
  diagnostics_.warning("review-overdue", section.review_by.source,
                       fmt::format("The section `{}` may be out of date: it was to be reviewed by "
                                   "{}, and the meeting is {}{}",
                                   section.id, date_text(until.date),
                                   meeting->is_day() ? "on " : "in ", date_text(*meeting)),
                       who + " through its text, then write a new date here");
}

/// An approval is of this report: one that its base gives would approve every month's.
bool Binder::is_own(const ApprovalSpec& approval) {
  const SourceId file = world_.sources.file_start(approval.source);
  if (file == world_.sources.file_start(spec_.source)) return true;
  diagnostics_.error(
      "approval-not-own", approval.source,
      fmt::format("This approval by {} is not in the report's own layout", approval.by.text),
      fmt::format("Approvals are of one report: write them into {}",
                  spec_.path.filename().string()));
  return false;
}

bool Binder::is_known(const ApprovalSpec& approval) {
  std::vector<std::string_view> known;
  for (const Node& name : spec_.required_approvals) known.push_back(name.text);
  if (known.empty() || std::ranges::find(known, approval.by.text) != known.end()) return true;
  Diagnostic& finding =
      diagnostics_.error("unknown-approver", approval.by.source,
                         fmt::format("`require_approvals` does not name `{}`", approval.by.text),
                         model::offer(approval.by.text, known));
  if (const auto meant = same_but_for_capitals(approval.by.text, known))
    finding.fixes = {model::replacement_of(approval.by, std::string(*meant))};
  return false;
}

void Binder::check_day(const ApprovalSpec& approval) {
  if (approval.on.is_absent()) return;
  const Value day = date_of(approval.on, model::TypeKind::Day, "approvals.on");
  const auto meeting = meeting_date();
  if (day.is_absent() || !meeting || !model::is_after(day.date, *meeting)) return;
  diagnostics_.warning("approval-late", approval.on.source,
                       fmt::format("The approval by {} is dated {}, after the meeting",
                                   approval.by.text, date_text(day.date)),
                       "Check the date of the approval, and that of the meeting");
}

void Binder::check_approvals() {
  bool sound = true;
  for (const ApprovalSpec& approval : spec_.approvals) {
    sound = is_own(approval) && is_known(approval) && sound;
    check_day(approval);
  }
  std::vector<const Node*> missing;
  for (const Node& name : spec_.required_approvals) {
    if (!has_approved(spec_.approvals, name)) missing.push_back(&name);
  }
  if (sound && !missing.empty()) tell_missing(missing);  // else the mistake may be what is missing
}

void Binder::tell_missing(const std::vector<const Node*>& missing) {
  if (spec_.status == model::Status::Draft) {
    diagnostics_.advice("approval-missing", missing.front()->source,
                        fmt::format("Before this report can be final, it needs the approval of {}",
                                    in_words(missing)),
                        "Write each under `approvals:` with its day when it is given");
    return;
  }
  diagnostics_
      .error(
          "approval-missing", spec_.status_source ? spec_.status_source : spec_.source,
          fmt::format("This report cannot be final without the approval of {}", in_words(missing)),
          fmt::format("When it is given, add `- {{ by: {}, on: YYYY-MM-DD }}` with its day under "
                      "`approvals:`; until then, write status: draft",
                      missing.front()->text))
      .notes.push_back({missing.front()->source, "required here"});
}

}  // namespace sheaf::document
