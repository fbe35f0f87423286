#include "config/layout_reader.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/language_tag.hpp"
#include "config/access.hpp"
#include "config/approvals.hpp"
#include "config/data_spec.hpp"
#include "config/layout_schema.hpp"
#include "config/merge.hpp"
#include "config/outputs.hpp"
#include "config/project_files.hpp"
#include "config/read_ahead.hpp"
#include "config/sections.hpp"
#include "config/settings.hpp"
#include "config/shape.hpp"
#include "config/theme_reader.hpp"
#include "config/value_slips.hpp"
#include "model/conform.hpp"
#include "model/literal.hpp"

namespace sheaf::config {
namespace {

using model::Edition;
using model::LayoutSpec;
using model::Member;
using model::Node;
using model::NodeKind;

constexpr std::size_t kMostBases = 16;

/// Moves it out of the layout.
Node map_or_empty(Node& layout, std::string_view key) {
  Node* value = layout.find(key);
  if (value && value->kind == NodeKind::Map) return std::move(*value);
  Node empty;
  empty.kind = NodeKind::Map;
  return empty;
}

Node take(Node& layout, std::string_view key) {
  Node* value = layout.find(key);
  return value ? std::move(*value) : Node{};
}

/// Nothing for what is no text, which was reported.
Node take_text(Node& in, std::string_view key) { return text_of(in, key) ? take(in, key) : Node{}; }

/// Checks one file as typed, before it is merged with others.
class FileCheck {
 public:
  explicit FileCheck(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  bool check(Node& file) {
    if (file.kind != NodeKind::Map) {
      diagnostics_.error("wrong-type", file.source,
                         fmt::format("A layout should be a map, not {}", name_of(file.kind)),
                         "Begin with sheaf: 1, and write lines of the form name: value");
      return false;
    }
    if (!check_version(file)) return false;
    check_shape_here(file);
    check_outputs(file, diagnostics_);
    return true;
  }

 private:
  bool check_version(const Node& file) {
    const Node* version = text_of(file, "sheaf");
    const auto number = version ? model::parse_whole(version->text) : std::nullopt;
    if (!number || *number == kLayoutVersion) return true;  // its shape is checked with the others
    diagnostics_.error(
        "format-version", version->source,
        fmt::format("This file is written in format {}, and this program reads format {}", *number,
                    kLayoutVersion),
        *number > kLayoutVersion ? "Use a newer version of Sheaf" : "Write sheaf: 1");
    return false;
  }

  /// `meeting` and `people` are typed once placeholders are resolved; maps of them are left out.
  void check_shape_here(Node& file) {
    std::vector<std::pair<Node*, Node>> left_out;
    for (auto& [key, key_source, value] : file.members) {
      if (key != "meeting" && key != "people") continue;
      if (value.kind == NodeKind::Map) left_out.emplace_back(&value, std::exchange(value, {}));
    }
    check_shape(file, layout_type(), {}, diagnostics_);
    for (auto& [place, value] : left_out) *place = std::move(value);
  }

  Diagnostics& diagnostics_;
};

/// In a section that lacks the line `with:`, what it does not know is what the plugin is to have.
void take_as_content(Node& section, const model::Type& type) {
  if (section.kind != NodeKind::Map || section.find_member("with")) return;
  const auto is_known = [&](const Member& member) { return type.find(member.key) != nullptr; };
  const auto beside = std::ranges::stable_partition(section.members, is_known);
  if (beside.empty()) return;
  Node with;
  with.kind = NodeKind::Map;
  with.source = beside.front().key_source;
  with.members.assign(std::move_iterator(beside.begin()), std::move_iterator(beside.end()));
  section.members.erase(beside.begin(), beside.end());
  section.members.push_back({"with", with.source, std::move(with)});
}

/// What is misspelt or misplaced has been reported, and is not to be missed as well.
void take_file_as_meant(Node& file) {
  take_as_meant(file, layout_type());
  const model::Type& section = layout_type().find("sections")->type.item[0];
  for (Member& member : file.members) {
    if (member.key != "sections") continue;
    for (Node& entry : member.value.items) {
      take_as_meant(entry, section);
      take_as_content(entry, section);
    }
  }
}

/// A layout file over all it is based on.
class Chain {
 public:
  Chain(ProjectFiles& project, const SourceMap& sources, WithheldPlaces& withheld,
        Diagnostics& diagnostics)
      : project_(project), sources_(sources), withheld_(withheld), diagnostics_(diagnostics) {}

