#pragma once
// Builds the blocks of one section from the calls of a plugin, and lets nothing through that the
// rules of the kinds do not allow.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/block.hpp"
#include "plugin/manifest.hpp"

namespace sheaf::plugin {

/// How a plugin broke the contract: a diagnostic without its place. `message` ends a sentence that
/// begins with the plugin's name.
struct Breach {
  std::string id, message;
  std::string help = "This is a fault of the plugin: ask those who maintain it";
  std::string lacks = {};  // an attribute of the block at hand that an empty text may have left out
};

/// To whoever wrote a plugin that writes a kind which it does not declare.
inline constexpr std::string_view kDeclareKinds =
    "Add the kind to .blocks, or leave .blocks out to declare all";

/// What one section may come to.
struct BlockLimits {
  std::size_t depth = 64;
  std::size_t blocks = 500'000;      // pieces of text and placed values are counted, too
  std::size_t text = 64 << 20;       // bytes, attributes and placed values included
  std::size_t attribute = 64 << 10;  // bytes of one
};

class BlockBuilder {
 public:
  /// Borrows the manifest. `source` is the place of what has no place of its own.
  BlockBuilder(const Manifest& manifest, SourceId source, BlockLimits limits = {});

  // Each gives the breach, if it is one; the builder is not to be used after a breach.
  using Verdict = std::optional<Breach>;
  Verdict open(model::BlockKind kind, SourceId source);
  Verdict attribute(std::string_view name, std::string_view value);
  Verdict text(std::string_view text);
  Verdict place(const model::Value& value);
  Verdict close();
  /// After the last call: everything must be closed.
  Verdict finish();

  /// The place of the block that is being written.
  SourceId source() const;
  std::vector<model::Block> take() { return std::move(root_.children); }

 private:
  Verdict check_place(model::BlockKind kind) const;
  Verdict check_room(std::size_t bytes);
  Verdict check_bytes(std::size_t bytes);
  Verdict check_content();
  Verdict check_attributes() const;
  std::optional<model::BlockKind> outer() const;
  model::Block& inner() { return open_.empty() ? root_ : open_.back(); }
  Verdict add(model::Block block);
  Verdict add_computed(const model::Block& block);

  const Manifest& manifest_;
  BlockLimits limits_;
  model::Block root_;               // its children are the section's blocks
  std::vector<model::Block> open_;  // from the outermost to the one that is being written
  bool takes_attributes_ = false;   // directly after open
  std::size_t blocks_ = 0, bytes_ = 0;
};

}  // namespace sheaf::plugin
