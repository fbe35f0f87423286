#include "plugin/host/line.hpp"

#include <csignal>

#include <catch2/catch.hpp>

#include "support/lent_child.hpp"

using namespace sheaf;
using namespace sheaf::plugin;
using namespace std::chrono_literals;

namespace {

/// One section, written by a process that a test plays.
struct Play {
  RunnerSetup setup{.isolation = Isolation::Process};
  host::Children children{setup};
  Manifest manifest{[] {
    Manifest made;
    made.id = "made-up";
    made.library = "/made-up.so";
    return made;
  }()};
  model::Report report;
  model::Value context = context_of(report);
  model::ReportSection section{"the-section", "made-up", "", {}, {}, {}, {}};
  SectionWork work{{&section, &manifest}, context};
  Work all{report, {}, {}};
  std::string problem;
  test::LentChild child{children, manifest, all.root};
  host::Line line{{children, setup, all, problem}, manifest};

  Play() {
    setup.limits.time = 60s;
    setup.limits.grace = 1ms;
    line.add(work);
    line.begin();
  }
  void serve() {
    std::vector<pollfd> events;
    line.add_events(events);
    REQUIRE(::poll(events.data(), events.size(), 0) > 0);
    line.serve(events.data());
  }
  std::string finding() {
    const auto all_found = work.diagnostics().all();
    return all_found.empty() ? std::string() : all_found.front().id;
  }
};

const std::string kLoaded = frame(host::FrameType::Loaded, {});

}  // namespace

TEST_CASE("A child that garbles is given no more time than one that is late") {
  Play play;
  play.child.send(kLoaded + "this is no frame");
  play.serve();
  CHECK(!play.line.is_done());  // it may have crashed in the middle of a frame
  CHECK(play.line.deadline() <= host::Clock::now() + play.setup.limits.grace);
  play.line.look_at(play.line.deadline());
  CHECK(play.line.is_done());
  CHECK(play.finding() == "plugin-garbled");
}

TEST_CASE("From a child that garbles nothing more is read but its end") {
  Play play;
  play.child.send(kLoaded + "this is no frame");
  play.serve();
  play.child.send(std::string(10'000, 'x'));
  play.child.print(std::string(10'000, '\n'));
  std::vector<pollfd> events;
  play.line.add_events(events);
  CHECK(::poll(events.data(), events.size(), 0) == 0);
}

TEST_CASE("A child that crashes in the middle of a frame has crashed") {
  Play play;
  play.child.send(kLoaded + "this is no frame");
  play.child.end(SIGSEGV);
  play.serve();
  CHECK(play.line.is_done());
  CHECK(play.finding() == "plugin-crash");
}

TEST_CASE("A child that nobody can tell of is the fault of no plugin") {
  Play play;
  play.child.send(kLoaded);
  play.child.vanish();
  play.serve();  // what it said
  play.serve();  // its end
  CHECK(play.line.is_done());
  CHECK(play.finding().empty());
  CHECK(play.problem == "sheaf-host has ended");
}
