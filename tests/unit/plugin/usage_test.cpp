#include "plugin/host/usage.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <vector>

#include <catch2/catch.hpp>

using namespace sheaf::plugin::host;
using namespace std::chrono_literals;

namespace {

/// A process of one thread that uses 100 ms of processor time and 32 MB, and waits.
class Busy {
 public:
  Busy() : process_(::fork()) {
    if (process_ != 0) return;
    std::vector<char> much(32 << 20, 'x');
    while (std::clock() < CLOCKS_PER_SEC / 10) {}
    for (;;) ::pause();
  }
  ~Busy() {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
  }
  Busy(const Busy&) = delete;
  Busy& operator=(const Busy&) = delete;
  pid_t process() const { return process_; }

 private:
  pid_t process_;
};

}  // namespace

TEST_CASE("What a process uses is seen from outside") {
  const Busy busy;
  for (int i = 0; i < 1000 && processor_time(busy.process()) < 100ms; ++i) ::usleep(10'000);
  CHECK(processor_time(busy.process()) >= 100ms);
  CHECK(threads(busy.process()) == 1);
  CHECK(own_memory(busy.process()) >= 32 << 20);
  CHECK(own_memory(busy.process()) < 1 << 30);
}

TEST_CASE("A process that there is not uses nothing") {
  for (const pid_t none : {0, -1, 5'000'000}) {
    CHECK(processor_time(none) == 0ns);
    CHECK(threads(none) == 0);
    CHECK(own_memory(none) == 0);
  }
}
