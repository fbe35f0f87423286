# Every third-party library, once. docs/decisions/0002-dependencies.md says why each is here.
find_package(Threads REQUIRED)

# Linked into the program where there is an archive: a library that the loader need not find, map and
# bind makes every start 0.2 ms shorter.
function(sheaf_plain_library target header library)
  find_path(${library}_include ${header} REQUIRED)
  find_library(${library}_library NAMES lib${library}.a ${library} REQUIRED)
  add_library(${target} UNKNOWN IMPORTED GLOBAL)
  set_target_properties(${target} PROPERTIES IMPORTED_LOCATION ${${library}_library}
                        INTERFACE_INCLUDE_DIRECTORIES ${${library}_include})
endfunction()

sheaf_plain_library(hpdf::hpdf hpdf.h hpdf)          # render/pdf
sheaf_plain_library(deflate::deflate libdeflate.h deflate)              # render/pdf
sheaf_plain_library(yaml-cpp::yaml-cpp yaml-cpp/parser.h yaml-cpp)      # config
sheaf_plain_library(cmark::gfm cmark-gfm.h cmark-gfm)                   # document
sheaf_plain_library(cmark::extensions cmark-gfm-core-extensions.h cmark-gfm-extensions)  # document
sheaf_plain_library(jpeg::jpeg jpeglib.h jpeg)                          # image
find_package(Boost 1.74 REQUIRED)                    # plugin: Boost.DLL, header-only
find_package(fmt 9.1 REQUIRED)                       # everywhere
find_package(tl-expected 1.0 REQUIRED)               # base
find_package(harfbuzz CONFIG REQUIRED)               # text
find_package(ICU 72 REQUIRED COMPONENTS uc)          # text
find_package(nlohmann_json 3.11 REQUIRED)            # base
find_package(CLI11 2.1 REQUIRED)                     # cli
find_package(PNG 1.6 REQUIRED)                       # image
find_package(mimalloc 2.0 REQUIRED)                  # the program
find_path(fontconfig_include fontconfig/fontconfig.h REQUIRED)  # text: opened when the font index is made
find_path(hunspell_include hunspell/hunspell.h REQUIRED)  # lint: opened when it is wanted
find_path(sqlite_include sqlite3.h REQUIRED)       # data: opened when the first query asks for it
find_file(SHEAF_SRGB_PROFILE sRGB.icc PATH_SUFFIXES share/color/icc REQUIRED)

# The allocator of optimised programs; sanitizers have one of their own. docs/decisions/0002-dependencies.md
add_library(sheaf_allocator INTERFACE)
if(CMAKE_BUILD_TYPE STREQUAL Release)
  target_sources(sheaf_allocator INTERFACE ${CMAKE_CURRENT_LIST_DIR}/base/allocation.cpp)
  target_link_libraries(sheaf_allocator INTERFACE mimalloc)
endif()

# The program links these alone, so that it starts in milliseconds: no library that is not used.
add_link_options(-Wl,--as-needed)
