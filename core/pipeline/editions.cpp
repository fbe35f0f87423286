#include "pipeline/editions.hpp"

#include <fmt/format.h>

#include <set>
#include <string>
#include <utility>

namespace sheaf::pipeline {
namespace {

/// The same for a finding of either edition, though each reads its files anew.
std::string key_of(const Diagnostic& one, const SourceMap& sources) {
  const Location place = sources.locate(one.source);
  return fmt::format("{}\n{}\n{}:{}:{}", one.id, one.message, place.path, place.line, place.column);
}

}  // namespace

Outcome build_editions(Session& session, Request request) {
  request.options.edition = model::Edition::Exempt;
  Outcome whole = build(session, request);
  if (whole.exempt_sections == 0) return whole;
  request.options.edition = model::Edition::Public;
  request.withheld = Withheld::Shown;  // as the whole report has told it
  request.advice = Advice::Left;       // the whole report has had it
  Outcome open = build(session, request, std::move(whole.sources));
  whole.sources = std::move(open.sources);
  tell_once(whole.diagnostics, open.diagnostics, whole.sources, model::Edition::Public);
  return whole;
}

void tell_once(Diagnostics& known, const Diagnostics& more, const SourceMap& sources,
               model::Edition edition) {
  std::set<std::string> keys;
  for (const Diagnostic& one : known.all()) keys.insert(key_of(one, sources));
  for (Diagnostic one : more.all()) {
    if (keys.contains(key_of(one, sources))) continue;
    one.notes.push_back({{}, fmt::format("found in the {} edition only", name_of(edition))});
    known.report(std::move(one));
  }
}

std::string edition_text(const Outcome& outcome) {
  const bool asked_exempt = outcome.spec && outcome.spec->edition == model::Edition::Exempt;
  if (outcome.exempt_sections == 0) return asked_exempt ? "no section of it is exempt" : "";
  if (outcome.edition == model::Edition::Exempt) return "exempt edition: not for publication";
  return fmt::format("public edition, without {} exempt section{}", outcome.exempt_sections,
                     outcome.exempt_sections == 1 ? "" : "s");
}

}  // namespace sheaf::pipeline
