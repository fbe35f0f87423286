#include "plugin/registry.hpp"

#include <catch2/catch.hpp>

#include "support/memory_file_system.hpp"

using namespace sheaf;

namespace {

std::string manifest(const std::string& id, const std::string& version = "1.0.0") {
  return R"({"id": ")" + id + R"(", "version": ")" + version +
         R"(", "title": "T", "parameters": {"type": "object"}})";
}

struct World {
  test::MemoryFileSystem files;

  plugin::Registry discover(const std::vector<Path>& folders) {
    return plugin::discover(folders, files);
  }
};

/// What is wrong with the plugins that are at fault.
std::vector<std::string> faults(const plugin::Registry& registry) {
  std::vector<std::string> lines;
  for (const plugin::Manifest& one : registry.faulty()) {
    lines.push_back(one.bar->problem.id + ": " + one.bar->problem.message);
  }
  return lines;
}

std::vector<std::string> warnings(const plugin::Registry& registry,
                                  const std::set<std::string_view>& asked_for = {}) {
  Diagnostics diagnostics;
  plugin::warn_of_faults(registry, diagnostics, asked_for);
  CHECK(diagnostics.errors() == 0);
  std::vector<std::string> lines;
  for (const Diagnostic& one : diagnostics.all()) lines.push_back(one.id + ": " + one.message);
  return lines;
}

}  // namespace

TEST_CASE("Plugins are found by the manifests in their folders, and listed by id") {
  World world;
  world.files.files["/one/z.plugin.json"] = manifest("zebra");
  world.files.files["/one/z.so"] = "";
  world.files.files["/one/notes.json"] = "not a manifest";
  world.files.files["/two/a.plugin.json"] = manifest("ant");
  const auto registry = world.discover({"/one", "/two", "/none"});
  CHECK(registry.ids() == std::vector<std::string_view>{"ant", "zebra"});
  REQUIRE(registry.find("zebra"));
  CHECK(registry.find("zebra")->library == "/one/z.so");
  CHECK(registry.find("zebra")->file == "/one/z.plugin.json");
  CHECK_FALSE(registry.find("bee"));
  CHECK(faults(registry).empty());
}

TEST_CASE("Of one id in two folders, the first folder wins silently") {
  World world;
  world.files.files["/one/x.plugin.json"] = manifest("x", "1.0.0");
  world.files.files["/two/x.plugin.json"] = manifest("x", "2.0.0");
  const auto registry = world.discover({"/two", "/one"});
  CHECK(registry.find("x")->version == "2.0.0");
  CHECK(faults(registry).empty());
}

TEST_CASE("What lies in plugin folders and is not used is named, with the reason") {
  World world;
  world.files.files["/one/x.plugin.json"] = manifest("x");
  world.files.files["/one/x.so"] = "";
  world.files.files["/two/x.plugin.json"] = manifest("x");
  world.files.files["/two/x.so"] = "";
  world.files.files["/two/lone.so"] = "";
  const auto registry = world.discover({"/one", "/two"});
  REQUIRE(registry.skipped().size() == 2);
  CHECK(registry.skipped()[0].why ==
        "/two/lone.so has no manifest: lone.plugin.json is not beside it");
  CHECK(registry.skipped()[1].why ==
        "/two/x.plugin.json is hidden by /one/x.plugin.json, which is the same plugin in a folder "
        "that is searched before");
  CHECK(faults(registry).empty());
}

TEST_CASE("A manifest of a size that none has is refused unread") {
  World world;
  world.files.files["/one/x.plugin.json"] = std::string((4 << 20) + 1, ' ');
  const auto registry = world.discover({"/one"});
  CHECK(registry.all().empty());
  CHECK(faults(registry) ==
        std::vector<std::string>{"malformed-manifest: The plugin manifest "
                                 "/one/x.plugin.json cannot be read: File is too "
                                 "large"});
}

TEST_CASE("A folder that is named twice, or by a link, is looked through once") {
  World world;
  world.files.files["/one/x.plugin.json"] = manifest("x");
  world.files.links["/same"] = "/one";
  const auto registry = world.discover({"/one", "/one", "/same"});
  CHECK(registry.all().size() == 1);
  CHECK(faults(registry).empty());
}

TEST_CASE("One id twice in one folder bars that plugin, and names both files") {
  World world;
  world.files.files["/one/a.plugin.json"] = manifest("x");
  world.files.files["/one/b.plugin.json"] = manifest("x");
  world.files.files["/one/c.plugin.json"] = manifest("y");
  const auto registry = world.discover({"/one"});
  CHECK(registry.ids() == std::vector<std::string_view>{"y"});
  REQUIRE(registry.find("x"));
  CHECK(registry.find("x")->bar);
  CHECK(faults(registry) ==
        std::vector<std::string>{"duplicate-plugin: /one/a.plugin.json and /one/b.plugin.json both "
                                 "say that they are the plugin \"x\""});
}

TEST_CASE("A manifest that cannot be read or understood is named, and the others still stand") {
  World world;
  world.files.files["/one/bad.plugin.json"] = R"({"id": "bad"})";
  world.files.files["/one/good.plugin.json"] = manifest("good");
  world.files.files["/one/locked.plugin.json"] = manifest("locked");
  world.files.unreadable.insert("/one/locked.plugin.json");
  const auto registry = world.discover({"/one"});
  CHECK(registry.ids() == std::vector<std::string_view>{"good"});
  CHECK(registry.find("bad")->bar);
  const std::string bad =
      "malformed-manifest: The plugin manifest /one/bad.plugin.json gives no `version`";
  const std::string locked =
      "malformed-manifest: The plugin manifest /one/locked.plugin.json cannot be read: Permission "
      "denied";
  CHECK(faults(registry) == std::vector<std::string>{bad, locked});
  CHECK(warnings(registry) == std::vector<std::string>{bad, locked});
  CHECK(warnings(registry, {"bad", "good"}) == std::vector<std::string>{locked});
}

TEST_CASE("A malformed manifest hides none in its folder, and those in the folders after it") {
  World world;
  world.files.files["/one/x.plugin.json"] = "{";
  world.files.files["/one/z.plugin.json"] = manifest("x", "1.0.0");
  world.files.files["/one/y.plugin.json"] = "{";
  world.files.files["/two/y.plugin.json"] = manifest("y", "2.0.0");
  const auto registry = world.discover({"/one", "/two"});
  CHECK(registry.find("x")->version == "1.0.0");
  CHECK(registry.find("y")->bar);
  CHECK(registry.all().size() == 1);
  REQUIRE(registry.skipped().size() == 2);
  CHECK(registry.skipped()[0].file == "/one/x.plugin.json");
  CHECK(registry.skipped()[1].file == "/two/y.plugin.json");
}
