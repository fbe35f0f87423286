#include "document/blocks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "document/house_style.hpp"
#include "document/inline.hpp"
#include "document/markdown.hpp"
#include "document/table_writer.hpp"
#include "model/limits.hpp"
#include "model/literal.hpp"

namespace sheaf::document {
namespace {

using model::Block;
using model::BlockKind;
using model::CalloutKind;
using model::Element;
using model::ElementKind;
using model::Role;
using model::Value;
using model::ValueKind;

void write_placed(const Value& value, Flow& flow);

SourceId place_of(const Block& block, const Flow& flow) {
  return document::place_of(block, flow.composition());
}

void write_line(const Block& block, TextWriter& writer, Flow& flow) {
  write_inline(block.children, writer, writer.plain(), flow.composition());
}

/// A paragraph of the block's inline content.
void write_text_block(const Block& block, Role role, Flow& flow) {
  TextWriter writer = flow.text(paragraph(role, place_of(block, flow)));
  write_line(block, writer, flow);
  writer.finish();
}

void write_heading(const Block& block, Flow& flow) {
  const std::string_view typed = block.attribute("level");
  const int level = typed.empty() ? 1 : typed[0] - '0';
  document::write_heading(flow, level, place_of(block, flow),
                          [&](TextWriter& writer) { write_line(block, writer, flow); });
}

Role paragraph_role(std::string_view name, Role plain) {
  if (name == "lead") return Role::Lead;
  if (name == "sign-off") return Role::SignOff;
  return plain;
}

void write_list(const Block& block, Flow& flow) {
  const auto first = block.attribute("style") == "number" ? std::optional(1) : std::nullopt;
  ListWriter list(flow, first, place_of(block, flow));
  for (const Block& item : block.children) {
    list.item(place_of(item, flow), [&](Flow& body) { write_blocks(item.children, body); });
  }
}

model::ColumnAlign alignment(std::string_view name) {
  if (name == "end") return model::ColumnAlign::End;
  return name == "centre" ? model::ColumnAlign::Centre : model::ColumnAlign::Start;
}

/// "At risk", or "At risk: two posts are vacant".
void write_cell(const Block& cell, TextWriter& writer, Flow& flow) {
  const SourceId source = place_of(cell, flow);
  if (const auto status = find_status(cell.attribute("status"))) {
    write_status(*status, writer, writer.plain(), source);
    if (!cell.children.empty()) writer.write(": ", writer.plain(), source);
  }
  write_line(cell, writer, flow);
}

bool is_figure(const Block& block) {
  const ValueKind kind = block.value.kind;
  return block.kind == BlockKind::Placed && kind != ValueKind::Absent && kind != ValueKind::Text &&
         kind != ValueKind::Markdown;
}

/// For each column, what to ask for in its empty cells: of numbers, amounts and dates, no words.
std::vector<TableWriter::EmptyCell> empty_cells(const Block& table) {
  std::vector<TableWriter::EmptyCell> columns;
  for (const Block& row : table.children) {
    if (row.kind == BlockKind::Column) continue;
    columns.resize(std::max(columns.size(), row.children.size()));
    for (std::size_t i = 0; i < row.children.size(); ++i) {
      if (std::ranges::any_of(row.children[i].children, is_figure)) {
        columns[i] = TableWriter::EmptyCell::OfFigures;
      }
    }
  }
  return columns;
}

void write_table(const Block& block, Flow& flow) {
  const auto headers = block.attribute("row-headers") == "yes"
                           ? TableWriter::RowHeaders::FirstColumn
                           : TableWriter::RowHeaders::None;
  const SourceId source = place_of(block, flow);
  const auto caption = [&](TextWriter& writer) {
    writer.write(block.attribute("caption"), writer.plain(), source);
  };
  TableWriter table(flow, caption, headers, source);
  const auto is_column = [](const Block& part) { return part.kind == BlockKind::Column; };
  for (const Block& column : block.children) {
    if (!is_column(column)) continue;
    table.column(alignment(column.attribute("align")), place_of(column, flow),
                 [&](TextWriter& writer) { write_line(column, writer, flow); });
  }
  const auto wanted = empty_cells(block);
  CellPlaces* given = flow.composition().cells;
  auto places = given ? std::optional(TablePlaces(block, *given)) : std::nullopt;
  for (const Block& row : block.children) {
    if (is_column(row)) continue;
    table.begin_row(row.children.size(), place_of(row, flow));
    for (std::size_t i = 0; i < row.children.size(); ++i) {
      const Block& cell = row.children[i];
      const SourceId empty =
          places && cell.children.empty() ? places->empty_cell(row, i) : SourceId();
      table.cell(
          empty ? empty : place_of(cell, flow),
          [&](TextWriter& writer) { write_cell(cell, writer, flow); }, wanted[i]);
    }
  }
}

std::string_view member_text(const Value& value, std::string_view name) {
  const Value* member = value.find(name);
  return member ? std::string_view(member->text) : std::string_view();
}

void write_figure(const Value& image, Flow& flow) {
  Element figure = element(ElementKind::Figure, image.source);
  const Value* decorative = image.find("decorative");
  figure.asset = image.asset;
  figure.alt = member_text(image, "alt");
  figure.decorative = decorative && decorative->whole != 0;
  if (figure.alt.empty() && !figure.decorative) {
    flow.diagnostics().error(
        "alt-missing", image.source, "This image has no alt text",
        "Say in \"alt\" what it shows, or \"decorative: yes\" if it says nothing");
  }
  const auto id = flow.add(std::move(figure));
  const Value* words = image.find("caption");
  if (!words) return;
  Element caption = element(ElementKind::Caption, words->source);
  caption.role = Role::Caption;
  TextWriter writer(flow.composition().document, id, std::move(caption));
  writer.write(words->text, writer.plain(), words->source);
  writer.finish();
}

bool says_something(const Block& block) {
  if (block.kind == BlockKind::Text) return !model::is_blank(block.text);
  if (block.kind == BlockKind::Status) return true;
  if (block.kind != BlockKind::Placed) return std::ranges::any_of(block.children, says_something);
  const ValueKind kind = block.value.kind;
  const bool typed = kind == ValueKind::Text || kind == ValueKind::Markdown;
  return typed ? !model::is_blank(block.value.text) : kind != ValueKind::Absent;
}

/// Whether to go on with a block that would be a label without a text.
bool is_worth_printing(const Block& block, std::string_view label, Flow& flow) {
  if (says_something(block)) return true;
  flow.diagnostics().warning("nothing-to-say", place_of(block, flow),
                             fmt::format("There is nothing to print for \"{}\"", label),
                             "Give it a text, or leave it out");
  return false;
}

void write_labelled_blocks(const Block& block, Flow& flow, model::StructureId group,
                           const Labelled& parts) {
  if (!is_worth_printing(block, parts.label, flow)) return;
  write_labelled(flow.composition(), group, parts,
                 [&](Flow& body) { write_blocks(block.children, body); });
}

void write_facts(const Block& block, Flow& flow) {
  write_parts(flow, element(ElementKind::Facts, place_of(block, flow)), [&](auto group) {
    for (const Block& fact : block.children) {
      write_labelled_blocks(fact, flow, group,
                            {element(ElementKind::Fact, place_of(fact, flow)),
                             fact.attribute("label"), Role::FactLabel, Role::FactValue});
    }
  });
}

void write_pictograms(const Block& block, Flow& flow) {
  write_parts(flow, element(ElementKind::Pictograms, place_of(block, flow)), [&](auto group) {
    for (const Block& one : block.children) {
      Element pictogram = element(ElementKind::Pictogram, place_of(one, flow));
      pictogram.icon = one.attribute("icon");
      write_labelled_blocks(one, flow, group,
                            {std::move(pictogram), one.attribute("label"), Role::PictogramLabel,
                             Role::PictogramText});
    }
  });
}

/// The trend in words, before the note that says since when: "Up from 1,100", "Trend: rising".
std::string metric_note(std::string_view trend, std::string_view note) {
  struct Words {
    std::string_view trend, before_note, alone;
  };
  static constexpr std::array<Words, 3> kTrends = {{{"up", "Up", "Trend: rising"},
                                                    {"down", "Down", "Trend: falling"},
                                                    {"level", "Level", "Trend: level"}}};
  const auto words = std::ranges::find(kTrends, trend, &Words::trend);
  if (words == kTrends.end()) return std::string(note);
  if (note.empty()) return std::string(words->alone);
  const bool goes_on = note[0] >= 'a' && note[0] <= 'z';
  return goes_on ? fmt::format("{} {}", words->before_note, note)
                 : fmt::format("{}. {}", words->alone, note);
}

/// "20", "300,000", "the wards": a number in house style, words as they are.
std::string whole_text(std::string_view whole) {
  const auto number = model::parse_decimal(whole);
  return number ? number_text(*number) : std::string(whole);
}

/// "more than 250,000 books", "ten of 20 wards", "37%".
void write_metric_value(const Block& metric, Flow& body) {
  const SourceId source = place_of(metric, body);
  TextWriter writer = body.text(paragraph(Role::MetricValue, source));
  const Style plain = writer.plain();
  const std::string_view unit = metric.attribute("unit");
  const std::string_view whole = metric.attribute("of");
  writer.write(fmt::format("{} ", metric.attribute("qualifier")), plain, source);
  write_line(metric, writer, body);
  if (!whole.empty()) writer.write(fmt::format(" of {}", whole_text(whole)), plain, source);
  writer.write(fmt::format("{}{}", unit.starts_with('%') ? "" : " ", unit), plain, source);
  writer.finish();
}

void write_metrics(const Block& block, Flow& flow) {
  write_parts(flow, element(ElementKind::Metrics, place_of(block, flow)), [&](auto group) {
    for (const Block& metric : block.children) {
      if (!is_worth_printing(metric, metric.attribute("label"), flow)) continue;
      const SourceId source = place_of(metric, flow);
      write_labelled(flow.composition(), group,
                     {element(ElementKind::Metric, source), metric.attribute("label"),
                      Role::MetricLabel, Role::MetricValue},
                     [&](Flow& body) {
                       write_metric_value(metric, body);
                       write_paragraph(
                           body, Role::MetricNote,
                           metric_note(metric.attribute("trend"), metric.attribute("note")),
                           source);
                     });
    }
  });
}

CalloutKind callout_kind(std::string_view name) {
  if (name == "advice") return CalloutKind::Advice;
  if (name == "warning") return CalloutKind::Warning;
  return name == "success" ? CalloutKind::Success : CalloutKind::Note;
}

/// A warning says so in words, too.
std::string_view callout_title(const Block& block) {
  const std::string_view title = block.attribute("title");
  return title.empty() && block.attribute("kind") == "warning" ? "Warning" : title;
}

void write_callout(const Block& block, Flow& flow) {
  if (!is_worth_printing(block, callout_title(block), flow)) return;
  Element callout = element(ElementKind::Callout, place_of(block, flow));
  callout.callout = callout_kind(block.attribute("kind"));
  write_group(flow, std::move(callout), Role::CalloutBody, [&](Flow& body) {
    write_paragraph(body, Role::CalloutTitle, callout_title(block), place_of(block, flow));
    write_blocks(block.children, body);
  });
}

void write_quote(const Block& block, Flow& flow) {
  if (!is_worth_printing(block, block.attribute("by"), flow)) return;
  const std::string_view by = block.attribute("by"), post = block.attribute("post");
  write_group(
      flow, element(ElementKind::Quote, place_of(block, flow)), Role::QuoteText, [&](Flow& body) {
        write_blocks(block.children, body);
        write_paragraph(body, Role::QuoteSource,
                        fmt::format("{}{}{}", by, by.empty() || post.empty() ? "" : ", ", post),
                        place_of(block, flow));
      });
}

/// "The board is asked to:" and a numbered list, each item with its verb first.
void write_recommendations(const Block& block, Flow& flow) {
  if (!says_something(block)) return;
  const SourceId source = place_of(block, flow);
  const std::string_view lead = block.attribute("lead");
  write_paragraph(flow, flow.role(), lead.empty() ? "The board is asked to:" : lead, source);
  ListWriter list(flow, 1, source);
  for (const Block& one : block.children) {
    list.item(place_of(one, flow), [&](Flow& body) {
      TextWriter& line = body.line(place_of(one, flow));
      line.write(one.attribute("verb"), line.plain().with(model::kStrong), place_of(one, flow));
      line.write(" ", line.plain(), place_of(one, flow));
      write_line(one, line, body);
    });
  }
}

void write_value_list(const Value& values, Flow& flow) {
  ListWriter list(flow, std::nullopt, values.source);
  for (const Value& value : values.items) {
    list.item(value.source, [&](Flow& body) { write_placed(value, body); });
  }
}

void write_placed(const Value& value, Flow& flow) {
  switch (value.kind) {
    case ValueKind::Absent: return;
    case ValueKind::Markdown: return write_markdown(value, flow);
    case ValueKind::Image: return write_figure(value, flow);
    case ValueKind::List: return write_value_list(value, flow);
    default: {
      TextWriter& line = flow.line(value.source);
      write_value(value, line, line.plain(), flow.composition());
    }
  }
}

void write_block(const Block& block, Flow& flow) {
  switch (block.kind) {
    case BlockKind::Heading: return write_heading(block, flow);
    case BlockKind::Paragraph:
      return write_text_block(block, paragraph_role(block.attribute("role"), flow.role()), flow);
    case BlockKind::List: return write_list(block, flow);
    case BlockKind::Table: return write_table(block, flow);
    case BlockKind::Facts: return write_facts(block, flow);
    case BlockKind::Metrics: return write_metrics(block, flow);
    case BlockKind::Callout: return write_callout(block, flow);
    case BlockKind::Quote: return write_quote(block, flow);
    case BlockKind::Pictograms: return write_pictograms(block, flow);
    case BlockKind::Recommendations: return write_recommendations(block, flow);
    case BlockKind::Figure: return write_blocks(block.children, flow);
    case BlockKind::Placed: return write_placed(block.value, flow);
    default: {
      TextWriter& line = flow.line(place_of(block, flow));
      write_inline(block, line, line.plain(), flow.composition());
    }
  }
}

}  // namespace

void write_blocks(const std::vector<Block>& blocks, Flow& flow) {
  for (const Block& block : blocks) write_block(block, flow);
}

}  // namespace sheaf::document
