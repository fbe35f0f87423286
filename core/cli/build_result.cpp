#include "cli/build_result.hpp"

#include <fmt/format.h>

#include "cli/diagnostic_printer.hpp"
#include "cli/surroundings.hpp"
#include "pipeline/editions.hpp"

namespace sheaf::cli {
namespace {

using pipeline::Outcome;

/// A slip of the hand, `-o report.yaml`, must not cost the layout: what stands there and is no PDF
/// stays. An empty file may be one made to be filled.
bool would_lose(const Path& target, const FileSystem& files) {
  constexpr std::uint64_t kMostRead = 64'000'000;
  if (target.extension() == ".pdf" || files.kind(target) != FileKind::File) return false;
  const auto there = files.read(target, kMostRead);
  return !there || !(there->empty() || there->starts_with("%PDF-"));
}

bool write_output(const Invocation& invocation, const std::string& pdf, const Path& target,
                  Diagnostics& diagnostics) {
  if (const Path folder = target.parent_path();
      !folder.empty() && invocation.files.kind(folder) != FileKind::Directory) {
    diagnostics.error("cannot-write", {},
                      fmt::format("The folder {} does not exist", folder.string()),
                      "Make the folder, or give another place with --output");
    return false;
  }
  if (would_lose(target, invocation.files)) {
    diagnostics.error("cannot-write", {},
                      fmt::format("{} is there already and is no PDF", target.string()),
                      "Give another name with --output, or remove that file first");
    return false;
  }
  const auto written = invocation.files.write(target, pdf);
  if (written) return true;
  diagnostics.error(
      "cannot-write", {},
      fmt::format("{} cannot be written: {}", target.string(), written.error().reason),
      "What stood there before, if anything, is unchanged");
  return false;
}

std::string size_text(std::size_t bytes) {
  return bytes < 1'000'000 ? fmt::format("{} kB", (bytes + 999) / 1000)
                           : fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

std::string line_of(const Written& file) {
  const int pages = file.outcome->page_count;
  const std::string edition = pipeline::edition_text(*file.outcome);
  return fmt::format("{} ({} page{}, {}{}{})\n", file.path.string(), pages, pages == 1 ? "" : "s",
                     size_text(file.outcome->pdf.size()), edition.empty() ? "" : "; ", edition);
}

void set_edition(Json& json, const Outcome& outcome) {
  if (outcome.exempt_sections == 0) return;
  json.set("edition", Json::string(name_of(outcome.edition)))
      .set("exempt_sections", Json::number(outcome.exempt_sections));
}

void set_file(Json& json, const Written& file) {
  json.set("output", Json::string(file.path.string()))
      .set("pages", Json::number(file.outcome->page_count))
      .set("bytes", Json::number(static_cast<std::int64_t>(file.outcome->pdf.size())));
}

/// One file is told at the top, several in a list.
Json result_of(const Outcome& whole, const std::vector<Written>& written) {
  Json result = json_of(whole.diagnostics, whole.sources);
  if (written.size() < 2) {
    set_edition(result, written.empty() ? whole : *written.front().outcome);
    if (!written.empty()) set_file(result, written.front());
    return result;
  }
  Json files = Json::array();
  for (const Written& file : written) {
    Json& one = files.items.emplace_back(Json::object());
    set_edition(one, *file.outcome);
    set_file(one, file);
  }
  return result.set("outputs", std::move(files));
}

}  // namespace

bool has_room(const Invocation& invocation, const std::vector<Outcome>& made) {
  const Path given(invocation.arguments.text("output"));
  std::size_t count = 0;
  for (const Outcome& outcome : made) count += outcome.outputs.size();
  if (count < 2 || given.empty()) return true;
  const FileKind there = invocation.files.kind(given);
  if (there == FileKind::Directory) return true;
  const bool is_folder = there == FileKind::Absent && given.extension() != ".pdf";
  const std::string why =
      is_folder ? fmt::format(
                      "there is no folder {0} for the {1} files that this layout writes; "
                      "make it first: mkdir {0}",
                      given.string(), count)
                : fmt::format("this layout writes {} files, so name a folder for them", count);
  invocation.terminal.err.write(fmt::format("sheaf build: --output {}: {}\n", given.string(), why));
  return false;
}

std::vector<Written> write_outputs(const Invocation& invocation, std::vector<Outcome>& made) {
  std::vector<Written> written;
  const Path given(invocation.arguments.text("output"));
  for (const Outcome& outcome : made) {
    for (const model::ReportOutput& output : outcome.outputs) {
      Path target = pipeline::output_path(made.front(), output, given, invocation.files);
      if (write_output(invocation, outcome.pdf, target, made.front().diagnostics)) {
        written.push_back({&outcome, std::move(target)});
      }
    }
  }
  return written;
}

void print_result(const Invocation& invocation, const Outcome& whole,
                  const std::vector<Written>& written) {
  const Stream& out = invocation.terminal.out;
  if (wants_sarif(invocation)) return;
  if (wants_json(invocation)) {
    return out.write(write_json(result_of(whole, written), JsonStyle::Indented) + "\n");
  }
  for (const Written& file : written) out.write(line_of(file));
}

}  // namespace sheaf::cli
