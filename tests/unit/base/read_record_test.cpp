#include "base/read_record.hpp"

#include <unistd.h>
#include <catch2/catch.hpp>

#include <chrono>
#include <thread>

#include "base/file_watch.hpp"
#include "support/memory_file_system.hpp"

using namespace sheaf;
using test::MemoryFileSystem;

namespace {

MemoryFileSystem two_files() {
  MemoryFileSystem files;
  files.files = {{"/in/a.yaml", "one"}, {"/in/b.yaml", "two"}};
  return files;
}

std::chrono::milliseconds time_of(const auto& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() -
                                                               start);
}

}  // namespace

TEST_CASE("What was read has changed when its bytes have, and once only") {
  MemoryFileSystem files = two_files();
  ReadRecord record(files);
  CHECK(record.read("/in/a.yaml", 10) == "one");
  CHECK(record.changes().empty());
  files.files["/in/a.yaml"] = "longer";
  CHECK(record.changes() == std::vector<Path>{"/in/a.yaml"});
  CHECK(record.changes().empty());
}

TEST_CASE("What was not read may change unnoticed") {
  MemoryFileSystem files = two_files();
  ReadRecord record(files);
  CHECK(record.read("/in/a.yaml", 10));
  files.files["/in/b.yaml"] = "longer";
  CHECK(record.changes().empty());
}

TEST_CASE("What was read is told from what was only seen in a folder") {
  MemoryFileSystem files = two_files();
  ReadRecord record(files);
  record.list("/in");
  CHECK(record.read("/in/a.yaml", 10));
  CHECK_FALSE(record.read("/in/none.yaml", 10));
  CHECK(record.has_read("/in/a.yaml"));
  CHECK(record.has_read("/in/none.yaml"));
  CHECK_FALSE(record.has_read("/in/b.yaml"));
}

TEST_CASE("A file that was looked for in vain is noticed when it comes, and when it goes") {
  MemoryFileSystem files = two_files();
  ReadRecord record(files);
  CHECK_FALSE(record.read("/in/c.yaml", 10));
  files.files["/in/c.yaml"] = "three";
  CHECK(record.changes() == std::vector<Path>{"/in/c.yaml"});
  files.files.erase("/in/c.yaml");
  CHECK(record.changes() == std::vector<Path>{"/in/c.yaml"});
}

TEST_CASE("A cache may change unnoticed, whoever writes it") {
  MemoryFileSystem files = two_files();
  ReadRecord record(files, {"/in/b.yaml", "/in/c.yaml"});
  CHECK(record.read("/in/a.yaml", 10));
  CHECK(record.read("/in/b.yaml", 10));
  CHECK_FALSE(record.read("/in/c.yaml", 10));
  CHECK(record.read_files() == 1);
  CHECK(record.write("/in/b.yaml", "longer"));
  files.files["/in/c.yaml"] = "three";
  CHECK(record.changes().empty());
}

TEST_CASE("What is written through the record is no news") {
  MemoryFileSystem files = two_files();
  ReadRecord record(files);
  CHECK_FALSE(record.read("/in/cache", 10));
  CHECK(record.write("/in/cache", "made"));
  CHECK(record.changes().empty());
}

TEST_CASE("A listed folder tells of newcomers") {
  MemoryFileSystem files = two_files();
  ReadRecord record(files);
  CHECK(record.list("/in").size() == 2);
  files.files["/in/new.so"] = "x";
  CHECK(record.changes() == std::vector<Path>{"/in/new.so"});
  CHECK(record.folders() == std::vector<Path>{"/in"});
}

TEST_CASE("A watch ends its wait when a file in a followed folder is saved") {
  const Path folder =
      std::filesystem::temp_directory_path() / ("sheaf-watch-" + std::to_string(::getpid()));
  const auto files = make_real_file_system();
  REQUIRE(files->make_folder(folder));
  FileWatch patient{std::chrono::seconds(60)};
  patient.follow(std::vector{folder});
  FileWatch glancing{std::chrono::milliseconds(100)};
  REQUIRE(files->write(folder / "a", "one"));
  CHECK(time_of([&] { patient.wait(std::chrono::milliseconds(10)); }) < std::chrono::seconds(60));
  CHECK(time_of([&] { glancing.wait(std::chrono::milliseconds(10)); }) >=
        std::chrono::milliseconds(100));
  std::filesystem::remove_all(folder);
}
