#include "text/subset.hpp"

#include <memory>

#include <hb-subset.h>
#include <hb.h>

namespace sheaf::text {
namespace {

template <auto destroy>
struct Destroy {
  template <class T>
  void operator()(T* object) const {
    destroy(object);
  }
};
using Input = std::unique_ptr<hb_subset_input_t, Destroy<hb_subset_input_destroy>>;
using Plan = std::unique_ptr<hb_subset_plan_t, Destroy<hb_subset_plan_destroy>>;
using Made = std::unique_ptr<hb_face_t, Destroy<hb_face_destroy>>;
using Blob = std::unique_ptr<hb_blob_t, Destroy<hb_blob_destroy>>;

constexpr hb_tag_t kDropped[] = {
    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
    HB_TAG('k', 'e', 'r', 'n'), HB_TAG('m', 'o', 'r', 'x'), HB_TAG('n', 'a', 'm', 'e'),
    HB_TAG('c', 'm', 'a', 'p'), HB_TAG('O', 'S', '/', '2'), HB_TAG('p', 'o', 's', 't'),
    HB_TAG('D', 'S', 'I', 'G'), HB_TAG('S', 'T', 'A', 'T'), HB_TAG('m', 'e', 't', 'a'),
    HB_TAG('g', 'a', 's', 'p'),
};

Input input_for(std::span<const GlyphId> glyphs) {
  Input input(hb_subset_input_create_or_fail());
  if (!input) return input;
  hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
  hb_set_add(wanted, 0);
  for (const GlyphId glyph : glyphs) hb_set_add(wanted, glyph);
  hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const hb_tag_t table : kDropped) hb_set_add(dropped, table);
  hb_subset_input_set_flags(input.get(),
                            HB_SUBSET_FLAGS_NOTDEF_OUTLINE | HB_SUBSET_FLAGS_NO_HINTING);
  return input;
}

}  // namespace

std::optional<FontSubset> subset(const Face& face, std::span<const GlyphId> glyphs) {
  const Input input = input_for(glyphs);
  if (!input) return std::nullopt;
  const Plan plan(hb_subset_plan_create_or_fail(face.hb_face(), input.get()));
  if (!plan) return std::nullopt;
  const Made made(hb_subset_plan_execute_or_fail(plan.get()));
  if (!made) return std::nullopt;
  const Blob blob(hb_face_reference_blob(made.get()));
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob.get(), &length);
  FontSubset result{std::string(data, length), {}};
  const hb_map_t* new_ids = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  for (const GlyphId glyph : glyphs) result.new_ids.push_back(hb_map_get(new_ids, glyph));
  return result;
}

}  // namespace sheaf::text
