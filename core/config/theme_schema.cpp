#include "config/theme_schema.hpp"

#include "config/schema_terms.hpp"
#include "model/theme.hpp"

namespace sheaf::config {
namespace {

using model::Field;
using model::Type;
using model::TypeKind;

/// As parse_length takes them; an editor reads the bare 0 as a number.
Type length_type() {
  Type type = text_like("^[0-9]{1,6}([.][0-9]{1,3})?(pt|mm|cm)$");
  type.choices = {"0"};
  return type;
}

/// As parse_colour takes them, or the name of one.
Type colour_type() { return text_like("^([^#].*|#[0-9a-fA-F]{3}|#[0-9a-fA-F]{6})$"); }

Field length(std::string_view name, std::string_view description, std::string_view shown = "6pt") {
  return required(name, length_type(), description, example(shown));
}

Field colour(std::string_view name, std::string_view description) {
  return required(name, colour_type(), description, example("#1f2a30"));
}

Field maybe(Field field) {
  field.required = false;
  return field;
}

/// All four sides in one length, or each.
Type insets_type() {
  Type type = record({length("top", "Above"), length("right", "On the right"),
                      length("bottom", "Below"), length("left", "On the left")});
  type.shorthand = "top";
  return type;
}

Type style_type() {
  return record({
      required("font", text(), "One of `fonts`", example("text")),
      maybe(required("weight", choice({"regular", "semibold", "bold"}), "Weight of the letters")),
      maybe(required("slant", choice({"upright", "italic"}), "Slant of the letters")),
      maybe(
          required("align", choice({"start", "end", "centre", "justified"}), "Alignment of lines")),
      length("size", "Size of the letters, 12pt at least", "12pt"),
      length("leading", "Distance from baseline to baseline", "18pt"),
      maybe(length("before", "Space above")),
      maybe(length("after", "Space below")),
      colour("colour", "Colour of the letters: #rrggbb, or one of `colours`"),
  });
}

Type styles_type() {
  std::vector<Field> roles;
  for (std::size_t i = 0; i < model::kRoles; ++i) {
    const auto name = model::name_of(static_cast<model::Role>(i));
    roles.push_back(required(name, style_type(), "Style of this role"));
  }
  return record(std::move(roles));
}

std::vector<Field> box_fields() {
  return {maybe(colour("fill", "Background")), maybe(colour("edge", "Bar at the start side")),
          maybe(length("edge_width", "Width of the bar")),
          required("padding", insets_type(), "Space inside the box")};
}

Type box_type() { return record(box_fields()); }

Type table_type() {
  return record({colour("rule", "Rules between rows"), length("rule_width", "Their width", "0.5pt"),
                 colour("head_rule", "Rule below the head"),
                 length("head_rule_width", "Its width", "1pt"),
                 maybe(colour("head_fill", "Background of the head")),
                 maybe(colour("stripe", "Background of every other row")),
                 required("padding", insets_type(), "Space inside a cell")});
}

Type callouts_type() {
  return record({required("note", box_type(), "Box of a note"),
                 required("advice", box_type(), "Box of an advice"),
                 required("warning", box_type(), "Box of a warning"),
                 required("success", box_type(), "Box of good news")});
}

Type statuses_type() {
  return record({colour("complete", "Done"), colour("on-track", "On track"),
                 colour("at-risk", "At risk"), colour("delayed", "Delayed")});
}

Type metric_type() {
  auto fields = box_fields();
  fields.push_back(length("gap", "Space between tiles"));
  return record(std::move(fields));
}

Type pictogram_type() {
  return record({length("icon", "Side of the pictogram", "16mm"), colour("fill", "Its background"),
                 colour("line", "Its drawing"), length("gap", "Space to its text", "5mm")});
}

Type furniture_type() {
  return record({
      maybe(required("start", text(), "Text at the start side", example("((title))"))),
      maybe(required("centre", text(), "Text in the middle")),
      maybe(required("end", text(), "Text at the end side", example("Page ((page)) of ((pages))"))),
      maybe(required("on_first_page", plain(TypeKind::YesNo), "Whether the first page has it")),
      maybe(colour("rule", "Rule between it and the page")),
      length("distance", "From the edge of the page to the text", "12mm"),
  });
}

Type logo_type() {
  return record({required("file", text(), "PNG or JPEG file, relative to the theme"),
                 required("alt", text(), "What the logo shows, for who cannot see it"),
                 length("height", "Height on the page", "15mm")});
}

Type page_type() {
  return record({length("width", "Width of the page", "210mm"),
                 length("height", "Height of the page", "297mm"),
                 required("margins", insets_type(), "Space around the text")});
}

Type spacing_type() {
  return record({length("list_indent", "From the text's edge to a list's text", "7mm"),
                 length("item_gap", "Between list entries"),
                 length("paragraph_gap", "Between paragraphs")});
}

Type make_theme_type() {
  return record({
      required("theme", plain(TypeKind::Whole), "Version of this file format",
               Json::number(kThemeVersion)),
      required("page", page_type(), "The paper"),
      required("fonts", map_of(list_of(text())), "Font families by name, in fallback order"),
      required("code_font", text(), "The one of `fonts` for code", example("code")),
      maybe(required("colours", map_of(colour_type()), "Colours by name, for use below")),
      required("styles", styles_type(), "A finished style for each role"),
      colour("link", "Colour of links"),
      colour("strong_rule", "Colour of the rule below the title"),
      required("spacing", spacing_type(), "Distances in running text"),
      required("table", table_type(), "Tables"),
      required("callouts", callouts_type(), "Boxes that stand out"),
      required("statuses", statuses_type(), "Colours of status words"),
      required("metric", metric_type(), "Tiles with figures"),
      required("quote", box_type(), "Box of a quotation"),
      required("pictogram", pictogram_type(), "Pictograms"),
      required("header", furniture_type(), "Line at the head of each page"),
      required("footer", furniture_type(), "Line at the foot of each page"),
      maybe(required("logo", logo_type(), "Logo on the first page")),
      maybe(required("hyphenate", plain(TypeKind::YesNo), "Whether words may be divided")),
  });
}

}  // namespace

const Type& theme_type() {
  static const Type type = make_theme_type();
  return type;
}

}  // namespace sheaf::config
