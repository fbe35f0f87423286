#include "plugin/trust.hpp"

#include <catch2/catch.hpp>

using namespace sheaf;

namespace {

plugin::Manifest manifest(const std::string& id, const std::string& version = "1.2.0") {
  plugin::Manifest made;
  made.id = id;
  made.version = version;
  made.library = "/nowhere/" + id + ".so";
  return made;
}

model::TrustList list_of(const std::string& id, const std::string& versions) {
  return {"trust.yaml", {{id, {std::string(64, 'a')}, parse_version_range(versions), versions}}};
}

plugin::Registry restricted(const model::TrustList& list, const plugin::Manifest& one) {
  return plugin::restrict_to(list, plugin::Registry({one}));
}

}  // namespace

TEST_CASE("A plugin on the list may be loaded as a library of its hash alone") {
  const auto registry = restricted(list_of("cover", "^1.0"), manifest("cover"));
  CHECK_FALSE(plugin::why_barred(*registry.find("cover")));
  CHECK(registry.find("cover")->hashes == std::vector<std::string>{std::string(64, 'a')});
}

TEST_CASE("A plugin that is not on the list of trusted plugins is barred") {
  const auto registry = restricted(list_of("cover", "^1.0"), manifest("prose"));
  const auto problem = plugin::why_barred(*registry.find("prose"));
  REQUIRE(problem);
  CHECK(problem->id == "untrusted-plugin");
  CHECK(problem->message ==
        "The plugin \"prose\" is not on the list of trusted plugins, trust.yaml");
}

TEST_CASE("A trusted plugin in a version that the list does not allow is barred") {
  const auto registry = restricted(list_of("cover", "~1.1"), manifest("cover"));
  const auto problem = plugin::why_barred(*registry.find("cover"));
  REQUIRE(problem);
  CHECK(problem->message ==
        "The plugin \"cover\" is installed in version 1.2.0, and the list of trusted plugins, "
        "trust.yaml, allows ~1.1");
}

TEST_CASE("Without a list nothing is barred, and any library may be loaded") {
  CHECK_FALSE(plugin::why_barred(manifest("cover")));
  CHECK(manifest("cover").hashes.empty());
}
