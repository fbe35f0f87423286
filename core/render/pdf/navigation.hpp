#pragma once
// How readers get about: link annotations, named destinations and bookmarks (ISO 32000-1, 12.3 and
// 12.5.6.5).

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "page/display_list.hpp"
#include "render/pdf/object_store.hpp"

namespace sheaf::render::pdf {

class Navigation {
 public:
  explicit Navigation(ObjectStore& objects) : objects_(objects) {}

  /// An annotation with its description (ISO 14289-1, 7.18.5), without a border. `source` is where
  /// the link was typed.
  Object add_link(const page::LinkArea& link, Length page_height, SourceId source);
  void add(const page::Destination& destination, const Object& page, Length page_height);
  /// Warns of links to anchors that no page has. Once all pages are there.
  void check_links(Diagnostics& diagnostics) const;

  /// The name tree of all anchors. No object when there are none.
  Object write_names();
  /// The outline, nested by level. No object when there are no bookmarks.
  Object write_outline();

 private:
  struct Bookmark {
    std::string title, place;
    int level;
  };
  struct InnerLink {
    std::string anchor;
    SourceId source;
    friend bool operator==(const InnerLink&, const InnerLink&) = default;
  };
  void remember(InnerLink link);

  ObjectStore& objects_;
  std::map<std::string, std::string> places_;  // anchor to destination, as written
  std::vector<Bookmark> bookmarks_;
  std::vector<InnerLink> inner_links_;
};

}  // namespace sheaf::render::pdf
