/* Its entry gives nothing. */
#include "raw.h"

SHEAF_MANIFEST static const char manifest[sizeof(RAW_MANIFEST("null-entry")) - 1] =
    RAW_MANIFEST("null-entry");

SHEAF_EXPORT const sheaf_plugin* SHEAF_CALL sheaf_section_entry_1(uint32_t host_minor) {
  (void)host_minor;
  return 0;
}
