// What docs/plugins/abi.md says of the builder's answers, where plugins run and where they do not.

#include <sys/socket.h>

#include <array>

#include <catch2/catch.hpp>

#include "base/descriptor.hpp"
#include "plugin/bridge.hpp"
#include "plugin/host/recorder.hpp"

using namespace sheaf;
using plugin::Bridge;

namespace {

using WrongCall = sheaf_rc (*)(const sheaf_builder&);

constexpr sheaf_str kBroken{"\xff", 1};
constexpr sheaf_str kName{"role", 4};
constexpr std::array<WrongCall, 5> kWrongCalls{
    [](const sheaf_builder& to) { return to.open(to.ctx, 0, 0); },
    [](const sheaf_builder& to) { return to.attr(to.ctx, kName, kName); },
    [](const sheaf_builder& to) { return to.text(to.ctx, kBroken); },
    [](const sheaf_builder& to) { return to.data(to.ctx, kName, "x", 1); },
    [](const sheaf_builder& to) { return to.close(to.ctx); },
};

/// The engine's side of a section, in one process.
struct InProcess {
  plugin::Manifest manifest;
  model::Value values, context;
  Diagnostics diagnostics;
  std::stop_source stop;
  Bridge bridge{{manifest, values, context, {}, 1, stop.get_token()}, diagnostics};
};

/// A plugin's own process, whose engine is somebody at the other end of a socket.
struct Child {
  explicit Child(const Bridge& bridge)
      : recorder(ends[0].value(), out, kinds, bridge.table().flat()) {}

  static std::array<Descriptor, 2> make_ends() {
    std::array<int, 2> made{};
    REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM, 0, made.data()) == 0);
    return {Descriptor(made[0]), Descriptor(made[1])};
  }
  std::array<Descriptor, 2> ends = make_ends();
  plugin::host::FrameWriter out{ends[0].value()};
  std::vector<std::string_view> kinds;
  plugin::host::Recorder recorder;
};

}  // namespace

TEST_CASE("In process the builder refuses a wrong call at once, and every call after it") {
  for (const WrongCall& call : kWrongCalls) {
    InProcess run;
    CHECK(call(*run.bridge.builder()) == SHEAF_E_USAGE);
    const sheaf_str text{"Words", 5};
    CHECK(run.bridge.builder()->text(run.bridge.builder()->ctx, text) == SHEAF_E_USAGE);
    CHECK(run.diagnostics.errors() == 1);
  }
}

TEST_CASE("In a process of its own a plugin gets OK for every call, until it is cancelled") {
  InProcess run;
  Child child(run.bridge);
  for (const WrongCall& call : kWrongCalls) CHECK(call(*child.recorder.builder()) == SHEAF_OK);
  child.recorder.cancel();
  for (const WrongCall& call : kWrongCalls)
    CHECK(call(*child.recorder.builder()) == SHEAF_CANCELLED);
}

TEST_CASE("In process, too, the builder answers that a section is cancelled") {
  InProcess run;
  run.stop.request_stop();
  CHECK(run.bridge.builder()->close(run.bridge.builder()->ctx) == SHEAF_CANCELLED);
}
