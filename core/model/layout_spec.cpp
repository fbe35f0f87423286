#include "model/layout_spec.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sheaf::model {
namespace {

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out += '"';
}

std::string bare(std::string_view text) {
  return text.find('\n') == text.npos ? std::string(text) : in_quotes(text);
}

/// So that a dump is the same on every machine.
std::string below_root(const LayoutSpec& spec, const std::string& path) {
  return Path(path).is_absolute() ? Path(path).lexically_relative(spec.root).string() : path;
}

class Dump {
 public:
  void line(int depth, std::string_view name, std::string_view rest) {
    out_.append(static_cast<std::size_t>(depth) * 2, ' ').append(name);
    if (!rest.empty()) out_.append(" ").append(rest);
    out_ += '\n';
  }

  /// Plain texts stand bare, quoted ones in quotes: their kind decides their type.
  void node(int depth, std::string_view name, const Node& value) {
    switch (value.kind) {
      case NodeKind::Null: return line(depth, name, "~");
      case NodeKind::Plain: return line(depth, name, bare(value.text));
      case NodeKind::Quoted: return line(depth, name, in_quotes(value.text));
      case NodeKind::Sequence:
        line(depth, name, value.items.empty() ? "[]" : "");
        for (const Node& item : value.items) node(depth + 1, "-", item);
        return;
      case NodeKind::Map:
        line(depth, name, value.members.empty() ? "{}" : "");
        for (const Member& member : value.members) node(depth + 1, member.key, member.value);
    }
  }

  void given(int depth, std::string_view name, const Node& value) {
    if (!value.is_absent()) node(depth, name, value);
  }

  void exemption(const ExemptionSpec& exemption) {
    line(1, "exempt", paragraphs_text(exemption.paragraphs));
    given(1, "because", exemption.because);
    given(1, "public_title", exemption.public_title);
  }

  void section(const SectionSpec& section) {
    line(0, "section", section.id);
    if (section.exemption) exemption(*section.exemption);
    if (section.is_withheld()) return given(1, "when", section.when);
    line(1, "plugin", section.plugin);
    given(1, "version", section.version);
    given(1, "title", section.title);
    if (!section.owner.empty()) line(1, "owner", section.owner);
    given(1, "when", section.when);
    given(1, "review_by", section.review_by);
    given(1, "lint", section.lint);
    if (section.on_error == OnError::Gap) line(1, "on_error", "gap");
    node(1, "with", section.with);
  }

  void output(const OutputSpec& output) {
    if (!output.source) return;  // nothing was said
    line(0, "output", {});
    given(1, "name", output.name);
    if (output.edition != Edition::Public) line(1, "edition", name_of(output.edition));
    line(1, "formats", fmt::format("{}", fmt::join(output.formats, " ")));
  }

  void approval(const ApprovalSpec& approval) {
    line(0, "approval", approval.by.text);
    given(1, "on", approval.on);
  }

  void data(const DataSpec& data) {
    const std::string_view gap = data.file.is_absent() ? "" : " ";
    line(0, "data", fmt::format("{}{}{}", data.name, gap, bare(data.file.text)));
    given(1, "sql", data.sql);
    given(1, "table", data.table);
    given(1, "separator", data.separator);
    given(1, "encoding", data.encoding);
    if (!data.columns.empty()) line(1, "columns", {});
    for (const Member& column : data.columns) node(2, column.key, column.value);
  }

  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

constexpr std::string_view name_of(Numbering numbering) {
  return numbering == Numbering::Headings ? "sections" : "paragraphs";
}

}  // namespace

std::string_view name_of(Edition edition) {
  return edition == Edition::Public ? "public" : "exempt";
}

std::string dump(const LayoutSpec& spec) {
  Dump out;
  out.node(0, "title", spec.title);
  out.given(0, "subtitle", spec.subtitle);
  out.line(0, "language", spec.language);
  out.line(0, "theme", below_root(spec, spec.theme));
  out.line(0, "status", spec.status == Status::Draft ? "draft" : "final");
  if (spec.edition != Edition::Public) out.line(0, "edition", name_of(spec.edition));
  if (spec.numbering != Numbering::None) out.line(0, "numbering", name_of(spec.numbering));
  for (const Node& name : spec.required_approvals) out.line(0, "requires-approval", name.text);
  for (const ApprovalSpec& approval : spec.approvals) out.approval(approval);
  out.node(0, "meeting", spec.meeting);
  out.node(0, "people", spec.people);
  out.given(0, "values", spec.values);
  for (const DataSpec& data : spec.data) out.data(data);
  for (const OutputSpec& output : spec.outputs) out.output(output);
  for (const Node& lint : spec.lint) out.node(0, "lint", lint);
  for (const std::string& folder : spec.plugins) {
    if (!folder.empty()) out.line(0, "plugins", below_root(spec, folder));
  }
  if (!spec.trust.empty()) out.line(0, "trust", below_root(spec, spec.trust));
  for (const SectionSpec& section : spec.sections) out.section(section);
  return out.take();
}

}  // namespace sheaf::model
