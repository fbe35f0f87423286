#include "config/sections.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/text_distance.hpp"
#include "base/version.hpp"
#include "config/access.hpp"
#include "config/merge.hpp"
#include "config/shape.hpp"
#include "model/conform.hpp"
#include "model/limits.hpp"

namespace sheaf::config {
namespace {

using model::Member;
using model::Node;
using model::NodeKind;

void drop(Node& map, std::string_view key) {
  std::erase_if(map.members, [&](const Member& member) { return member.key == key; });
}

constexpr std::size_t kMostTaken = 8'000'000;  // bytes of memory: parts are copied for each use

std::size_t weight_of(const Node& node) {
  std::size_t weight = sizeof(Node) + node.text.size();
  for (const Node& item : node.items) weight += weight_of(item);
  for (const Member& member : node.members) weight += member.key.size() + weight_of(member.value);
  return weight;
}

constexpr std::size_t kMostSections = 20'000;  // a long report has some hundreds

/// Takes away what is beyond, and says so.
void limit_sections(std::vector<Node>& sections, Diagnostics& diagnostics) {
  if (sections.size() <= kMostSections) return;
  diagnostics.error(
      "layout-too-large", sections[kMostSections].source,
      fmt::format("From here on, this layout has more than {} sections", kMostSections),
      "Make several reports of it");
  sections.resize(kMostSections);
}

class Expansion {
 public:
  Expansion(Node* parts, model::Edition edition, Base base, ProjectFiles& project,
            Diagnostics& diagnostics)
      : parts_(parts),
        edition_(edition),
        base_(base),
        project_(project),
        diagnostics_(diagnostics) {}

  std::optional<Node> expand(Node section) {
    if (section.kind != NodeKind::Map) return std::nullopt;  // its shape was reported
    if (!has_one_origin(section)) return std::nullopt;
    Node* part = nullptr;
    if (section.find("use") && !(part = find_part(section))) return std::nullopt;
    const bool hidden = edition_ == model::Edition::Public && is_exempt(access_of(section, part));
    if (hidden) {
      section = withheld(section);
      if (part) lay_over(withheld(*part), section);
    } else {
      if (part) take_part(*part, section);
      work_in_file(section);
    }
    if (taken_ > kMostTaken) return std::nullopt;
    if (!text_of(section, "plugin")) return missing_plugin(section);
    split_version(section);
    return section;
  }

 private:
  bool has_one_origin(const Node& section) {
    const Member* plugin = section.find_member("plugin");
    const Member* use = section.find_member("use");
    if (plugin && use) {
      diagnostics_.error("plugin-and-use", use->key_source,
                         "This section gives both `plugin` and `use`",
                         fmt::format("If `{0}` begins a new section, write - {0}: …, with the dash "
                                     "below that of the other sections; else keep `plugin` for a "
                                     "section of its own, or `use` for one of the parts",
                                     use > plugin ? "use" : "plugin"));
    } else if (!plugin && !use) {
      diagnostics_.error("missing-value", section.source,
                         "This section does not say what writes it",
                         "Add `plugin:` with a section plugin, or `use:` with one of the parts");
    }
    return (plugin == nullptr) != (use == nullptr);
  }

  /// `cover@^1.2` becomes `cover`, and what is asked of its version a key of its own.
  void split_version(Node& section) {
    Node& plugin = *section.find("plugin");
    const auto at = plugin.text.find('@');
    if (at == std::string::npos) return;
    const std::size_t quote = plugin.kind == model::NodeKind::Quoted ? 1 : 0;
    Node version = model::text_node(plugin.text.substr(at + 1), plugin.source + quote + at + 1);
    plugin.text.resize(at);
    if (!parse_version_range(version.text)) {
      diagnostics_.error("bad-plugin-version", version.source,
                         fmt::format("\"{}\" says no version of a plugin", version.text),
                         fmt::format("Write {0}@^1.2 for 1.2 and what goes with it, {0}@>=1.2 for "
                                     "all later ones, {0}@1.2.3 for that one alone",
                                     plugin.text));
      return;
    }
    section.members.push_back({std::string(kPluginVersion), version.source, std::move(version)});
  }

  Node* find_part(const Node& section) {
    if (const Node& use = *section.find("use"); use.is_absent()) names_no_part(use);
    const Node* name = text_of(section, "use");
    Node* part = name && parts_ ? parts_->find(name->text) : nullptr;
    if (!part && name && base_ == Base::Whole) unknown_part(*name);
    return part && part->kind == NodeKind::Map ? part : nullptr;
  }

  void names_no_part(const Node& use) {
    diagnostics_.error("missing-value", use.source, "`use` names none of the parts",
                       "Write the name of one behind the colon, or take the section out");
  }

  /// What the section says of who may read it goes over what its part says.
  static const Node* access_of(const Node& section, const Node* part) {
    const Node* own = section.find("access");
    return own || !part ? own : part->find("access");
  }

  void take_part(Node& part, Node& section) {
    work_in_file(part);
    if (text_of(section, "from")) work_in_file(section);
    if (has_room(part, section.source)) lay_over(part, section);
  }

  /// Whether a layout may take in so much more. The first time that it may not is told.
  bool has_room(const Node& more, SourceId place) {
    if (taken_ > kMostTaken) return false;
    taken_ += weight_of(more);
    if (taken_ <= kMostTaken) return true;
    diagnostics_.error("layout-too-large", place,
                       "From here on, this layout takes in more than a report can hold",
                       "Use large parts and files in fewer sections");
    return false;
  }

