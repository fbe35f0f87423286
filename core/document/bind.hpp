#pragma once
// LayoutSpec in, Report out: files read, data queried, placeholders resolved, `when` decided,
// parameters typed.

#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "base/result.hpp"
#include "base/source.hpp"
#include "model/layout_spec.hpp"
#include "model/report.hpp"
#include "model/schema.hpp"

namespace sheaf::document {

/// What bind needs to know of the installed plugins.
class ParameterTypes {
 public:
  virtual ~ParameterTypes() = default;
  /// The `with:` type of a plugin, or null when it is not installed.
  virtual const model::Type* find(std::string_view plugin) const = 0;
  /// All plugin ids, for "did you mean".
  virtual std::vector<std::string_view> ids() const = 0;
};

/// YAML for `{ data: x.yaml }`: config's reader, handed in so that document need not see config.
using YamlReader = Result<model::Node> (*)(std::string_view text, SourceId start, Diagnostics&);

struct BindWorld {
  FileSystem& files;
  SourceMap& sources;
  const ParameterTypes& types;
  YamlReader read_yaml;
};

Result<model::Report> bind(const model::LayoutSpec& spec, const BindWorld& world,
                           Diagnostics& diagnostics);

}  // namespace sheaf::document
