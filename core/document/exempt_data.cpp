// Data that only exempt sections show: what a public text gives of it, and what no log may show.

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "document/binder.hpp"
#include "document/placeholder.hpp"

namespace sheaf::document {

void Binder::note_rows(std::string_view name) {
  auto& shown = in_exempt_ ? exempt_rows_ : public_rows_;
  for (const std::string_view one : tables_.made_from(name)) shown.emplace(one);
  if (!in_exempt_) shown_whole_.emplace(name);
}

/// Of a section that this edition leaves out: of what it shows, only names of data are known.
void Binder::note_withheld_rows(const model::Node& content) {
  const model::Node* name = content.find("data");
  const bool names_data = name && name->is_text() && tables_.is_known(name->text);
  const bool in_exempt = std::exchange(in_exempt_, true);
  if (names_data && content.members.size() == 1) note_rows(name->text);
  in_exempt_ = in_exempt;
  for (const model::Member& member : content.members) note_withheld_rows(member.value);
  for (const model::Node& item : content.items) note_withheld_rows(item);
}

void Binder::note_figure(std::string_view path, SourceId place) {
  if (in_exempt_ || !has_exempt_ || !noted_paths_.emplace(path).second) return;
  for (const std::string& asked_of : names_.data_behind(path)) {
    if (!noted_data_.insert(asked_of).second) continue;
    for (const std::string_view data : tables_.made_from(asked_of))
      public_figures_.try_emplace(std::string(data), PublicFigure{asked_of, place});
  }
}

/// For what only the public edition prints.
void Binder::note_figures_in(const model::Node& printed) {
  for (auto found = find_placeholder(printed.text, 0); found;
       found = find_placeholder(printed.text, found->end()))
    note_figure(found->path, place_of(printed, *found));
}

/// What is wrong with a text into which figures were put is told with them: with those of all.
void Binder::note_filled(const model::Node& text) {
  if (!has_exempt_) return;
  DataNames all;
  for (const std::string_view path : paths_in(text.text)) {
    const DataNames& data = names_.data_behind(path);
    all.insert(data.begin(), data.end());
  }
  if (!all.empty()) data_places_.add(text.source, all);
}

/// In the public edition, what the files of exempt sections name is not known.
void Binder::tell_exempt_figures() {
  for (const auto& [data, figure] : public_figures_) {
    if (!exempt_rows_.contains(data) || public_rows_.contains(data)) continue;
    const bool is_direct = figure.asked_of == data;
    if (!is_direct && exempt_rows_.contains(figure.asked_of)) continue;  // which is told
    diagnostics_.warning(
        "exempt-figure", figure.place,
        fmt::format("This gives{} a value of the data `{}`, which only exempt sections show",
                    is_direct ? "" : fmt::format(", through the query `{}`,", figure.asked_of),
                    data),
        "The public edition prints it: take it out unless the public may read it");
  }
}

/// A file whose rows some public section takes as they are may be shown; of a query it may show
/// less than there is. That a file is not there, and the like, tells nothing of its rows.
void Binder::give_withheld_data() {
  const auto is_withheld = &model::SectionSpec::is_withheld;
  if (!world_.withheld_data || std::ranges::none_of(spec_.sections, is_withheld)) return;
  auto& [file_names, places] = *world_.withheld_data;
  places = data_places_.all_but(shown_whole_);
  for (const model::DataSpec& data : spec_.data) {
    if (shown_whole_.contains(data.name)) continue;
    if (!data.file.is_absent()) file_names.push_back(data.file.source);
    for (const SourceId rows : {data.sql.source, data.table.source}) places.push_back(rows);
  }
  const auto names_file = [&](SourceId place) {
    return !place || std::ranges::find(file_names, place) != file_names.end();
  };
  std::erase_if(places, names_file);
}

}  // namespace sheaf::document
