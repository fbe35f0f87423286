#include "base/file_system.hpp"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include <chrono>
#include <csignal>
#include <thread>

using namespace sheaf;

namespace {

/// A folder of its own for each test, removed afterwards.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "sheaf-files-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Path operator/(const char* name) const { return path_ / name; }
  const Path& path() const { return path_; }

 private:
  Path path_;
};

mode_t mode_of(const Path& path) {
  struct stat status {};
  ::stat(path.c_str(), &status);
  return status.st_mode & 0777;
}

/// From the working folder; a step too many stays there.
Path up_to_root() {
  Path steps;
  const Path here = std::filesystem::current_path();
  for (auto depth = std::distance(here.begin(), here.end()); depth > 0; --depth) steps /= "..";
  return steps;
}

}  // namespace

TEST_CASE("A written file is read back, and replaced whole") {
  const Folder folder;
  const auto files = make_real_file_system();
  REQUIRE(files->write(folder / "a", "one"));
  REQUIRE(files->write(folder / "a", "two, longer"));
  CHECK(files->read(folder / "a", 100) == "two, longer");
  CHECK(files->list(folder.path()) == std::vector<std::string>{"a"});
}

TEST_CASE("What is no regular file, or too large, is refused unread") {
  const Folder folder;
  const auto files = make_real_file_system();
  ::mkfifo((folder / "pipe").c_str(), 0600);
  REQUIRE(files->write(folder / "big", "12345"));
  CHECK(files->read(folder / "pipe", 100).error().error == FileError::NotRegular);
  CHECK(files->read("/dev/zero", 100).error().error == FileError::NotRegular);
  CHECK(files->read(folder / "big", 4).error().error == FileError::TooLarge);
  CHECK(files->read(folder.path(), 4).error().error == FileError::IsDirectory);
  CHECK(files->read(folder / "none", 4).error().error == FileError::NotFound);
}

TEST_CASE("A replaced file keeps its mode, and a new one is what the umask leaves") {
  const Folder folder;
  const auto files = make_real_file_system();
  const mode_t before = ::umask(027);
  REQUIRE(files->write(folder / "new", "x"));
  ::umask(before);
  CHECK(mode_of(folder / "new") == 0640);
  ::chmod((folder / "new").c_str(), 0600);
  REQUIRE(files->write(folder / "new", "y"));
  CHECK(mode_of(folder / "new") == 0600);
}

TEST_CASE("A link stays a link, and what it leads to is replaced") {
  const Folder folder;
  const auto files = make_real_file_system();
  REQUIRE(files->write(folder / "real", "old"));
  std::filesystem::create_symlink("real", folder / "link");
  REQUIRE(files->write(folder / "link", "new"));
  CHECK(std::filesystem::is_symlink(folder / "link"));
  CHECK(files->read(folder / "real", 100) == "new");
}

TEST_CASE("A pipe or a device is never replaced by a file") {
  const Folder folder;
  const auto files = make_real_file_system();
  ::mkfifo((folder / "pipe").c_str(), 0600);
  CHECK(files->write(folder / "pipe", "x").error().error == FileError::NotRegular);
  CHECK(files->kind(folder / "pipe") == FileKind::Other);
  CHECK(files->write("/dev/null", "x").error().error == FileError::NotRegular);
}

TEST_CASE("Writing into a missing folder fails and leaves nothing") {
  const Folder folder;
  const auto files = make_real_file_system();
  CHECK(files->write(folder / "none/a", "x").error().error == FileError::NotFound);
  CHECK(files->list(folder.path()).empty());
}

TEST_CASE("A program that is killed while it writes leaves nothing behind") {
  const Folder folder;
  const auto files = make_real_file_system();
  const std::string large(64'000'000, 'x');
  const pid_t child = ::fork();
  if (child == 0) {
    files->write(folder / "a", large);
    ::_exit(0);
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(5));
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  const auto left = files->list(folder.path());
  CHECK((left.empty() || left == std::vector<std::string>{"a"}));
}

TEST_CASE("A canonical path has no dots and no symbolic links") {
  const Folder folder;
  const auto files = make_real_file_system();
  std::filesystem::create_directory(folder / "real");
  std::filesystem::create_directory_symlink(folder / "real", folder / "link");
  CHECK(files->canonical(folder / "link/../link/new.pdf") ==
        std::filesystem::canonical(folder / "real") / "new.pdf");
}

TEST_CASE("A canonical path is the same however it is spelt") {
  const Folder folder;
  const auto files = make_real_file_system();
  std::filesystem::create_directories(folder / "real/deep");
  std::filesystem::create_directory_symlink(folder / "real", folder / "link");
  REQUIRE(files->write(folder / "real/deep/file", "text"));
  const Path real = std::filesystem::canonical(folder / "real");
  const std::pair<const char*, Path> spellings[] = {
      {"real/deep", real / "deep"},
      {"real/deep/", real / "deep"},
      {"real/deep/.", real / "deep"},
      {"real/deep/..", real},
      {"real/./deep//file", real / "deep/file"},
      {"real/deep/../deep/file", real / "deep/file"},
      {"link/deep/file", real / "deep/file"},
      {"link/../link/deep/..", real},
  };
  for (const auto& [spelling, expected] : spellings) {
    const Path whole = folder / spelling;
    CHECK(files->canonical(whole).native() == expected.native());
    CHECK(files->canonical(up_to_root() / whole.relative_path()).native() == expected.native());
    CHECK(files->canonical("/" + whole.native()).native() == expected.native());
  }
}

TEST_CASE("A file replaced by another of its size and time has another stamp") {
  const Folder folder;
  const auto files = make_real_file_system();
  REQUIRE(files->write(folder / "a", "one"));
  const auto time = std::filesystem::last_write_time(folder / "a");
  const auto before = files->stamp(folder / "a");
  REQUIRE(files->write(folder / "a", "two"));
  std::filesystem::last_write_time(folder / "a", time);
  const auto after = files->stamp(folder / "a");
  REQUIRE((before && after));
  CHECK(*before != *after);
}
