#include "model/document.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/json.hpp"

namespace sheaf::model {
namespace {

constexpr std::array<std::string_view, 26> kKindNames = {
    "document", "section",    "heading",   "paragraph",  "list",       "item",   "label",
    "body",     "table",      "caption",   "table-head", "table-body", "row",    "header-cell",
    "cell",     "figure",     "facts",     "fact",       "metrics",    "metric", "callout",
    "quote",    "pictograms", "pictogram", "link",       "span"};
static_assert(kKindNames.size() == static_cast<std::size_t>(ElementKind::Span) + 1);

constexpr std::array<std::string_view, 3> kAlignNames = {"start", "end", "centre"};

template <std::size_t size, class Enum>
std::string_view pick(const std::array<std::string_view, size>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

std::string in_quotes(std::string_view text) { return write_json(Json::string(text)); }

class Dump {
 public:
  explicit Dump(const Document& document) : document_(document) {}

  std::string write() {
    if (!document_.elements.empty()) element(StructureId::Root, 0);
    return std::move(out_);
  }

 private:
  void field(std::string_view name, std::string_view value) {
    if (!value.empty()) out_ += fmt::format(" {}={}", name, value);
  }
  void text_field(std::string_view name, std::string_view value) {
    if (!value.empty()) out_ += fmt::format(" {}={}", name, in_quotes(value));
  }
  void flag(bool set, std::string_view name) {
    if (set) out_ += fmt::format(" {}", name);
  }

  void fields(const Element& element) {
    if (holds_text(element.kind)) field("role", name_of(element.role));
    if (element.level > 0) field("level", fmt::to_string(element.level));
    flag(element.kind == ElementKind::Callout, pick(kCalloutNames, element.callout));
    flag(element.scope == Scope::Column, "scope=column");
    flag(element.scope == Scope::Row, "scope=row");
    flag(element.ordered, "ordered");
    flag(element.decorative, "decorative");
    flag(element.right_to_left, "right-to-left");
    if (element.asset >= 0) field("asset", fmt::to_string(element.asset));
    for (const ColumnAlign align : element.columns) flag(true, pick(kAlignNames, align));
    field("language", element.language);
    text_field("alt", element.alt);
    text_field("to", element.target);
    field("anchor", element.anchor);
    field("icon", element.icon);
  }

  void element(StructureId id, int indent) {
    const Element& element = document_[id];
    out_ += fmt::format("{:{}}{}", "", indent, name_of(element.kind));
    fields(element);
    if (element.runs.size() == 1 && is_plain(element.runs[0], id)) {
      out_ += fmt::format(" {}\n", in_quotes(element.runs[0].text));
    } else {
      out_ += '\n';
      for (const Run& one : element.runs) run(one, id, indent + 2);
    }
    for (const StructureId child : element.children) {
      if (!is_inline(document_[child].kind)) this->element(child, indent + 2);
    }
  }

  static bool is_plain(const Run& run, StructureId block) {
    return run.owner == block && run.flags == kPlain && run.status < 0;
  }

  /// Inline elements are told with the runs they own, innermost first.
  void run(const Run& run, StructureId block, int indent) {
    if (run.flags & kLineBreak) {
      out_ += fmt::format("{:{}}line-break\n", "", indent);
      return;
    }
    out_ += fmt::format("{:{}}{}", "", indent, in_quotes(run.text));
    flag(run.flags & kStrong, "strong");
    flag(run.flags & kEmphasis, "emphasis");
    flag(run.flags & kCode, "code");
    flag(run.flags & kNumber, "number");
    if (run.status >= 0) field("status", pick(kStatusNames, static_cast<StatusWord>(run.status)));
    for (StructureId at = run.owner; at != block; at = document_[at].parent) {
      out_ += fmt::format(" in {}", name_of(document_[at].kind));
      fields(document_[at]);
    }
    out_ += '\n';
  }

  const Document& document_;
  std::string out_;
};

}  // namespace

bool holds_text(ElementKind kind) {
  return kind == ElementKind::Heading || kind == ElementKind::Paragraph ||
         kind == ElementKind::Label || kind == ElementKind::Caption;
}

bool is_inline(ElementKind kind) { return kind == ElementKind::Link || kind == ElementKind::Span; }

std::string_view name_of(ElementKind kind) { return pick(kKindNames, kind); }

StructureId Document::add(StructureId parent, Element element) {
  const auto id = static_cast<StructureId>(elements.size());
  element.parent = parent;
  elements.push_back(std::move(element));
  if (parent != StructureId::None) (*this)[parent].children.push_back(id);
  return id;
}

SectionContext Document::section_of(StructureId id) const {
  while (id != StructureId::None && (*this)[id].kind != ElementKind::Section)
    id = (*this)[id].parent;
  if (id == StructureId::None) return {};
  const auto at = std::ranges::find(sections, (*this)[id].source, &SectionContext::source);
  return at == sections.end() ? SectionContext{} : *at;
}

std::string dump(const Document& document) {
  std::string out = fmt::format("title {}\n", in_quotes(document.title));
  const auto line = [&](std::string_view name, std::string_view text) {
    if (!text.empty()) out += fmt::format("{} {}\n", name, in_quotes(text));
  };
  line("subtitle", document.subtitle);
  line("author", document.author);
  line("board", document.board);
  line("date", document.date_text);
  line("marking", document.marking);
  out += fmt::format("language {}\nstatus {}\n", document.language,
                     document.status == Status::Draft ? "draft" : "final");
  return out + Dump(document).write();
}

}  // namespace sheaf::model
