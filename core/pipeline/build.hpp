#pragma once
// A layout file in, a PDF out: the stages of the house, one after another.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "config/layout_reader.hpp"
#include "config/withheld_places.hpp"
#include "document/bind.hpp"
#include "layout/layout.hpp"
#include "model/block.hpp"
#include "model/document.hpp"
#include "page/page_sink.hpp"
#include "pipeline/linting.hpp"
#include "pipeline/progress.hpp"
#include "pipeline/session.hpp"

namespace sheaf::pipeline {

/// How far to go. Pages and Pdf both end the way; Pages keeps the display list instead of writing
/// it.
enum class Stage { Spec, Report, Sections, Document, Pages, Pdf };

/// What becomes of findings about what a public edition leaves out: their ids and places are told,
/// or all that they say, to somebody who may read that.
enum class Withheld : std::uint8_t { Hidden, Shown };

struct Request {
  Path layout;
  config::LayoutOptions options;
  Stage last = Stage::Pdf;
  Advice advice = Advice::Left;
  Progress* progress = nullptr;  // borrowed; null: nobody waits
  // Borrowed: what stands for `layout`, its places in the sources handed to build(); null: read it.
  const model::LayoutSpec* spec = nullptr;
  document::Unseen unseen = document::Unseen::Warnings;
  document::Approvals approvals = document::Approvals::Needed;
  Withheld withheld = Withheld::Hidden;
};

/// What a build made, as far as it got. A value is missing where an error stopped the way before
/// it.
struct Outcome {
  SourceMap sources;
  Diagnostics diagnostics;
  std::optional<model::LayoutSpec> spec;
  std::optional<model::Report> report;  // moved into `document` when composed
  model::Sections sections;
  std::optional<model::Document> document;
  std::string pages;                         // dump, for Stage::Pages
  std::string pdf;                           // for Stage::Pdf
  std::vector<model::ReportOutput> outputs;  // those of this edition
  int page_count = 0;
  model::Edition edition = model::Edition::Public;  // as the report is marked
  config::WithheldPlaces withheld;                  // of which the findings still speak
  document::WithheldData withheld_data;             // likewise
  int exempt_sections = 0;  // that the report has or, in its public edition, leaves out

  bool ok() const { return diagnostics.errors() == 0; }
  /// Not for all errors: some leave a labelled gap.
  bool may_be_written() const { return diagnostics.blocking_errors() == 0; }
};

/// Never throws for what a layout, its data, a plugin or a font may be; thread-safe for one
/// Session.
/// `sources`: of a build before, whose findings are to be told with those of this one.
Outcome build(Session& session, const Request& request, SourceMap sources = {});

/// Where one of the outputs goes: `given`, `given`/NAME.pdf when that is a folder, else beside the
/// layout.
Path output_path(const Outcome& outcome, const model::ReportOutput& output, const Path& given,
                 const FileSystem& files);

}  // namespace sheaf::pipeline
