// What a piece of work takes by itself, on a machine that has other things to do.

#include "plugin/check/own_time.hpp"

#include <sched.h>

#include <atomic>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

using sheaf::plugin::check::Milliseconds;
using sheaf::plugin::check::OwnTime;

namespace {

using Clock = std::chrono::steady_clock;

Milliseconds processor_time() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return Milliseconds(time.tv_sec * 1000 + time.tv_nsec / 1'000'000);
}

void work_for(Milliseconds time) {
  for (const auto begin = processor_time(); processor_time() - begin < time;) continue;
}

/// This thread, and those that it starts, on one processor together.
void share_one_processor() {
  cpu_set_t one;
  CPU_ZERO(&one);
  CPU_SET(sched_getcpu(), &one);
  REQUIRE(sched_setaffinity(0, sizeof one, &one) == 0);
}

}  // namespace

TEST_CASE("Waiting for a busy processor is no time of one's own") {
  Milliseconds own{0}, clock{0};
  std::thread([&] {
    share_one_processor();
    std::atomic<bool> stop = false;
    std::vector<std::thread> others;
    for (int i = 0; i < 3; ++i) {
      others.emplace_back([&] {
        while (!stop) continue;
      });
    }
    const auto begin = Clock::now();
    const OwnTime time;
    work_for(Milliseconds(100));
    own = time.elapsed();
    clock = std::chrono::duration_cast<Milliseconds>(Clock::now() - begin);
    stop = true;
    for (std::thread& other : others) other.join();
  }).join();
  CAPTURE(own.count(), clock.count());
  CHECK(own >= Milliseconds(99));
  CHECK(own < clock);
  CHECK(own - Milliseconds(100) < (clock - Milliseconds(100)) / 2);
}

TEST_CASE("Sleep is time of one's own") {
  const OwnTime time;
  std::this_thread::sleep_for(Milliseconds(30));
  CHECK(time.elapsed() >= Milliseconds(29));
}
