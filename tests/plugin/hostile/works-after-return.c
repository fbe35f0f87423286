/* Leaves a thread that writes on, into a section that is over. */
#include "hostile.h"

static const sheaf_builder* builder;

static void* write_on(void* nothing) {
  for (;;) {
    builder->text(builder->ctx, raw_str("more"));
    builder->close(builder->ctx);
  }
  return nothing;
}

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  pthread_t thread;
  (void)values;
  const sheaf_rc rc = carry_on(section, out);
  builder = out;
  pthread_create(&thread, 0, write_on, 0);
  return rc;
}

RAW_PLUGIN(PLUGIN_ID, render)
