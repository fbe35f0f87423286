#pragma once
// The tag tree of the file (ISO 32000-1, 14.7 and 14.8), written from the document's structure and
// the content that the pages turned out to hold.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.hpp"
#include "model/document.hpp"
#include "render/pdf/object_store.hpp"

namespace sheaf::render::pdf {

/// The standard structure type of an element: "P", "H2", "LBody".
std::string_view structure_type(const model::Element& element);

class StructureTree {
 public:
  /// Both outlive the tree.
  StructureTree(const model::Document& document, ObjectStore& objects);

  /// Content is added to the page begun last. Returns the page's /StructParents key.
  int begin_page(Object page, Length height);
  /// A new marked-content sequence of `element` on this page: its MCID.
  int add_content(std::uint32_t element);
  /// Adds an annotation that stands for `element`: its /StructParent key.
  int add_annotation(std::uint32_t element, Object annotation);
  /// Widens the bounding box of a figure.
  void add_area(std::uint32_t element, const Rect& area);

  /// Writes the elements that have content, and the parent tree. Returns the tree's root.
  Object write();

 private:
  enum class KidKind : std::uint8_t { Content, Annotation, Element };
  /// A link in an element's list of kids, in content order. `value` is an MCID, an object number or
  /// an element, as `kind` says.
  struct Kid {
    KidKind kind;
    std::uint32_t page, value;
    std::uint32_t next = 0;
  };
  struct Node {
    std::uint32_t first = 0, last = 0;  // kids
    bool placed = false;                // an inline element: is among its parent's kids
    Object object;                      // once it is known to be written
  };
  struct Page {
    Object object;
    Length height;
  };
  /// The owners of a page's marked content, or of one annotation.
  struct ParentKey {
    std::uint32_t first = 0, count = 0;  // in owners_
    bool annotation = false;
  };
  struct Area {
    std::uint32_t page;
    Rect box;
  };
  enum class Direction : std::uint8_t { Inherited, LeftToRight, RightToLeft };

  void append(std::uint32_t element, Kid kid);
  void place(std::uint32_t element);
  void allot_objects();
  void find_directions();
  bool turns_direction(std::uint32_t element) const;
  void write_elements();
  void append_element(std::string& out, std::uint32_t element) const;
  void append_kids(std::string& out, std::uint32_t element, std::uint32_t page) const;
  void append_kid(std::string& out, const Kid& kid, std::uint32_t page) const;
  void append_attributes(std::string& out, std::uint32_t element) const;
  void append_area(std::string& out, const Area& area) const;
  std::uint32_t page_of(std::uint32_t element) const;
  std::string parent_tree() const;

  const model::Document& document_;
  ObjectStore& objects_;
  Object root_;
  std::vector<Node> nodes_;
  std::vector<Kid> kids_;
  std::vector<Page> pages_;
  std::vector<std::uint32_t> owners_;
  std::vector<ParentKey> keys_;
  std::size_t page_key_ = 0;  // of the page begun last
  std::map<std::uint32_t, Area> areas_;
  std::vector<Direction> directions_;  // by element, once all is laid out
  std::string elements_;               // in written form, until the file is written
};

}  // namespace sheaf::render::pdf
