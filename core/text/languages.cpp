#include "text/languages.hpp"

#include <unicode/uloc.h>
#include <unicode/ures.h>

#include <algorithm>
#include <array>
#include <memory>

namespace sheaf::text {
namespace {

struct Close {
  void operator()(UResourceBundle* bundle) const { ures_close(bundle); }
};
using Bundle = std::unique_ptr<UResourceBundle, Close>;

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string in_small_letters(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), small);
  return out;
}

/// The codes with a name in ICU: some 600 that are met every day, and no data to be read.
bool is_common(const std::string& code) {
  for (const char* const* one = uloc_getISOLanguages(); *one; ++one) {
    if (code == *one) return code != "und";
  }
  return false;
}

/// "aa", or "aaa~i" for aaa to aai, which differ in the last letter.
bool is_in_range(std::string_view code, std::string_view range) {
  const auto dash = range.find('~');
  const std::string_view first = range.substr(0, dash);
  if (dash == range.npos) return code == first;
  return code.size() == first.size() && code.starts_with(first.substr(0, first.size() - 1)) &&
         first.back() <= code.back() && code.back() <= range.back();
}

bool is_in(const std::string& code, UResourceBundle* list) {
  for (int i = 0; i < ures_getSize(list); ++i) {
    UErrorCode error = U_ZERO_ERROR;
    std::array<char, 16> buffer;
    auto length = static_cast<std::int32_t>(buffer.size());
    const char* range = ures_getUTF8StringByIndex(list, i, buffer.data(), &length, false, &error);
    if (U_SUCCESS(error) && is_in_range(code, {range, static_cast<std::size_t>(length)})) {
      return true;
    }
  }
  return false;
}

/// CLDR's copy of the register: UTS 35, part 1, annex C.
bool is_registered(const std::string& code) {
  UErrorCode error = U_ZERO_ERROR;
  const Bundle data(ures_openDirect(nullptr, "supplementalData", &error));
  const Bundle validity(ures_getByKey(data.get(), "idValidity", nullptr, &error));
  const Bundle languages(ures_getByKey(validity.get(), "language", nullptr, &error));
  for (const char* kind : {"regular", "deprecated", "special"}) {
    const Bundle list(ures_getByKey(languages.get(), kind, nullptr, &error));
    if (U_FAILURE(error) || is_in(code, list.get())) return true;
  }
  return false;
}

/// The English name of a language, in small letters.
std::string name_of(const char* code) {
  UErrorCode error = U_ZERO_ERROR;
  std::array<char16_t, 64> name;
  const auto size = static_cast<std::int32_t>(name.size());
  const auto length = uloc_getDisplayLanguage(code, "en", name.data(), size, &error);
  std::string out;
  if (U_FAILURE(error)) return out;
  for (int i = 0; i < std::min(length, size); ++i) {
    out += small(static_cast<char>(name[static_cast<std::size_t>(i)]));
  }
  return out;
}

/// The register's own form of a code of ISO 639-2 or 639-3: "en" for "eng".
std::string shortest(const std::string& code) {
  UErrorCode error = U_ZERO_ERROR;
  std::array<char, 16> tag;
  const auto size = static_cast<std::int32_t>(tag.size());
  const auto length = uloc_toLanguageTag(code.c_str(), tag.data(), size, true, &error);
  return U_SUCCESS(error) && length < size ? std::string(tag.data()) : std::string();
}

}  // namespace

bool is_known_language(std::string_view tag) {
  const std::string code = in_small_letters(tag.substr(0, tag.find('-')));
  return is_common(code) || is_registered(code);
}

std::string meant_language(std::string_view written) {
  const std::string name = in_small_letters(written.substr(0, written.find('-')));
  const std::string tag = shortest(name);
  if (!tag.empty() && tag != name && is_known_language(tag)) return tag;
  for (const char* const* one = uloc_getISOLanguages(); *one; ++one) {
    if (name == name_of(*one)) return *one;
  }
  return {};
}

}  // namespace sheaf::text
