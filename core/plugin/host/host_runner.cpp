#include "plugin/host/host_runner.hpp"

#include <fcntl.h>
#include <sys/eventfd.h>

#include <algorithm>
#include <deque>
#include <functional>
#include <map>
#include <thread>

#include <fmt/format.h>

#include "plugin/host/line.hpp"

namespace sheaf::plugin::host {
namespace {

/// How many libraries may use a processor at a time: so many that none of it lies idle while others
/// load or wait, and so few that each gets its share before its time is over.
long side_by_side() { return 2 * std::max<long>(std::thread::hardware_concurrency(), 1) + 4; }

/// Wakes a poll when a stop is requested.
class StopBell {
 public:
  explicit StopBell(const std::stop_token& stop)
      : bell_(stop.stop_possible() ? ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK) : -1),
        rings_(stop, [this] { ring(); }) {}
  pollfd event() const { return {is_silent_ ? -1 : bell_.value(), POLLIN, 0}; }
  /// It stays open: whoever rings may not have come back yet.
  void silence() { is_silent_ = true; }

 private:
  void ring() const {
    const std::uint64_t one = 1;
    (void)!::write(bell_.value(), &one, sizeof one);
  }
  Descriptor bell_;
  bool is_silent_ = false;
  std::stop_callback<std::function<void()>> rings_;
};

/// All sections of a report, a line for each library.
class Round {
 public:
  Round(Children& children, const RunnerSetup& setup, const Work& work)
      : context_(context_of(work.report)), world_{children, setup, work, problem_} {
    for (const Job& job : work.jobs) {
      SectionWork& section = sections_.emplace_back(job, context_);
      if (!section.is_barred()) line_of(*job.manifest).add(section);
    }
  }

  model::Sections run(Diagnostics& diagnostics) {
    StopBell bell(world_.setup.stop);
    while (admit()) poll_once(bell);
    return settle(diagnostics);
  }

 private:
  Line& line_of(const Manifest& manifest) {
    const auto [at, is_new] = lines_.try_emplace(manifest.library.native(), world_, manifest);
    if (is_new) waiting_.push_back(&at->second);
    return at->second;
  }

  /// Lets lines begin for which there is room. False when all is done.
  bool admit() {
    while (!waiting_.empty() && has_room()) {
      Line* line = waiting_.front();
      waiting_.pop_front();
      line->begin();
      if (!line->is_done()) busy_.push_back(line);
    }
    return !busy_.empty();
  }
  bool has_room() const {
    return std::ranges::count_if(busy_, std::not_fn(&Line::is_asleep)) < side_by_side();
  }

  /// Waits for whatever comes first.
  void poll_once(StopBell& bell) {
    std::vector<pollfd> events{bell.event()};
    for (const Line* line : busy_) line->add_events(events);
    if (::poll(events.data(), events.size(), patience(busy_)) < 0) return;
    if (events[0].revents) stop(bell);
    for (std::size_t i = 0; i < busy_.size(); ++i) {
      busy_[i]->serve(&events[1 + i * ChildLink::kEvents]);
      busy_[i]->look_at(Clock::now());
      busy_[i]->begin();
      if (busy_[i]->is_done()) busy_[i]->give_back();
    }
    std::erase_if(busy_, std::mem_fn(&Line::is_done));
  }

  /// Milliseconds to the first deadline, rounded up.
  static int patience(const std::vector<Line*>& busy) {
    const auto first = std::ranges::min(busy, {}, &Line::deadline)->deadline();
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(first - Clock::now()).count();
    return static_cast<int>(std::max<std::int64_t>(left, 0));
  }

  void stop(StopBell& bell) {
    bell.silence();
    for (auto& [library, line] : lines_) line.cancel();
  }

  model::Sections settle(Diagnostics& diagnostics) {
    if (!problem_.empty()) {
      diagnostics.error("no-plugin-host", {},
                        fmt::format("Section plugins cannot be run: {}", problem_),
                        "Install Sheaf again: sheaf-host belongs to it");
    }
    model::Sections made;
    for (SectionWork& section : sections_) made.push_back(section.settle(diagnostics));
    return made;
  }

  model::Value context_;
  std::string problem_;
  RoundWorld world_;
  std::deque<SectionWork> sections_;
  std::map<std::string, Line> lines_;  // their order is of no importance
  std::deque<Line*> waiting_;          // as the layout names them first
  std::vector<Line*> busy_;
};

class HostRunner final : public Runner {
 public:
  explicit HostRunner(const RunnerSetup& setup) : setup_(setup), children_(setup_) {}

  void start() override { children_.start(); }

  void expect(std::span<const Manifest* const> plugins, const Path& root) override {
    const auto most = static_cast<std::size_t>(side_by_side());
    for (const Manifest* plugin : plugins.first(std::min(plugins.size(), most))) {
      children_.expect(*plugin, root);
    }
  }

  model::Sections run_all(const Work& work, Diagnostics& diagnostics) override {
    return Round(children_, setup_, work).run(diagnostics);
  }

 private:
  RunnerSetup setup_;
  Children children_;
};

}  // namespace

std::unique_ptr<Runner> make_host_runner(const RunnerSetup& setup) {
  return std::make_unique<HostRunner>(setup);
}

}  // namespace sheaf::plugin::host
