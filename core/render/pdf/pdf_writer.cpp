#include "render/pdf/pdf_writer.hpp"

#include <vector>

#include <fmt/format.h>

#include "render/pdf/metadata.hpp"
#include "render/pdf/navigation.hpp"
#include "render/pdf/object_store.hpp"
#include "render/pdf/page_painter.hpp"
#include "render/pdf/resources.hpp"
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

void report(const StoreProblem& problem, Diagnostics& diagnostics) {
  if (problem.error == StoreError::Library) {
    diagnostics.error("pdf-not-written", {},
                      fmt::format("The PDF library stopped with error {:#x}", problem.code),
                      "Build again; if it happens again, tell whoever looks after Sheaf");
    return;
  }
  diagnostics.error("pdf-too-large", {}, "The report is too large for one PDF file",
                    "Use smaller pictures, or split the report");
}

}  // namespace

struct PdfWriter::Impl {
  Impl(const model::Document& document_in, WriterCache& cache_in, Diagnostics& diagnostics_in)
      : document(document_in),
        cache(cache_in),
        diagnostics(diagnostics_in),
        structure(document, objects),
        navigation(objects),
        resources(objects, cache, diagnostics),
        page_root(objects.add_dictionary()) {}

  Drawing drawing() { return {document, resources, structure, navigation}; }
  Object add_content(PagePainter& painter);
  void write_page(WrittenPage& page);
  void write_pages();
  Object write_catalog();

  const model::Document& document;
  WriterCache& cache;
  Diagnostics& diagnostics;
  ObjectStore objects;
  StructureTree structure;
  Navigation navigation;
  Resources resources;
  Object page_root;
  std::vector<WrittenPage> pages;
  int first_number = 1;
};

PdfWriter::PdfWriter(const model::Document& document, WriterCache& cache, Diagnostics& diagnostics)
    : impl_(std::make_unique<Impl>(document, cache, diagnostics)) {
  cache.trim();
}

PdfWriter::~PdfWriter() = default;

Object PdfWriter::Impl::add_content(PagePainter& painter) {
  return add_deflated(painter.take_content(), objects, cache);
}

void PdfWriter::body(page::Page page) {
  Impl& writer = *impl_;
  if (writer.pages.empty()) writer.first_number = page.number;
  WrittenPage& written = writer.pages.emplace_back();
  written.object = writer.objects.add_dictionary();
  written.size = page.size;
  written.object.integer("StructParents",
                         writer.structure.begin_page(written.object, page.size.height));
  PagePainter painter(writer.drawing(), page.size);
  painter.paint(page.items);
  written.body = writer.add_content(painter);
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
  PagePainter painter(writer.drawing(), written.size);
  painter.paint(furniture.items);
  written.furniture = writer.add_content(painter);
}

int PdfWriter::page_count() const { return static_cast<int>(impl_->pages.size()); }

/// Furniture is painted first, so that a draft mark lies beneath the text.
void PdfWriter::Impl::write_page(WrittenPage& page) {
  std::string entries = "/MediaBox[0 0 ";
  append_points(entries, page.size.width);
  append_points(entries += ' ', page.size.height);
  entries += "]\n/Contents[";
  if (page.furniture) entries += page.furniture.reference() + " ";
  entries += page.body.reference() + "]\n";
  page.object.name("Type", "Page")
      .reference("Parent", page_root)
      .reference("Resources", resources.dictionary())
      .name("Tabs", "S")
      .raw(entries);
}

void PdfWriter::Impl::write_pages() {
  std::string kids = "/Kids[";
  for (WrittenPage& page : pages) {
    write_page(page);
    kids += page.object.reference() + " ";
  }
  page_root.name("Type", "Pages")
      .integer("Count", static_cast<std::int64_t>(pages.size()))
      .raw(kids += "]\n");
}

Object PdfWriter::Impl::write_catalog() {
  return objects.add_dictionary()
      .name("Type", "Catalog")
      .reference("Pages", page_root)
      .text("Lang", document.language)
      .reference("StructTreeRoot", structure.write())
      .reference("Outlines", navigation.write_outline())
      .reference("Names", navigation.write_names())
      .reference("Metadata", add_xmp(document, objects))
      .raw("/OutputIntents[" + add_output_intent(objects, cache).reference() + "]\n")
      .raw(fmt::format("/PageLabels<</Nums[0<</S/D/St {}>>]>>\n", first_number))
      .raw("/MarkInfo<</Marked true>>\n/ViewerPreferences<</DisplayDocTitle true>>\n");
}

Result<std::string> PdfWriter::finish() {
  Impl& writer = *impl_;
  writer.navigation.check_links(writer.diagnostics);
  writer.write_pages();
  writer.resources.write();
  const Object catalog = writer.write_catalog();
  const Object info = add_info(writer.document, writer.objects);
  if (!writer.resources.complete()) return failed();
  auto file = writer.objects.save(catalog, info);
  if (file) return *std::move(file);
  report(file.error(), writer.diagnostics);
  return failed();
}

}  // namespace sheaf::render::pdf
