#include "plugin/quarantine.hpp"

#include <catch2/catch.hpp>

#include "plugin/trust.hpp"
#include "support/memory_file_system.hpp"

using namespace sheaf;
using plugin::Quarantine;
using plugin::Seconds;

namespace {

constexpr Seconds kNow{std::chrono::seconds(1'606'300'000)};  // 2020-11-25, about half past ten
const Path kFile = "/cache/quarantine.json";

plugin::Manifest manifest() {
  plugin::Manifest made;
  made.id = "broken";
  made.library = "/plugins/broken.so";
  return made;
}

/// A library that fell over at kNow.
struct World {
  World() {
    files.files["/plugins/broken.so"] = "the library";
    Quarantine(kFile, files, kNow)
        .add(manifest(), *files.stamp("/plugins/broken.so"),
             "The plugin \"broken\" crashed as it was loaded");
  }
  std::optional<plugin::LoadProblem> barred(Seconds now = kNow) {
    const auto registry = Quarantine(kFile, files, now).apply(plugin::Registry({manifest()}));
    return plugin::why_barred(*registry.find("broken"));
  }
  test::MemoryFileSystem files;
};

}  // namespace

TEST_CASE("A plugin that fell over as it was loaded is left alone for a day, and that is told") {
  World world;
  const auto problem = world.barred();
  REQUIRE(problem);
  CHECK(problem->id == "plugin-quarantined");
  CHECK(problem->message ==
        "The plugin \"broken\" crashed as it was loaded; it is not tried again before "
        "2020-11-26 10:26 UTC");
  CHECK(world.barred(kNow + std::chrono::hours(23)));
  CHECK_FALSE(world.barred(kNow + std::chrono::hours(24)));
}

TEST_CASE("Any change of the library ends its quarantine") {
  World world;
  world.files.files["/plugins/broken.so"] = "another one";
  CHECK_FALSE(world.barred());
}

TEST_CASE("A library that was changed while it was loaded is not kept in quarantine") {
  test::MemoryFileSystem files;
  files.files["/plugins/broken.so"] = "half of";
  const FileStamp loaded = *files.stamp("/plugins/broken.so");
  files.files["/plugins/broken.so"] = "half of the library, and the rest";
  Quarantine quarantine(kFile, files, kNow);
  quarantine.add(manifest(), loaded, "crashed");
  CHECK(quarantine.all().empty());
}

TEST_CASE("A plugin is released from quarantine by its id") {
  World world;
  CHECK_FALSE(Quarantine(kFile, world.files, kNow).release("other"));
  CHECK(world.barred());
  CHECK(Quarantine(kFile, world.files, kNow).release("broken"));
  CHECK_FALSE(world.barred());
}

TEST_CASE("A quarantine that cannot be read, or is none, counts for nothing") {
  World world;
  const auto* text = GENERATE("", "{", "[1, null, {}]", "[{\"id\": 7}]", "\xff\xfe");
  world.files.files[kFile] = text;
  CHECK_FALSE(world.barred());
}

TEST_CASE("Without a cache folder no quarantine is kept") {
  test::MemoryFileSystem files;
  files.files["/plugins/broken.so"] = "the library";
  Quarantine quarantine({}, files, kNow);
  quarantine.add(manifest(), *files.stamp("/plugins/broken.so"), "crashed");
  CHECK(quarantine.all().empty());
  CHECK(files.files.size() == 1);
}
