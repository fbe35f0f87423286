# sheaf_add_plugin(<id> SOURCES <file>… [OUTPUT_DIRECTORY <folder>] [NO_INSTALL])
#
# Builds a section plugin: a module <id>.so that exports sheaf_section_entry_1 and nothing else, and
# beside it <id>.plugin.json, the manifest that the compiler left in its section .sheaf.manifest.
# Both go to OUTPUT_DIRECTORY, else to SHEAF_PLUGIN_OUTPUT_DIRECTORY, else to the current binary
# folder, and are installed to lib/sheaf/plugins. <id> must be the `.id` of SHEAF_SECTION.

set(SHEAF_PLUGIN_CMAKE_FOLDER ${CMAKE_CURRENT_LIST_DIR})

function(sheaf_add_plugin id)
  cmake_parse_arguments(PARSE_ARGV 1 arg "NO_INSTALL" "OUTPUT_DIRECTORY" "SOURCES")
  if(NOT arg_SOURCES OR arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "sheaf_add_plugin(${id} SOURCES <file>… [OUTPUT_DIRECTORY <folder>] [NO_INSTALL])")
  endif()
  set(folder ${CMAKE_CURRENT_BINARY_DIR})
  if(arg_OUTPUT_DIRECTORY)
    set(folder ${arg_OUTPUT_DIRECTORY})
  elseif(SHEAF_PLUGIN_OUTPUT_DIRECTORY)
    set(folder ${SHEAF_PLUGIN_OUTPUT_DIRECTORY})
  endif()
  set(manifest ${folder}/${id}.plugin.json)

  add_library(${id} MODULE ${arg_SOURCES})
  set_target_properties(${id} PROPERTIES
    PREFIX "" OUTPUT_NAME ${id} LIBRARY_OUTPUT_DIRECTORY ${folder}
    C_VISIBILITY_PRESET hidden CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON
    LINK_DEPENDS ${SHEAF_PLUGIN_CMAKE_FOLDER}/sheaf_plugin.version)
  target_link_libraries(${id} PRIVATE sheaf::sdk)
  # An empty optional that is read, or an entry behind a list's end, ends the section, not in a wrong figure.
  target_compile_definitions(${id} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:_GLIBCXX_ASSERTIONS>)
  target_link_options(${id} PRIVATE
    -Wl,--version-script=${SHEAF_PLUGIN_CMAKE_FOLDER}/sheaf_plugin.version)
  if(NOT "${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_FLAGS} ${CMAKE_CXX_FLAGS_DEBUG}" MATCHES "Clang.*-fsanitize")
    target_link_options(${id} PRIVATE -Wl,--no-undefined)  # clang keeps sanitizers in the program
  endif()

  add_custom_command(TARGET ${id} POST_BUILD BYPRODUCTS ${manifest}
    COMMAND ${CMAKE_OBJCOPY} -O binary --only-section=.sheaf.manifest $<TARGET_FILE:${id}> ${manifest}
    COMMAND ${CMAKE_COMMAND} -D manifest=${manifest} -D id=${id}
            -P ${SHEAF_PLUGIN_CMAKE_FOLDER}/check_manifest.cmake
    VERBATIM)
  if(NOT arg_NO_INSTALL)
    install(TARGETS ${id} LIBRARY DESTINATION lib/sheaf/plugins)
    install(FILES ${manifest} DESTINATION lib/sheaf/plugins)
  endif()
endfunction()
