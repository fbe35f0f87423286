#pragma once
// LayoutSpec in, Report out: files read, data queried, placeholders resolved, `when` decided,
// parameters typed.

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "base/result.hpp"
#include "base/source.hpp"
#include "data/table.hpp"
#include "document/data_places.hpp"
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
  /// Its version; empty for one that has none that could be asked for.
  virtual std::string_view version(std::string_view) const { return {}; }
  /// Why a plugin that somebody may think installed is not, as a sentence; or empty.
  virtual std::string why_missing(std::string_view) const { return {}; }
  /// Whether one may be where nobody could look, which was told.
  virtual bool may_hide_some() const { return false; }
  /// All plugin ids, for "did you mean".
  virtual std::vector<std::string_view> ids() const = 0;
};

/// What becomes of mistakes in what this report does not show: sections that `when` leaves out, and
/// data that nothing uses.
enum class Unseen { Errors, Warnings };

/// Whether a final report needs the approvals that are required; what is only compared needs none.
enum class Approvals { Needed, Ignored };

struct BindWorld {
  FileSystem& files;
  SourceMap& sources;
  const ParameterTypes& types;
  data::YamlReader read_yaml;  // config's, for `{ data: x.yaml }`
  Unseen unseen = Unseen::Warnings;
  Approvals approvals = Approvals::Needed;
  /// Gathers what a public edition that leaves sections out may not show of its data; or null.
  WithheldData* withheld_data = nullptr;
};

/// Goes on as long as it can, so that all problems come in one run: sections with errors are left
/// out of the report, and whoever writes the result looks at `diagnostics.errors()` first. A
/// section's findings carry its context. Looks last into what this report does not show.
Result<model::Report> bind(const model::LayoutSpec& spec, const BindWorld& world,
                           Diagnostics& diagnostics);

struct NamedTable {
  std::string name;
  data::Table table;  // with the types of its columns
};

/// The layout's data in its order, or the one that `only` names. What cannot be read is reported
/// and left out.
std::vector<NamedTable> read_tables(const model::LayoutSpec& spec, const BindWorld& world,
                                    std::string_view only, Diagnostics& diagnostics);

}  // namespace sheaf::document
