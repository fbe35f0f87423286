// The home of Hunspell. It is opened by name when a dictionary is wanted, so that no other run of
// the program pays for it.

#include <dlfcn.h>
#include <fmt/format.h>
#include <hunspell/hunspell.h>

#include <algorithm>

#include "lint/speller.hpp"

namespace sheaf::lint {
namespace {

constexpr const char* kLibrary = "libhunspell-1.7.so.0";
constexpr std::size_t kMostSuggestions = 3;

/// The functions that are called, as Hunspell's header declares them.
struct Functions {
  decltype(&Hunspell_create) create = nullptr;
  decltype(&Hunspell_destroy) destroy = nullptr;
  decltype(&Hunspell_spell) spell = nullptr;
  decltype(&Hunspell_suggest) suggest = nullptr;
  decltype(&Hunspell_free_list) free_list = nullptr;
  decltype(&Hunspell_get_dic_encoding) encoding = nullptr;

  bool whole() const { return create && destroy && spell && suggest && free_list && encoding; }
};

template <class Function>
void find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(dlsym(library, name));
}

Functions load() {
  Functions functions;
  void* library = dlopen(kLibrary, RTLD_NOW | RTLD_LOCAL);  // stays open: the process is short
  if (!library) return functions;
  find(library, "Hunspell_create", functions.create);
  find(library, "Hunspell_destroy", functions.destroy);
  find(library, "Hunspell_spell", functions.spell);
  find(library, "Hunspell_suggest", functions.suggest);
  find(library, "Hunspell_free_list", functions.free_list);
  find(library, "Hunspell_get_dic_encoding", functions.encoding);
  return functions;
}

class HunspellSpeller final : public Speller {
 public:
  HunspellSpeller(const Functions& functions, const Dictionary& dictionary)
      : functions_(functions),
        handle_(functions.create(dictionary.rules.c_str(), dictionary.words.c_str())) {}
  ~HunspellSpeller() override { functions_.destroy(handle_); }
  HunspellSpeller(const HunspellSpeller&) = delete;
  HunspellSpeller& operator=(const HunspellSpeller&) = delete;

  bool reads_utf8() const { return std::string_view(functions_.encoding(handle_)) == "UTF-8"; }

  bool knows(std::string_view word) override {
    return functions_.spell(handle_, std::string(word).c_str()) != 0;
  }

  std::vector<std::string> suggest(std::string_view word) override {
    char** list = nullptr;
    const int count = functions_.suggest(handle_, &list, std::string(word).c_str());
    const auto kept = std::min(static_cast<std::size_t>(std::max(count, 0)), kMostSuggestions);
    std::vector<std::string> words(list, list + kept);
    functions_.free_list(handle_, &list, count);
    return words;
  }

 private:
  Functions functions_;
  Hunhandle* handle_;
};

/// "en-GB" is en_GB; "en" alone is, too.
std::string dictionary_name(std::string_view language) {
  if (language == "en") return "en_GB";
  std::string name(language.substr(0, language.find('-', 3)));
  std::ranges::replace(name, '-', '_');
  return name;
}

std::string cure_for(std::string_view language) {
  const bool english = language == "en" || language == "en-GB";
  return english ? "Install the package hunspell-en-gb" : "Install its dictionary for Hunspell";
}

}  // namespace

Dictionary find_dictionary(std::string_view language, std::span<const Path> folders,
                           const FileSystem& files) {
  const std::string name = dictionary_name(language);
  for (const Path& folder : folders) {
    Dictionary found{folder / (name + ".aff"), folder / (name + ".dic")};
    if (files.kind(found.rules) == FileKind::File && files.kind(found.words) == FileKind::File) {
      return found;
    }
  }
  return {};
}

std::optional<NoSpeller> why_no_speller(std::string_view language, std::span<const Path> folders,
                                        const FileSystem& files) {
  if (find_dictionary(language, folders, files).words.empty()) {
    return NoSpeller{fmt::format("There is no dictionary for {}", language), cure_for(language)};
  }
  if (load().whole()) return std::nullopt;
  return NoSpeller{"Hunspell is not installed", "Install the package libhunspell-1.7-0"};
}

std::unique_ptr<Speller> open_speller(std::string_view language, std::span<const Path> folders,
                                      const FileSystem& files, NoSpeller& missing) {
  if (auto why = why_no_speller(language, folders, files)) {
    missing = *std::move(why);
    return nullptr;
  }
  const Dictionary dictionary = find_dictionary(language, folders, files);
  auto speller = std::make_unique<HunspellSpeller>(load(), dictionary);
  if (speller->reads_utf8()) return speller;
  missing = {fmt::format("The dictionary {} is not in UTF-8", dictionary.words.string()),
             "Install one that is"};
  return nullptr;
}

}  // namespace sheaf::lint
