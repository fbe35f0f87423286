#include "model/exemption.hpp"

#include <array>

#include <fmt/format.h>

namespace sheaf::model {

std::string_view exempt_information(int paragraph) {
  constexpr std::array<std::string_view, kExemptParagraphs> kWords{
      "information relating to any individual",
      "information which is likely to reveal the identity of an individual",
      "information relating to the financial or business affairs of any particular person "
      "(including the authority holding that information)",
      "information relating to any consultations or negotiations, or contemplated consultations or "
      "negotiations, in connection with any labour relations matter arising between the authority "
      "or a Minister of the Crown and employees of, or office holders under, the authority",
      "information in respect of which a claim to legal professional privilege could be maintained "
      "in legal proceedings",
      "information which reveals that the authority proposes (a) to give under any enactment a "
      "notice under or by virtue of which requirements are imposed on a person; or (b) to make an "
      "order or direction under any enactment",
      "information relating to any action taken or to be taken in connection with the prevention, "
      "investigation or prosecution of crime"};
  return kWords.at(static_cast<std::size_t>(paragraph - 1));
}

std::string paragraphs_text(std::span<const int> paragraphs) {
  if (paragraphs.size() == 1) return fmt::format("paragraph {}", paragraphs[0]);
  std::string text = "paragraphs";
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const std::string_view before = i == 0 ? " " : i + 1 == paragraphs.size() ? " and " : ", ";
    text += fmt::format("{}{}", before, paragraphs[i]);
  }
  return text;
}

}  // namespace sheaf::model
