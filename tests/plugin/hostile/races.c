/* Changes a text while it is being read. */
#include "hostile.h"

static char text[4096];

static void* change(void* nothing) {
  for (unsigned char byte = 0;; ++byte) memset(text, byte, sizeof text);
  return nothing;
}

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  const sheaf_str moving = {text, sizeof text};
  pthread_t thread;
  (void)values;
  pthread_create(&thread, 0, change, 0);
  raw_open(section, out, "paragraph/1");
  for (int i = 0; i < 200; ++i) {
    out->text(out->ctx, moving);
    usleep(100); /* so that it changes on a busy machine, too */
  }
  return out->close(out->ctx);
}

RAW_PLUGIN(PLUGIN_ID, render)
