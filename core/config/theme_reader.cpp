#include "config/theme_reader.hpp"

#include <algorithm>
#include <limits>
#include <optional>

#include <fmt/format.h>

#include "config/length.hpp"
#include "config/named_file.hpp"
#include "config/project_files.hpp"
#include "config/shape.hpp"
#include "config/theme_check.hpp"
#include "config/theme_schema.hpp"
#include "config/yaml_reader.hpp"
#include "model/conform.hpp"
#include "model/literal.hpp"

namespace sheaf::config {
namespace {

using model::kCalloutNames;
using model::kStatusNames;
using model::Node;
using model::Theme;

constexpr std::uint64_t kMostLogoBytes = 4'000'000;

/// Turns a checked tree into styles. What is missing or malformed was or is reported, and stays as
/// the Theme's defaults have it.
class ThemeMaker {
 public:
  ThemeMaker(const Node& tree, Theme& theme, Diagnostics& diagnostics)
      : tree_(tree), theme_(theme), diagnostics_(diagnostics) {}

  void make() {
    check_version();
    page(below(tree_, "page"));
    fonts(below(tree_, "fonts"));
    theme_.code_stack = stack(tree_, "code_font");
    const Node& styles = below(tree_, "styles");
    for (std::size_t i = 0; i < model::kRoles; ++i) {
      const auto role = static_cast<model::Role>(i);
      theme_.styles[i] = style(below(styles, model::name_of(role)));
    }
    theme_.link = colour(tree_, "link");
    theme_.strong_rule = colour(tree_, "strong_rule");
    spacing(below(tree_, "spacing"));
    table(below(tree_, "table"));
    boxes();
    pictogram(below(tree_, "pictogram"));
    theme_.header = furniture(below(tree_, "header"));
    theme_.footer = furniture(below(tree_, "footer"));
    theme_.logo.alt = text(below(tree_, "logo"), "alt");
    theme_.logo.height = length(below(tree_, "logo"), "height");
    refuse_hyphenation();
  }

 private:
  static const Node& below(const Node& map, std::string_view key) {
    static const Node nothing;
    const Node* value = map.find(key);
    return value ? *value : nothing;
  }

  static std::string text(const Node& map, std::string_view key) { return below(map, key).text; }

  void check_version() {
    const Node& version = below(tree_, "theme");
    const auto number = model::parse_whole(version.text);
    if (!number || *number == kThemeVersion) return;  // its shape is checked with the others
    diagnostics_.error(
        "format-version", version.source,
        fmt::format("This theme is written in format {}, and this program reads format {}", *number,
                    kThemeVersion),
        *number > kThemeVersion ? "Use a newer version of Sheaf" : "Write theme: 1");
  }

  void refuse_hyphenation() {
    if (!yes(tree_, "hyphenate", false)) return;
    diagnostics_.error("not-supported-yet", below(tree_, "hyphenate").source,
                       "`hyphenate: yes` is not supported by this version yet",
                       "Write hyphenate: no");
  }

  static bool yes(const Node& map, std::string_view key, bool otherwise) {
    return model::parse_yes_no(below(map, key).text).value_or(otherwise);
  }

  Length length(const Node& node) {
    if (!node.is_text()) return {};
    if (const auto made = parse_length(node.text)) return *made;
    diagnostics_.error("bad-length", node.source, fmt::format("\"{}\" is no length", node.text),
                       "Write a number with its unit, such as 12pt, 20mm or 2.1cm");
    return {};
  }

  Length length(const Node& map, std::string_view key) { return length(below(map, key)); }

  Colour colour(const Node& map, std::string_view key) {
    return maybe_colour(map, key).value_or(Colour{});
  }

  std::optional<Colour> maybe_colour(const Node& map, std::string_view key) {
    const Node& node = below(map, key);
    if (!node.is_text()) return std::nullopt;
    const Node& palette = below(tree_, "colours");
    const Node* named = palette.find(node.text);
    if (const auto made = parse_colour(named ? named->text : node.text)) return *made;
    if (named) return std::nullopt;  // reported where the palette is checked
    std::vector<std::string_view> names;
    for (const auto& member : palette.members) names.push_back(member.key);
    diagnostics_
        .error("bad-colour", node.source, fmt::format("\"{}\" is no colour", node.text),
               names.empty() ? "Write \"#rrggbb\", in quotes" : model::offer(node.text, names))
        .fixes = model::slip_fix(node.source, node.text, names);
    return std::nullopt;
  }