  std::optional<Node> read(const Path& path, SourceId named, Inclusion how = Inclusion::Named) {
    auto file = tree(path, named, how);
    if (!file || !FileCheck(diagnostics_).check(*file)) return std::nullopt;
    take_file_as_meant(*file);
    paths_.push_back(path);
    const Node* based_on = text_of(*file, "based_on");
    if (!based_on) return file;
    auto base = read_base(*based_on);
    const SourceId start = file->source;
    std::erase_if(file->members, [](const Member& m) { return m.key == "based_on"; });
    if (!base) return whole_ = false, file;
    drop_replaced_outputs(*base, *file);
    keep_required_approvals(*base, *file, diagnostics_);
    Node merged = merge(*std::move(base), *std::move(file));
    merged.source = start;
    return merged;
  }

  /// False when a base could not be read, so that what is missing may stand there.
  bool whole() const { return whole_; }

 private:
  std::optional<Node> tree(const Path& path, SourceId named, Inclusion how) {
    const auto start = project_.add(path, named, how);
    if (!start) return std::nullopt;
    auto made = project_.tree(*start);
    withheld_.add(sources_.text(*start), *start, made ? &*made : nullptr);
    return made;
  }

  std::optional<Node> read_base(const Node& name) {
    const auto path = project_.resolve(name);
    if (!path) return std::nullopt;
    const auto seen = std::ranges::find(paths_, *path);
    if (seen == paths_.end() && paths_.size() <= kMostBases) {
      return read(*path, name.source, Inclusion::BasedOn);
    }
    if (seen == paths_.end()) {
      diagnostics_.error("based-on-depth", name.source,
                         fmt::format("More than {} layouts are based on one another", kMostBases),
                         "Bring some of these files together");
      return std::nullopt;
    }
    std::vector<std::string> names;
    for (auto at = seen; at != paths_.end(); ++at) names.push_back(project_.shown(*at));
    names.push_back(project_.shown(*path));
    diagnostics_.error("based-on-cycle", name.source,
                       fmt::format("This layout is based on itself: {}", fmt::join(names, " → ")),
                       "Take `based_on` out of one of these files");
    return std::nullopt;
  }

  ProjectFiles& project_;
  const SourceMap& sources_;
  WithheldPlaces& withheld_;
  Diagnostics& diagnostics_;
  std::vector<Path> paths_;
  bool whole_ = true;
};

/// Takes a merged layout apart: what it takes is gone from there.
class SpecMaker {
 public:
  SpecMaker(Node& layout, ProjectFiles& project, Diagnostics& diagnostics)
      : layout_(layout), project_(project), diagnostics_(diagnostics) {}

  void make(LayoutSpec& spec) {
    spec.title = take_text(layout_, "title");
    spec.subtitle = take_text(layout_, "subtitle");
    spec.meeting = map_or_empty(layout_, "meeting");
    spec.people = map_or_empty(layout_, "people");
    spec.values = take(layout_, "values");
    report_value_slips(spec.values, diagnostics_);
    take_status(spec);
    take_approvals(spec);
    spec.outputs = take_outputs(layout_, spec.edition);
    take_language(spec);
    take_theme(spec);
    spec.data = take_data(map_or_empty(layout_, "data"), diagnostics_);
    take_lint(layout_, spec);
    take_plugins(layout_, spec);
    take_sections(spec);
  }

