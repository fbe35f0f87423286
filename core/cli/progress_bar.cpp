#include "cli/progress_bar.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sheaf::cli {
namespace {

constexpr std::chrono::milliseconds kPatience{1000}, kPace{100};
constexpr std::size_t kBarWidth = 20;
constexpr std::string_view kWipe = "\r\033[K";

std::string bar(std::size_t done, std::size_t total) {
  const std::size_t full = kBarWidth * std::min(done, total) / total;
  return fmt::format("[{}{}] {} of {}  ", std::string(full, '#'),
                     std::string(kBarWidth - full, ' '), done, total);
}

}  // namespace

std::string progress_text(std::string_view step, std::size_t done, std::size_t total,
                          std::chrono::seconds since, std::size_t width) {
  std::string text = total > 0 ? bar(done, total) : done > 0 ? fmt::format("{} ", done) : "";
  text += fmt::format("{} ({} s)", step, since.count());
  return std::string(std::string_view(text).substr(0, width > 0 ? width - 1 : 0));
}

ProgressBar::ProgressBar(const Stream& stream) : stream_(stream) {
  if (stream.width() == 0) return;
  drawer_ = std::jthread([this](const std::stop_token& stop) { draw_until(stop); });
}

ProgressBar::~ProgressBar() {
  if (!drawer_.joinable()) return;
  drawer_.request_stop();
  drawer_.join();
}

void ProgressBar::at(std::string_view step, std::size_t done, std::size_t total) {
  if (!drawer_.joinable()) return;
  const std::scoped_lock lock(mutex_);
  step_ = step;
  done_ = done;
  total_ = total;
}

void ProgressBar::draw_until(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  const auto stopped = [&stop] { return stop.stop_requested(); };
  bool drawn = false;
  for (auto wait = kPatience; !changed_.wait_for(lock, stop, wait, stopped); wait = kPace) {
    const auto since = std::chrono::steady_clock::now() - start_;
    stream_.write(std::string(kWipe) +
                  progress_text(step_, done_, total_,
                                std::chrono::duration_cast<std::chrono::seconds>(since),
                                stream_.width()));
    drawn = true;
  }
  if (drawn) stream_.write(kWipe);
}

}  // namespace sheaf::cli
