#pragma once
// BCP 47 language tags.

#include <string_view>

namespace sheaf {

/// Whether `tag` is well-formed (RFC 5646, section 2.1, without the grandfathered tags): "en",
/// "en-GB", "zh-Hant-TW". Whether the subtags are registered is not asked, but en-UK is none.
bool is_language_tag(std::string_view tag);

/// en-UK in any letters, by which no voice and no dictionary goes: en-GB is meant.
bool is_en_uk(std::string_view tag);

}  // namespace sheaf
