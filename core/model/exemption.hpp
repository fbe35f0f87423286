#pragma once
// Why a section is not for publication: exempt information under Part 1 of Schedule 12A to the
// Local Government Act 1972, which is the list for England (substituted by SI 2006/88).

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/node.hpp"

namespace sheaf::model {

constexpr int kExemptParagraphs = 7;

/// What a paragraph, 1 to 7, covers: "information relating to any individual", …
std::string_view exempt_information(int paragraph);

/// "paragraph 3", "paragraphs 1, 2 and 3".
std::string paragraphs_text(std::span<const int> paragraphs);

/// What `access:` says. The public edition prints all of it, and nothing else of its section.
struct ExemptionSpec {
  SourceId source;
  std::vector<int> paragraphs;  // ascending, each once; empty only when a mistake was reported
  Node because;                 // why the public interest lies in withholding it; text
  Node public_title;            // heading of the notice, or Null: "Exempt information"
};

/// The same, ready to print.
struct Exemption {
  SourceId source;
  std::vector<int> paragraphs;
  std::string because;
  std::string stands_for;  // in the public edition: the id of the section that is left out, which
                           // links may name but no output may
};

}  // namespace sheaf::model
