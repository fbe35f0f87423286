# A manifest that Sheaf could not read is a mistake to mend now: an example that is no JSON, or a
# library without SHEAF_SECTION.
cmake_minimum_required(VERSION 3.25)
file(READ ${manifest} text)
if(text STREQUAL "")
  message(FATAL_ERROR "${id}: there is no manifest in it; does a source say SHEAF_SECTION(…)?")
endif()
string(JSON said ERROR_VARIABLE problem GET "${text}" id)
if(problem)
  message(FATAL_ERROR "${id}: its manifest is no JSON (an example of a list, a record or a number is "
                      "given as JSON): ${problem}")
endif()
if(NOT said STREQUAL id)
  message(FATAL_ERROR "${id}: SHEAF_SECTION gives it the id \"${said}\"; sheaf_add_plugin must say the same")
endif()
