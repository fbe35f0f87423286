#pragma once
// A shop over the fonts that the build machine must have, and short ways to set text in it.

#include <string>
#include <vector>

#include "text/shop.hpp"

namespace sheaf::text::test {

inline const FontIndex& index() {
  static const FontIndex found = discover_fonts();
  return found;
}

inline model::Theme theme() {
  model::Theme made;
  made.stacks.push_back(
      {"body", {"Open Sans", "DejaVu Sans", "Noto Nastaliq Urdu", "Noto Sans Hebrew"}, {}});
  made.stacks.push_back({"plain", {"Open Sans"}, {}});
  return made;
}

/// One shop with one theme; what it reports.
struct Workshop {
  explicit Workshop(std::shared_ptr<FaceStore> store = make_face_store()) : shop(store, index()) {
    shop.use(theme(), diagnostics);
  }
  Diagnostics diagnostics;
  Shop shop;

  Paragraph make(std::vector<Span> spans, const Paragraph::Options& options = {}) {
    return Paragraph::make(spans, options, shop, diagnostics);
  }
  Paragraph make(std::string_view text, const Paragraph::Options& options = {}) {
    return make(std::vector<Span>{span(text)}, options);
  }
  static Span span(std::string_view text) {
    Span made;
    made.text = text;
    made.size = pt(12);
    made.language = "en-GB";
    return made;
  }
};

inline std::string text_of(const Line& line) {
  std::string text;
  for (const Fragment& f : line.fragments) text += f.word->text;
  return text;
}

inline std::vector<std::string> texts(const std::vector<Line>& lines) {
  std::vector<std::string> result;
  for (const Line& line : lines) result.push_back(text_of(line));
  return result;
}

}  // namespace sheaf::text::test