  void take_settings(const Node& settings, LayoutSpec& spec) {
    if (const Node* theme = text_of(settings, "theme")) set_theme(*theme, spec);
    take_lint(settings, spec);
    take_plugins(settings, spec);
    const Node* trust = text_of(settings, "trust");
    const auto list = trust ? project_.resolve(*trust) : std::nullopt;
    if (trust) spec.trust = list ? list->string() : trust->text;  // never none by mistake
  }

 private:
  void take_status(LayoutSpec& spec) {
    using model::Numbering;
    if (const Node* status = text_of(layout_, "status")) {
      spec.status = status->text == "draft" ? model::Status::Draft : model::Status::Final;
      spec.status_source = status->source;
    }
    const Node* numbering = text_of(layout_, "numbering");
    if (numbering && numbering->text == "sections") spec.numbering = Numbering::Headings;
    if (numbering && numbering->text == "paragraphs") spec.numbering = Numbering::Paragraphs;
  }

  void take_approvals(LayoutSpec& spec) {
    spec.required_approvals = take(layout_, "require_approvals").items;
    std::erase_if(spec.required_approvals, [](const Node& name) { return name.is_absent(); });
    for (Node& approval : take(layout_, "approvals").items) {
      if (approval.kind != NodeKind::Map) continue;  // which was reported
      check_complete(approval, layout_type().find("approvals")->type.item[0], approval.source,
                     "An approval", diagnostics_);
      if (!text_of(approval, "by")) continue;
      spec.approvals.push_back({approval.source, take(approval, "by"), take(approval, "on")});
    }
  }

  void take_language(LayoutSpec& spec) {
    const Node* language = text_of(layout_, "language");
    if (!language) return;
    spec.language = language->text;
    spec.language_source = language->source;
    if (is_language_tag(language->text)) return;
    const bool means_gb = is_en_uk(language->text);
    Diagnostic& finding = diagnostics_.error(
        "bad-language", language->source, fmt::format("\"{}\" is no language tag", language->text),
        means_gb ? "Write en-GB" : "Write a BCP 47 tag, such as en-GB or cy");
    if (means_gb) finding.fixes = {model::replacement_of(*language, "en-GB")};
  }

  void take_theme(LayoutSpec& spec) {
    if (const Node* theme = text_of(layout_, "theme")) set_theme(*theme, spec);
    if (spec.theme.empty()) spec.theme = kDefaultTheme;
  }

  void set_theme(const Node& theme, LayoutSpec& spec) {
    spec.theme_source = theme.source;
    spec.theme = theme.text;
    if (!theme.text.ends_with(".yaml")) return;
    if (const auto path = project_.resolve(theme)) spec.theme = path->string();
  }

  static void take_lint(const Node& from, LayoutSpec& spec) {
    const Node* lint = from.find("lint");
    if (lint && lint->kind == NodeKind::Map) spec.lint.push_back(*lint);
  }

  static constexpr std::string_view kOtherFolders =
      "Name a plugin folder that lies elsewhere with --plugin-path or in SHEAF_PLUGIN_PATH";

  void take_plugins(const Node& from, LayoutSpec& spec) {
    const Node* folders = from.find("plugins");
    if (!folders) return;
    for (const Node& folder : folders->items) {
      const auto path = folder.is_text() ? project_.resolve(folder, kOtherFolders) : std::nullopt;
      spec.plugins.push_back(path ? path->string() : std::string());
    }
  }

  static std::optional<model::OnError> on_error_of(const Node& map) {
    const Node* given = text_of(map, "on_error");
    if (!given) return std::nullopt;
    return given->text == "gap" ? model::OnError::Gap : model::OnError::Fail;
  }

