#pragma once
// A dictionary of one language. Hunspell is behind it; tests have one of their own.

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_system.hpp"

namespace sheaf::lint {

/// Not thread-safe.
class Speller {
 public:
  virtual ~Speller() = default;
  virtual bool knows(std::string_view word) = 0;
  /// Nearest words first, at most a few.
  virtual std::vector<std::string> suggest(std::string_view word) = 0;
};

/// Where a dictionary lies: NAME.aff and NAME.dic.
struct Dictionary {
  Path rules, words;
};

/// Why there is no speller.
struct NoSpeller {
  std::string reason;  // "Hunspell is not installed"
  std::string cure;    // "Install the package hunspell-en-gb"
};

/// Whether the library and the dictionary are installed, without reading the dictionary; nothing
/// when they are.
std::optional<NoSpeller> why_no_speller(std::string_view language, std::span<const Path> folders,
                                        const FileSystem& files);

/// The dictionary of a BCP 47 language ("en-GB", "en", "cy") in the first folder that has one;
/// both paths are empty when none has.
Dictionary find_dictionary(std::string_view language, std::span<const Path> folders,
                           const FileSystem& files);

/// Reads the dictionary, which takes a tenth of a second and more. Null when Hunspell or the
/// dictionary is not there; `missing` then says why.
std::unique_ptr<Speller> open_speller(std::string_view language, std::span<const Path> folders,
                                      const FileSystem& files, NoSpeller& missing);

}  // namespace sheaf::lint
