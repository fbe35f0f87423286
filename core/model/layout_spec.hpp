#pragma once
// LayoutSpec: what the administrator wrote, with `based_on`, `parts`, `from` and `--set` merged in.
// Made by config. Texts are still nodes, because they may hold placeholders and must keep their
// place.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_system.hpp"
#include "model/exemption.hpp"
#include "model/node.hpp"

namespace sheaf::model {

enum class Status { Draft, Final };

/// What carries a number: nothing; headings (1, 1.1); section titles and paragraphs (1, 1.1).
enum class Numbering : std::uint8_t { None, Headings, Paragraphs };

/// Whom a file is for: everybody, or only those who may read what is exempt from publication.
enum class Edition : std::uint8_t { Public, Exempt };
std::string_view name_of(Edition edition);

/// What becomes of the report when a section's plugin fails: it is not written, or a gap in it
/// names the section and its owner.
enum class OnError : std::uint8_t { Fail, Gap };

struct SectionSpec {
  std::string id;          // given, or the plugin's id; unique in the layout
  std::string plugin;      // id of the section plugin
  SourceId source;         // the list entry
  SourceId plugin_source;  // the value of `plugin:`
  Node version;            // what is asked of the plugin's version: "^1.2"; or Null
  Node title;              // Null when the section prints none
  std::string owner;
  Node when;         // Map of path to wanted value, or Null
  Node review_by;    // a day, or Null: a meeting later than this finds the section stale
  Node lint;         // Map of lint rule to severity, or Null
  Node with;         // Map (maybe empty), `from` merged under it; Null if that cannot be read
  std::string part;  // the name that `use` gave, or empty
  std::optional<ExemptionSpec> exemption;  // when the section is not for publication
  OnError on_error = OnError::Fail;

  /// Whether this edition leaves the section out: it then has an id, `when` and an exemption only.
  bool is_withheld() const { return exemption && plugin.empty(); }
};

/// A named set of rows: a file as it stands, or what a query makes of such sets. What was not given
/// is Null.
struct DataSpec {
  std::string name;
  SourceId source;
  Node file;                    // as typed, relative to the file that says it
  Node sql;                     // over the layout's other data, or over the tables of `file`
  Node table;                   // of an SQLite file
  Node separator, encoding;     // of a CSV file: "tab", "windows-1252"
  std::vector<Member> columns;  // name of a column and of its type
};

/// A file that a build writes.
struct OutputSpec {
  SourceId source;  // of its map; none when the layout names no output
  Node name;        // text without ending, or Null: the layout's folder and stem
  Edition edition = Edition::Public;
  std::vector<std::string> formats = {"pdf"};
};

/// Who has agreed to the report, and when.
struct ApprovalSpec {
  SourceId source;
  Node by;  // text
  Node on;  // a day
};

struct LayoutSpec {
  Path path;                          // canonical, of the layout file
  Path root;                          // canonical; nothing outside it is read
  Edition edition = Edition::Public;  // that is read: the other's exempt sections are withheld
  SourceId source;
  Node title, subtitle;
  std::string language;
  SourceId language_source;
  std::string theme;  // name of a theme in configs/themes or a path relative to the layout
  SourceId theme_source;
  Status status = Status::Final;
  SourceId status_source;
  Numbering numbering = Numbering::None;
  std::vector<Node> required_approvals;  // texts
  std::vector<ApprovalSpec> approvals;
  Node meeting;  // Map
  Node people;   // Map
  Node values;   // Map of named values for placeholders, or Null
  std::vector<DataSpec> data;
  std::vector<SectionSpec> sections;
  std::vector<OutputSpec> outputs;   // at least one
  std::vector<Node> lint;            // what sheaf.yaml, then the layout say under `lint`: Maps
  std::vector<std::string> plugins;  // folders of plugins, absolute; empty: one that was refused
  std::string trust;                 // the list of trusted plugins, absolute; or empty
};

/// Stable dump for `--stage spec`.
std::string dump(const LayoutSpec& spec);

}  // namespace sheaf::model
