#include "config/next_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "config/gone_by.hpp"
#include "config/layout_reader.hpp"
#include "config/project_files.hpp"
#include "config/shape.hpp"
#include "config/yaml_edit.hpp"

namespace sheaf::config {
namespace {

using model::Member;
using model::Node;

constexpr std::uint64_t kLargestFile = 256'000'000;

/// Makes the files of the new folder out of those of the old one.
class Renewal {
 public:
  Renewal(const NextRequest& request, ProjectFiles& project, FileSystem& files, SourceMap& sources)
      : request_(request),
        project_(project),
        files_(files),
        sources_(sources),
        last_(files.canonical(request.last)),
        from_(last_.parent_path()),
        layout_(files.canonical(request.layout)),
        to_(layout_.parent_path()) {}

  bool make() {
    auto tree = project_.read(last_, {});
    if (!tree) return false;
    layout_tree_ = *std::move(tree);
    YamlEdit edit(sources_, layout_tree_.source);
    set_date(edit);
    set_status(edit);
    made_.had_approvals = layout_tree_.find("approvals") != nullptr;
    edit.remove(layout_tree_, "approvals");
    mend_layout_paths(edit);
    made_.files.push_back({layout_.filename().string(), with_schema_mended(edit.result())});
    return true;
  }

  /// The files that were copied for the section `index` of the merged layout.
  std::vector<std::string> files_of(std::size_t index, const std::string& part) const {
    std::vector<std::string> names;
    if (const auto at = part_files_.find(part); at != part_files_.end()) names = at->second;
    if (index >= section_files_.size()) return names;
    names.insert(names.end(), section_files_[index].begin(), section_files_[index].end());
    return names;
  }

  NextReport take() { return std::move(made_); }

 private:
  void set_date(YamlEdit& edit) {
    const std::string date = to_iso(request_.date);
    const Node* meeting = layout_tree_.find("meeting");
    const Node* given = meeting ? meeting->find("date") : nullptr;
    if (given && given->is_text()) return edit.replace(*given, date);
    if (meeting && !meeting->members.empty()) {
      return edit.add(*meeting, meeting->members.front(), "date: " + date);
    }
    add_line(edit, fmt::format("meeting: {{ date: {} }}", date));
  }

  void set_status(YamlEdit& edit) {
    const Node* status = layout_tree_.find("status");
    if (status && status->is_text()) return edit.replace(*status, "draft");
    add_line(edit, "status: draft");
  }

  /// Before the title, where such lines stand.
  void add_line(YamlEdit& edit, const std::string& line) {
    const Member* title = layout_tree_.find_member("title");
    edit.add(layout_tree_, title ? *title : layout_tree_.members.front(), line);
  }

  void mend_layout_paths(YamlEdit& edit) {
    for (const Member& member : layout_tree_.members) {
      const Node& value = member.value;
      if (member.key == "based_on") mend(value, from_, edit);
      if (member.key == "theme" && value.text.ends_with(".yaml")) mend(value, from_, edit);
      if (member.key == "plugins") {
        for (const Node& folder : value.items) mend(folder, from_, edit);
      }
      if (member.key == "data") take_data(value, edit);
      if (member.key == "parts") take_parts(value, edit);
      if (member.key == "sections") take_sections(value, edit);
    }
  }

  void take_data(const Node& sets, YamlEdit& edit) {
    for (const Member& set : sets.members) {
      const Node* file = set.value.is_text() ? &set.value : set.value.find("file");
      if (file) take_file(*file, from_, edit);
      made_.data.push_back({set.key, taken()});
    }
  }

  void take_parts(const Node& parts, YamlEdit& edit) {
    for (const Member& part : parts.members) {
      take_section(part.value, edit);
      part_files_[part.key] = taken();
    }
  }

  void take_sections(const Node& sections, YamlEdit& edit) {
    for (const Node& section : sections.items) {
      take_section(section, edit);
      section_files_.push_back(taken());
    }
  }