  void take_sections(LayoutSpec& spec) {
    Node* sections = layout_.find("sections");
    if (!sections) return;
    const auto whole_layout = on_error_of(layout_).value_or(model::OnError::Fail);
    for (Node& whole : sections->items) {
      const Node* access = whole.find("access");
      const bool exempt = is_exempt(access);
      const bool hidden = exempt && spec.edition == Edition::Public;
      Node kept = hidden ? withheld(whole) : Node{};
      Node& section = hidden ? kept : whole;
      const Node& plugin = *section.find("plugin");
      const Node* owner = text_of(section, "owner");
      const Node* id = text_of(section, "id");
      const Node* used = text_of(section, "use");
      spec.sections.push_back({.id = id ? id->text : plugin.text,
                               .plugin = plugin.text,
                               .source = section.source,
                               .plugin_source = plugin.source,
                               .version = take(section, kPluginVersion),
                               .title = take_text(section, "title"),
                               .owner = owner ? owner->text : std::string(),
                               .when = take(section, "when"),
                               .review_by = take(section, "review_by"),
                               .lint = take(section, "lint"),
                               .with = content_of(section),
                               .part = used ? used->text : std::string(),
                               .exemption = {}});
      if (exempt) spec.sections.back().exemption = read_exemption(*access, diagnostics_);
      if (hidden) spec.sections.back().plugin.clear();
      spec.sections.back().on_error = on_error_of(section).value_or(whole_layout);
    }
  }

  Node content_of(Node& section) {
    const Node* with = section.find("with");
    if (with && !with->is_absent() && with->kind != NodeKind::Map) {
      diagnostics_.error("wrong-type", with->source,
                         fmt::format("`with` should be a map, not {}", name_of(with->kind)),
                         "Write lines of the form name: value, indented below it");
    }
    if (section.find(kContentLost)) return {};  // or what it gives would be missed, too
    Node content = map_or_empty(section, "with");
    if (!content.source) content.source = section.source;
    return content;
  }

  Node& layout_;
  ProjectFiles& project_;
  Diagnostics& diagnostics_;
};

void read_settings(ProjectFiles& project, LayoutSpec& spec, Diagnostics& diagnostics) {
  const auto path = project.find_own(kProjectFile);
  auto settings = path ? project.read(*path, {}) : std::nullopt;
  if (!settings || settings->is_absent()) return;
  check_shape(*settings, project_type(), {}, diagnostics);
  SpecMaker(*settings, project, diagnostics).take_settings(*settings, spec);
}

bool lies_below(const LayoutSpec& spec, const ProjectFiles& project, Diagnostics& diagnostics) {
  if (is_below(spec.path, spec.root)) return true;
  diagnostics.error("outside-root", {},
                    fmt::format("{} lies outside the root {}", project.shown(spec.path),
                                project.shown(spec.root)),
                    "Give a --root that holds the layout");
  return false;
}

}  // namespace

Result<LayoutSpec> read_layout(const Path& path, const LayoutOptions& options, FileSystem& files,
                               SourceMap& sources, Diagnostics& diagnostics, YamlMemory* memory,
                               WithheldPlaces* withheld) {
  LayoutSpec spec;
  spec.path = files.canonical(path);
  spec.root = options.root.empty() ? find_root(spec.path.parent_path(), files)
                                   : files.canonical(options.root);
  ProjectFiles project(spec.root, files, sources, diagnostics, memory);
  if (!lies_below(spec, project, diagnostics)) return failed();
  const ReadAhead ahead(spec.path, spec.root, files, memory);
  WithheldPlaces shown;
  WithheldPlaces& places = withheld && options.edition != Edition::Exempt ? *withheld : shown;
  Chain chain(project, sources, places, diagnostics);
  auto layout = chain.read(spec.path, {});
  if (!layout) return failed();
  const SourceId start = sources.file_start(layout->source);
  const Base base = chain.whole() ? Base::Whole : Base::Lost;
  spec.edition = edition_to_read(*layout, options.edition);
  if (spec.edition == Edition::Exempt) places = {};
  expand_sections(*layout, spec.edition, base, project, diagnostics);
  for (const auto& setting : options.set) {
    apply_setting(*layout, setting, start, sources, diagnostics);
  }
  if (chain.whole()) check_complete(*layout, layout_type(), start, "The layout", diagnostics);
  spec.source = start;
  read_settings(project, spec, diagnostics);
  SpecMaker(*layout, project, diagnostics).make(spec);
  if (!chain.whole()) return failed();  // or all that the base gives would be missed, too
  return spec;
}

}  // namespace sheaf::config
