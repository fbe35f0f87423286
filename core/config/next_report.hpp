#pragma once
// Next month's report, made from the last one's files.

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "base/result.hpp"
#include "base/source.hpp"
#include "model/partial_date.hpp"

namespace sheaf::config {

struct NextRequest {
  Path last;    // the layout to start from
  Path layout;  // the new one; need not exist, nor its folder
  model::PartialDate date;
  Path root;  // empty: found by `sheaf.yaml`
};

/// A file to write: below the new layout's folder.
struct NextFile {
  std::string name;
  std::string bytes;
};

/// What somebody must look at in a section before it goes out again.
struct NextSection {
  std::string id, title, owner;
  std::vector<std::string> files;  // copied, by their names below the folder
  std::string review_by;           // as typed, or empty
  bool overdue = false;            // that day is before the new meeting
  std::string exempt;              // "paragraph 3, because …", or empty
};

struct NextData {
  std::string name;
  std::vector<std::string> files;
};

/// A date that was still to come, or came in that month, when the last report met.
struct GoneDate {
  std::string file;  // below the new layout's folder
  int line;
  std::string text;  // as typed

  friend bool operator==(const GoneDate&, const GoneDate&) = default;
};

struct NextReport {
  std::vector<NextFile> files;  // the layout is the last, so that it never stands there alone
  std::vector<NextSection> sections;
  std::vector<NextData> data;
  std::vector<GoneDate> gone_by;
  std::vector<std::string> fixed_names;  // outputs that the layout itself names, with no date
  std::optional<model::PartialDate> last_date;  // of the last report's meeting, if it gives one
  bool had_approvals = false;
};

/// The layout with `meeting.date` set, as a draft, without approvals; and the files in its own
/// folder that it names, for which next month has its own. Files elsewhere stay where they are, and
/// paths that lead to them are mended. Nothing is written. Failed when the last layout has mistakes
/// or both would be written to one PDF (reported).
Result<NextReport> next_report(const NextRequest& request, FileSystem& files, SourceMap& sources,
                               Diagnostics& diagnostics);

}  // namespace sheaf::config
