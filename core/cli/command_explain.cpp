#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>

#include "base/text_distance.hpp"
#include "cli/surroundings.hpp"
#include "cli/wrap.hpp"
#include "config/explanations.hpp"

namespace sheaf::cli {
namespace {

using config::Explanation;

constexpr std::size_t kPipeWidth = 80;

/// "unknown-key" of "error[unknown-key]", as messages print it.
std::string_view id_of(std::string_view typed) {
  const auto open = typed.find('[');
  if (open == typed.npos || !typed.ends_with(']')) return typed;
  return typed.substr(open + 1, typed.size() - open - 2);
}

void set_text(Json& object, std::string_view key, const std::string& text) {
  if (!text.empty()) object.set(key, Json::string(text));
}

Json json_of(const Explanation& one) {
  Json object = Json::object({{"id", Json::string(one.id)},
                              {"group", Json::string(one.group)},
                              {"summary", Json::string(one.summary)},
                              {"meaning", Json::string(one.meaning)},
                              {"why", Json::string(one.why)}});
  if (one.example.before.empty()) return object;
  set_text(object, "file", one.example.file);  // none: a piece that is not checked on its own
  set_text(object, "before", one.example.before);
  set_text(object, "after", one.example.after);
  set_text(object, "options", one.example.options);
  Json files = Json::object();
  for (const auto& [name, text] : one.example.files) files.set(name, Json::string(text));
  if (!files.members.empty()) object.set("files", std::move(files));
  return object;
}

void append_example(std::string& text, const Stream& out, std::string_view heading,
                    std::string_view example) {
  text += fmt::format("\n{}\n", out.paint(Ink::Bold, heading));
  while (!example.empty()) {
    const auto line = example.substr(0, example.find('\n'));
    text += fmt::format("    {}\n", line);
    example.remove_prefix(std::min(line.size() + 1, example.size()));
  }
}

std::string text_of(const Explanation& one, const Stream& out) {
  std::string text = fmt::format("{}: {}\n\n", out.paint(Ink::Bold, one.id), one.summary);
  const std::size_t width = out.width() > 0 ? out.width() : kPipeWidth;
  text += wrapped(one.meaning, width) + "\n";
  text += fmt::format("\n{}\n", out.paint(Ink::Bold, "Why it matters"));
  text += wrapped(one.why, width) + "\n";
  if (one.example.before.empty()) return text;
  const std::string file =
      one.example.file.empty() ? std::string() : fmt::format(" ({})", one.example.file);
  append_example(text, out, "Before" + file, one.example.before);
  append_example(text, out, "After", one.example.after);
  return text;
}

void print_all(const Invocation& invocation, const std::vector<Explanation>& all) {
  const Stream& out = invocation.terminal.out;
  if (wants_json(invocation)) {
    std::vector<Json> messages;
    for (const Explanation& one : all) messages.push_back(json_of(one));
    const Json json = Json::object({{"messages", Json::array(std::move(messages))}});
    return out.write(write_json(json, JsonStyle::Indented) + "\n");
  }
  std::string text;
  std::string_view group;
  for (const Explanation& one : all) {
    if (one.group != group)
      text += fmt::format("{}{}\n", group.empty() ? "" : "\n", out.paint(Ink::Bold, one.group));
    group = one.group;
    text += fmt::format("  {:<26} {}\n", one.id, one.summary);
  }
  out.write(text);
}

/// Those in which a word begins so: of "tab", tab-in-indent.
std::vector<std::string_view> with_word(const std::vector<std::string_view>& ids,
                                        std::string_view word) {
  std::vector<std::string_view> found;
  const std::string within = fmt::format("-{}", word);
  std::ranges::copy_if(ids, std::back_inserter(found), [&](std::string_view id) {
    return id.starts_with(fmt::format("{}-", word)) || id.find(within) != id.npos;
  });
  return found;
}

ExitCode unknown(const Invocation& invocation, const std::vector<Explanation>& all,
                 std::string_view id) {
  std::vector<std::string_view> ids;
  for (const Explanation& one : all) ids.push_back(one.id);
  std::string text = fmt::format("sheaf: there is no message \"{}\"\n", id);
  auto meant = with_word(ids, id);
  if (const auto near = nearest(id, ids); meant.empty() && near) meant.push_back(*near);
  if (!meant.empty()) text += fmt::format("Did you mean: {}\n", fmt::join(meant, ", "));
  invocation.terminal.err.write(text + "Try: sheaf explain, which lists them all\n");
  return ExitCode::Usage;
}

ExitCode run_explain(const Invocation& invocation) {
  pipeline::Outcome found;
  const auto all = config::read_explanations(message_folders(invocation.files), invocation.files,
                                             found.sources, found.diagnostics);
  print_findings(invocation, found);
  if (all.empty()) {
    invocation.terminal.err.write(
        "sheaf: the explanations are not installed (share/sheaf/messages)\n");
    return ExitCode::Environment;
  }
  const std::string_view id = id_of(invocation.arguments.text("ID"));
  const auto one = std::ranges::find(all, id, &Explanation::id);
  if (id.empty()) {
    print_all(invocation, all);
  } else if (one == all.end()) {
    return unknown(invocation, all, id);
  } else if (wants_json(invocation)) {
    invocation.terminal.out.write(write_json(json_of(*one), JsonStyle::Indented) + "\n");
  } else {
    invocation.terminal.out.write(text_of(*one, invocation.terminal.out));
  }
  return exit_code_of(invocation, found);
}

}  // namespace

Command explain_command() {
  return {"explain",
          "Say what a message means, with an example",
          "Says what a message means, why it matters and how to mend it, with an example before "
          "and after. The ID is\n"
          "what stands in brackets behind \"error\": error[hash-in-text].",
          {{"ID", false, "The message to explain; without it, all are listed"}},
          {},
          {{"sheaf explain", "lists the messages, by topic"},
           {"sheaf explain hash-in-text", "explains one"}},
          run_explain};
}

}  // namespace sheaf::cli