  Insets insets(const Node& node) {
    if (node.is_text()) {
      const Length all = length(node);
      return {all, all, all, all};
    }
    return {length(node, "top"), length(node, "right"), length(node, "bottom"),
            length(node, "left")};
  }

  std::uint8_t stack(const Node& map, std::string_view key) {
    const Node& node = below(map, key);
    const auto at = std::ranges::find(theme_.stacks, node.text, &model::FontStack::name);
    if (at != theme_.stacks.end()) {
      return static_cast<std::uint8_t>(at - theme_.stacks.begin());
    }
    if (!node.is_text()) return 0;
    std::vector<std::string_view> names;
    for (const auto& one : theme_.stacks) names.push_back(one.name);
    diagnostics_
        .error("unknown-font", node.source, fmt::format("`fonts` has no `{}`", node.text),
               model::offer(node.text, names))
        .fixes = model::slip_fix(node.source, node.text, names);
    return 0;
  }

  template <class Enum>
  Enum pick(const Node& map, std::string_view key, std::initializer_list<std::string_view> names) {
    const auto at = std::ranges::find(names, below(map, key).text);
    return static_cast<Enum>(at == names.end() ? 0 : at - names.begin());
  }

  void page(const Node& node) {
    theme_.page = {length(node, "width"), length(node, "height")};
    theme_.margins = insets(below(node, "margins"));
  }

  void fonts(const Node& node) {
    constexpr std::size_t kMost = std::numeric_limits<decltype(model::TextStyle::stack)>::max();
    if (node.members.size() > kMost) {
      diagnostics_.error("too-many-fonts", node.source,
                         fmt::format("`fonts` has {} lists of fonts, and {} is the most",
                                     node.members.size(), kMost),
                         "Take out those that no style uses");
    }
    for (const auto& [name, source, families] : node.members) {
      model::FontStack stack{.name = name, .families = {}, .source = source};
      for (const Node& family : families.items) stack.families.push_back(family.text);
      if (stack.families.empty()) {
        diagnostics_.error("missing-value", source, fmt::format("fonts.{} names no family", name),
                           "Write a list, such as [Open Sans, Noto Sans]");
      }
      theme_.stacks.push_back(std::move(stack));
    }
    for (const auto& [name, source, value] : below(tree_, "colours").members) {
      if (!value.is_text() || parse_colour(value.text)) continue;
      diagnostics_.error("bad-colour", value.source, fmt::format("\"{}\" is no colour", value.text),
                         "Write \"#rrggbb\", in quotes");
    }
  }

  model::TextStyle style(const Node& node) {
    return {
        .stack = stack(node, "font"),
        .weight = pick<model::Weight>(node, "weight", {"regular", "semibold", "bold"}),
        .slant = pick<model::Slant>(node, "slant", {"upright", "italic"}),
        .alignment = pick<model::Alignment>(node, "align", {"start", "end", "centre", "justified"}),
        .size = length(node, "size"),
        .leading = length(node, "leading"),
        .before = length(node, "before"),
        .after = length(node, "after"),
        .colour = colour(node, "colour")};
  }

  void spacing(const Node& node) {
    theme_.list_indent = length(node, "list_indent");
    theme_.item_gap = length(node, "item_gap");
    theme_.paragraph_gap = length(node, "paragraph_gap");
  }

  void table(const Node& node) {
    theme_.table = {.rule = colour(node, "rule"),
                    .head_rule = colour(node, "head_rule"),
                    .rule_width = length(node, "rule_width"),
                    .head_rule_width = length(node, "head_rule_width"),
                    .head_fill = maybe_colour(node, "head_fill"),
                    .stripe = maybe_colour(node, "stripe"),
                    .padding = insets(below(node, "padding"))};
  }

  model::BoxStyle box(const Node& node) {
    return {.fill = maybe_colour(node, "fill"),
            .edge = maybe_colour(node, "edge"),
            .edge_width = length(node, "edge_width"),
            .padding = insets(below(node, "padding"))};
  }