  void take_section(const Node& section, YamlEdit& edit) {
    if (const Node* from = section.find("from")) take_from(*from, edit);
    if (const Node* with = section.find("with")) take_references(*with, from_, edit);
  }

  /// The files copied since it was last asked.
  std::vector<std::string> taken() { return std::exchange(taken_, {}); }

  /// A file that holds a section's `with:` names files itself.
  void take_from(const Node& from, YamlEdit& edit) {
    const auto source = own_file(from, from_);
    if (!source) return mend(from, from_, edit);
    auto tree = project_.read(*source, from.source);
    if (!tree) return;
    YamlEdit inner(sources_, tree->source);
    take_references(*tree, source->parent_path(), inner);
    keep(*source, inner.result());
  }

  /// `{ file: … }`, at any depth.
  void take_references(const Node& node, const Path& folder, YamlEdit& edit) {
    for (const Node& item : node.items) take_references(item, folder, edit);
    for (const auto& [key, source, value] : node.members) {
      if (key == "file" && value.is_text()) {
        take_file(value, folder, edit);
      } else {
        take_references(value, folder, edit);
      }
    }
  }

  void take_file(const Node& name, const Path& folder, YamlEdit& edit) {
    const auto source = own_file(name, folder);
    if (!source) return mend(name, folder, edit);
    if (auto bytes = project_.bytes(*source, kLargestFile, name.source)) {
      keep(*source, *std::move(bytes));
    }
  }

  /// The file that a name in `folder` leads to, if it is one of the report's own that a new folder
  /// must have, too.
  std::optional<Path> own_file(const Node& name, const Path& folder) const {
    if (!name.is_text() || has_placeholder(name) || to_ == from_) return std::nullopt;
    Path path = (folder / name.text).lexically_normal();
    const bool is_own = is_below(path, from_) && is_below(files_.canonical(path), from_);
    return is_own && files_.kind(path) == FileKind::File ? std::optional(path) : std::nullopt;
  }

  void keep(const Path& source, std::string bytes) {
    std::string name = source.lexically_relative(from_).string();
    taken_.push_back(name);
    if (std::ranges::find(made_.files, name, &NextFile::name) == made_.files.end()) {
      made_.files.push_back({std::move(name), std::move(bytes)});
    }
  }

  /// A name that leads out of what is copied must lead to the same place from the new folder. One
  /// that leads nowhere stays.
  void mend(const Node& name, const Path& folder, YamlEdit& edit) {
    if (!name.is_text() || has_placeholder(name) || Path(name.text).is_absolute()) return;
    const Path target = (folder / name.text).lexically_normal();
    const Path new_folder = (to_ / folder.lexically_relative(from_)).lexically_normal();
    if ((new_folder / name.text).lexically_normal() == target) return;
    if (files_.kind(target) == FileKind::Absent) return;
    edit.replace(name, target.lexically_relative(new_folder).string());
  }

  /// The comment that tells an editor where the schema is.
  std::string with_schema_mended(std::string text) const {
    constexpr std::string_view kMark = "$schema=";
    const auto mark = text.find(kMark);
    if (mark == text.npos || mark > text.find('\n')) return text;
    const auto begin = mark + kMark.size();
    const auto end = std::min(text.find_first_of(" \t\r\n", begin), text.size());
    const std::string name = text.substr(begin, end - begin);
    if (name.find("://") != name.npos || Path(name).is_absolute()) return text;
    const Path target = (from_ / name).lexically_normal();
    return text.replace(begin, end - begin, target.lexically_relative(to_).string());
  }

