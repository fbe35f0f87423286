#pragma once
// Where layout sends its pages. The PDF writer is a sink; a collecting sink serves dumps and tests.

#include "page/display_list.hpp"

namespace sheaf::page {

class PageSink {
 public:
  virtual ~PageSink() = default;
  /// Called once per page, in order. The words and pictures it points to outlive the build.
  virtual void body(Page page) = 0;
  /// Called once per page, in order, after the last body.
  virtual void furniture(Furniture furniture) = 0;
};

/// Keeps everything.
class CollectingSink final : public PageSink {
 public:
  void body(Page page) override { pages.push_back(std::move(page)); }
  void furniture(Furniture item) override { furnitures.push_back(std::move(item)); }

  std::vector<Page> pages;
  std::vector<Furniture> furnitures;
};

/// Stable dump for `--stage pages`: positions in points with three decimals.
std::string dump(const CollectingSink& pages);

}  // namespace sheaf::page
