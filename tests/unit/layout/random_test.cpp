// Documents of all kinds of blocks in any order and size: whatever comes, no word may be lost,
// leave the text area or stand on another.

#include <random>

#include <catch2/catch.hpp>

#include "bench.hpp"

using namespace sheaf;
using namespace sheaf::test;

namespace {

class Author {
 public:
  explicit Author(std::uint32_t seed) : random_(seed) {}

  model::Document write(int blocks) {
    builder_.heading(1, text(6));
    for (int i = 0; i < blocks; ++i) block(StructureId::Root, 3);
    return std::move(builder_.document);
  }

 private:
  int up_to(int most) { return static_cast<int>(random_() % static_cast<std::uint32_t>(most)) + 1; }

  std::string text(int most_words) {
    std::string made;
    for (int i = up_to(most_words); i > 0; --i) {
      const bool is_long = up_to(40) == 1;
      made += std::string(static_cast<std::size_t>(up_to(is_long ? 70 : 9)),
                          static_cast<char>('a' + up_to(26) - 1));
      if (i > 1) made += ' ';
    }
    return made;
  }

  /// Now and then very long, so that blocks cross pages.
  std::string prose() { return text(up_to(12) == 1 ? 400 : 50); }

  void paragraph(StructureId parent, Role role = Role::Body) {
    const auto id = builder_.paragraph(prose(), parent, role);
    switch (up_to(6)) {
      case 1: builder_.link(id, " " + text(12), "https://example.org/"); break;
      case 2: builder_.run(id, id, " " + text(8), model::kStrong); break;
      case 3:
        builder_.document[id].runs.clear();
        builder_.run(id, id, "\u0627\u0644\u0633\u0644\u0627\u0645 \u0639\u0644\u064a\u0643\u0645");
        builder_.document[id].right_to_left = true;
        break;
      default: break;
    }
  }

  void list(StructureId parent, int depth) {
    const auto id = builder_.add(parent, ElementKind::List);
    for (int i = 1, count = up_to(8); i <= count; ++i) {
      const auto body = builder_.item(id, std::to_string(i * up_to(500)) + ".");
      for (int b = up_to(2); b > 0; --b) block(body, depth - 1);
    }
  }

  void table() {
    const int columns = up_to(6);
    DocumentBuilder::Texts head;
    for (int c = 0; c < columns; ++c) head.push_back(text(3));
    std::vector<DocumentBuilder::Texts> rows(static_cast<std::size_t>(up_to(30)));
    for (auto& row : rows) {
      for (int c = 0; c < columns; ++c) row.push_back(up_to(9) == 1 ? "" : text(12));
      if (up_to(15) == 1) row.back() = prose();
    }
    builder_.table(head, rows);
  }

  void labelled(StructureId parent, ElementKind group, ElementKind kind) {
    const auto id = builder_.add(parent, group);
    for (int i = up_to(7); i > 0; --i) {
      builder_.labelled(id, kind, Role::Body, text(5), Role::Body, {text(4), prose()});
    }
  }

  void box(StructureId parent, ElementKind kind, int depth) {
    const auto id = builder_.add(parent, kind);
    for (int i = up_to(4); i > 0; --i) block(id, depth - 1);
  }

  void block(StructureId parent, int depth) {
    const bool is_nested = parent != StructureId::Root;
    switch (depth <= 0 ? 1 : up_to(is_nested ? 6 : 10)) {
      case 1:
      case 2: return paragraph(parent);
      case 3: return list(parent, depth);
      case 4: return labelled(parent, ElementKind::Facts, ElementKind::Fact);
      case 5: return box(parent, ElementKind::Callout, depth);
      case 6: return labelled(parent, ElementKind::Metrics, ElementKind::Metric);
      case 7: return labelled(parent, ElementKind::Pictograms, ElementKind::Pictogram);
      case 8: return box(parent, ElementKind::Quote, depth);
      case 9: return table();
      default: builder_.heading(up_to(2) + 1, text(8));
    }
  }

  std::mt19937 random_;
  DocumentBuilder builder_;
};

}  // namespace

TEST_CASE("Whatever a document holds, its words are set once each, inside the page, apart") {
  for (std::uint32_t seed = 1; seed <= 25; ++seed) {
    const model::Document document = Author(seed).write(12);
    Bench bench;
    if (seed % 5 == 0) bench.theme.page.width = pt(300);
    bench.set(document);
    INFO("seed " << seed << ", " << bench.sink.pages.size() << " pages");
    bench.check_sound(document);
    CHECK(bench.findings() == std::vector<std::string>{});
  }
}

TEST_CASE("The same document is set the same way every time") {
  const model::Document document = Author(7).write(40);
  Bench first, second;
  first.set(document);
  second.set(document);
  CHECK(page::dump(first.sink) == page::dump(second.sink));
}

TEST_CASE("A long document keeps its words when pages are settled window by window") {
  const model::Document document = Author(99).write(60);
  Bench bench;
  bench.set(document);
  CHECK(bench.sink.pages.size() > 60);
  bench.check_sound(document);
}
