#pragma once
// The children of a runner, lent to one round of sections at a time.

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "plugin/host/child_link.hpp"
#include "plugin/host/process.hpp"
#include "plugin/runner.hpp"

namespace sheaf::plugin::host {

/// Starts sheaf-host and its children when they are first wanted, and keeps idle ones. Thread-safe.
class Children {
 public:
  explicit Children(const RunnerSetup& setup) : setup_(setup) {}

  /// Starts sheaf-host, unless it is at work.
  void start();
  bool has_host();

  /// One that nobody else has; or why there can be none.
  tl::expected<std::unique_ptr<ChildLink>, std::string> borrow(const Manifest& manifest,
                                                               const Path& root);
  void give_back(std::unique_ptr<ChildLink> child, const Manifest& manifest, const Path& root);

 private:
  struct Idle {
    Path library, root;
    std::vector<std::string> hashes;  // that it was held to
    std::unique_ptr<ChildLink> child;
  };
  tl::expected<EngineEnds, std::string> order();
  std::unique_ptr<ChildLink> take_idle(const Manifest& manifest, const Path& root);

  const RunnerSetup& setup_;
  std::mutex mutex_;
  std::optional<tl::expected<std::unique_ptr<HostProcess>, std::string>> host_;
  std::vector<Idle> idle_;  // the one that waits longest first; they end before their host
};

}  // namespace sheaf::plugin::host
