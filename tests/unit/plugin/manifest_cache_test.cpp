#include "plugin/manifest_cache.hpp"

#include <catch2/catch.hpp>

#include "plugin/manifest_packing.hpp"
#include "support/memory_file_system.hpp"

using namespace sheaf;
using plugin::ManifestCache;

namespace {

const Path kFile = "/cache/manifests.cache";
const plugin::ManifestCachePlace kPlace{kFile, "1.0.0 of today"};

/// Every member of a type and a field is something here, or is in one of its parts.
const std::string kRich = R"({"id": "rich", "version": "1.2.0", "title": "T", "description": "D",
  "generation": 1, "blocks": ["table/1", "list/1"], "parameters": {"type": "object",
  "x-shorthand": "code", "required": ["code"], "properties": {
    "code": {"x-sheaf": "text", "description": "A code", "pattern": "^[A-Z]{2}$", "x-form": "two capitals",
             "examples": ["AB"], "default": "ZZ"},
    "old-code": {"deprecated": true, "x-now": "code"},
    "free": {"x-sheaf": "text", "pattern": "(a|b)*"},
    "state": {"enum": ["open", "closed"]},
    "rows": {"x-sheaf": "rows", "minItems": 1, "maxItems": 9, "items": {"type": "object", "properties": {
      "amount": {"x-sheaf": "money", "minimum": 0, "maximum": 12.50}}},
      "examples": [[{"amount": 1.5, "more": [true, null]}]]}}}})";

std::string manifest(const std::string& id, const std::string& description = "D") {
  return R"({"id": ")" + id + R"(", "version": "1.0.0", "title": "T", "description": ")" +
         description + R"(", "parameters": {"type": "object"}})";
}

struct World {
  test::MemoryFileSystem files;

  /// In a process of its own, so to speak. What it comes to, packed, or what is wrong.
  std::string read(const std::vector<std::string>& texts,
                   const plugin::ManifestCachePlace& place = kPlace) {
    ManifestCache cache(place, files);
    std::string all;
    for (const std::string& text : texts) {
      const auto read = cache.parse(text);
      all += read ? plugin::pack_heading(*read) + plugin::pack(read->parameters) + read->text
                  : read.error();
    }
    cache.save();
    return all;
  }
  /// Whether all of these are found in the cache: then nothing is written.
  bool knows(const std::vector<std::string>& texts,
             const plugin::ManifestCachePlace& place = kPlace) {
    const std::string before = files.files[kFile];
    ManifestCache cache(place, files);
    for (const std::string& text : texts) (void)cache.parse(text);
    files.files.erase(kFile);
    cache.save();
    const bool written = files.files.contains(kFile);
    files.files[kFile] = before;
    return !written;
  }
};

}  // namespace

TEST_CASE("Every part of a manifest is packed and unpacked") {
  const auto parsed = plugin::parse_manifest(kRich);
  REQUIRE(parsed);
  const auto unpacked = plugin::unpack_heading(plugin::pack_heading(*parsed));
  const auto parameters = plugin::unpack_type(plugin::pack(parsed->parameters));
  REQUIRE(unpacked);
  REQUIRE(parameters);
  CHECK(unpacked->id == "rich");
  CHECK(unpacked->version == "1.2.0");
  CHECK(unpacked->title == "T");
  CHECK(unpacked->description == "D");
  CHECK(unpacked->generation == 1);
  CHECK(unpacked->blocks == std::vector<std::string>{"table/1", "list/1"});
  const model::Type& type = *parameters;
  CHECK(type.kind == model::TypeKind::Record);
  CHECK(type.shorthand == "code");
  REQUIRE(type.fields.size() == 4);
  const model::Field& code = type.fields[0];
  CHECK(code.name == "code");
  CHECK(code.description == "A code");
  CHECK(code.required);
  CHECK_FALSE(type.fields[1].required);
  CHECK(code.example == Json::string("AB"));
  CHECK(code.fallback == Json::string("ZZ"));
  CHECK(code.was == std::vector<std::string>{"old-code"});
  CHECK(code.type.limits.form == "[A-Z]{2}");
  CHECK(code.type.limits.form_in_words == "two capitals");
  CHECK(type.fields[1].type.pattern == "(a|b)*");
  CHECK(type.fields[2].type.choices == std::vector<std::string>{"open", "closed"});
  const model::Field& rows = type.fields[3];
  CHECK(rows.type.limits == parsed->parameters.fields[3].type.limits);
  CHECK(rows.type.limits.most == "9");
  CHECK(rows.example == parsed->parameters.fields[3].example);
  CHECK(rows.type.item.at(0).fields.at(0).type.limits.most == "12.50");
}

