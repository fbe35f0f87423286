/* Unwinds the thread by force, through all who would catch. */
#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  pthread_cancel(pthread_self());
  pthread_testcancel();
}

HARM_PLUGIN
