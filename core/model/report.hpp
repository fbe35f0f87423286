#pragma once
// Report: values ready to use. Files are read, data queried, placeholders resolved, `when` decided.
// Made by document/bind.

#include <optional>
#include <string>
#include <vector>

#include "model/layout_spec.hpp"
#include "model/value.hpp"

namespace sheaf::model {

/// A file that was read whole for its bytes: an image.
struct Asset {
  Path path;
  std::string bytes;
  SourceId source;  // where the layout names it
};

struct ReportSection {
  std::string id, plugin, owner;
  std::optional<std::string> title;
  SourceId source, title_source;
  Value with;             // Record, typed by the plugin's schema
  std::string part = {};  // the part of `parts` that it uses, or empty
  std::optional<Exemption> exemption = {};
  OnError on_error = OnError::Fail;

  bool is_exempt() const { return exemption.has_value(); }
  /// Whether the public edition prints a notice instead: there is nothing to bind or run.
  bool is_notice() const { return exemption && !exemption->stands_for.empty(); }
};

/// A file to write.
struct ReportOutput {
  std::string name;  // without folder or ending
  std::vector<std::string> formats;
  SourceId source;
};

struct Report {
  std::string title, subtitle, language, theme;
  SourceId title_source, subtitle_source, language_source, source;
  Status status = Status::Final;
  Edition edition = Edition::Public;  // Exempt only when it holds an exempt section
  Numbering numbering = Numbering::None;
  Value meeting;  // Record: board, date, time, place, public, those that were given
  Value people;   // Record of Person
  std::vector<ReportSection> sections;
  std::vector<std::string> left_out;  // ids of sections whose `when` does not hold
  std::vector<Asset> assets;
  std::vector<ReportOutput> outputs;  // those of this edition
};

/// Stable dump for `--stage report`.
std::string dump(const Report& report);

}  // namespace sheaf::model
