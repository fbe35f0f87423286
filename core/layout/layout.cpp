#include "layout/layout.hpp"

#include "layout/builder.hpp"
#include "layout/furniture.hpp"
#include "layout/pager.hpp"

namespace sheaf::layout {

void layout(const model::Document& document, const model::Theme& theme, const Pictures& pictures,
            text::Shop& shop, page::PageSink& sink, Diagnostics& diagnostics) {
  if (document.elements.empty()) return;
  Job job{document, theme, pictures, shop, diagnostics, {}};
  FurnitureSetter furniture(job);
  if (!furniture.leaves_room()) return;
  job.body = furniture.area().body.size;
  Flow flow;
  Pager pager(furniture.area(), document, sink, diagnostics);
  Builder(job).set_document(flow, pager);
  for (int page = 1; page <= pager.pages(); ++page)
    sink.furniture(furniture.set(page, pager.pages()));
}

}  // namespace sheaf::layout
