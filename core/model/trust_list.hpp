#pragma once
// Which section plugins a server may load: what trust.yaml says.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/version.hpp"

namespace sheaf::model {

struct TrustedPlugin {
  std::string id;
  std::vector<std::string> hashes;  // SHA-256 of libraries that may be loaded, lower case
  std::optional<VersionRange> versions = {};
  std::string versions_text = {};  // as typed: "^1.2"
};

/// Plugins that are not on the list are not loaded.
struct TrustList {
  std::string file;  // as messages name it
  std::vector<TrustedPlugin> plugins;

  const TrustedPlugin* find(std::string_view id) const {
    for (const TrustedPlugin& plugin : plugins) {
      if (plugin.id == id) return &plugin;
    }
    return nullptr;
  }
};

}  // namespace sheaf::model
