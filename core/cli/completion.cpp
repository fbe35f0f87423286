#include "cli/completion.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/installed.hpp"
#include "cli/surroundings.hpp"

namespace sheaf::cli {
namespace {

using Kind = Completion::Kind;

/// "-o,--output" one by one.
std::vector<std::string_view> spellings(std::string_view flags) {
  std::vector<std::string_view> all;
  while (!flags.empty()) {
    const auto comma = std::min(flags.find(','), flags.size());
    all.push_back(flags.substr(0, comma));
    flags.remove_prefix(std::min(comma + 1, flags.size()));
  }
  return all;
}

bool is_option(std::string_view word) { return word.size() > 1 && word.front() == '-'; }

const Command* find_command(std::string_view name) {
  const auto all = commands();
  const auto found = std::ranges::find(all, name, &Command::name);
  return found == all.end() ? nullptr : &*found;
}

class Line {
 public:
  Line(std::span<const std::string_view> words, InstalledPlugins plugins, FileSystem& files)
      : plugins_(plugins), files_(files) {
    for (const std::string_view word : words) {
      // Some shells give --stage=spec in three words.
      if (word != "=" || words_.empty() || !is_option(words_.back())) words_.push_back(word);
    }
    if (!words.empty() && words.back() == "=") words_.emplace_back();
    typed_ = words_.empty() ? std::string_view() : words_.back();
  }

  Completion complete() {
    if (words_.size() < 2) return is_option(typed_) ? program_options() : command_names();
    command_ = find_command(words_.front());
    if (!command_) return {};
    options_ = options_of(*command_);
    const OptionRule* open = walk();
    if (open) return value(open->value, open->choices);
    if (const auto equals = typed_.find('='); typed_.starts_with("--") && equals != typed_.npos) {
      const OptionRule* option = find_option(typed_.substr(0, equals));
      if (!option) return {};
      prefix_ = typed_.substr(0, equals + 1);
      typed_.remove_prefix(equals + 1);
      return value(option->value, option->choices);
    }
    if (typed_.starts_with('-')) return options();
    const PositionalRule* next = positional();
    return next ? value(next->name, next->choices) : Completion();
  }

 private:
  /// Where the word being typed stands, or null.
  const PositionalRule* positional() const {
    const auto& rules = command_->positionals;
    if (position_ < rules.size()) return &rules[position_];
    return !rules.empty() && rules.back().many ? &rules.back() : nullptr;
  }

  const OptionRule* find_option(std::string_view flag) const {
    const auto fits = [&](const OptionRule& rule) {
      return std::ranges::count(spellings(rule.flags), flag) > 0;
    };
    const auto found = std::ranges::find_if(options_, fits);
    return found == options_.end() ? nullptr : &*found;
  }

  /// Counts the positional words before the one being typed. The option whose value comes next, or
  /// null.
  const OptionRule* walk() {
    const OptionRule* open = nullptr;
    for (std::size_t i = 1; i + 1 < words_.size(); ++i) {
      if (open) {
        open = nullptr;
      } else if (is_option(words_[i])) {
        const OptionRule* rule = find_option(words_[i]);
        open = rule && rule->kind != OptionKind::Flag ? rule : nullptr;
      } else {
        ++position_;
      }
    }
    return open;
  }

  void offer(Completion& made, std::string_view word, std::string_view says) const {
    if (word.starts_with(typed_))
      made.candidates.push_back({prefix_ + std::string(word), std::string(says)});
  }

  Completion command_names() const {
    Completion made;
    for (const Command& command : commands()) offer(made, command.name, command.summary);
    return made;
  }

  Completion program_options() const {
    Completion made;
    offer(made, "--help", "Show the commands");
    offer(made, "--version", "Print the version");
    return made;
  }

  Completion options() const {
    Completion made;
    for (const OptionRule& rule : options_) offer(made, spellings(rule.flags).back(), rule.help);
    return made;
  }

  /// By the choices, or else by the name that help gives the value: FILE, FOLDER, LAYOUT, PLUGIN.
  Completion value(std::string_view name, std::string_view choices) const {
    if (name == "LAYOUT") return {Kind::Layouts};
    if (name == "FILE") return {Kind::Files};
    if (name == "FOLDER") return {Kind::Folders};
    Completion made;
    if (name == "PLUGIN") {
      for (const auto& [id, title] : plugins_(files_)) offer(made, id, title);
    }
    while (!choices.empty()) {
      const auto bar = std::min(choices.find('|'), choices.size());
      offer(made, choices.substr(0, bar), {});
      choices.remove_prefix(std::min(bar + 1, choices.size()));
    }
    return made;
  }

  InstalledPlugins plugins_;
  FileSystem& files_;
  std::vector<std::string_view> words_;
  std::string_view typed_;
  std::string prefix_;
  const Command* command_ = nullptr;
  std::vector<OptionRule> options_;
  std::size_t position_ = 0;
};

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::Words: return "words";
    case Kind::Layouts: return "layouts";
    case Kind::Files: return "files";
    case Kind::Folders: return "folders";
  }
  return {};
}

std::vector<Candidate> installed_plugins(FileSystem& files) {
  pipeline::Session session(files, surroundings({}, files));
  Diagnostics unheard;
  std::vector<Candidate> found;
  for (const plugin::Manifest& one : session.registry({}, unheard).all()) {
    found.push_back({one.id, one.title});
  }
  return found;
}

}  // namespace

Completion complete(std::span<const std::string_view> words, InstalledPlugins plugins,
                    FileSystem& files) {
  return Line(words, plugins, files).complete();
}

std::string text_of(const Completion& completion) {
  std::string text = fmt::format("{}\n", name_of(completion.kind));
  for (const Candidate& one : completion.candidates) {
    text += fmt::format("{}\t{}\n", one.word, one.says);
  }
  return text;
}

ExitCode run_complete(std::span<const std::string_view> words, const Terminal& terminal,
                      FileSystem& files) {
  terminal.out.write(text_of(complete(words, installed_plugins, files)));
  return ExitCode::Ok;
}

}  // namespace sheaf::cli
