#include "config/trust_reader.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/sha256.hpp"
#include "config/project_files.hpp"
#include "config/schema_terms.hpp"
#include "config/shape.hpp"
#include "model/literal.hpp"

namespace sheaf::config {
namespace {

using model::Node;
using model::NodeKind;
using model::TrustedPlugin;
using model::Type;
using model::TypeKind;

Type hashes_type() {
  Type type = list_of(text());
  type.lone = true;
  return type;
}

Type plugin_type() {
  return record({optional("version", text(), "Versions that may run", example("^1.2")),
                 required("sha256", hashes_type(),
                          "SHA-256 of the library; of several, when there are several builds")});
}

char lower(char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c; }

class TrustReader {
 public:
  TrustReader(const Node& tree, Diagnostics& diagnostics)
      : tree_(tree), diagnostics_(diagnostics) {}

  void read(model::TrustList& list) {
    check_shape(tree_, trust_type(), {}, diagnostics_);
    check_complete_below(tree_, trust_type(), {}, diagnostics_);
    check_format();
    const Node* plugins = tree_.find("plugins");
    if (!plugins || plugins->kind != NodeKind::Map) return;
    for (const auto& [id, place, plugin] : plugins->members) {
      list.plugins.push_back(read_plugin(id, plugin));
    }
  }

 private:
  void check_format() {
    const Node* version = tree_.find("trust");
    const auto number = version ? model::parse_whole(version->text) : std::nullopt;
    if (!number || *number == kTrustVersion) return;
    diagnostics_.error("format-version", version->source,
                       fmt::format("This list is written in format {}, and this program reads "
                                   "format {}",
                                   *number, kTrustVersion),
                       "Use a newer version of Sheaf, or write trust: 1");
  }

  TrustedPlugin read_plugin(const std::string& id, const Node& plugin) {
    TrustedPlugin made{id, {}};
    if (const Node* hashes = plugin.find("sha256")) {
      if (hashes->is_text()) take_hash(*hashes, made);
      for (const Node& hash : hashes->items) take_hash(hash, made);
    }
    if (const Node* version = plugin.find("version")) take_version(*version, made);
    return made;
  }

  void take_hash(const Node& hash, TrustedPlugin& into) {
    if (!is_sha256(hash.text)) {
      diagnostics_.error(
          "bad-hash", hash.source, fmt::format("\"{}\" is no SHA-256", hash.text),
          fmt::format("It has 64 digits: sheaf plugins trust {} prints it", into.id));
      return;
    }
    std::string digits = hash.text;
    std::ranges::transform(digits, digits.begin(), lower);
    into.hashes.push_back(std::move(digits));
  }

  void take_version(const Node& version, TrustedPlugin& into) {
    into.versions_text = version.text;
    into.versions = parse_version_range(version.text);
    if (into.versions) return;
    diagnostics_.error("bad-plugin-version", version.source,
                       fmt::format("\"{}\" says no version of a plugin", version.text),
                       "Write ^1.2 for 1.2 and what goes with it, >=1.2 for all later ones, 1.2.3 "
                       "for that one alone");
  }

  const Node& tree_;
  Diagnostics& diagnostics_;
};

}  // namespace

const Type& trust_type() {
  static const Type type =
      record({required("trust", plain(TypeKind::Whole), "Version of this format", Json::number(1)),
              required("plugins", map_of(plugin_type()), "Plugins that may run, by their ids")});
  return type;
}

Result<model::TrustList> read_trust(const Path& file, FileSystem& files, SourceMap& sources,
                                    Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.errors();
  ProjectFiles folder(file.parent_path(), files, sources, diagnostics, nullptr);
  const auto tree = folder.read(file, {});
  if (!tree) return failed();
  model::TrustList list{folder.shown(file), {}};
  TrustReader(*tree, diagnostics).read(list);
  if (diagnostics.errors() > errors) return failed();
  return list;
}

}  // namespace sheaf::config
