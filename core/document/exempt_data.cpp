// Data that only exempt sections show: what a public text gives of it, and what no log may show.

#include <fmt/format.h>

#include <algorithm>

#include "document/binder.hpp"
#include "document/figures.hpp"

namespace sheaf::document {

void Binder::note_rows(std::string_view name) {
  auto& shown = in_exempt_ ? exempt_rows_ : public_rows_;
  for (const std::string_view one : tables_.made_from(name)) shown.emplace(one);
  if (!in_exempt_) shown_whole_.emplace(name);
}

void Binder::note_figure(std::string_view path, SourceId place) {
  const auto figure = in_exempt_ ? std::nullopt : parse_figure(path);
  if (figure) public_figures_.try_emplace(std::string(figure->data), place);
}

/// For the edition in which exempt sections are looked into: what they show is known only there.
void Binder::tell_exempt_figures() {
  for (const auto& [data, place] : public_figures_) {
    if (!exempt_rows_.contains(data) || public_rows_.contains(data)) continue;
    diagnostics_.advice(
        "exempt-figure", place,
        fmt::format("This gives a figure of the data `{}`, which only exempt sections show", data),
        "The public edition prints it: take it out unless the public may read it");
  }
}

/// A file whose rows some public section takes as they are may be shown; of a query it may show
/// less than there is.
void Binder::give_withheld_data() {
  const auto is_withheld = &model::SectionSpec::is_withheld;
  if (!world_.withheld_data || std::ranges::none_of(spec_.sections, is_withheld)) return;
  std::vector<SourceId> shown;
  for (const std::string& name : shown_whole_) shown.push_back(tables_.file_of(name));
  for (const model::DataSpec& data : spec_.data) {
    const SourceId file = tables_.file_of(data.name);
    if (file && std::ranges::find(shown, file) == shown.end())
      world_.withheld_data->push_back(file);
  }
}

}  // namespace sheaf::document
