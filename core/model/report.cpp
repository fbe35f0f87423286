#include "model/report.hpp"

#include <fmt/format.h>

#include <iterator>

#include "base/json.hpp"

namespace sheaf::model {
namespace {

std::string in_quotes(std::string_view text) { return write_json(Json::string(text)); }

void line(std::string& out, std::string_view name, std::string_view text) {
  if (!text.empty()) fmt::format_to(std::back_inserter(out), "  {}: {}\n", name, in_quotes(text));
}

void write(std::string& out, const ReportSection& section) {
  fmt::format_to(std::back_inserter(out), "section {}\n", section.id);
  if (section.exemption) {
    line(out, "exempt", paragraphs_text(section.exemption->paragraphs));
    line(out, "because", section.exemption->because);
  }
  line(out, "plugin", section.plugin);
  line(out, "owner", section.owner);
  if (section.title)
    fmt::format_to(std::back_inserter(out), "  title: {}\n", in_quotes(*section.title));
  if (!section.is_notice()) out += "  with: " + dump(section.with, 2);
}

/// By size, as the path depends on the machine.
void write(std::string& out, const Asset& asset, std::size_t index) {
  fmt::format_to(std::back_inserter(out), "asset {} {} {} bytes\n", index,
                 in_quotes(asset.path.filename().string()), asset.bytes.size());
}

}  // namespace

std::string dump(const Report& report) {
  std::string out = "report\n";
  line(out, "title", report.title);
  line(out, "subtitle", report.subtitle);
  line(out, "language", report.language);
  line(out, "theme", report.theme);
  line(out, "status", report.status == Status::Draft ? "draft" : "final");
  if (report.edition != Edition::Public) line(out, "edition", name_of(report.edition));
  for (const ReportOutput& output : report.outputs) line(out, "output", output.name);
  out += "  meeting: " + dump(report.meeting, 2);
  out += "  people: " + dump(report.people, 2);
  for (const ReportSection& section : report.sections) write(out, section);
  for (std::size_t i = 0; i < report.assets.size(); ++i) write(out, report.assets[i], i);
  return out;
}

}  // namespace sheaf::model
