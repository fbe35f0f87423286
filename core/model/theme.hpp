#pragma once
// Theme: roles mapped to finished styles when it is read. No cascade.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/colour.hpp"
#include "base/file_system.hpp"
#include "base/geometry.hpp"
#include "base/source.hpp"

namespace sheaf::model {

/// What a piece of text is for. A theme styles each one; names as in YAML are given by name_of.
enum class Role : std::uint8_t {
  Body,
  Lead,
  Title,
  Subtitle,
  Heading2,
  Heading3,
  Heading4,
  Heading5,
  Heading6,
  ListLabel,
  TableCaption,
  TableHead,
  TableCell,
  FactLabel,
  FactValue,
  MetricLabel,
  MetricValue,
  MetricNote,
  CalloutTitle,
  CalloutBody,
  QuoteText,
  QuoteSource,
  PictogramLabel,
  PictogramText,
  Caption,
  SignOff,
  PageHeader,
  PageFooter,
  DraftMark,
};
constexpr std::size_t kRoles = static_cast<std::size_t>(Role::DraftMark) + 1;

/// "body", "heading.2", "table.head", …
std::string_view name_of(Role role);

enum class Weight : std::uint8_t { Regular, SemiBold, Bold };
enum class Slant : std::uint8_t { Upright, Italic };
enum class Alignment : std::uint8_t { Start, End, Centre, Justified };

struct TextStyle {
  std::uint8_t stack = 0;  // index into Theme::stacks
  Weight weight = Weight::Regular;
  Slant slant = Slant::Upright;
  Alignment alignment = Alignment::Start;
  Length size = pt(12);
  Length leading = pt(18);  // baseline to baseline
  Length before,
      after;  // space above and below a block in this role; neighbours collapse to the larger
  Colour colour;
};

/// A filled and edged box: callouts, metrics, quotations.
struct BoxStyle {
  std::optional<Colour> fill;
  std::optional<Colour> edge;  // a bar at the start side
  Length edge_width;
  Insets padding;
};

enum class CalloutKind : std::uint8_t { Note, Advice, Warning, Success };
enum class StatusWord : std::uint8_t { Complete, OnTrack, AtRisk, Delayed };

/// As in theme files and at the plugin boundary, by CalloutKind and StatusWord.
constexpr std::array<std::string_view, 4> kCalloutNames{"note", "advice", "warning", "success"};
constexpr std::array<std::string_view, 4> kStatusNames{"complete", "on-track", "at-risk",
                                                       "delayed"};

struct TableStyle {
  Colour rule, head_rule;
  Length rule_width, head_rule_width;
  std::optional<Colour> head_fill, stripe;
  Insets padding;  // of a cell
};

struct PictogramStyle {
  Length icon;  // side of the square
  Colour fill, line;
  Length gap;
};

/// A line of page furniture; texts may hold ((title)), ((subtitle)), ((board)), ((date)), ((page)),
/// ((pages)).
struct Furniture {
  std::string start, centre, end;
  bool on_first_page = true;
  std::optional<Colour> rule;
  Length distance;  // from the page's edge to the text
  SourceId source = {};
};

struct Logo {
  Path file;  // PNG or JPEG; empty for none
  std::string bytes;
  std::string alt;
  Length height;
};

/// A named list of families, in fallback order.
struct FontStack {
  std::string name;
  std::vector<std::string> families;
  SourceId source;
};

struct Theme {
  std::string name;
  SourceId source;
  Size page{mm(210), mm(297)};
  Insets margins;
  std::vector<FontStack> stacks;
  std::array<TextStyle, kRoles> styles;
  Colour link, strong_rule;
  std::uint8_t code_stack = 0;
  Length list_indent, item_gap, paragraph_gap;
  TableStyle table;
  std::array<BoxStyle, 4> callouts;  // by CalloutKind
  std::array<Colour, 4> statuses;    // by StatusWord
  BoxStyle metric, quote;
  Length metric_gap;
  PictogramStyle pictogram;
  Furniture header, footer;
  Logo logo;
  bool hyphenate = false;

  const TextStyle& style(Role role) const { return styles[static_cast<std::size_t>(role)]; }
};

}  // namespace sheaf::model
