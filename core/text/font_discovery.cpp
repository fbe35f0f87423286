// The one place that talks to fontconfig, which is opened when it is wanted: linked, it would cost
// every start of the program a tenth of a millisecond, and a build asks the font index instead.

#include <dlfcn.h>
#include <fontconfig/fontconfig.h>

#include <memory>
#include <optional>

#include "text/face.hpp"
#include "text/font_index.hpp"

namespace sheaf::text {
namespace {

// Every function that is used, without its "Fc".
#define SHEAF_FONTCONFIG_FUNCTIONS(USE) \
  USE(ConfigDestroy)                    \
  USE(FontList)                         \
  USE(FontSetDestroy)                   \
  USE(InitLoadConfigAndFonts)           \
  USE(ObjectSetBuild)                   \
  USE(ObjectSetDestroy)                 \
  USE(PatternBuild)                     \
  USE(PatternDestroy)                   \
  USE(PatternGetInteger)                \
  USE(PatternGetString)

struct Fontconfig {
#define SHEAF_FONTCONFIG_MEMBER(name) decltype(&Fc##name) name = nullptr;
  SHEAF_FONTCONFIG_FUNCTIONS(SHEAF_FONTCONFIG_MEMBER)
#undef SHEAF_FONTCONFIG_MEMBER
};

template <class Function>
bool find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(dlsym(library, name));
  return function != nullptr;
}

std::optional<Fontconfig> open_fontconfig() {
  void* library = dlopen("libfontconfig.so.1", RTLD_NOW | RTLD_LOCAL);
  if (!library) return {};
  Fontconfig made;
  bool whole = true;
#define SHEAF_FONTCONFIG_FIND(name) whole = find(library, "Fc" #name, made.name) && whole;
  SHEAF_FONTCONFIG_FUNCTIONS(SHEAF_FONTCONFIG_FIND)
#undef SHEAF_FONTCONFIG_FIND
  return whole ? std::optional(made) : std::nullopt;
}

/// Never unloaded; null when the machine has none, and so no fonts of its own.
const Fontconfig* fontconfig() {
  static const std::optional<Fontconfig> library = open_fontconfig();
  return library ? &*library : nullptr;
}

/// Lives only where there is a fontconfig to have made it.
struct Drop {
  void operator()(FcConfig* config) const { fontconfig()->ConfigDestroy(config); }
  void operator()(FcPattern* pattern) const { fontconfig()->PatternDestroy(pattern); }
  void operator()(FcObjectSet* set) const { fontconfig()->ObjectSetDestroy(set); }
  void operator()(FcFontSet* set) const { fontconfig()->FontSetDestroy(set); }
};
template <class T>
using Owned = std::unique_ptr<T, Drop>;

int number(FcPattern* font, const char* property, int otherwise) {
  int value = otherwise;
  return fontconfig()->PatternGetInteger(font, property, 0, &value) == FcResultMatch ? value
                                                                                     : otherwise;
}

std::string words(FcPattern* font, const char* property, int nth) {
  FcChar8* value = nullptr;
  if (fontconfig()->PatternGetString(font, property, nth, &value) != FcResultMatch) return {};
  return reinterpret_cast<const char*>(value);
}

/// Some bold faces (Noto Nastaliq Urdu 2020) claim the weight of a regular one; their style does
/// not.
std::optional<model::Weight> weight_of(FcPattern* font) {
  const bool bold = words(font, FC_STYLE, 0).starts_with("Bold");
  switch (number(font, FC_WEIGHT, -1)) {
    case FC_WEIGHT_BOOK:
    case FC_WEIGHT_REGULAR: return bold ? model::Weight::Bold : model::Weight::Regular;
    case FC_WEIGHT_DEMIBOLD: return model::Weight::SemiBold;
    case FC_WEIGHT_BOLD: return model::Weight::Bold;
    default: return std::nullopt;
  }
}

/// A condensed face is of its own family ("DejaVu Sans Condensed"), which is its last name.
std::string family_of(FcPattern* font) {
  std::string family = words(font, FC_FAMILY, 0);
  if (number(font, FC_WIDTH, FC_WIDTH_NORMAL) == FC_WIDTH_NORMAL) return family;
  const std::string own = words(font, FC_FAMILY, 1);
  const bool named = family.find("Condensed") != std::string::npos;
  return own.empty() && !named ? std::string() : own.empty() ? family : own;
}

bool usable(const std::string& family, const std::string& path) {
  const auto plain = [](const std::string& text) {
    return !text.empty() && text.find_first_of("\t\n\r") == std::string::npos;
  };
  if (!plain(family) || !plain(path)) return false;
  const auto face = Face::open(path);
  return face && (*face)->may_embed();
}

std::optional<FontEntry> entry_of(FcPattern* font) {
  const auto weight = weight_of(font);
  if (!weight || number(font, FC_INDEX, 0) != 0) return std::nullopt;
  const std::string path = words(font, FC_FILE, 0);
  std::string family = family_of(font);
  if (!usable(family, path)) return std::nullopt;
  const bool upright = number(font, FC_SLANT, FC_SLANT_ROMAN) == FC_SLANT_ROMAN;
  return FontEntry{std::move(family), *weight,
                   upright ? model::Slant::Upright : model::Slant::Italic, path};
}

}  // namespace

FontIndex discover_fonts() {
  const Fontconfig* library = fontconfig();
  if (!library) return FontIndex({});
  std::vector<FontEntry> entries;
  const Owned<FcConfig> config(library->InitLoadConfigAndFonts());
  const Owned<FcPattern> any(library->PatternBuild(nullptr, FC_OUTLINE, FcTypeBool, FcTrue,
                                                   FC_VARIABLE, FcTypeBool, FcFalse, nullptr));
  const Owned<FcObjectSet> wanted(library->ObjectSetBuild(FC_FAMILY, FC_FILE, FC_INDEX, FC_WEIGHT,
                                                          FC_SLANT, FC_STYLE, FC_WIDTH, nullptr));
  if (!config || !any || !wanted) return FontIndex({});
  const Owned<FcFontSet> fonts(library->FontList(config.get(), any.get(), wanted.get()));
  for (int i = 0; fonts && i < fonts->nfont; ++i) {
    if (auto entry = entry_of(fonts->fonts[i])) entries.push_back(std::move(*entry));
  }
  return FontIndex(std::move(entries));
}

}  // namespace sheaf::text
