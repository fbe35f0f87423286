// Libraries that are no plugins, or not the ones that their manifests promise.

#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

#include "base/sha256.hpp"
#include "plugin/trust.hpp"
#include "stage.hpp"

using sheaf::test::Stage;
using Lines = std::vector<std::string>;
namespace fs = std::filesystem;

namespace {

const fs::path kLibraries = SHEAF_TEST_LIBRARIES;

/// A plugin folder of its own, empty at first.
class Folder {
 public:
  explicit Folder(const std::string& name)
      : path_(fs::path(SHEAF_BINARY_FOLDER) / "plugin-folders" / name) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  const fs::path& path() const { return path_; }

  void copy(const std::string& from, const std::string& to) const {
    fs::copy_file(kLibraries / from, path_ / to);
  }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
  }
  void manifest(const std::string& id, const std::string& more = "") const {
    write(id + ".plugin.json", "{\"id\": \"" + id + "\", \"version\": \"1.0.0\", \"title\": \"T\"" +
                                   more + ", \"parameters\": {\"type\": \"object\"}}");
  }

 private:
  fs::path path_;
};

/// Runs the plugin of a folder and gives what was said, without the folder.
Lines said_about(const Folder& folder, const std::string& plugin) {
  Stage stage(folder.path());
  CHECK(stage.run(plugin) == Stage::nothing(plugin));
  Lines lines = stage.said();
  for (std::string& line : lines) {
    for (auto at = line.find(folder.path()); at != std::string::npos;
         at = line.find(folder.path())) {
      line.erase(at, folder.path().string().size() + 1);
    }
  }
  return lines;
}

void check_refused(const std::string& plugin, const std::string& finding) {
  Stage stage;
  CHECK(stage.run(plugin) == Stage::nothing(plugin));
  CHECK(stage.said() == Lines{finding});
}

}  // namespace

TEST_CASE("A shared library without the entry is no section plugin") {
  const Folder folder("no-entry");
  folder.copy("no-plugin.so", "answer.so");
  folder.manifest("answer");
  CHECK(said_about(folder, "answer") ==
        Lines{"layout.yaml:1:3 error no-plugin: answer.so is a library, but no section plugin"});
}

TEST_CASE("A text file is no library") {
  const Folder folder("text-file");
  folder.write("letter.so", "Dear Sir or Madam");
  folder.manifest("letter");
  CHECK(said_about(folder, "letter") ==
        Lines{"layout.yaml:1:3 error plugin-not-loaded: The library of the plugin \"letter\", "
              "letter.so, is no library"});
}

TEST_CASE("A library that is missing is named") {
  const Folder folder("missing");
  folder.manifest("gone");
  CHECK(said_about(folder, "gone") ==
        Lines{"layout.yaml:1:3 error plugin-not-loaded: The library of the plugin \"gone\", "
              "gone.so, is missing"});
}

TEST_CASE("A library that is cut off is refused before the system's loader sees it") {
  const Folder folder("cut-off");
  folder.copy("plain-c.so", "plain-c.so");
  folder.copy("plain-c.plugin.json", "plain-c.plugin.json");
  const auto whole = fs::file_size(folder.path() / "plain-c.so");
  const auto part = GENERATE(1U, 2U, 3U, 5U, 9U);
  fs::resize_file(folder.path() / "plain-c.so", whole * part / 10);
  CHECK(said_about(folder, "plain-c") ==
        Lines{"layout.yaml:1:3 error plugin-not-loaded: The library of the plugin \"plain-c\", "
              "plain-c.so, is cut off"});
}

TEST_CASE("A plugin of a newer generation or feature level asks for a newer Sheaf") {
  const Folder folder("newer");
  folder.copy("newer-generation.so", "entry-alone.so");
  folder.manifest("entry-alone");
  CHECK(said_about(folder, "entry-alone") ==
        Lines{"layout.yaml:1:3 error newer-plugin: The plugin \"entry-alone\" was made for a newer "
              "Sheaf"});
  folder.manifest("says-so", ", \"generation\": 2");
  CHECK(said_about(folder, "says-so") ==
        Lines{"layout.yaml:1:3 error newer-plugin: The plugin \"says-so\" was made for a newer "
              "Sheaf"});
  check_refused(
      "newer-minor",
      "layout.yaml:1:3 error newer-plugin: The plugin \"newer-minor\" was made for a newer "
      "Sheaf");
}

TEST_CASE("A library without its manifest is not found") {
  const Folder folder("no-manifest");
  folder.copy("plain-c.so", "plain-c.so");
  Stage stage(folder.path());
  CHECK(stage.run("plain-c") == "no such plugin");
}

TEST_CASE("A manifest of another build is not believed") {
  const Folder folder("mismatch");
  folder.copy("plain-c.so", "plain-c.so");
  folder.manifest("plain-c");
  CHECK(said_about(folder, "plain-c") ==
        Lines{"layout.yaml:1:3 error manifest-mismatch: The library of the plugin \"plain-c\" and "
              "its manifest plain-c.plugin.json are not of the same build"});
}

TEST_CASE("A plugin that gives no table, or one of an impossible size, is refused") {
  check_refused(
      "null-entry",
      "layout.yaml:1:3 error unsound-plugin: The plugin \"null-entry\" says that it cannot "
      "work with this Sheaf");
  check_refused(
      "small-struct",
      "layout.yaml:1:3 error unsound-plugin: The plugin \"small-struct\" describes itself "
      "in 16 bytes, which cannot be");
}

TEST_CASE("A plugin that throws as it is loaded is named at the section that asks for it") {
  check_refused("throws-in-entry",
                "layout.yaml:1:3 error unsound-plugin: The plugin \"throws-in-entry\" breaks off "
                "when it is asked what it is");
}

TEST_CASE("Two plugins with one id in one folder are told where that plugin is asked for") {
  const Folder folder("twins");
  folder.copy("plain-c.plugin.json", "one.plugin.json");
  folder.copy("plain-c.plugin.json", "other.plugin.json");
  CHECK(said_about(folder, "plain-c") ==
        Lines{"layout.yaml:1:3 error duplicate-plugin: one.plugin.json and other.plugin.json both "
              "say that they are the plugin \"plain-c\""});
}

TEST_CASE("Of several trusted plugins each runs its own code") {
  const std::vector<std::string> plugins{"plain-c", "newer-sdk", "larger-struct"};
  Stage free, restricted;
  sheaf::model::TrustList list{"trust.yaml", {}};
  for (const std::string& plugin : plugins) {
    const auto bytes = free.files->read(kLibraries / (plugin + ".so"), 1 << 20);
    REQUIRE(bytes);
    list.plugins.push_back({plugin, {*sheaf::sha256(*bytes)}, {}, {}});
  }
  restricted.registry = sheaf::plugin::restrict_to(list, restricted.registry);
  for (const std::string& plugin : plugins) {
    CHECK(restricted.run(plugin) == free.run(plugin));
    CHECK(restricted.said() == Lines());
  }
}
