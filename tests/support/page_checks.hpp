#pragma once
// What must hold of all pages, whatever the document: no word lost, nothing outside the text area,
// no text upon text. Each check returns one line per problem.

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "model/document.hpp"
#include "page/page_sink.hpp"

namespace sheaf::test {

using Problems = std::vector<std::string>;

inline std::string text_of(const page::GlyphRun& run) {
  std::string text;
  for (const page::Piece& piece : run.pieces) {
    if (piece.word->text != "\u00AD") text += piece.word->text;  // a hyphen added at a line's end
  }
  return text;
}

/// Where a run leaves ink: from its lowest to its highest letters, without the spaces at its ends.
inline Rect ink(const page::GlyphRun& run) {
  Length left{INT64_MAX}, right{INT64_MIN};
  for (const page::Piece& piece : run.pieces) {
    const text::ShapedWord& word = *piece.word;
    const auto at_size = [&](std::int64_t units) {
      return scaled(run.size, units, word.face->metrics().units_per_em);
    };
    const Length start = run.origin.x + piece.x;
    left = std::min(left, word.right_to_left ? start + at_size(word.space) : start);
    right = std::max(
        right, start + at_size(word.right_to_left ? word.advance : word.advance - word.space));
  }
  const Length top = run.origin.y - run.size * 7 / 10;
  return {{left, top}, {right - left, run.size * 9 / 10}};
}

inline std::string shown(const Rect& area) {
  return fmt::format("{:.1f} {:.1f} {:.1f}x{:.1f}", area.left().points(), area.top().points(),
                     area.size.width.points(), area.size.height.points());
}

inline bool overlap(const Rect& a, const Rect& b) {
  const Length tolerance = millipt(100);
  return a.left() + tolerance < b.right() && b.left() + tolerance < a.right() &&
         a.top() + tolerance < b.bottom() && b.top() + tolerance < a.bottom();
}

inline std::string without_spaces(const std::string& text) {
  std::string kept;
  std::copy_if(text.begin(), text.end(), std::back_inserter(kept), [](char c) { return c != ' '; });
  return kept;
}

/// All words of all owners, in reading order. Spaces at a run's edge may go to either neighbour.
inline Problems lost_text(const model::Document& document, const page::CollectingSink& sink) {
  std::map<std::uint32_t, std::string> wanted, found;
  for (const model::Element& element : document.elements) {
    for (const model::Run& run : element.runs) {
      wanted[static_cast<std::uint32_t>(run.owner)] += without_spaces(run.text);
    }
  }
  for (const page::Page& page : sink.pages) {
    for (const page::Item& item : page.items) {
      const auto* run = std::get_if<page::GlyphRun>(&item);
      if (!run || run->mark.kind != page::MarkKind::Content) continue;
      found[run->mark.structure] += without_spaces(text_of(*run));
    }
  }
  Problems problems;
  for (const auto& [owner, text] : wanted) {
    if (text == found[owner]) continue;
    problems.push_back(fmt::format("#{} says \"{}\", not \"{}\"", owner, found[owner], text));
  }
  return problems;
}

/// Text and pictures outside `area`, and artifacts that leave the page's width.
inline Problems outside(const page::CollectingSink& sink, const Rect& area) {
  Problems problems;
  const Length slack = pt(1);
  const auto check = [&](const page::Page& page, const Rect& rect, const std::string& what) {
    const bool is_inside =
        rect.left() + slack >= area.left() && rect.right() <= area.right() + slack &&
        rect.top() + slack >= area.top() && rect.bottom() <= area.bottom() + slack;
    if (is_inside) return;
    problems.push_back(fmt::format("page {}: {} at {}", page.number, what, shown(rect)));
  };
  for (const page::Page& page : sink.pages) {
    for (const page::Item& item : page.items) {
      if (const auto* run = std::get_if<page::GlyphRun>(&item)) {
        check(page, ink(*run), "\"" + text_of(*run) + "\"");
      } else if (const auto* image = std::get_if<page::Image>(&item)) {
        check(page, image->area, "an image");
      } else if (const auto* link = std::get_if<page::LinkArea>(&item)) {
        check(page, link->area, "a link");
      }
    }
  }
  return problems;
}

/// Runs that print over one another, furniture included.
inline Problems overlapping_text(const page::CollectingSink& sink) {
  Problems problems;
  for (std::size_t p = 0; p < sink.pages.size(); ++p) {
    std::vector<std::pair<Rect, std::string>> placed;
    const auto add = [&](const std::vector<page::Item>& items) {
      for (const page::Item& item : items) {
        const auto* run = std::get_if<page::GlyphRun>(&item);
        if (run) placed.emplace_back(ink(*run), text_of(*run));
      }
    };
    add(sink.pages[p].items);
    if (p < sink.furnitures.size()) add(sink.furnitures[p].items);
    for (std::size_t i = 0; i < placed.size(); ++i) {
      for (std::size_t j = i + 1; j < placed.size(); ++j) {
        if (!overlap(placed[i].first, placed[j].first)) continue;
        problems.push_back(fmt::format("page {}: \"{}\" over \"{}\"", sink.pages[p].number,
                                       placed[i].second, placed[j].second));
      }
    }
  }
  return problems;
}

}  // namespace sheaf::test
