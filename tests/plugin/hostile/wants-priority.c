/* Puts itself before all others. */
#include <sched.h>

#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  const struct sched_param high = {.sched_priority = 1};
  cpu_set_t all;
  memset(&all, 0xFF, sizeof all);
  tell("nice", setpriority(PRIO_PROCESS, 0, -20));
  tell("nice of all", setpriority(PRIO_USER, 0, 19));
  tell("round robin", sched_setscheduler(0, SCHED_RR, &high));
  tell("round robin of parent", sched_setscheduler(getppid(), SCHED_RR, &high));
  tell("sched_setparam of parent",
       sched_setparam(getppid(), &(struct sched_param){0}) == 0 ? 0 : -1);
  tell("affinity of parent", sched_setaffinity(getppid(), sizeof all, &all));
  tell("input before others", syscall(SYS_ioprio_set, 1, 0, 1 << 13));
  tell("memory of its own", syscall(SYS_mlockall, MCL_CURRENT | MCL_FUTURE));
}

HARM_PLUGIN
