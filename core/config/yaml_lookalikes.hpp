#pragma once
// Signs that look like those of YAML and are others: what a word processor or a web page makes of
// dashes, quotation marks and spaces, and apostrophes, which open a quote.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "config/yaml_finding.hpp"

namespace sheaf::config {

/// A name that holds such signs, and the name that is meant.
struct NameSlip {
  YamlFinding finding;
  std::string meant;
};

/// What is wrong with the plain name that begins at `at`; only outside brackets (`in_block`) may it
/// be the entry of a list: `-plugin`, `– plugin`.
std::optional<NameSlip> slip_in_name(std::string_view text, std::size_t at, std::string_view name,
                                     bool in_block);

/// A text of one word as names are spelled, at `at`, in which a space or sign stands that nobody
/// sees: `pro se` for prose; and the word that is meant.
std::optional<NameSlip> slip_in_word(std::string_view word, std::size_t at);

/// The finding for words at `at` that begin a list entry with a dash that is none to YAML: without
/// its space, with a no-break space, or another sign than a hyphen.
std::optional<YamlFinding> slip_of_dash(std::string_view text, std::size_t at);

/// The finding for tabs between the dash of a list entry and its name, on the line that holds `at`.
std::optional<YamlFinding> tab_behind_dash(std::string_view text, std::size_t at);

/// The finding for a text between brackets, read as `value`, that opens a curly quotation mark and
/// was ended by a comma before the closing one.
std::optional<YamlFinding> curly_quotes_cut(std::string_view text, std::size_t at,
                                            std::string_view value);

/// The finding for the quotation mark at `quote`, which is not closed where it should be: an
/// apostrophe at the beginning of a word that is known to have one is taken as text.
YamlFinding unclosed_quote(std::string_view text, std::size_t quote, std::string message);

}  // namespace sheaf::config
