# Read when cpack runs: the same sources give the same packages, dated as the last change to them.
if(NOT DEFINED ENV{SOURCE_DATE_EPOCH})
  execute_process(COMMAND git log -1 --format=%ct WORKING_DIRECTORY ${CMAKE_CURRENT_LIST_DIR}
    OUTPUT_VARIABLE changed OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  if(NOT changed)
    set(changed 1767225600)  # 1 January 2026
  endif()
  set(ENV{SOURCE_DATE_EPOCH} ${changed})
endif()
