/* Changes all that others in the same process would feel. */
#include <fenv.h>
#include <locale.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>

#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  struct rlimit none = {0, 0};
  struct itimerval soon = {{0, 1000}, {0, 1000}};
  setlocale(LC_ALL, "C.UTF-8");
  setenv("LC_ALL", "tr_TR.UTF-8", 1);
  setenv("TZ", "Pacific/Auckland", 1);
  tzset();
  if (chdir("/") != 0 || chdir(folder) != 0) fesetround(FE_UPWARD);
  fesetround(FE_DOWNWARD);
  umask(0777);
  signal(SIGTERM, SIG_IGN);
  signal(SIGXCPU, SIG_IGN);
  signal(SIGPIPE, SIG_DFL);
  signal(SIGALRM, SIG_IGN);
  setitimer(ITIMER_REAL, &soon, 0);
  setrlimit(RLIMIT_NOFILE, &none);
  prctl(PR_SET_NAME, "sheaf");
  clearenv();
}

HARM_PLUGIN
