#include "page/background_sink.hpp"

#include <system_error>
#include <utility>

namespace sheaf::page {
namespace {

constexpr int kFew = 12;                  // pages that are not worth a thread
constexpr std::size_t kMostWaiting = 64;  // so that memory stays flat
constexpr std::size_t kBatch = 8;         // waking a thread costs as much as a tenth of a page

}  // namespace

BackgroundSink::~BackgroundSink() {
  close();
  if (work_.valid()) work_.wait();
}

void BackgroundSink::finish() {
  close();
  if (work_.valid()) work_.get();
}

void BackgroundSink::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  changed_.notify_all();
}

void BackgroundSink::pass(Sheet sheet) {
  if (!work_.valid()) {
    if (++passed_ <= kFew || !begin_work()) return deliver(std::move(sheet));
  }
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return waiting_.size() < kMostWaiting || closed_; });
  if (closed_) return;  // the sink threw: finish() will say so
  waiting_.push_back(std::move(sheet));
  if (waiting_.size() >= kBatch) changed_.notify_all();
}

/// False when there may be no more threads: pages are then delivered as they come.
bool BackgroundSink::begin_work() try {
  work_ = std::async(std::launch::async, [this] { work(); });
  return true;
} catch (const std::system_error&) {
  return false;
}

void BackgroundSink::deliver(Sheet sheet) {
  if (auto* page = std::get_if<Page>(&sheet)) return sink_.body(std::move(*page));
  sink_.furniture(std::get<Furniture>(std::move(sheet)));
}

/// Takes all that waits at a time. What the sink throws goes to finish().
void BackgroundSink::work() try {
  for (;;) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return waiting_.size() >= kBatch || closed_; });
    if (waiting_.empty()) return;
    std::vector<Sheet> taken = std::exchange(waiting_, {});
    changed_.notify_all();
    lock.unlock();
    for (Sheet& sheet : taken) deliver(std::move(sheet));
  }
} catch (...) {
  close();
  throw;
}

}  // namespace sheaf::page
