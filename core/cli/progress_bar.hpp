#pragma once
// A line that says how far the work is, once it takes longer than a second.

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "cli/terminal.hpp"
#include "pipeline/progress.hpp"

namespace sheaf::cli {

/// Drawn on a terminal only, by a thread of its own, so that a section that takes long is seen to
/// do so; wiped when it ends. `stream` is borrowed.
class ProgressBar final : public pipeline::Progress {
 public:
  explicit ProgressBar(const Stream& stream);
  ~ProgressBar() override;

  void at(std::string_view step, std::size_t done, std::size_t total) override;

 private:
  void draw_until(const std::stop_token& stop);

  const Stream& stream_;
  const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::string step_;
  std::size_t done_ = 0, total_ = 0;
  std::jthread drawer_;  // last: it uses all of the above
};

/// "[#####     ] 5 of 10  section inspection (3 s)", cut to `width` columns; without a total
/// "5 pages (3 s)" as `step` has it.
std::string progress_text(std::string_view step, std::size_t done, std::size_t total,
                          std::chrono::seconds since, std::size_t width);

}  // namespace sheaf::cli
