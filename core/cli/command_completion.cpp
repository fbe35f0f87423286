#include "cli/command.hpp"

namespace sheaf::cli {
namespace {

// The scripts hand the words to the program and do what it answers, so that they never go stale.

constexpr std::string_view kBash = R"(# bash completion for sheaf; made by `sheaf completion bash`
_sheaf() {
  local typed=${COMP_WORDS[COMP_CWORD]} answer line
  [[ $typed == = ]] && typed=
  mapfile -t answer < <("$1" __complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  COMPREPLY=()
  case ${answer[0]} in
    words)
      for line in "${answer[@]:1}"; do COMPREPLY+=("${line%%$'\t'*}"); done ;;
    layouts)
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -f -X '!*.yaml' -- "$typed"; compgen -d -- "$typed") ;;
    files)
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -f -- "$typed") ;;
    folders)
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -d -- "$typed") ;;
  esac
}
complete -F _sheaf sheaf
)";

constexpr std::string_view kZsh = R"(#compdef sheaf
# zsh completion for sheaf; made by `sheaf completion zsh`
_sheaf() {
  local -a answer candidates
  answer=("${(@f)$("${words[1]}" __complete "${(@)words[2,CURRENT]}" 2>/dev/null)}")
  case $answer[1] in
    words)
      candidates=("${(@)${(@)${(@)answer[2,-1]}//:/\\:}/$'\t'/:}")
      (( $#candidates )) && _describe -V 'sheaf' candidates ;;
    layouts) compset -P '--*='; _files -g '*.yaml(-.)' ;;
    files) compset -P '--*='; _files ;;
    folders) compset -P '--*='; _files -/ ;;
  esac
}
if [[ $funcstack[1] == _sheaf ]]; then _sheaf "$@"; else compdef _sheaf sheaf; fi
)";

constexpr std::string_view kFish = R"(# fish completion for sheaf; made by `sheaf completion fish`
function __sheaf_complete
    set -l before (commandline -opc)
    set -l typed (commandline -ct)
    set -l answer ($before[1] __complete $before[2..-1] "$typed" 2>/dev/null)
    switch "$answer[1]"
        case words
            printf '%s\n' $answer[2..-1]
        case layouts
            set -l found $typed*.yaml $typed*/
            printf '%s\n' $found
        case files
            __fish_complete_path "$typed"
        case folders
            __fish_complete_directories "$typed" ''
    end
end
complete -c sheaf -f -a '(__sheaf_complete)'
)";

ExitCode run_completion(const Invocation& invocation) {
  const std::string_view shell = invocation.arguments.text("SHELL");
  invocation.terminal.out.write(shell == "bash" ? kBash : shell == "zsh" ? kZsh : kFish);
  return ExitCode::Ok;
}

}  // namespace

Command completion_command() {
  return {"completion",
          "Print the script that completes commands in a shell",
          "Prints a script for a shell, which then completes commands, options, the ids of "
          "installed plugins and the names\n"
          "of layout files at the Tab key. An installed Sheaf has the scripts where shells look "
          "for them.",
          {{"SHELL", true, "bash, zsh or fish", "bash|zsh|fish"}},
          {},
          {{"source <(sheaf completion bash)", "for this shell; in ~/.bashrc, for each"},
           {"sheaf completion fish > ~/.config/fish/completions/sheaf.fish", "for fish"}},
          run_completion};
}

}  // namespace sheaf::cli
