#include "base/file_watch.hpp"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <thread>

namespace sheaf {
namespace {

constexpr std::uint32_t kEvents = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
                                  IN_MOVED_TO | IN_ATTRIB | IN_MODIFY | IN_ONLYDIR;
constexpr int kMostRounds = 50;  // a file that is written to all the time is built at last

}  // namespace

FileWatch::FileWatch(std::chrono::milliseconds glance)
    : glance_(glance), descriptor_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {}

FileWatch::~FileWatch() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void FileWatch::follow(std::span<const Path> folders) {
  if (descriptor_ < 0) return;
  std::erase_if(watched_, [&](const auto& watched) {
    if (std::ranges::find(folders, watched.first) != folders.end()) return false;
    ::inotify_rm_watch(descriptor_, watched.second);
    return true;
  });
  for (const Path& folder : folders) {  // again too: the folder may have been replaced
    if (const int id = ::inotify_add_watch(descriptor_, folder.c_str(), kEvents); id >= 0) {
      watched_[folder] = id;
    }
  }
}

void FileWatch::wait(std::chrono::milliseconds quiet) {
  if (!has_event(glance_)) return;
  drop_events();
  for (int round = 0; round < kMostRounds && has_event(quiet); ++round) drop_events();
}

bool FileWatch::has_event(std::chrono::milliseconds within) {
  if (descriptor_ < 0) {
    std::this_thread::sleep_for(within);
    return false;
  }
  pollfd events{descriptor_, POLLIN, 0};
  return ::poll(&events, 1, static_cast<int>(within.count())) > 0;
}

void FileWatch::drop_events() {
  alignas(inotify_event) std::array<char, 16384> events;
  while (::read(descriptor_, events.data(), events.size()) > 0) {}
}

}  // namespace sheaf
