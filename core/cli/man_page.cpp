#include "cli/man_page.hpp"

#include <fmt/format.h>

namespace sheaf::cli {
namespace {

constexpr std::string_view kDate = "2026-11-22";  // when these pages last changed their shape

/// Text as man(7) takes it: hyphens that can be copied, nothing taken for a request.
std::string plain(std::string_view text) {
  std::string made;
  for (const char c : text) {
    const bool at_start = made.empty() || made.back() == '\n';
    if (at_start && (c == '.' || c == '\'')) made += "\\&";
    if (c == '\\') {
      made += "\\e";
    } else if (c == '-') {
      made += "\\-";
    } else {
      made += c;
    }
  }
  return made;
}

/// Prose: `words in backquotes` are bold.
std::string prose(std::string_view text) {
  std::string made;
  bool bold = false;
  for (const char c : plain(text)) {
    if (c == '`') {
      made += bold ? "\\fR" : "\\fB";
      bold = !bold;
    } else {
      made += c;
    }
  }
  return made + "\n";
}

std::string head(std::string_view name, std::string_view summary) {
  return fmt::format(".TH {} 1 {} \"Sheaf {}\" \"Sheaf\"\n.SH NAME\n{} \\- {}\n", plain(name),
                     kDate, SHEAF_VERSION, plain(name), plain(summary));
}

std::string bold(std::string_view text) { return fmt::format("\\fB{}\\fR", plain(text)); }

std::string synopsis(const Command& command) {
  std::string text = fmt::format(".SH SYNOPSIS\n\\fBsheaf {}\\fR", plain(command.name));
  for (const PositionalRule& rule : command.positionals) {
    const std::string what =
        rule.choices.empty() ? fmt::format("\\fI{}\\fR", plain(rule.name)) : bold(rule.choices);
    text += ' ' + usage_of(rule, what);
  }
  return text + " [\\fIoptions\\fR]\n";
}

/// "-o,--output FILE" with its help.
std::string entry(const OptionRule& rule) {
  std::string flags;
  for (std::string_view rest = rule.flags; !rest.empty();) {
    const auto comma = std::min(rest.find(','), rest.size());
    flags += (flags.empty() ? "" : ", ") + bold(rest.substr(0, comma));
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
  if (!rule.value.empty()) flags += fmt::format(" \\fI{}\\fR", plain(rule.value));
  return fmt::format(".TP\n{}\n{}", flags, prose(rule.help));
}

std::string options(const Command& command) {
  std::string text;
  if (!command.positionals.empty()) text += ".SH ARGUMENTS\n";
  for (const PositionalRule& rule : command.positionals) {
    text += fmt::format(".TP\n\\fI{}\\fR\n{}", plain(rule.name), prose(rule.help));
  }
  text += ".SH OPTIONS\n";
  for (const OptionRule& rule : options_of(command)) text += entry(rule);
  return text;
}

std::string examples(const Command& command) {
  std::string text = ".SH EXAMPLES\n";
  for (const Example& example : command.examples) {
    text += fmt::format(".TP\n{}\n{}", bold(example.command), prose(example.says));
  }
  return text;
}

std::string exit_status(std::span<const ExitMeaning> meanings) {
  std::string text = ".SH EXIT STATUS\n";
  for (const ExitMeaning& one : meanings) {
    text += fmt::format(".TP\n\\fB{}\\fR\n{}", static_cast<int>(one.code), prose(one.says));
  }
  return text;
}

std::string lower_first(std::string_view text) {
  std::string made(text);
  if (!made.empty() && made[0] >= 'A' && made[0] <= 'Z')
    made[0] = static_cast<char>(made[0] | 0x20);
  return made;
}

}  // namespace

std::string man_page() {
  std::string text = head("sheaf", "compose accessible PDF reports from YAML layouts");
  text += ".SH SYNOPSIS\n\\fBsheaf\\fR \\fICOMMAND\\fR [\\fIoptions\\fR]\n.SH DESCRIPTION\n";
  text += prose(
      "Sheaf composes reports: a layout, written in YAML, names sections; section plugins write "
      "them; "
      "the report comes out as one PDF that is tagged (PDF/UA-1), archivable (PDF/A-2a) and the "
      "same "
      "byte for byte whenever its input is the same.");
  text += ".SH COMMANDS\n";
  for (const Command& command : commands()) {
    text +=
        fmt::format(".TP\n\\fBsheaf\\-{}\\fR(1)\n{}", plain(command.name), prose(command.summary));
  }
  return text + exit_status(exit_meanings());
}

std::string man_page(const Command& command) {
  std::string text = head(fmt::format("sheaf-{}", command.name), lower_first(command.summary));
  text += synopsis(command);
  text += ".SH DESCRIPTION\n" + prose(command.description);
  text += options(command) + examples(command) + exit_status(exit_meanings(command));
  return text + ".SH SEE ALSO\n.BR sheaf (1)\n";
}

}  // namespace sheaf::cli
