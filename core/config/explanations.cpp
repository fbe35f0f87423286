#include "config/explanations.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "config/schema_terms.hpp"
#include "config/yaml_reader.hpp"
#include "model/conform.hpp"
#include "model/lint_rule.hpp"

namespace sheaf::config {
namespace {

using model::Node;
using model::Type;
using model::Value;

constexpr std::uint64_t kMostBytes = 1'000'000;

const Type& message_type() {
  static const Type type =
      record({required("summary", text(), "What is wrong, in one sentence"),
              required("meaning", text(), "What that means, and how to mend it"),
              required("why", text(), "Why it matters"),
              optional("before", text(), "Example with the mistake"),
              optional("after", text(), "The example without it"),
              optional("no_example", text(), "Why there is none"),
              optional("file", text(), "File that the example shows, or `command line`"),
              optional("options", text(), "Options of sheaf check that show it"),
              optional("files", plain(model::TypeKind::Any), "Further files, by name")});
  return type;
}

std::string text_of(const Value& message, std::string_view name) {
  const Value* value = message.find(name);
  return value ? value->text : std::string();
}

/// One file: a group of messages.
class Group {
 public:
  Group(std::vector<Explanation>& explanations, Diagnostics& diagnostics)
      : explanations_(explanations), diagnostics_(diagnostics) {}

  void read(const Node& file) {
    const Node* name = file.find("group");
    const Node* messages = file.find("messages");
    if (!name || !messages) {
      diagnostics_.error("missing-value", file.source, "This file needs `group` and `messages`");
      return;
    }
    for (const model::Member& message : messages->members) add(name->text, message);
  }

 private:
  void add(const std::string& group, const model::Member& typed) {
    if (std::ranges::find(explanations_, typed.key, &Explanation::id) != explanations_.end()) {
      return;
    }
    Node plain = typed.value;
    std::erase_if(plain.members, [](const model::Member& one) { return one.key == "files"; });
    model::ConformHooks none;
    const Value message = model::conform(plain, message_type(), typed.key, none, diagnostics_);
    MessageExample example{.file = text_of(message, "file"),
                           .before = text_of(message, "before"),
                           .after = text_of(message, "after"),
                           .files = files_of(typed.value),
                           .options = text_of(message, "options")};
    if (example.file.empty()) example.file = "report.yaml";
    explanations_.push_back({typed.key, group, text_of(message, "summary"),
                             text_of(message, "meaning"), text_of(message, "why"),
                             std::move(example)});
  }

  static std::vector<std::pair<std::string, std::string>> files_of(const Node& message) {
    std::vector<std::pair<std::string, std::string>> files;
    const Node* given = message.find("files");
    if (!given) return files;
    for (const auto& [name, source, content] : given->members) {
      files.emplace_back(name, content.text);
    }
    return files;
  }

  std::vector<Explanation>& explanations_;
  Diagnostics& diagnostics_;
};

Explanation explanation_of(const model::LintRuleFacts& rule) {
  return {.id = std::string(rule.id),
          .group = "House style and accessibility",
          .summary = std::string(rule.says),
          .meaning = fmt::format("{}. The rule rests on {}.", rule.mend, rule.basis),
          .why = fmt::format("{}.", rule.loses),
          .example = {.file = {},
                      .before = std::string(rule.before),
                      .after = std::string(rule.after),
                      .files = {},
                      .options = {}}};
}

}  // namespace

std::vector<Explanation> read_explanations(std::span<const Path> folders, const FileSystem& files,
                                           SourceMap& sources, Diagnostics& diagnostics) {
  std::vector<Explanation> explanations;
  for (const Path& folder : folders) {
    for (const std::string& name : files.list(folder)) {
      auto bytes = name.ends_with(".yaml") ? files.read(folder / name, kMostBytes)
                                           : FileResult<std::string>(tl::unexpect, FileProblem{});
      if (!bytes) continue;
      const SourceId start = sources.add((folder / name).string(), *std::move(bytes));
      const auto tree = read_yaml(sources.text(start), start, diagnostics);
      if (tree) Group(explanations, diagnostics).read(*tree);
    }
  }
  for (const model::LintRuleFacts& rule : model::lint_rules()) {
    explanations.push_back(explanation_of(rule));
  }
  return explanations;
}

}  // namespace sheaf::config
