#include "page/background_sink.hpp"

#include <catch2/catch.hpp>

#include <stdexcept>
#include <thread>

using namespace sheaf;

namespace {

void send(int pages, page::PageSink& sink) {
  for (int n = 1; n <= pages; ++n)
    sink.body({.number = n, .size = {}, .items = {}, .destinations = {}});
  for (int n = 1; n <= pages; ++n) sink.furniture({.number = n, .items = {}});
}

/// Refuses one page.
class Picky final : public page::PageSink {
 public:
  explicit Picky(int refused) : refused_(refused) {}
  void body(page::Page page) override {
    if (page.number == refused_) throw std::runtime_error("no such page");
  }
  void furniture(page::Furniture) override {}

 private:
  int refused_;
};

}  // namespace

TEST_CASE("Pages arrive behind a background sink in their order, few or many") {
  for (const int pages : {0, 1, 12, 13, 500}) {
    page::CollectingSink kept;
    page::BackgroundSink sink(kept);
    send(pages, sink);
    sink.finish();
    REQUIRE(kept.pages.size() == static_cast<std::size_t>(pages));
    REQUIRE(kept.furnitures.size() == static_cast<std::size_t>(pages));
    for (int n = 1; n <= pages; ++n) {
      const auto at = static_cast<std::size_t>(n - 1);
      CHECK(kept.pages[at].number == n);
      CHECK(kept.furnitures[at].number == n);
    }
  }
}

TEST_CASE("A long report is written by another thread than the one that sets it") {
  struct Where final : page::PageSink {
    std::thread::id last;
    void body(page::Page) override { last = std::this_thread::get_id(); }
    void furniture(page::Furniture) override {}
  } where;
  page::BackgroundSink sink(where);
  send(100, sink);
  sink.finish();
  CHECK(where.last != std::this_thread::get_id());
}

TEST_CASE("What a sink throws reaches whoever finishes, and nobody waits for ever") {
  Picky picky(20);
  page::BackgroundSink sink(picky);
  send(1000, sink);
  CHECK_THROWS_WITH(sink.finish(), "no such page");
}
