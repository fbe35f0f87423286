#include "plugin/host/host_runner.hpp"

#include <fcntl.h>
#include <sys/eventfd.h>

#include <algorithm>
#include <deque>
#include <map>

#include <fmt/format.h>

#include "plugin/host/line.hpp"

namespace sheaf::plugin::host {
namespace {

/// Wakes a poll when a stop is requested.
class StopBell {
 public:
  explicit StopBell(const std::stop_token& stop)
      : bell_(stop.stop_possible() ? ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK) : -1),
        rings_(stop, [this] { ring(); }) {}
  pollfd event() const { return {bell_.value(), POLLIN, 0}; }
  void silence() { bell_.close(); }

 private:
  void ring() const {
    const std::uint64_t one = 1;
    (void)!::write(bell_.value(), &one, sizeof one);
  }
  Descriptor bell_;
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
    for (auto& [library, line] : lines_) line.begin();
    while (poll_once(bell)) {}
    for (auto& [library, line] : lines_) line.give_back();
    return settle(diagnostics);
  }

 private:
  Line& line_of(const Manifest& manifest) {
    return lines_.try_emplace(manifest.library.native(), world_, manifest).first->second;
  }

  /// Waits for whatever comes first. False when all is done.
  bool poll_once(StopBell& bell) {
    std::vector<Line*> busy;
    std::vector<pollfd> events{bell.event()};
    for (auto& [library, line] : lines_) {
      if (line.is_done()) continue;
      busy.push_back(&line);
      line.add_events(events);
    }
    if (busy.empty()) return false;
    if (::poll(events.data(), events.size(), patience(busy)) < 0) return true;
    if (events[0].revents) stop(bell);
    for (std::size_t i = 0; i < busy.size(); ++i) {
      busy[i]->serve(&events[1 + i * ChildLink::kEvents]);
      busy[i]->look_at(Clock::now());
      busy[i]->begin();
    }
    return true;
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
};

class HostRunner final : public Runner {
 public:
  explicit HostRunner(const RunnerSetup& setup) : setup_(setup), children_(setup_) {}

  void start() override { children_.start(); }

  void expect(std::span<const Manifest* const> plugins, const Path& root) override {
    for (const Manifest* plugin : plugins) {
      auto child = children_.borrow(*plugin, root);
      if (child) children_.give_back(std::move(*child), *plugin, root);
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