  const NextRequest& request_;
  ProjectFiles& project_;
  FileSystem& files_;
  SourceMap& sources_;
  Path last_, from_, layout_, to_;
  Node layout_tree_;
  std::vector<std::string> taken_;
  std::vector<std::vector<std::string>> section_files_;
  std::map<std::string, std::vector<std::string>> part_files_;
  NextReport made_;
};

bool fits(const NextRequest& request, const model::LayoutSpec& spec, FileSystem& files,
          Diagnostics& diagnostics) {
  const Path target = files.canonical(request.layout);
  if (is_below(target, spec.root)) return true;
  diagnostics.error("outside-root", {},
                    fmt::format("{} lies outside the folder that reports may read, {}",
                                request.layout.string(), spec.root.string()),
                    "Choose a folder inside it");
  return false;
}

bool is_fixed(const model::OutputSpec& output) {
  return !output.name.is_absent() && !has_placeholder(output.name);
}

/// Two reports of one folder with one name would take each other's place.
bool has_own_name(const NextRequest& request, const model::LayoutSpec& spec, FileSystem& files,
                  Diagnostics& diagnostics) {
  if (files.canonical(request.layout).parent_path() != spec.path.parent_path()) return true;
  const auto fixed = std::ranges::find_if(spec.outputs, is_fixed);
  if (fixed == spec.outputs.end()) return true;
  diagnostics.error("duplicate-output", fixed->name.source,
                    fmt::format("Both reports would be written to {}.pdf", fixed->name.text),
                    "Write the date into the name, as in ((meeting.date))-report, or make the new "
                    "report in a folder of its own");
  return false;
}

std::vector<std::string> fixed_names(const model::LayoutSpec& spec, const SourceMap& sources) {
  std::vector<std::string> names;
  for (const model::OutputSpec& output : spec.outputs) {
    const bool is_own = sources.file_start(output.name.source) == sources.file_start(spec.source);
    if (is_fixed(output) && is_own) names.push_back(output.name.text);
  }
  return names;
}

std::optional<model::PartialDate> date_of(const model::LayoutSpec& spec) {
  const Node* date = spec.meeting.find("date");
  return date ? model::parse_partial_date(date->text) : std::nullopt;
}

std::string exempt_text(const model::ExemptionSpec& exemption) {
  return fmt::format("{}, because {}", model::paragraphs_text(exemption.paragraphs),
                     exemption.because.text);
}

NextSection to_look_at(const model::SectionSpec& section, const model::PartialDate& date) {
  const auto until = model::parse_partial_date(section.review_by.text);
  return {.id = section.id,
          .title = section.title.text,
          .owner = section.owner,
          .files = {},
          .review_by = section.review_by.text,
          .overdue = until && model::is_after(date, *until),
          .exempt = section.exemption ? exempt_text(*section.exemption) : std::string()};
}

}  // namespace

Result<NextReport> next_report(const NextRequest& request, FileSystem& files, SourceMap& sources,
                               Diagnostics& diagnostics) {
  LayoutOptions options;
  options.root = request.root;
  options.edition = model::Edition::Exempt;  // all that there is to look at
  SHEAF_TRY(spec, read_layout(request.last, options, files, sources, diagnostics));
  if (diagnostics.errors() > 0 || !fits(request, spec, files, diagnostics)) return failed();
  if (!has_own_name(request, spec, files, diagnostics)) return failed();
  ProjectFiles project(spec.root, files, sources, diagnostics, nullptr);
  Renewal renewal(request, project, files, sources);
  if (!renewal.make() || diagnostics.errors() > 0) return failed();
  NextReport made = renewal.take();
  for (std::size_t i = 0; i < spec.sections.size(); ++i) {
    NextSection& section = made.sections.emplace_back(to_look_at(spec.sections[i], request.date));
    section.files = renewal.files_of(i, spec.sections[i].part);
  }
  made.fixed_names = fixed_names(spec, sources);
  made.last_date = date_of(spec);
  made.gone_by =
      dates_gone_by(made.files, made.last_date.value_or(model::PartialDate{}), request.date);
  return made;
}

}  // namespace sheaf::config
