#pragma once
// The processes that a test has brought about.

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

namespace sheaf::test {

/// Processes below this one, whoever started them.
inline std::set<std::string> offspring() {
  std::set<std::string> found;
  std::vector<std::string> open{std::to_string(::getpid())};
  while (!open.empty()) {
    const std::filesystem::path tasks = std::filesystem::path("/proc") / open.back() / "task";
    open.pop_back();
    std::error_code gone;
    for (const auto& task : std::filesystem::directory_iterator(tasks, gone)) {
      std::ifstream children(task.path() / "children");
      for (std::string child; children >> child;) {
        if (found.insert(child).second) open.push_back(child);
      }
    }
  }
  return found;
}

/// How a process is, as in proc(5): R, S, T; 0 for one that there is not.
inline char state_of(const std::string& process) {
  std::ifstream file("/proc/" + process + "/stat");
  std::string text;
  std::getline(file, text);
  const auto end = text.rfind(')');
  return end == text.npos ? '\0' : text.at(end + 2);
}

}  // namespace sheaf::test
