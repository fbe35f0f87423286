#pragma once
// How readers get about: link annotations, named destinations and bookmarks (ISO 32000-1, 12.3 and
// 12.5.6.5).

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "page/display_list.hpp"
#include "render/pdf/object_store.hpp"

namespace sheaf::render::pdf {

/// A link with its description (ISO 14289-1, 7.18.5), without a border.
Object add_link(const page::LinkArea& link, Length page_height, ObjectStore& objects);

/// Collects destinations page by page.
class Navigation {
 public:
  void add(const page::Destination& destination, const Object& page, Length page_height);
  bool knows(const std::string& anchor) const { return places_.contains(anchor); }

  /// The name tree of all anchors. No object when there are none.
  Object write_names(ObjectStore& objects) const;
  /// The outline, nested by level. No object when there are no bookmarks.
  Object write_outline(ObjectStore& objects) const;

 private:
  struct Bookmark {
    std::string title, place;
    int level;
  };
  std::map<std::string, std::string> places_;  // anchor to destination, as written
  std::vector<Bookmark> bookmarks_;
};

}  // namespace sheaf::render::pdf
