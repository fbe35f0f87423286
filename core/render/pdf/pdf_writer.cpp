#include "render/pdf/pdf_writer.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "render/pdf/content_stream.hpp"
#include "render/pdf/document_font.hpp"
#include "render/pdf/font_object.hpp"
#include "render/pdf/image_object.hpp"
#include "render/pdf/metadata.hpp"
#include "render/pdf/navigation.hpp"
#include "render/pdf/object_store.hpp"
#include "render/pdf/structure_tree.hpp"
#include "render/pdf/syntax.hpp"
#include "render/pdf/writer_cache.hpp"

namespace sheaf::render::pdf {
namespace {

struct WrittenPage {
  Object object;
  Size size;
  Object body, furniture;  // content streams
};

std::string artifact_properties(page::MarkKind kind, const Size& page) {
  switch (kind) {
    case page::MarkKind::Header: return "<</Type/Pagination/Subtype/Header/Attached[/Top]>>";
    case page::MarkKind::Footer: return "<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>";
    case page::MarkKind::Background: {
      std::string out = "<</Type/Background/BBox[0 0 ";
      append_points(out, page.width);
      append_points(out += ' ', page.height);
      return out += "]>>";
    }
    case page::MarkKind::Content:
    case page::MarkKind::Layout: break;
  }
  return "<</Type/Layout>>";
}

}  // namespace

struct PdfWriter::Impl {
  Impl(const model::Document& document_in, WriterCache& cache_in, Diagnostics& diagnostics_in)
      : document(document_in),
        cache(cache_in),
        diagnostics(diagnostics_in),
        structure(document, objects),
        page_root(objects.add_dictionary()),
        resources(objects.add_dictionary()) {}

  Object add_content(ContentStream& content);
  DocumentFont* font_of(const page::GlyphRun& run);
  int picture_of(const image::Picture& picture);
  SourceId source_of(const page::Mark& mark) const;
  void check_anchors();
  void write_pages();
  void write_resources();
  Object write_catalog();

  const model::Document& document;
  WriterCache& cache;
  Diagnostics& diagnostics;
  ObjectStore objects;
  StructureTree structure;
  Navigation navigation;
  Object page_root, resources;
  std::vector<WrittenPage> pages;
  std::vector<std::unique_ptr<DocumentFont>> fonts;  // in order of first use
  std::vector<const image::Picture*> pictures;       // in order of first use
  std::vector<const text::Face*> refused_faces;
  std::vector<std::pair<std::string, SourceId>> anchors_used;
  int first_number = 1;
  bool is_whole = true;  // nothing had to be left out
};

namespace {

/// Paints the items of one content stream, opening and closing marked content as their marks
/// change.
template <class Impl>
class Painter {
 public:
  Painter(Impl& writer, Object page, Size size)
      : writer_(writer), page_(page), size_(size), content_(size.height) {}

  void paint(const std::vector<page::Item>& items) {
    for (const page::Item& item : items) {
      std::visit([this](const auto& each) { paint(each); }, item);
    }
    if (open_) content_.end_marked_content();
    open_.reset();
  }

  ContentStream& content() { return content_; }
  const std::string& annotations() const { return annotations_; }

 private:
  void paint(const page::GlyphRun& run) {
    DocumentFont* font = writer_.font_of(run);
    if (font == nullptr || run.pieces.empty()) return;
    mark(run.mark);
    content_.text_origin(run.origin);
    content_.select_font(font->resource(), run.size);
    content_.fill_colour(run.colour);
    font->show(run, content_);
  }

  void paint(const page::Path& path) {
    mark(path.mark);
    content_.path(path);
    for (const page::PathStep& step : path.steps) widen(path.mark, step);
  }

  void paint(const page::Image& image) {
    mark(image.mark);
    content_.image(writer_.picture_of(*image.picture), image.area);
    if (is_content(image.mark)) writer_.structure.add_area(image.mark.structure, image.area);
  }

  void paint(const page::LinkArea& link) {
    Object annotation = add_link(link, size_.height, writer_.objects);
    annotation.integer("StructParent",
                       writer_.structure.add_annotation(link.structure, annotation));
    annotations_ += annotation.reference() + " ";
    if (!link.target.starts_with('#')) return;
    writer_.anchors_used.emplace_back(link.target.substr(1),
                                      writer_.document.elements[link.structure].source);
  }

