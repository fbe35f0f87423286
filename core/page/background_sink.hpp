#pragma once
// Another thread for what becomes of the pages: while layout sets one, the one before is written.

#include <condition_variable>
#include <future>
#include <mutex>
#include <variant>
#include <vector>

#include "page/page_sink.hpp"

namespace sheaf::page {

/// Passes pages on in their order, from a thread of its own once there are more than a few. Layout
/// calls it from one thread; the sink behind it (borrowed) is called from one thread at a time, so
/// its output is the same as without.
class BackgroundSink final : public PageSink {
 public:
  explicit BackgroundSink(PageSink& sink) : sink_(sink) {}
  /// Waits until everything has been passed on.
  ~BackgroundSink() override;

  void body(Page page) override { pass(std::move(page)); }
  void furniture(Furniture furniture) override { pass(std::move(furniture)); }

  /// Call after the last furniture: waits, and throws what the sink behind threw.
  void finish();

 private:
  using Sheet = std::variant<Page, Furniture>;

  void pass(Sheet sheet);
  bool begin_work();
  void deliver(Sheet sheet);
  void work();
  void close();

  PageSink& sink_;
  int passed_ = 0;  // before there was a thread
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Sheet> waiting_;  // in order
  bool closed_ = false;
  std::future<void> work_;
};

}  // namespace sheaf::page
