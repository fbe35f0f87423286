#include "cli/whole_plugin.hpp"

#include <array>
#include <chrono>

#include <catch2/catch.hpp>

#include "support/memory_file_system.hpp"

using namespace sheaf;
using namespace std::chrono_literals;

namespace {

/// How long it is waited for x.so, of which this file changed.
std::chrono::steady_clock::duration wait_for(const Path& changed, const FileSystem& files) {
  const auto begin = std::chrono::steady_clock::now();
  cli::await_whole_plugins(std::array{changed}, files);
  return std::chrono::steady_clock::now() - begin;
}

constexpr auto kSoon = 5s;  // half of its patience

}  // namespace

TEST_CASE("A plugin that was deleted is not waited for") {
  test::MemoryFileSystem files;
  CHECK(wait_for("/plugins/x.so", files) < kSoon);
  CHECK(wait_for("/plugins/x.plugin.json", files) < kSoon);
  files.files["/plugins/x.plugin.json"] = "{}";
  CHECK(wait_for("/plugins/x.so", files) < kSoon);
}

TEST_CASE("A library without a manifest is not waited for") {
  test::MemoryFileSystem files;
  files.files["/plugins/x.so"] = "a library of something else";
  CHECK(wait_for("/plugins/x.so", files) < kSoon);
}
