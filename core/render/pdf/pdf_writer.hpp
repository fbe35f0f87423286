#pragma once
// Pages in, a tagged PDF out: PDF 1.7, PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) in one
// file. libharu is used for its object layer only and seen by this folder only.

#include <memory>
#include <string>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "model/document.hpp"
#include "page/page_sink.hpp"

namespace sheaf::render::pdf {

/// Deflated font programs, content encodings and the output intent, kept between builds. Lent to
/// one build at a time.
class WriterCache;
struct DropWriterCache {
  void operator()(WriterCache* cache) const;
};
using WriterCachePointer = std::unique_ptr<WriterCache, DropWriterCache>;
WriterCachePointer make_writer_cache();

/// One document. Same document and pages, same bytes: no clock, no random, no hash order.
class PdfWriter final : public page::PageSink {
 public:
  /// `document` and `cache` outlive the writer.
  PdfWriter(const model::Document& document, WriterCache& cache, Diagnostics& diagnostics);
  ~PdfWriter() override;

  void body(page::Page page) override;
  void furniture(page::Furniture furniture) override;
  int page_count() const;
  /// The whole file. Failed when libharu or the 2 GiB limit stopped it (reported).
  Result<std::string> finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace sheaf::render::pdf
