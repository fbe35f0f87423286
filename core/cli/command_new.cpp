#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <span>

#include "cli/diagnostic_printer.hpp"
#include "cli/new_files.hpp"
#include "cli/surroundings.hpp"
#include "config/next_report.hpp"

namespace sheaf::cli {
namespace {

using config::NextReport;
using config::NextRequest;

void refuse(const Invocation& invocation, std::string_view reason) {
  invocation.terminal.err.write(fmt::format("sheaf new: {}\nTry: sheaf new --help\n", reason));
}

bool is_layout_name(const Path& path) {
  return path.extension() == ".yaml" || path.extension() == ".yml";
}

/// Nothing: the command line was wrong, which was printed.
std::optional<NextRequest> next_request(const Invocation& invocation) {
  const Arguments& given = invocation.arguments;
  for (const std::string_view option : {"from", "date"}) {
    if (given.has(option)) continue;
    refuse(invocation, fmt::format("--{} is missing", option));
    return {};
  }
  const auto date = model::parse_partial_date(given.text("date"));
  if (!date || date->month == 0) {
    refuse(invocation, fmt::format("--date {}: write it as 2020-12-16, or 2020-12 while the day is "
                                   "not known",
                                   given.text("date")));
    return {};
  }
  NextRequest request{layout_of(given.text("from"), invocation.files), Path(given.text("REPORT")),
                      *date, Path(given.text("root"))};
  if (!is_layout_name(request.layout)) request.layout /= request.last.filename();
  return request;
}

Json names_of(const std::vector<std::string>& files, const Path& folder) {
  Json names = Json::array();
  for (const std::string& file : files)
    names.items.push_back(Json::string((folder / file).string()));
  return names;
}

Json texts_of(const std::vector<std::string>& texts) {
  Json all = Json::array();
  for (const std::string& text : texts) all.items.push_back(Json::string(text));
  return all;
}

Json gone_by_json(const std::vector<config::GoneDate>& dates, const Path& folder) {
  Json all = Json::array();
  for (const config::GoneDate& date : dates) {
    all.items.push_back(Json::object({{"file", Json::string((folder / date.file).string())},
                                      {"line", Json::number(date.line)},
                                      {"text", Json::string(date.text)}}));
  }
  return all;
}

Json json_of(const config::NextSection& section, const Path& folder) {
  Json made = Json::object({{"id", Json::string(section.id)}});
  if (!section.title.empty()) made.set("title", Json::string(section.title));
  if (!section.owner.empty()) made.set("owner", Json::string(section.owner));
  made.set("files", names_of(section.files, folder));
  if (!section.exempt.empty()) made.set("exempt", Json::string(section.exempt));
  if (section.review_by.empty()) return made;
  return made.set("review_by", Json::string(section.review_by))
      .set("overdue", Json::boolean(section.overdue));
}

void print_json(const Invocation& invocation, const NextRequest& request, const NextReport& made) {
  const Path folder = request.layout.parent_path();
  std::vector<std::string> names;
  for (const config::NextFile& file : made.files) names.push_back(file.name);
  Json sections = Json::array(), data = Json::array();
  for (const auto& section : made.sections) sections.items.push_back(json_of(section, folder));
  for (const auto& set : made.data) {
    data.items.push_back(
        Json::object({{"name", Json::string(set.name)}, {"files", names_of(set.files, folder)}}));
  }
  Json result = Json::object({{"layout", Json::string(request.layout.string())},
                              {"from", Json::string(request.last.string())},
                              {"date", Json::string(to_iso(request.date))},
                              {"files", names_of(names, folder)},
                              {"sections", std::move(sections)},
                              {"data", std::move(data)},
                              {"gone_by", gone_by_json(made.gone_by, folder)},
                              {"fixed_names", texts_of(made.fixed_names)}});
  invocation.terminal.out.write(write_json(result, JsonStyle::Indented) + "\n");
}

std::string section_text(const config::NextSection& section, const Path& folder) {
  std::string text = "  " + section.id;
  if (!section.title.empty()) text += fmt::format(", \"{}\"", section.title);
  if (!section.owner.empty()) text += fmt::format(" ({})", section.owner);
  text += '\n';
  for (const std::string& file : section.files) {
    text += fmt::format("      {}\n", (folder / file).string());
  }
  if (!section.exempt.empty()) {
    text += fmt::format("      exempt under {}: does that still hold?\n", section.exempt);
  }
  if (section.overdue) {
    text += fmt::format("      was to be reviewed by {}: look it through\n", section.review_by);
  }
  return text;
}

constexpr std::size_t kMostDates = 20;

std::string gone_by_text(const std::vector<config::GoneDate>& dates, const Path& folder) {
  if (dates.empty()) return {};
  std::string text = "\nDates that have gone by since the last report:\n";
  for (const config::GoneDate& date : std::span(dates).first(std::min(dates.size(), kMostDates))) {
    text += fmt::format("  {}:{}: {}\n", (folder / date.file).string(), date.line, date.text);
  }
  if (dates.size() > kMostDates) text += fmt::format("  and {} more\n", dates.size() - kMostDates);
  return text;
}

void print_text(const Invocation& invocation, const NextRequest& request, const NextReport& made) {
  const Path folder = request.layout.parent_path();
  const std::string layout = request.layout.string();
  std::string text = fmt::format("{}: a draft for {}, made from {}\n", layout, to_iso(request.date),
                                 request.last.string());
  text += "\nNow renew what each section says:\n";
  for (const auto& section : made.sections) text += section_text(section, folder);
  if (!made.data.empty()) text += "\nand the data:\n";
  for (const auto& set : made.data) {
    text += fmt::format("  {}\n", set.name);
    for (const std::string& file : set.files)
      text += fmt::format("      {}\n", (folder / file).string());
  }
  text += gone_by_text(made.gone_by, folder);
  for (const std::string& name : made.fixed_names) {
    text += fmt::format("\nThe file's name is still \"{}\": look at `output`.\n", name);
  }
  if (made.had_approvals) text += "\nThe approvals were left out: they were of the last report.\n";
  text += fmt::format("\nThen: sheaf check {}\n", layout);
  invocation.terminal.out.write(text);
}

/// Says which files are in the way; nothing is overwritten.
bool is_free(const Invocation& invocation, const std::vector<NewFile>& files, const Path& folder) {
  const auto there = collisions(invocation, files, folder);
  if (there.empty()) return true;
  if (there.size() == files.size()) {
    refuse(invocation,
           fmt::format("{} is there already: remove it, or choose another place",
                       files.size() == 1 ? (folder / there.front()).string() : folder.string()));
    return false;
  }
  refuse(invocation,
         fmt::format("{} holds {} already, and nothing is overwritten",
                     folder.empty() ? "this folder" : folder.string(), fmt::join(there, ", ")));
  return false;
}

ExitCode print_problems(const Invocation& invocation, const pipeline::Outcome& outcome) {
  print_findings(invocation, outcome);
  if (wants_json(invocation)) {
    const Json result = cli::json_of(outcome.diagnostics, outcome.sources);
    invocation.terminal.out.write(write_json(result, JsonStyle::Indented) + "\n");
  }
  return exit_code_of(invocation, outcome);
}

/// A wrong year is soon typed, and soon believed.
bool is_later(const Invocation& invocation, const NextRequest& request, const NextReport& made) {
  if (invocation.arguments.has("any-date") || !made.last_date) return true;
  if (model::is_after(request.date, *made.last_date)) return true;
  refuse(invocation, fmt::format("--date {} is not after {}, the last report's; --any-date takes "
                                 "it all the same",
                                 to_iso(request.date), to_iso(*made.last_date)));
  return false;
}

ExitCode run_new(const Invocation& invocation) {
  const auto request = next_request(invocation);
  if (!request) return ExitCode::Usage;
  pipeline::Outcome found;
  const auto made =
      config::next_report(*request, invocation.files, found.sources, found.diagnostics);
  if (!made) return print_problems(invocation, found);
  if (!is_later(invocation, *request, *made)) return ExitCode::Usage;
  const Path folder = request->layout.parent_path();
  std::vector<NewFile> files;
  for (const config::NextFile& file : made->files) files.push_back({file.name, file.bytes});
  if (!is_free(invocation, files, folder)) return ExitCode::Usage;
  if (const ExitCode code = write_files(invocation, files, folder); code != ExitCode::Ok)
    return code;
  wants_json(invocation) ? print_json(invocation, *request, *made)
                         : print_text(invocation, *request, *made);
  return ExitCode::Ok;
}

}  // namespace

Command new_command() {
  return {"new",
          "Make the next report from the last one",
          "Makes next month's layout from the last one: its text, comments and all, with the new "
          "date, as a "
          "draft\n"
          "and without approvals. The files in its own folder that it names are copied, so that "
          "the new month "
          "has its\n"
          "own; those elsewhere stay. Nothing is overwritten. Says what must be looked at, section "
          "by section.",
          {{"REPORT", true, "The new layout, or the folder to make it in"}},
          {{"--from", "LAST", OptionKind::Value,
            "The last report's layout, or the folder of its report.yaml"},
           {"--date", "DATE", OptionKind::Value, "The new meeting's date: 2020-12-16, or 2020-12"},
           {"--any-date", "", OptionKind::Flag,
            "Take a date that is not after the last report's, too"}},
          {{"sheaf new people/2020-12 --from people/2020-11 --date 2020-12-16",
            "makes people/2020-12/report.yaml and copies its files"}},
          run_new};
}

}  // namespace sheaf::cli
