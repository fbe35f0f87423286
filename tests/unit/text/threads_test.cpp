#include <catch2/catch.hpp>

#include <array>
#include <thread>

#include "workshop.hpp"

using namespace sheaf;
using namespace sheaf::text;
using namespace sheaf::text::test;

namespace {

/// Where everything of some paragraphs stands.
std::vector<std::int64_t> places(const std::shared_ptr<FaceStore>& store) {
  Workshop workshop(store);
  std::vector<std::int64_t> all;
  for (int i = 0; i < 40; ++i) {
    const std::string text = "Paragraph " + std::to_string(i) +
                             " tells of office hours on 25 November, ⅓ of them at بورڈ کا اجلاس, "
                             "and of https://www.example.org/a-page?x=1 too";
    for (const Line& line : workshop.make(text).lines(pt(60 + 5 * i))) {
      for (const Fragment& f : line.fragments) {
        all.push_back(f.x.micro);
        for (const Glyph& glyph : f.word->glyphs) all.push_back(glyph.id);
      }
    }
  }
  return all;
}

}  // namespace

TEST_CASE("Shops that share their faces give the same result in all threads") {
  (void)index();
  const auto store = make_face_store();
  std::array<std::vector<std::int64_t>, 4> results;
  std::vector<std::jthread> threads;
  for (auto& result : results) threads.emplace_back([&] { result = places(store); });
  threads.clear();
  const auto alone = places(make_face_store());
  for (const auto& result : results) CHECK(result == alone);
}
