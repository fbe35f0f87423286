#pragma once
// A council's files in memory, a layout among them, read and bound.

#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "config/layout_reader.hpp"
#include "config/yaml_reader.hpp"
#include "document/bind.hpp"
#include "support/findings.hpp"
#include "support/memory_file_system.hpp"

namespace sheaf::test {

inline model::Type plain(model::TypeKind kind) {
  model::Type type;
  type.kind = kind;
  return type;
}

inline model::Field field(std::string name, model::Type type, bool required = false) {
  return {.name = name,
          .description = "Description of " + name,
          .type = std::move(type),
          .required = required,
          .example = {}};
}

inline model::Field field(std::string name, model::TypeKind kind, bool required = false) {
  return field(std::move(name), plain(kind), required);
}

inline model::Type record_of(std::vector<model::Field> fields) {
  model::Type type = plain(model::TypeKind::Record);
  type.fields = std::move(fields);
  return type;
}

/// Two plugins: `prose` with a Markdown body, `update` with one field of many kinds.
class OfficePlugins final : public document::ParameterTypes {
 public:
  OfficePlugins() {
    using model::TypeKind;
    model::Type rows = plain(TypeKind::Rows);
    rows.item.push_back(record_of({field("action", TypeKind::Text, true),
                                   field("due", TypeKind::Day), field("cost", TypeKind::Money)}));
    types_["prose"] = record_of({field("body", TypeKind::Markdown, true)});
    types_["update"] = record_of(
        {field("text", TypeKind::Text), field("day", TypeKind::Day),
         field("month", TypeKind::PartialDate), field("expected", TypeKind::Timing),
         field("cost", TypeKind::Money), field("by", TypeKind::Person),
         field("web", TypeKind::Link), field("picture", TypeKind::Image), field("actions", rows),
         field("narrative", TypeKind::Markdown), field("any", TypeKind::Table)});
  }
  const model::Type* find(std::string_view plugin) const override {
    const auto at = types_.find(std::string(plugin));
    return at == types_.end() ? nullptr : &at->second;
  }
  std::vector<std::string_view> ids() const override { return {"prose", "update"}; }

 private:
  std::map<std::string, model::Type> types_;
};

/// The layout is /council/people/2020-11/report.yaml, the root /council.
struct Office {
  MemoryFileSystem files;
  SourceMap sources;
  Diagnostics diagnostics;
  OfficePlugins plugins;
  config::LayoutOptions options;
  document::Unseen unseen = document::Unseen::Warnings;
  Result<model::LayoutSpec> spec = failed();
  Result<model::Report> report = failed();
  document::WithheldData withheld;

  static constexpr const char* kFolder = "/council/people/2020-11/";

  Office() { files.files["/council/sheaf.yaml"] = ""; }

  /// A layout that needs `sections:` (and more) to be whole.
  static std::string head() {
    return "sheaf: 1\nlanguage: en-GB\ntitle: Report\nmeeting: { date: 2020-11-25 }\n";
  }

  Office& add(const std::string& name, std::string text) {
    files.files[files.canonical(std::string(kFolder) + name)] = std::move(text);
    return *this;
  }

  Office& bind(const std::string& layout) {
    add("report.yaml", layout);
    spec = config::read_layout(std::string(kFolder) + "report.yaml", options, files, sources,
                               diagnostics);
    if (spec) {
      report = document::bind(*spec,
                              {files, sources, plugins, config::read_yaml, unseen,
                               document::Approvals::Needed, &withheld},
                              diagnostics);
    }
    return *this;
  }

  /// One section `update`, its `with:` in flow style on line 7 from column 11.
  Office& bind_update(const std::string& with, const std::string& more = {}) {
    return bind(head() + "sections:\n  - plugin: update\n    with: " + with + "\n" + more);
  }

  /// The first section's value, or a value that is absent.
  model::Value value(std::string_view name) const {
    if (!report || report->sections.empty()) return {};
    const model::Value* found = report->sections[0].with.find(name);
    return found ? *found : model::Value{};
  }

  /// Line and column, in a file beside the layout.
  std::string place(SourceId id) const {
    const Location at = sources.locate(id);
    return fmt::format("{}:{}:{}", Path(at.path).filename().string(), at.line, at.column);
  }

  /// Findings, the folder of the layout left out of their paths.
  std::vector<std::string> findings() const {
    std::vector<std::string> lines = test::findings(diagnostics, sources);
    for (std::string& line : lines) {
      if (line.starts_with(kFolder)) line.erase(0, std::string(kFolder).size());
    }
    return lines;
  }
  /// "7:23 typed -> replacement" for each cure, by line and column.
  std::vector<std::string> cures() const {
    std::vector<std::string> lines;
    for (const Diagnostic& one : diagnostics.all()) {
      for (const Fix& fix : one.fixes) {
        const Location at = sources.locate(fix.at);
        lines.push_back(
            fmt::format("{}:{} {} -> {}", at.line, at.column, fix.typed, fix.replacement));
      }
    }
    return lines;
  }
  std::vector<std::string> help() const {
    std::vector<std::string> lines;
    for (const Diagnostic& one : diagnostics.all()) lines.push_back(one.help);
    return lines;
  }
};

}  // namespace sheaf::test
