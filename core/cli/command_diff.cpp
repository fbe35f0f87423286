#include <fmt/format.h>

#include <array>
#include <optional>

#include "cli/diagnostic_printer.hpp"
#include "cli/surroundings.hpp"
#include "pipeline/comparison.hpp"

namespace sheaf::cli {
namespace {

using document::Difference;
using document::WordRun;
using pipeline::Comparison;

constexpr std::size_t kKeptWords = 8;  // shown on either side of a change

/// The beginning and the end of words that are the same in both.
std::string shortened(const std::string& text, bool is_first, bool is_last) {
  std::vector<std::size_t> spaces;
  for (std::size_t at = text.find(' '); at != text.npos; at = text.find(' ', at + 1)) {
    spaces.push_back(at);
  }
  if (spaces.size() + 1 <= 2 * kKeptWords + 2) return text;
  const std::string begin = is_first ? "" : text.substr(0, spaces[kKeptWords - 1]) + " ";
  const std::string end = is_last ? "" : " " + text.substr(spaces[spaces.size() - kKeptWords] + 1);
  return begin + "…" + end;
}

/// Told by words, too: colour is for those who see it.
std::string painted(const WordRun& run, const Stream& out) {
  const bool added = run.kind == WordRun::Kind::Added;
  return out.paint(added ? Ink::Green : Ink::Red,
                   fmt::format("[{}: {}]", added ? "added" : "removed", run.text));
}

/// "has [removed: 12] [added: 14] children"; what is added or removed whole needs no brackets.
std::string words_text(const Difference& difference, const Stream& out) {
  if (difference.kind != Difference::Kind::Changed && difference.words.size() == 1) {
    return difference.words[0].text;
  }
  std::string text;
  for (const WordRun& run : difference.words) {
    if (!text.empty()) text += ' ';
    const bool is_kept = run.kind == WordRun::Kind::Kept;
    text += is_kept ? shortened(run.text, &run == &difference.words.front(),
                                &run == &difference.words.back())
                    : painted(run, out);
  }
  return text;
}

Ink ink_of(Difference::Kind kind) {
  switch (kind) {
    case Difference::Kind::Added: return Ink::Green;
    case Difference::Kind::Removed: return Ink::Red;
    case Difference::Kind::Changed: return Ink::Yellow;
    case Difference::Kind::Moved: return Ink::Blue;
  }
  return Ink::Plain;
}

/// Where to look: in the second layout's files, or the first's for what was removed.
Location place_of(const Difference& one, const Comparison& compared) {
  return one.after ? compared.after.sources.locate(one.after)
                   : compared.before.sources.locate(one.before);
}

std::string text_of(const Difference& one, const Comparison& compared, const Stream& out) {
  const Location place = place_of(one, compared);
  std::string line =
      fmt::format("  {} {}", one.what, out.paint(ink_of(one.kind), std::string(name_of(one.kind))));
  if (!one.note.empty()) line += fmt::format(", {}", one.note);
  if (place.line > 0) line += fmt::format("  ({}:{})", place.path, place.line);
  line += '\n';
  if (!one.words.empty()) line += fmt::format("    {}\n", words_text(one, out));
  return line;
}

std::string text_of(const Comparison& compared, const Stream& out) {
  std::string text;
  const std::string* section = nullptr;
  for (const Difference& one : compared.differences) {
    if (!section || *section != one.section) {
      text += fmt::format("{}{}\n", section ? "\n" : "",
                          out.paint(Ink::Bold, one.section.empty() ? "The report" : one.section));
    }
    section = &one.section;
    text += text_of(one, compared, out);
  }
  const std::size_t count = compared.differences.size();
  return text + (count == 0 ? "The documents say the same\n"
                            : fmt::format("\n{} difference{}\n", count, count == 1 ? "" : "s"));
}

Json json_of(const WordRun& run) {
  constexpr std::array<std::string_view, 3> kNames{"kept", "removed", "added"};
  return Json::object(
      {{std::string(kNames[static_cast<std::size_t>(run.kind)]), Json::string(run.text)}});
}

void set_place(Json& object, std::string_view key, const Location& place) {
  if (place.line == 0) return;
  object.set(key, Json::object({{"file", Json::string(place.path)},
                                {"line", Json::number(place.line)},
                                {"column", Json::number(place.column)}}));
}

Json json_of(const Difference& one, const Comparison& compared) {
  Json object =
      Json::object({{"change", Json::string(name_of(one.kind))}, {"what", Json::string(one.what)}});
  if (!one.section.empty()) object.set("section", Json::string(one.section));
  if (!one.note.empty()) object.set("note", Json::string(one.note));
  std::vector<Json> words;
  for (const WordRun& run : one.words) words.push_back(json_of(run));
  object.set("words", Json::array(std::move(words)));
  if (one.before) set_place(object, "before", compared.before.sources.locate(one.before));
  if (one.after) set_place(object, "after", compared.after.sources.locate(one.after));
  return object;
}

std::string json_text(const Comparison& compared) {
  std::vector<Json> all;
  for (const Difference& one : compared.differences) all.push_back(json_of(one, compared));
  const Json result = Json::object(
      {{"same", Json::boolean(all.empty())}, {"differences", Json::array(std::move(all))}});
  return write_json(result, JsonStyle::Indented) + "\n";
}

/// Nothing is compared with a document that has errors: a part of it may be missing.
std::optional<ExitCode> refusal(const Invocation& invocation, const pipeline::Outcome& outcome) {
  if (outcome.ok()) return {};
  const Stream& err = invocation.terminal.err;
  err.write(text_of(outcome.diagnostics, outcome.sources, err));
  const bool is_environment = exit_code_of(invocation, outcome) == ExitCode::Environment;
  return is_environment ? ExitCode::Environment : ExitCode::Usage;
}

ExitCode run_diff(const Invocation& invocation) {
  const Arguments& given = invocation.arguments;
  pipeline::Session session(invocation.files, surroundings(given, invocation.files));
  auto request = request_of(invocation, pipeline::Stage::Document);
  if (!request) return ExitCode::Usage;
  if (!given.has("edition")) request->options.edition = model::Edition::Exempt;  // all there is
  const Comparison compared =
      pipeline::compare(session, *request, layout_of(given.text("BEFORE"), invocation.files),
                        layout_of(given.text("AFTER"), invocation.files));
  for (const pipeline::Outcome* made : {&compared.before, &compared.after}) {
    if (const auto refused = refusal(invocation, *made)) return *refused;
  }
  const Stream& out = invocation.terminal.out;
  out.write(wants_json(invocation) ? json_text(compared) : text_of(compared, out));
  return compared.differences.empty() ? ExitCode::Ok : ExitCode::DocumentErrors;
}

constexpr std::array<ExitMeaning, 4> kExitMeanings{{
    {ExitCode::Ok, "they say the same"},
    {ExitCode::DocumentErrors, "they differ"},
    {ExitCode::Usage, "wrong usage, or a layout has errors and there is nothing to compare"},
    {ExitCode::Environment, "the machine is not ready"},
}};

}  // namespace

Command diff_command() {
  return {"diff",
          "Compare what two layouts' reports say, in words",
          "Compares the documents of two layouts section by section: what was added, removed, "
          "moved or changed, word by\n"
          "word, with the titles, dates, table rows, pictures and link addresses.",
          {{"BEFORE", true, "The layout file (YAML) as it was"},
           {"AFTER", true, "The layout file as it is"}},
          {{"--edition", "EDITION", OptionKind::Value,
            "exempt (unless given), which holds all there is, or public", "public|exempt"}},
          {{"sheaf diff approved/report.yaml report.yaml", "what a late change does"},
           {"sheaf diff 2020-09/report.yaml 2020-11/report.yaml", "what is new since September"}},
          run_diff,
          kExitMeanings};
}

}  // namespace sheaf::cli
