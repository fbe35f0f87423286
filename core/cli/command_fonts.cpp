#include <fmt/format.h>

#include "cli/diagnostic_printer.hpp"
#include "cli/surroundings.hpp"

namespace sheaf::cli {
namespace {

std::string_view word_of(model::Weight weight) {
  switch (weight) {
    case model::Weight::Regular: return "regular";
    case model::Weight::SemiBold: return "semibold";
    case model::Weight::Bold: return "bold";
  }
  return {};
}

std::string style_of(const text::FontEntry& entry) {
  return fmt::format("{}{}", word_of(entry.weight),
                     entry.slant == model::Slant::Italic ? " italic" : "");
}

std::string as_text(const text::FontIndex& index) {
  std::string text;
  std::string_view family;
  for (const text::FontEntry& entry : index.entries()) {
    if (entry.family != family) text += fmt::format("{}{}", text.empty() ? "" : "\n", entry.family);
    text += fmt::format("{} {}", entry.family == family ? "," : ":", style_of(entry));
    family = entry.family;
  }
  return text + (text.empty() ? "" : "\n");
}

Json as_json(const text::FontIndex& index) {
  std::vector<Json> fonts;
  for (const text::FontEntry& entry : index.entries()) {
    fonts.push_back(Json::object({{"family", Json::string(entry.family)},
                                  {"style", Json::string(style_of(entry))},
                                  {"file", Json::string(entry.path.string())}}));
  }
  return Json::array(std::move(fonts));
}

ExitCode run_fonts(const Invocation& invocation) {
  const Path cache = surroundings(invocation.arguments, invocation.files).font_index_file;
  const text::FontIndex index = text::refresh_font_index(cache, invocation.files);
  const std::string text = wants_json(invocation)
                               ? write_json(as_json(index), JsonStyle::Indented) + "\n"
                               : as_text(index);
  invocation.terminal.out.write(text);
  return index.entries().empty() ? ExitCode::Environment : ExitCode::Ok;
}

}  // namespace

Command fonts_command() {
  return {"fonts",
          "List the fonts that themes can use",
          "Asks the system for its fonts, refreshes Sheaf's font index and lists every family with "
          "its styles. Themes\n"
          "name families; a build uses the index and never asks the system.",
          {},
          {},
          {{"sheaf fonts", "after installing a font"},
           {"sheaf fonts --format json", "with the files they come from"}},
          run_fonts};
}

}  // namespace sheaf::cli
