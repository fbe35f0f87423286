#pragma once
// Report and Sections in, Document out: titles, heading levels, Markdown, house style of dates and
// money, one structure tree.

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "model/block.hpp"
#include "model/document.hpp"
#include "model/report.hpp"

namespace sheaf::document {

/// `sources` gives places inside Markdown. Assets move from the report into the document.
model::Document compose(model::Report report, const model::Sections& sections,
                        const SourceMap& sources, Diagnostics& diagnostics);

}  // namespace sheaf::document
