#pragma once
// The names of the kinds of block and of their attributes, and choices that are described already:
// as parameters of a section, and as attributes of its blocks. All are made of block_kinds.inc.

#include <sheaf/describe.hpp>

namespace sheaf {
inline namespace sdk_1 {

/// block_kind::kParagraph is "paragraph/1".
namespace block_kind {
#define SHEAF_KIND(id, name, place, content, says) inline constexpr std::string_view k##id = name;
#include <sheaf/block_kinds.inc>
}  // namespace block_kind

/// The name of an attribute: one of block_attribute, so that the compiler finds a misspelt one.
class AttributeName {
 public:
  constexpr explicit AttributeName(std::string_view name) : name_(name) {}
  constexpr std::string_view view() const { return name_; }

 private:
  std::string_view name_;
};

/// By the kind that takes it: block_attribute::Table::kCaption is "caption".
namespace block_attribute {
namespace None {
#define SHEAF_KIND(id, name, place, content, says) \
  }                                                \
  namespace id {
#define SHEAF_ATTRIBUTE(id, name, values, need, since, says) \
  inline constexpr AttributeName k##id(name);
#include <sheaf/block_kinds.inc>
}  // namespace None
}  // namespace block_attribute

/// The key of a choice, as in the layout file: for attributes.
template <Chosen E>
constexpr std::string_view key(E value) {
  return option_of(value).key;
}

/// How an action stands: always a word in the document, never colour alone.
enum class Status {
#define SHEAF_STATUS(id, key, label) id,
#include <sheaf/block_kinds.inc>
};
constexpr auto describe(Type<Status>) {
  return choice_of<Status>({
#define SHEAF_STATUS(id, key, label) option(key, Status::id, label),
#include <sheaf/block_kinds.inc>
  });
}

/// The pictograms that come with Sheaf.
enum class Icon {
#define SHEAF_ICON(id, key, label) id,
#include <sheaf/block_kinds.inc>
};
constexpr auto describe(Type<Icon>) {
  return choice_of<Icon>({
#define SHEAF_ICON(id, key, label) option(key, Icon::id, label),
#include <sheaf/block_kinds.inc>
  });
}

/// Where a figure is heading.
enum class Trend {
#define SHEAF_TREND(id, key, label) id,
#include <sheaf/block_kinds.inc>
};
constexpr auto describe(Type<Trend>) {
  return choice_of<Trend>({
#define SHEAF_TREND(id, key, label) option(key, Trend::id, label),
#include <sheaf/block_kinds.inc>
  });
}

/// What a callout is for.
enum class Callout {
#define SHEAF_CALLOUT(id, key, label) id,
#include <sheaf/block_kinds.inc>
};
constexpr auto describe(Type<Callout>) {
  return choice_of<Callout>({
#define SHEAF_CALLOUT(id, key, label) option(key, Callout::id, label),
#include <sheaf/block_kinds.inc>
  });
}

/// How the cells of a column stand.
enum class Align {
#define SHEAF_ALIGN(id, key, label) id,
#include <sheaf/block_kinds.inc>
};
constexpr auto describe(Type<Align>) {
  return choice_of<Align>({
#define SHEAF_ALIGN(id, key, label) option(key, Align::id, label),
#include <sheaf/block_kinds.inc>
  });
}

}  // namespace sdk_1
}  // namespace sheaf
