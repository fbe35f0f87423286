#include "config/theme_check.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace sheaf::config {
namespace {

using model::kCalloutNames;
using model::kStatusNames;
using model::Node;
using model::Role;
using model::Theme;

constexpr Colour kPaper{255, 255, 255};
constexpr Length kSmallest = pt(12);
constexpr Length kNarrowest = mm(60);  // a column that a heading still fits

class Readability {
 public:
  Readability(const Theme& theme, const Node& tree, Diagnostics& diagnostics)
      : theme_(theme), tree_(tree), diagnostics_(diagnostics) {}

  void check() {
    check_room();
    for (std::size_t i = 0; i < model::kRoles; ++i) check_style(static_cast<Role>(i));
    check_backgrounds();
    check_words();
    if (contrast(theme_.pictogram.line, theme_.pictogram.fill) < 3.0) {
      too_faint(place({"pictogram", "line"}), "the pictogram's line", 3.0,
                contrast(theme_.pictogram.line, theme_.pictogram.fill));
    }
  }

 private:
  SourceId place(std::initializer_list<std::string_view> path) const {
    const Node* node = &tree_;
    for (const auto key : path) {
      const Node* below = node->find(key);
      if (!below) break;
      node = below;
    }
    return node->source;
  }

  void check_room() {
    const Insets& margins = theme_.margins;
    const bool wide = theme_.page.width - margins.left - margins.right >= kNarrowest;
    const bool high = theme_.page.height - margins.top - margins.bottom >= kNarrowest;
    if (!wide || !high) return no_room(place({"page", "margins"}), "The margins leave");
    const Length head = std::max(margins.top, theme_.header.distance);
    const Length foot = std::max(margins.bottom, theme_.footer.distance);
    if (theme_.page.height - head - foot >= kNarrowest) return;
    const bool is_head = theme_.header.distance > margins.top;
    no_room(place({is_head ? "header" : "footer", "distance"}),
            fmt::format("The {}'s distance from the edge leaves", is_head ? "header" : "footer"));
  }

  void no_room(SourceId source, std::string_view what_leaves) {
    diagnostics_.error("no-room", source,
                       fmt::format("{} less than 60 mm for the text", what_leaves),
                       "Make it smaller, or the page larger");
  }

  void check_style(Role role) {
    const auto& style = theme_.style(role);
    const auto name = name_of(role);
    if (style.size < kSmallest) {
      diagnostics_.error(
          "text-too-small", place({"styles", name, "size"}),
          fmt::format("{} is smaller than 12pt, the least that most people can read", name),
          "Write 12pt or more");
    }
    if (style.leading < style.size) {
      diagnostics_.error(
          "lines-too-close", place({"styles", name, "leading"}),
          fmt::format("the leading of {} is smaller than its size, so lines overlap", name),
          "Write about one and a half times the size");
    }
    check_on(role, kPaper, "the page");
  }

  /// WCAG 2.2: large text is 18 pt, or 14 pt bold, and more.
  static double least_contrast(const model::TextStyle& style) {
    const bool bold = style.weight == model::Weight::Bold;
    return style.size >= pt(18) || (bold && style.size >= pt(14)) ? 3.0 : 4.5;
  }

  void check_on(Role role, std::optional<Colour> ground, std::string_view where) {
    const auto& style = theme_.style(role);
    if (!ground) return;
    const double have = contrast(style.colour, *ground), least = least_contrast(style);
    if (have >= least) return;
    too_faint(place({"styles", name_of(role), "colour"}),
              fmt::format("{} on {}", name_of(role), where), least, have);
  }

  void check_colour_on(Colour colour, std::optional<Colour> ground, SourceId source,
                       std::string_view what) {
    if (ground && contrast(colour, *ground) < 4.5)
      too_faint(source, what, 4.5, contrast(colour, *ground));
  }

  void too_faint(SourceId source, std::string_view what, double least, double have) {
    diagnostics_.error(
        "low-contrast", source,
        fmt::format("{} has a contrast of {:.1f}, and {:.1f} is the least that can be read", what,
                    have, least),
        "Choose a darker colour, or a lighter background");
  }

  void check_backgrounds() {
    check_on(Role::TableHead, theme_.table.head_fill, "the table's head");
    check_on(Role::TableCell, theme_.table.stripe, "a striped row");
    for (std::size_t i = 0; i < kCalloutNames.size(); ++i) {
      const auto where = fmt::format("a callout ({})", kCalloutNames[i]);
      check_on(Role::CalloutTitle, theme_.callouts[i].fill, where);
      check_on(Role::CalloutBody, theme_.callouts[i].fill, where);
      check_colour_on(theme_.link, theme_.callouts[i].fill, place({"link"}), "a link on " + where);
    }
    for (const Role role : {Role::MetricLabel, Role::MetricValue, Role::MetricNote}) {
      check_on(role, theme_.metric.fill, "a metric's tile");
    }
    check_on(Role::QuoteText, theme_.quote.fill, "a quotation's box");
    check_on(Role::QuoteSource, theme_.quote.fill, "a quotation's box");
  }

  void check_words() {
    check_colour_on(theme_.link, kPaper, place({"link"}), "a link");
    check_colour_on(theme_.link, theme_.table.stripe, place({"link"}), "a link on a striped row");
    for (std::size_t i = 0; i < kStatusNames.size(); ++i) {
      const auto source = place({"statuses", kStatusNames[i]});
      check_colour_on(theme_.statuses[i], kPaper, source, kStatusNames[i]);
      check_colour_on(theme_.statuses[i], theme_.table.stripe, source,
                      fmt::format("{} on a striped row", kStatusNames[i]));
    }
  }

  const Theme& theme_;
  const Node& tree_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_readability(const Theme& theme, const Node& tree, Diagnostics& diagnostics) {
  Readability(theme, tree, diagnostics).check();
}

}  // namespace sheaf::config