  void boxes() {
    const Node& callouts = below(tree_, "callouts");
    const Node& statuses = below(tree_, "statuses");
    for (std::size_t i = 0; i < kCalloutNames.size(); ++i) {
      theme_.callouts[i] = box(below(callouts, kCalloutNames[i]));
    }
    for (std::size_t i = 0; i < kStatusNames.size(); ++i) {
      theme_.statuses[i] = colour(statuses, kStatusNames[i]);
    }
    theme_.metric = box(below(tree_, "metric"));
    theme_.metric_gap = length(below(tree_, "metric"), "gap");
    theme_.quote = box(below(tree_, "quote"));
  }

  void pictogram(const Node& node) {
    theme_.pictogram = {.icon = length(node, "icon"),
                        .fill = colour(node, "fill"),
                        .line = colour(node, "line"),
                        .gap = length(node, "gap")};
  }

  model::Furniture furniture(const Node& node) {
    return {.start = text(node, "start"),
            .centre = text(node, "centre"),
            .end = text(node, "end"),
            .on_first_page = yes(node, "on_first_page", true),
            .rule = maybe_colour(node, "rule"),
            .distance = length(node, "distance"),
            .source = node.source};
  }

  const Node& tree_;
  Theme& theme_;
  Diagnostics& diagnostics_;
};

std::optional<Path> find_theme(std::string_view name, SourceId from, const Path& folder,
                               std::span<const Path> folders, const FileSystem& files,
                               Diagnostics& diagnostics) {
  constexpr NamedKind kTheme{"theme", "unknown-theme", "house.yaml"};
  if (name.ends_with(".yaml")) return files.canonical(folder / name);
  return find_named_file(kTheme, name, from, folders, files, diagnostics);
}

CheckedTheme check_theme(const Node& tree, SourceId start, Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.errors();
  check_shape(tree, theme_type(), {}, diagnostics);
  check_complete_below(tree, theme_type(), {}, diagnostics);
  CheckedTheme made;
  made.theme.source = start;
  ThemeMaker(tree, made.theme, diagnostics).make();
  const Node* logo = tree.find("logo");
  if (const Node* file = logo ? logo->find("file") : nullptr) made.logo_file = *file;
  if (diagnostics.errors() == errors) check_readability(made.theme, tree, diagnostics);
  return made;
}

/// The theme of a text that has just been added to the sources; from memory if it may.
std::optional<CheckedTheme> theme_of(std::string_view text, SourceId start, YamlMemory* memory,
                                     Diagnostics& diagnostics) {
  if (auto known = memory ? memory->theme(text, start) : std::nullopt) return known;
  const std::size_t findings = count_of(diagnostics);
  auto tree = read_yaml(text, start, diagnostics);
  if (!tree) return std::nullopt;
  if (!tree->source) tree->source = start;  // a file without any value
  CheckedTheme made = check_theme(*tree, start, diagnostics);
  if (memory && count_of(diagnostics) == findings) memory->keep(text, start, made);
  return made;
}

void read_logo(const Node& file, ProjectFiles& project, Theme& theme) {
  if (!file.is_text()) return;
  const auto path = project.resolve(file);
  auto bytes = path ? project.bytes(*path, kMostLogoBytes, file.source) : std::nullopt;
  if (!bytes) return;
  theme.logo.file = *path;
  theme.logo.bytes = *std::move(bytes);
}

}  // namespace

Result<Theme> read_theme(std::string_view name, SourceId from, const Path& folder,
                         std::span<const Path> theme_folders, FileSystem& files, SourceMap& sources,
                         Diagnostics& diagnostics, YamlMemory* memory) {
  const auto path = find_theme(name, from, folder, theme_folders, files, diagnostics);
  if (!path) return failed();
  const Path layout_root = files.canonical(folder);
  const Path root = is_below(*path, layout_root) ? layout_root : path->parent_path();
  ProjectFiles project(root, files, sources, diagnostics, memory);
  const std::size_t errors = diagnostics.errors();
  const auto start = project.add(*path, from);
  auto made = start ? theme_of(sources.text(*start), *start, memory, diagnostics) : std::nullopt;
  if (!made) return failed();
  made->theme.name = path->stem().string();
  read_logo(made->logo_file, project, made->theme);
  if (diagnostics.errors() != errors) return failed();
  return std::move(made->theme);
}

}  // namespace sheaf::config
