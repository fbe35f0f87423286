#pragma once
// A plain theme on a small page, with fonts of the build's own packages, for tests of layout.

#include "model/theme.hpp"
#include "text/font_index.hpp"

namespace sheaf::test {

/// Open Sans in four styles, then fonts for Arabic script and for code.
inline const text::FontIndex& test_fonts() {
  using model::Slant;
  using model::Weight;
  static const text::FontIndex index({
      {"Open Sans", Weight::Regular, Slant::Upright,
       "/usr/share/fonts/truetype/open-sans/OpenSans-Regular.ttf"},
      {"Open Sans", Weight::Regular, Slant::Italic,
       "/usr/share/fonts/truetype/open-sans/OpenSans-Italic.ttf"},
      {"Open Sans", Weight::Bold, Slant::Upright,
       "/usr/share/fonts/truetype/open-sans/OpenSans-Bold.ttf"},
      {"Noto Naskh Arabic", Weight::Regular, Slant::Upright,
       "/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf"},
      {"DejaVu Sans Mono", Weight::Regular, Slant::Upright,
       "/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf"},
  });
  return index;
}

/// Body text 12 on 18 pt; the page's body is 320 by 396 pt, 22 such lines.
inline model::Theme small_theme() {
  model::Theme theme;
  theme.name = "small";
  theme.page = {pt(400), pt(500)};
  theme.margins = {.top = pt(52), .right = pt(40), .bottom = pt(52), .left = pt(40)};
  theme.stacks = {{"text", {"Open Sans", "Noto Naskh Arabic"}, {}},
                  {"code", {"DejaVu Sans Mono", "Open Sans"}, {}}};
  theme.code_stack = 1;
  for (model::TextStyle& style : theme.styles) style.size = pt(12), style.leading = pt(18);
  const auto style = [&](model::Role role) -> model::TextStyle& {
    return theme.styles[static_cast<std::size_t>(role)];
  };
  for (const auto role : {model::Role::Title, model::Role::Heading2, model::Role::Heading3}) {
    style(role).weight = model::Weight::Bold;
    style(role).before = pt(18);
    style(role).after = pt(6);
  }
  style(model::Role::Title).size = pt(20);
  style(model::Role::Title).leading = pt(26);
  style(model::Role::TableHead).weight = model::Weight::Bold;
  style(model::Role::MetricValue).size = pt(20);
  style(model::Role::MetricValue).leading = pt(26);
  theme.link = {0x1d, 0x70, 0xb8};
  theme.list_indent = pt(18);
  theme.item_gap = pt(3);
  theme.paragraph_gap = pt(9);
  theme.table = {.rule = {0xb0, 0xb0, 0xb0},
                 .head_rule = {},
                 .rule_width = millipt(500),
                 .head_rule_width = pt(1),
                 .head_fill = Colour{0xee, 0xee, 0xee},
                 .stripe = {},
                 .padding = {pt(3), pt(6), pt(3), pt(6)}};
  const model::BoxStyle box{.fill = Colour{0xf3, 0xf3, 0xf3},
                            .edge = Colour{0x1d, 0x70, 0xb8},
                            .edge_width = pt(4),
                            .padding = {pt(9), pt(12), pt(9), pt(12)}};
  theme.callouts.fill(box);
  theme.metric = box;
  theme.quote = box;
  theme.metric_gap = pt(8);
  theme.pictogram = {.icon = pt(36), .fill = {}, .line = {}, .gap = pt(10)};
  theme.header = {.start = "((title))", .centre = "", .end = "", .rule = {}, .distance = pt(16)};
  theme.footer = {.start = "",
                  .centre = "",
                  .end = "Page ((page)) of ((pages))",
                  .rule = {},
                  .distance = pt(16)};
  return theme;
}

}  // namespace sheaf::test
