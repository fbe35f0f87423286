#include <algorithm>
#include <array>
#include <span>

#include "lint/checks.hpp"
#include "lint/text_signs.hpp"

namespace sheaf::lint {
namespace {

using model::ElementKind;
using model::LintRule;

/// Whether a heading or a label begins with one of `names`, which are in small letters.
bool has_part(const View& view, std::span<const std::string_view> names) {
  return std::ranges::any_of(view.blocks, [&](const TextBlock& block) {
    const ElementKind kind = block.element->kind;
    if (kind != ElementKind::Heading && kind != ElementKind::Label) return false;
    const auto begins = [&](auto name) { return starts_with_letters(block.text, name); };
    return std::ranges::any_of(names, begins);
  });
}

void check_part(const View& view, LintRule rule, std::span<const std::string_view> names,
                std::string message, Findings& findings) {
  if (!has_part(view, names)) {
    findings.about(rule, model::StructureId::Root, std::move(message));
  }
}

}  // namespace

void check_background_papers(const View& view, Findings& findings) {
  constexpr std::array<std::string_view, 1> kNames = {"background papers"};
  check_part(view, LintRule::BackgroundPapers, kNames,
             "The report does not say which background papers there are", findings);
}

void check_recommendations_missing(const View& view, Findings& findings) {
  constexpr std::array<std::string_view, 1> kNames = {"recommendation"};
  check_part(view, LintRule::RecommendationsMissing, kNames,
             "The report does not say what the board is asked to do", findings);
}

void check_contact_missing(const View& view, Findings& findings) {
  constexpr std::array<std::string_view, 3> kNames = {"report of", "contact", "author"};
  check_part(view, LintRule::ContactMissing, kNames,
             "The report does not say whom it is from or whom to ask", findings);
}

}  // namespace sheaf::lint