  static void lay_over(Node part, Node& section) {
    const SourceId place = section.source;
    section = merge(std::move(part), std::move(section));
    section.source = place;
  }

  void unknown_part(const Node& name) {
    std::vector<std::string_view> known;
    if (parts_) {
      for (const Member& part : parts_->members) known.push_back(part.key);
    }
    std::string help = known.empty() ? "Add it under `parts:`" : model::offer(name.text, known);
    if (!nearest(name.text, known))
      help += fmt::format("; if a plugin is to write the section, write plugin: {}", name.text);
    diagnostics_
        .error("unknown-part", name.source, fmt::format("There is no part `{}`", name.text),
               std::move(help))
        .fixes = model::slip_fix(name.source, name.text, known);
  }

  /// `from: file.yaml` becomes `with`, under what `with` says itself.
  void work_in_file(Node& section) {
    const Node* from = text_of(section, "from");
    if (!from || taken_ > kMostTaken) return;
    const auto path = project_.resolve(*from);
    auto content = path ? project_.read(*path, from->source, Inclusion::From) : std::nullopt;
    drop(section, "from");
    if (!content && !section.find(kContentLost))
      section.members.push_back({std::string(kContentLost), {}, {}});
    if (!content || content->is_absent() || !has_room(*content, section.source)) return;
    if (content->kind != NodeKind::Map) {
      diagnostics_.error(
          "wrong-type", content->source,
          fmt::format("A file for `from` should be a map, not {}", name_of(content->kind)),
          "Write what `with:` would hold, as lines of the form name: value");
      return;
    }
    Node& with = ensure_with(section);
    with = merge(*std::move(content), std::move(with));
  }

  static Node& ensure_with(Node& section) {
    if (Node* with = section.find("with"); with && with->kind == NodeKind::Map) return *with;
    drop(section, "with");
    Node empty;
    empty.kind = NodeKind::Map;
    return section.members.emplace_back(Member{"with", {}, std::move(empty)}).value;
  }

  std::optional<Node> missing_plugin(const Node& section) {
    const Node* plugin = section.find("plugin");
    diagnostics_.error("missing-value", plugin ? plugin->source : section.source,
                       "This section does not say what writes it",
                       "Add `plugin:` with the name of a section plugin");
    return std::nullopt;
  }

  Node* parts_;
  model::Edition edition_;
  Base base_;
  ProjectFiles& project_;
  Diagnostics& diagnostics_;
  std::size_t taken_ = 0;
};

void check_given_names(const std::vector<Node>& sections, Diagnostics& diagnostics) {
  std::map<std::string_view, const Node*> seen;
  for (const Node& section : sections) {
    const Node* id = text_of(section, "id");
    if (!id) continue;
    if (!model::has_form(id->text, kIdForm)) {
      diagnostics.error("bad-id", id->source,
                        fmt::format("\"{}\" cannot be a section's id", id->text),
                        "Use letters, digits and hyphens only, such as adult-social-care");
    }
    const auto [same, is_new] = seen.try_emplace(id->text, id);
    if (is_new) continue;
    diagnostics
        .error("duplicate-id", id->source, fmt::format("Two sections have the id `{}`", id->text),
               "Give one of them another id")
        .notes.push_back({same->second->source, "first given here"});
  }
}

/// Ids that are taken, each with the last number that was tried behind it.
using TakenIds = std::map<std::string, int>;

/// Gives a section without an id its plugin's name, with a number if that is taken.
void name_section(Node& section, TakenIds& taken) {
  if (text_of(section, "id")) return;
  const Node plugin = *section.find("plugin");
  std::string id = plugin.text;
  int& last = taken[id];  // 0 when it is free
  while (last > 0 && taken.contains(id)) id = fmt::format("{}-{}", plugin.text, ++last);
  last = std::max(last, 1);
  taken.try_emplace(id, 1);
  drop(section, "id");
  section.members.insert(section.members.begin(),
                         {"id", plugin.source, model::text_node(id, plugin.source)});
}

/// Exempt sections come last, so that the number of a public one does not tell of them.
void name_sections(std::vector<Node>& sections) {
  TakenIds taken;
  for (const Node& section : sections) {
    if (const Node* id = text_of(section, "id")) taken[id->text] = 1;
  }
  for (const bool exempt : {false, true}) {
    for (Node& section : sections) {
      if (is_exempt(section.find("access")) == exempt) name_section(section, taken);
    }
  }
}

}  // namespace

void expand_sections(Node& layout, model::Edition edition, Base base, ProjectFiles& project,
                     Diagnostics& diagnostics) {
  Node* parts = layout.find("parts");
  Node* sections = layout.find("sections");
  if (sections && sections->kind == NodeKind::Sequence) {
    Expansion expansion(parts, edition, base, project, diagnostics);
    limit_sections(sections->items, diagnostics);
    std::vector<Node> done;
    for (Node& section : sections->items) {
      if (auto whole = expansion.expand(std::move(section))) done.push_back(*std::move(whole));
    }
    check_given_names(done, diagnostics);
    name_sections(done);
    sections->items = std::move(done);
  }
  drop(layout, "parts");
}

}  // namespace sheaf::config