  static bool is_content(const page::Mark& mark) { return mark.kind == page::MarkKind::Content; }

  void widen(const page::Mark& mark, const page::PathStep& step) {
    using Verb = page::PathStep::Verb;
    if (!is_content(mark) || step.verb == Verb::Close) return;
    const Point other = step.verb == Verb::Rectangle || step.verb == Verb::Curve ? step.b : step.a;
    const Point corner{std::min(step.a.x, other.x), std::min(step.a.y, other.y)};
    writer_.structure.add_area(
        mark.structure,
        {corner, {std::max(step.a.x, other.x) - corner.x, std::max(step.a.y, other.y) - corner.y}});
  }

  void mark(const page::Mark& mark) {
    if (open_ == mark) return;
    if (open_) content_.end_marked_content();
    open_ = mark;
    if (!is_content(mark)) {
      return content_.begin_artifact(artifact_properties(mark.kind, size_));
    }
    content_.begin_content(structure_type(writer_.document.elements[mark.structure]),
                           writer_.structure.add_content(mark.structure));
  }

  Impl& writer_;
  Object page_;
  Size size_;
  ContentStream content_;
  std::optional<page::Mark> open_;
  std::string annotations_;
};

}  // namespace

PdfWriter::PdfWriter(const model::Document& document, WriterCache& cache, Diagnostics& diagnostics)
    : impl_(std::make_unique<Impl>(document, cache, diagnostics)) {
  cache.trim();
}

PdfWriter::~PdfWriter() = default;

SourceId PdfWriter::Impl::source_of(const page::Mark& mark) const {
  if (mark.kind != page::MarkKind::Content) return {};
  return document.elements[mark.structure].source;
}

/// nullptr, once reported, for a face that must not or cannot be embedded.
DocumentFont* PdfWriter::Impl::font_of(const page::GlyphRun& run) {
  const text::Face& face = *run.face;
  for (const auto& font : fonts) {
    if (&font->face() == &face) return font.get();
  }
  if (face.may_embed() && !face.is_cff()) {
    fonts.push_back(std::make_unique<DocumentFont>(face, static_cast<int>(fonts.size()) + 1));
    return fonts.back().get();
  }
  is_whole = false;
  if (std::ranges::find(refused_faces, &face) != refused_faces.end()) return nullptr;
  refused_faces.push_back(&face);
  const std::string name = face.postscript_name();
  if (!face.may_embed()) {
    diagnostics.error("font-licence", source_of(run.mark),
                      fmt::format("the licence of the font {} forbids embedding it", name),
                      "choose another family in the theme");
  } else {
    diagnostics.error(
        "font-format", source_of(run.mark),
        fmt::format("the font {} has PostScript outlines, which are not supported", name),
        "install the family's TrueType files (.ttf), or choose another family in "
        "the theme");
  }
  return nullptr;
}

int PdfWriter::Impl::picture_of(const image::Picture& picture) {
  const auto known = std::ranges::find(pictures, &picture);
  const auto index = known - pictures.begin();
  if (known == pictures.end()) pictures.push_back(&picture);
  return static_cast<int>(index) + 1;
}

Object PdfWriter::Impl::add_content(ContentStream& content) {
  return objects.add_stream(cache.deflater().deflate(content.take())).raw("/Filter/FlateDecode\n");
}

void PdfWriter::body(page::Page page) {
  Impl& writer = *impl_;
  if (writer.pages.empty()) writer.first_number = page.number;
  WrittenPage& written = writer.pages.emplace_back();
  written.object = writer.objects.add_dictionary();
  written.size = page.size;
  written.object.integer("StructParents",
                         writer.structure.begin_page(written.object, page.size.height));
  Painter painter(writer, written.object, page.size);
  painter.paint(page.items);
  written.body = writer.add_content(painter.content());
  if (!painter.annotations().empty()) {
    written.object.raw("/Annots[" + painter.annotations() + "]\n");
  }
  for (const page::Destination& destination : page.destinations) {
    writer.navigation.add(destination, written.object, page.size.height);
  }
}

void PdfWriter::furniture(page::Furniture furniture) {
  Impl& writer = *impl_;
  const auto index = static_cast<std::size_t>(furniture.number - writer.first_number);
  if (index >= writer.pages.size() || furniture.items.empty()) return;
  WrittenPage& written = writer.pages[index];
  Painter painter(writer, written.object, written.size);
  painter.content().save_state();
  painter.paint(furniture.items);
  painter.content().restore_state();
  written.furniture = writer.add_content(painter.content());
}

int PdfWriter::page_count() const { return static_cast<int>(impl_->pages.size()); }

/// Furniture is painted first, so that a draft mark lies beneath the text.
void PdfWriter::Impl::write_pages() {
  std::string kids = "/Kids[";
  for (WrittenPage& page : pages) {
    std::string entries = "/MediaBox[0 0 ";
    append_points(entries, page.size.width);
    append_points(entries += ' ', page.size.height);
    entries += "]\n/Contents[";
    if (page.furniture) entries += page.furniture.reference() + " ";
    entries += page.body.reference() + "]\n";
    page.object.name("Type", "Page")
        .reference("Parent", page_root)
        .reference("Resources", resources)
        .name("Tabs", "S")
        .raw(entries);
    kids += page.object.reference() + " ";
  }
  page_root.name("Type", "Pages")
      .integer("Count", static_cast<std::int64_t>(pages.size()))
      .raw(kids += "]\n");
}

/// All pages share one dictionary of resources.
void PdfWriter::Impl::write_resources() {
  std::string entries = "/Font<<";
  for (const auto& font : fonts) {
    const Object object = add_font(*font, objects, cache);
    entries += fmt::format("/F{} {} ", font->resource(), object.reference());
    if (object) continue;
    is_whole = false;
    diagnostics.error("font-damaged", {},
                      fmt::format("the font file {} is damaged", font->face().path().string()),
                      "install the font again");
  }
  entries += ">>\n/XObject<<";
  for (std::size_t at = 0; at < pictures.size(); ++at) {
    entries +=
        fmt::format("/I{} {} ", at + 1, add_image(*pictures[at], objects, cache).reference());
  }
  resources.raw(entries += ">>\n");
}

/// A link that leads nowhere would still be announced by screen readers.
void PdfWriter::Impl::check_anchors() {
  for (const auto& [anchor, source] : anchors_used) {
    if (navigation.knows(anchor)) continue;
    diagnostics.warning("link-target-missing", source,
                        fmt::format("the link to \"#{}\" leads nowhere", anchor),
                        "link to a heading of this report");
  }
}

Object PdfWriter::Impl::write_catalog() {
  return objects.add_dictionary()
      .name("Type", "Catalog")
      .reference("Pages", page_root)
      .text("Lang", document.language)
      .reference("StructTreeRoot", structure.write())
      .reference("Outlines", navigation.write_outline(objects))
      .reference("Names", navigation.write_names(objects))
      .reference("Metadata", add_xmp(document, objects))
      .raw("/OutputIntents[" + add_output_intent(objects, cache).reference() + "]\n")
      .raw(fmt::format("/PageLabels<</Nums[0<</S/D/St {}>>]>>\n", first_number))
      .raw("/MarkInfo<</Marked true>>\n/ViewerPreferences<</DisplayDocTitle true>>\n");
}

Result<std::string> PdfWriter::finish() {
  Impl& writer = *impl_;
  writer.check_anchors();
  writer.write_pages();
  writer.write_resources();
  const Object catalog = writer.write_catalog();
  const Object info = add_info(writer.document, writer.objects);
  if (!writer.is_whole) return failed();
  auto file = writer.objects.save(catalog, info);
  if (file) return *std::move(file);
  const bool large = file.error().error != StoreError::Library;
  writer.diagnostics.error(
      large ? "pdf-too-large" : "pdf-not-written", {},
      large ? "the report is too large for one PDF file"
            : fmt::format("the PDF library stopped with error {:#x}", file.error().code),
      large ? "use smaller images, or split the report" : "try again with fewer sections");
  return failed();
}

}  // namespace sheaf::render::pdf
