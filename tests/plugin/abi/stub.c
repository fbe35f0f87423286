/* A library whose debug information holds all of the boundary, for abidiff. */
#include <sheaf/abi.h>

const sheaf_plugin* SHEAF_CALL sheaf_section_entry_1(uint32_t host_minor) {
  (void)host_minor;
  return 0;
}
