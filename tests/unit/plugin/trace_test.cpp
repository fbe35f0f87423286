#include "plugin/trace.hpp"

#include <catch2/catch.hpp>

using namespace sheaf;

TEST_CASE("The place of a crash is the first in the plugin's own library") {
  const Path library = "/srv/built/cover.so";
  const std::string_view trace =
      "abort+0x12 in libc.so.6\nother-cover.so+0x1\ncover.so+0x4352\ncover.so+0x99\n";
  CHECK(plugin::place_in(trace, library) == "cover.so+0x4352");
  CHECK(plugin::place_in("raise+0x1 in cover.so\n", library).empty());
  CHECK(plugin::place_in("cover.so+0x7", library) == "cover.so+0x7");
  CHECK(plugin::place_in("", library).empty());
  CHECK(plugin::place_in("cover.so+0x\ncover.so+12\ncover.so+0x4g\n", library).empty());
  CHECK(plugin::place_in("cover.so+0x1; reboot\ncover.so+0x2\n", library) == "cover.so+0x2");
}

TEST_CASE("The line behind a place is told by its offset in the library") {
  CHECK(plugin::line_told_by("/srv/built/cover.so", "cover.so+0x4352") ==
        "built with -g, its line is told by\n  addr2line -Cfie /srv/built/cover.so 0x4352");
  CHECK(plugin::line_told_by("/srv/our plugins/a+b.so", "a+b.so+0x7") ==
        "built with -g, its line is told by\n  addr2line -Cfie '/srv/our plugins/a+b.so' 0x7");
  CHECK(plugin::line_told_by("/srv/Ann's/cover.so", "cover.so+0x7") ==
        "built with -g, its line is told by\n  addr2line -Cfie '/srv/Ann'\\''s/cover.so' 0x7");
}
