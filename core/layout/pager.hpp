#pragma once
// Turns a growing flow into pages and sends each to the sink as soon as it is settled.

#include <cstddef>

#include "base/diagnostic.hpp"
#include "layout/breaks.hpp"
#include "layout/flow.hpp"
#include "page/page_sink.hpp"

namespace sheaf::layout {

/// The part of each page that the body may fill.
struct PageArea {
  Size page;
  Rect body;
  Length first_reserved;  // kept free at the top of page 1's body
};

class Pager {
 public:
  Pager(const PageArea& area, const model::Document& document, page::PageSink& sink,
        Diagnostics& diagnostics);

  /// Call between boxes as often as you like: once a window of pages has gathered, closes those
  /// whose breaks no longer depend on what follows. So memory stays flat and time linear.
  void relieve(Flow& flow);
  /// Closes all that is left; a document without content has one empty page.
  void finish(Flow& flow);
  int pages() const { return pages_; }

 private:
  PageRoom room(bool ends) const;
  void close_pages(Flow& flow, const std::vector<std::size_t>& ends, std::size_t pages);
  void close_page(Flow& flow, std::size_t first, std::size_t end);
  void report(const Flow& flow, std::size_t first, std::size_t end);
  void report_overfull(const Box& box);
  void report_broken_keep(const Box& last);

  PageArea area_;
  const model::Document& document_;
  page::PageSink& sink_;
  Diagnostics& diagnostics_;
  int pages_ = 0;
  std::size_t weighed_ = 0;  // boxes of the flow whose heights are in gathered_
  Length gathered_;
};

}  // namespace sheaf::layout
