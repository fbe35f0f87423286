#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "lint/checks.hpp"
#include "lint/text_signs.hpp"

namespace sheaf::lint {
namespace {

using model::Element;
using model::ElementKind;
using model::StructureId;

constexpr std::size_t kShortestAlt = 4, kLongestAlt = 150;  // characters

template <class Visit>
void for_each_picture(const View& view, Visit visit) {
  for (std::size_t i = 0; i < view.document.elements.size(); ++i) {
    const Element& element = view.document.elements[i];
    if (element.kind == ElementKind::Figure && !element.decorative) {
      visit(element, static_cast<StructureId>(i));
    }
  }
}

bool is_file_name(std::string_view alt) {
  constexpr std::array<std::string_view, 5> kEndings = {".png", ".jpg", ".jpeg", ".gif", ".svg"};
  const auto ends = [&](std::string_view ending) { return ends_with_letters(alt, ending); };
  if (std::ranges::any_of(kEndings, ends)) return true;
  return alt.find(' ') == alt.npos &&
         (alt.find('_') != alt.npos || std::ranges::count_if(alt, is_digit) > 3);
}

bool says_picture_of(std::string_view alt) {
  constexpr std::array<std::string_view, 8> kStarts = {
      "image of",   "picture of",    "photo of",        "photograph of",
      "graphic of", "image showing", "picture showing", "photo showing"};
  return std::ranges::any_of(kStarts, [&](auto s) { return starts_with_letters(alt, s); });
}

bool says_only_kind(std::string_view alt) {
  constexpr std::array<std::string_view, 12> kKinds = {"image",   "picture", "photo", "photograph",
                                                       "graphic", "logo",    "chart", "graph",
                                                       "diagram", "map",     "icon",  "screenshot"};
  return std::ranges::any_of(kKinds, [&](auto kind) { return same_letters(alt, kind); });
}

std::string caption_of(const model::Document& document, const Element& figure) {
  std::string text;
  for (const StructureId child : figure.children) {
    if (document[child].kind != ElementKind::Caption) continue;
    for (const model::Run& run : document[child].runs) text += run.text;
  }
  return text;
}

/// What is wrong with the alt text, or empty.
std::string_view fault_of(const Element& figure, const model::Document& document) {
  const std::string_view alt = figure.alt;
  if (is_file_name(alt)) return "is a file name";
  if (says_picture_of(alt)) return "begins by saying that it is a picture, which is said anyway";
  if (says_only_kind(alt)) return "says only that it is a picture";
  if (count_code_points(alt) < kShortestAlt) return "is too short to say anything";
  return same_letters(alt, in_small_letters(caption_of(document, figure))) ? "repeats the caption"
                                                                           : std::string_view();
}

/// "screenshot 2020-11-25" for "Pictures/Screenshot_2020-11-25.PNG".
std::string name_in_words(const Element& figure, const model::Document& document) {
  if (figure.asset < 0) return {};
  const auto& asset = document.assets[static_cast<std::size_t>(figure.asset)];
  std::string name = in_small_letters(asset.path.stem().string());
  std::ranges::replace(name, '_', ' ');
  return name;
}

/// A word, and no letter after it: "signature2", not "signatures".
bool begins_with_word(std::string_view name, std::string_view word) {
  return name.starts_with(word) && (name.size() == word.size() || !is_letter(name[word.size()]));
}

/// What programs call them; "scan-of-the-river" is somebody's own name.
bool is_screenshot(std::string_view name) {
  constexpr std::array<std::string_view, 6> kNames = {"screenshot", "screen shot", "screen-shot",
                                                      "screengrab", "screen grab", "screencap"};
  constexpr std::array<std::string_view, 3> kNumbered = {"scan", "snip", "capture"};
  const auto begins = [&](auto word) { return begins_with_word(name, word); };
  const auto is_numbered = [&](auto word) {
    return name.starts_with(word) && std::ranges::none_of(name.substr(word.size()), is_letter);
  };
  return std::ranges::any_of(kNames, begins) || std::ranges::any_of(kNumbered, is_numbered);
}

bool is_signature(std::string_view name, std::string_view alt) {
  const bool by_name = begins_with_word(name, "signature") || name.ends_with("signature");
  return by_name || starts_with_letters(alt, "signature of") || same_letters(alt, "signature") ||
         ends_with_letters(alt, "'s signature") || ends_with_letters(alt, "\u2019s signature");
}

}  // namespace

void check_image_of_text(const View& view, Findings& findings) {
  for_each_picture(view, [&](const Element& figure, StructureId id) {
    if (!is_screenshot(name_in_words(figure, view.document))) return;
    const Path& file = view.document.assets[static_cast<std::size_t>(figure.asset)].path;
    findings.about(
        model::LintRule::ImageOfText, id,
        fmt::format("By its name, {} is a picture of text", in_marks(file.filename().string())));
  });
}

void check_signature_image(const View& view, Findings& findings) {
  for_each_picture(view, [&](const Element& figure, StructureId id) {
    if (!is_signature(name_in_words(figure, view.document), figure.alt)) return;
    findings.about(model::LintRule::SignatureImage, id, "This picture seems to be a signature");
  });
}

void check_alt_poor(const View& view, Findings& findings) {
  for_each_picture(view, [&](const Element& figure, StructureId id) {
    const std::string_view fault = fault_of(figure, view.document);
    if (figure.alt.empty() || fault.empty()) return;
    findings.about(model::LintRule::AltPoor, id,
                   fmt::format("The alt text {} {}", in_marks(figure.alt), fault));
  });
}

void check_alt_long(const View& view, Findings& findings) {
  for_each_picture(view, [&](const Element& figure, StructureId id) {
    const std::size_t length = count_code_points(figure.alt);
    if (length <= kLongestAlt) return;
    findings.about(model::LintRule::AltLong, id,
                   fmt::format("The alt text has {}; {} are enough to listen to",
                               counted(length, "character"), kLongestAlt));
  });
}

}  // namespace sheaf::lint
