#include "layout/pager.hpp"

#include <utility>

#include "layout/page_maker.hpp"

namespace sheaf::layout {
namespace {

/// Breaks are weighed over so many pages at a time; the first half of them is then settled, for a
/// choice that far ahead does not reach back.
constexpr int kWindowPages = 12;

}  // namespace

Pager::Pager(const PageArea& area, const model::Document& document, page::PageSink& sink,
             Diagnostics& diagnostics)
    : area_(area), document_(document), sink_(sink), diagnostics_(diagnostics) {}

PageRoom Pager::room(bool ends) const {
  return {.height = area_.body.size.height,
          .reserved = pages_ == 0 ? area_.first_reserved : Length{},
          .ends = ends};
}

void Pager::relieve(Flow& flow) {
  for (; weighed_ < flow.boxes().size(); ++weighed_) {
    gathered_ += flow.boxes()[weighed_].space + flow.boxes()[weighed_].height;
  }
  if (gathered_ < area_.body.size.height * kWindowPages) return;
  const auto ends = choose_breaks(flow.boxes(), room(false));
  close_pages(flow, ends, ends.size() / 2);
}

void Pager::finish(Flow& flow) {
  const auto ends = choose_breaks(flow.boxes(), room(true));
  close_pages(flow, ends, ends.size());
  if (pages_ == 0)
    sink_.body({.number = ++pages_, .size = area_.page, .items = {}, .destinations = {}});
}

void Pager::close_pages(Flow& flow, const std::vector<std::size_t>& ends, std::size_t pages) {
  std::size_t first = 0;
  for (std::size_t i = 0; i < pages; ++i) {
    report(flow, first, ends[i]);
    close_page(flow, first, ends[i]);
    first = ends[i];
  }
  flow.drop_front(first);
  weighed_ = 0;
  gathered_ = {};
}

void Pager::close_page(Flow& flow, std::size_t first, std::size_t end) {
  const Length top = area_.body.top() + (pages_ == 0 ? area_.first_reserved : Length{});
  Placed placed = place(flow, first, end, top);
  sink_.body({.number = ++pages_,
              .size = area_.page,
              .items = std::move(placed.items),
              .destinations = std::move(placed.destinations)});
}

void Pager::report(const Flow& flow, std::size_t first, std::size_t end) {
  const Box& box = flow.boxes()[first];
  const Length reserved = room(true).reserved;
  const bool alone = end == first + 1;
  if (alone && box.cut_above + box.height + reserved > area_.body.size.height) report_overfull(box);
  if (end < flow.boxes().size() && flow.boxes()[end].cost >= kKeep) {
    report_broken_keep(flow.boxes()[end - 1]);
  }
}

void Pager::report_overfull(const Box& box) {
  if (box.source == model::StructureId::None) return;
  const SectionScope scope(diagnostics_, document_.section_of(box.source));
  diagnostics_.warning("does-not-fit", document_[box.source].source,
                       "This is taller than a page and runs over the edge of its text area",
                       "Shorten it, or choose a larger page or a smaller type size in the theme");
}

void Pager::report_broken_keep(const Box& last) {
  if (last.source == model::StructureId::None) return;
  const SectionScope scope(diagnostics_, document_.section_of(last.source));
  diagnostics_.warning("keep-broken", document_[last.source].source,
                       "This stands at the foot of a page, parted from what follows it",
                       "Shorten what follows, so that both fit on one page");
}

}  // namespace sheaf::layout