TEST_CASE("Bytes that were cut, or have more behind them, unpack to nothing") {
  const std::string bytes = plugin::pack(plugin::parse_manifest(kRich)->parameters);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_FALSE(plugin::unpack_type(std::string_view(bytes).substr(0, size)));
  }
  CHECK_FALSE(plugin::unpack_type(bytes + '\0'));
}

TEST_CASE("A manifest that was read before comes to the same without being parsed") {
  World world;
  const std::string first = world.read({kRich, manifest("a")});
  CHECK(world.knows({kRich, manifest("a")}));
  CHECK(world.read({kRich, manifest("a")}) == first);
}

TEST_CASE("A heading alone is read without the parameters, once the whole was read") {
  World world;
  ManifestCache first(kPlace, world.files, plugin::Reading::Heading);
  CHECK(first.parse(kRich)->parameters.fields.size() == 4);
  CHECK(first.parse(R"({"id": "bad"})").error() == "gives no `version`");
  first.save();
  ManifestCache next(kPlace, world.files, plugin::Reading::Heading);
  const auto heading = next.parse(kRich);
  CHECK(heading->title == "T");
  CHECK(heading->blocks.size() == 2);
  CHECK(heading->parameters.fields.empty());
  CHECK(next.parse(R"({"id": "bad"})").error() == "gives no `version`");
  CHECK(ManifestCache(kPlace, world.files).parse(kRich)->parameters.fields.size() == 4);
}

TEST_CASE("A manifest with another text is parsed, and those known before stay known") {
  World world;
  world.read({manifest("a")});
  CHECK_FALSE(world.knows({manifest("a", "E")}));
  world.read({manifest("a", "E")});
  CHECK(world.knows({manifest("a"), manifest("a", "E")}));
}

TEST_CASE("A manifest is known by its whole text, not by a hash that another could have") {
  World world;
  world.read({manifest("a"), kRich});
  CHECK_THAT(world.files.files[kFile], Catch::Contains(manifest("a")));
  CHECK_THAT(world.files.files[kFile], Catch::Contains(kRich));
}

TEST_CASE("What another Sheaf kept is not believed") {
  World world;
  world.read({manifest("a")});
  CHECK_FALSE(world.knows({manifest("a")}, {kFile, "1.0.0 of tomorrow"}));
}

TEST_CASE("What is wrong with a manifest is said each time") {
  World world;
  const std::string bad = R"({"id": "bad"})";
  CHECK(world.read({bad}) == "gives no `version`");
  CHECK(world.read({bad}) == "gives no `version`");
  CHECK(world.files.files.empty());
}

TEST_CASE("A cache with any byte changed, or cut anywhere, changes nothing but the time") {
  World world;
  const std::string right = world.read({manifest("a"), manifest("b")});
  const std::string kept = world.files.files[kFile];
  for (std::size_t at = 0; at < kept.size(); ++at) {
    world.files.files[kFile] = kept;
    world.files.files[kFile][at] ^= 0x11;
    CHECK(world.read({manifest("a"), manifest("b")}) == right);
    CHECK(world.knows({manifest("a"), manifest("b")}));
    world.files.files[kFile] = kept.substr(0, at);
    CHECK(world.read({manifest("a"), manifest("b")}) == right);
  }
}

TEST_CASE("A cache that may not be read, or is none, counts for nothing") {
  World world;
  const std::string right = world.read({manifest("a")}, {});
  world.files.files[kFile] = "fonts";
  CHECK(world.read({manifest("a")}) == right);
  world.files.unreadable.insert(kFile);
  CHECK(world.read({manifest("a")}) == right);
}

TEST_CASE("A cache that grows too large keeps what is asked for now") {
  World world;
  const std::string large(3 << 20, 'x');
  world.read({manifest("a", large)});
  world.read({manifest("b", large)});
  CHECK(world.knows({manifest("a", large), manifest("b", large)}));
  world.read({manifest("b", large), manifest("c", large)});
  CHECK(world.knows({manifest("b", large), manifest("c", large)}));
  CHECK_FALSE(world.knows({manifest("a", large)}));
}

TEST_CASE("Without a place no cache is kept") {
  World world;
  world.read({manifest("a")}, {});
  CHECK(world.files.files.empty());
}
