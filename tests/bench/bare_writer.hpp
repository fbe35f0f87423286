#pragma once
// The yardstick: the same glyphs at the same places by libharu and nothing else. No tags, no links,
// no metadata, no text extraction; libharu deflates.

#include <string>

#include "page/page_sink.hpp"
#include "render/pdf/writer_cache.hpp"

namespace sheaf::bench {

/// Fonts are embedded from the same cache of deflated subsets as the real writer's. Pictures are
/// left out.
std::string write_bare(const page::CollectingSink& pages, render::pdf::WriterCache& cache);

}  // namespace sheaf::bench
