#include <catch2/catch.hpp>

#include "cli/check_formats.hpp"

using namespace sheaf;
using plugin::check::Outcome;
using plugin::check::Verdict;

namespace {

Verdict skipped(std::string_view check, std::string_view root) {
  Verdict verdict{check, Outcome::Skipped};
  verdict.root = root;
  return verdict;
}

}  // namespace

TEST_CASE("Checks that a failed one stands in the way of take one line below all") {
  const std::vector<Verdict> verdicts = {{"library"},
                                         {"examples", Outcome::Failed, "It crashed", "Mend it"},
                                         skipped("repeatable", "examples"),
                                         {"time", Outcome::Failed, "It takes long"},
                                         skipped("random", "examples"),
                                         skipped("refusals", "time")};
  const cli::Stream out(1, false);
  std::string text;
  for (const Verdict& one : verdicts) {
    if (one.outcome != Outcome::Skipped) text += cli::line_of(one, out);
  }
  CHECK(text + cli::sum_of(verdicts, out) ==
        "passed  library        0 ms\n"
        "failed  examples       It crashed\n"
        "                       Mend it\n"
        "failed  time           It takes long\n"
        "skipped 2 checks: mend `examples` first\n"
        "skipped 1 check: mend `time` first\n"
        "\n6 checks: 2 failed, 0 with a warning, 3 skipped\n");
}
