#include "document/passages.hpp"

#include <fmt/format.h>

namespace sheaf::document {
namespace {

using model::Document;
using model::Element;
using model::ElementKind;
using model::Role;
using model::Run;
using model::StructureId;

std::string_view mark_of(std::uint8_t flags) {
  if (flags & model::kCode) return "`";
  if ((flags & model::kStrong) && (flags & model::kEmphasis)) return "***";
  if (flags & model::kStrong) return "**";
  return flags & model::kEmphasis ? "*" : "";
}

void split(std::string_view text, std::vector<std::string>& words) {
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    if (end > 0) words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

class Reading {
 public:
  explicit Reading(const Document& document) : document_(document) {}

  std::vector<Chapter> read() {
    chapters_.emplace_back();
    if (document_.elements.empty()) return std::move(chapters_);
    std::size_t number = 0;
    for (const StructureId id : document_[StructureId::Root].children) {
      const Element& part = document_[id];
      const bool is_section = part.kind == ElementKind::Section;
      if (is_section) begin(part, number++);
      if (is_section) read_children(part, "paragraph");
      if (!is_section && !is_head(part.role)) read(part, "paragraph");
    }
    return std::move(chapters_);
  }

 private:
  /// What the document says of itself, beside its text.
  static bool is_head(Role role) {
    return role == Role::Title || role == Role::Subtitle || role == Role::DraftMark;
  }

  void begin(const Element& section, std::size_t number) {
    Chapter& made = chapters_.emplace_back();
    made.source = section.source;
    if (number < document_.sections.size()) made.id = document_.sections[number].section;
  }

  /// `kind` is what a paragraph is here.
  void read(const Element& element, std::string_view kind) {
    switch (element.kind) {
      case ElementKind::Heading: return read_heading(element);
      case ElementKind::Paragraph: return add({kind, words_below(element), {}, element.source});
      case ElementKind::Label: return;  // an item's bullet or number
      case ElementKind::Item: return read_children(element, "list item");
      case ElementKind::Quote: return read_children(element, "quotation");
      case ElementKind::Callout: return read_children(element, "text in a box");
      case ElementKind::Caption:
        return add({"table title", words_below(element), {}, element.source});
      case ElementKind::TableHead: return read_rows(element, "column headings");
      case ElementKind::TableBody: return read_rows(element, "table row");
      case ElementKind::Figure: return read_figure(element);
      case ElementKind::Fact: return add({"fact", words_below(element), {}, element.source});
      case ElementKind::Metric:
        return add({"key figure", words_below(element), {}, element.source});
      case ElementKind::Pictogram:
        return add({"pictogram", words_below(element), element.icon, element.source});
      default: return read_children(element, kind);
    }
  }

  void read_children(const Element& element, std::string_view kind) {
    for (const StructureId child : element.children) {
      if (!is_inline(document_[child].kind)) read(document_[child], kind);
    }
  }

  void add(Passage passage) { chapters_.back().passages.push_back(std::move(passage)); }

  /// The section's own title, which carries its id, names the chapter.
  void read_heading(const Element& heading) {
    Chapter& chapter = chapters_.back();
    Passage made{"heading", words_below(heading), {}, heading.source};
    if (heading.anchor != chapter.id || chapter.id.empty()) return add(std::move(made));
    chapter.title = fmt::format("{}", fmt::join(made.words, " "));
  }

  void read_rows(const Element& group, std::string_view kind) {
    for (const StructureId row : group.children) {
      Passage made{kind, {}, {}, document_[row].source};
      for (const StructureId cell : document_[row].children) {
        if (cell != document_[row].children.front()) made.words.emplace_back("|");
        add_words(document_[cell], made.words);
      }
      add(std::move(made));
    }
  }

  void read_figure(const Element& figure) {
    Passage made{"picture", {}, {}, figure.source};
    split(figure.alt, made.words);
    if (figure.asset >= 0) {
      made.picture = document_.assets[static_cast<std::size_t>(figure.asset)].bytes;
    }
    add(std::move(made));
    for (const StructureId child : figure.children) {
      add({"caption", words_below(document_[child]), {}, document_[child].source});
    }
  }

  std::vector<std::string> words_below(const Element& element) {
    std::vector<std::string> words;
    add_words(element, words);
    return words;
  }

  void add_words(const Element& element, std::vector<std::string>& words) {
    split(text_of(element), words);
    if (element.kind == ElementKind::Label && !words.empty()) words.back() += ':';
    for (const StructureId child : element.children) {
      if (!is_inline(document_[child].kind)) add_words(document_[child], words);
    }
  }

  /// Its runs, with marks where the style changes and addresses where a link ends.
  std::string text_of(const Element& block) const {
    std::string text;
    StructureId link = StructureId::None;
    std::string_view mark;
    for (const Run& run : block.runs) {
      if (run.flags & model::kNumber) continue;  // it follows from the place
      const StructureId here = link_around(run.owner);
      if (link != here) text.append(mark).append(address_of(link)), mark = {};
      link = here;
      if (mark != mark_of(run.flags)) text.append(mark).append(mark_of(run.flags));
      mark = mark_of(run.flags);
      text += run.flags & model::kLineBreak ? " " : run.text;
    }
    return text.append(mark).append(address_of(link));
  }

  StructureId link_around(StructureId owner) const {
    while (is_inline(document_[owner].kind)) {
      if (document_[owner].kind == ElementKind::Link) return owner;
      owner = document_[owner].parent;
    }
    return StructureId::None;
  }

  std::string address_of(StructureId link) const {
    return link == StructureId::None ? std::string()
                                     : fmt::format(" <{}> ", document_[link].target);
  }

  const Document& document_;
  std::vector<Chapter> chapters_;
};

}  // namespace

std::vector<Chapter> chapters_of(const Document& document) { return Reading(document).read(); }

}  // namespace sheaf::document
