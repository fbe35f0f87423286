/* For plugins that mean harm. Each tries one thing, prints what came of it, and writes a paragraph
 * if it still can: the file defines harm(), and ends with HARM_PLUGIN, or brings a render() of its
 * own for RAW_PLUGIN. PLUGIN_ID is the file's name. hostile_test.py knows what must come of each.
 */
#ifndef SHEAF_TESTS_HOSTILE_H
#define SHEAF_TESTS_HOSTILE_H

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../libraries/raw.h"

/* An address at which there is nothing, hidden from the compiler. */
static inline void* nowhere(void) {
  void* volatile place = (void*)(uintptr_t)0x1000;
  return place;
}

/* "what: done" is harm; the tests look for it. `result` as of a system call. */
static inline void tell(const char* what, long result) {
  dprintf(STDOUT_FILENO, "%s: %s\n", what, result < 0 ? strerror(errno) : "done");
}
/* For pthread functions and the like. */
static inline void tell_error(const char* what, int error) {
  dprintf(STDOUT_FILENO, "%s: %s\n", what, error ? strerror(error) : "done");
}

/* What would hurt others is only tried below a filter of system calls. */
static inline int is_caged(void) {
  if (prctl(PR_GET_SECCOMP, 0, 0, 0, 0) == 2) return 1;
  dprintf(STDOUT_FILENO, "no filter of system calls\n");
  return 0;
}

/* The section's `text:`, which is the layout's folder. */
static inline const char* folder_of(const sheaf_values* values) {
  static char folder[4096];
  sheaf_str text = {0, 0};
  values->text(values->ctx, values->get(values->ctx, values->root, raw_str("text")), &text);
  if (text.n >= sizeof folder) text.n = 0;
  if (text.n) memcpy(folder, text.p, text.n);
  folder[text.n] = 0;
  return folder;
}

static inline sheaf_rc carry_on(sheaf_section* section, const sheaf_builder* out) {
  raw_open(section, out, "paragraph/1");
  out->text(out->ctx, raw_str("It went on."));
  return out->close(out->ctx);
}

#define HARM_PLUGIN                                                          \
  static sheaf_rc render(sheaf_section* section, const sheaf_values* values, \
                         const sheaf_builder* out) {                         \
    harm(folder_of(values));                                                 \
    return carry_on(section, out);                                           \
  }                                                                          \
  RAW_PLUGIN(PLUGIN_ID, render)

#endif
