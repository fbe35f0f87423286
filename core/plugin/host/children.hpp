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
  using Started = tl::expected<std::unique_ptr<ChildLink>, std::string>;
  Started borrow(const Manifest& manifest, const Path& root);
  /// One that is at rest: it is paused until it is borrowed again. One that left threads behind is
  /// ended, and those that have waited longest are when all of them together hold too much memory.
  void give_back(std::unique_ptr<ChildLink> child, const Manifest& manifest, const Path& root);
  /// Has one load the library, for the next who asks.
  void expect(const Manifest& manifest, const Path& root);

 private:
  struct Idle {
    Path library, root;
    std::vector<std::string> hashes;  // that it was held to
    std::unique_ptr<ChildLink> child;
    std::uint64_t memory;  // bytes
  };
  tl::expected<EngineEnds, std::string> order();
  Started start_child(const Manifest& manifest, const Path& root);
  void keep(std::unique_ptr<ChildLink> child, const Manifest& manifest, const Path& root);
  std::unique_ptr<ChildLink> take_idle(const Manifest& manifest, const Path& root);

  const RunnerSetup& setup_;
  std::mutex mutex_;
  std::optional<tl::expected<std::unique_ptr<HostProcess>, std::string>> host_;
  std::vector<Idle> idle_;  // the one that waits longest first; they end before their host
};

}  // namespace sheaf::plugin::host
