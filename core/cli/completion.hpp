#pragma once
// What may stand next on a command line, from the command table: shells ask `sheaf __complete`.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"

namespace sheaf::cli {

/// The first argument by which the shells' scripts ask; no command of its own.
constexpr std::string_view kCompleteWord = "__complete";

struct Candidate {
  std::string word, says;
};

/// What fits: words, or a kind of file for the shell to look for.
struct Completion {
  enum class Kind { Words, Layouts, Files, Folders };
  Kind kind = Kind::Words;
  std::vector<Candidate> candidates = {};
};

/// Ids of the installed plugins with their titles, asked for only when one may stand next.
using InstalledPlugins = std::vector<Candidate> (*)(FileSystem& files);

/// `words` are those after `sheaf`; the last is the one being typed, empty when not begun yet.
Completion complete(std::span<const std::string_view> words, InstalledPlugins plugins,
                    FileSystem& files);

/// "words", "layouts", "files" or "folders" on a line, then one candidate a line: the word, a tab
/// and what it means.
std::string text_of(const Completion& completion);

/// Answers the scripts, by the plugins that are installed.
ExitCode run_complete(std::span<const std::string_view> words, const Terminal& terminal,
                      FileSystem& files);

}  // namespace sheaf::cli
