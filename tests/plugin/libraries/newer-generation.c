/* Of generation 2: it has no entry that this Sheaf knows. */
#include "raw.h"

SHEAF_EXPORT const void* sheaf_section_entry_2(uint32_t host_minor) {
  (void)host_minor;
  return 0;
}
