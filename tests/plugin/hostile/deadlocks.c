/* Waits for itself. */
#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
  pthread_mutex_lock(&mutex);
  pthread_mutex_lock(&mutex);
}

HARM_PLUGIN
