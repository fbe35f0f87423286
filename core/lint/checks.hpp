#pragma once
// The rules' functions, by rule. Each reports through Findings, which knows what is in force.

#include <span>

#include "lint/findings.hpp"
#include "lint/view.hpp"

namespace sheaf::lint {

/// Looks at one text after another; `check` is called for every block of the view, but for those
/// that are known to be faultless.
struct TextCheck {
  model::LintRule rule;
  void (*check)(const TextBlock& block, const View& view, Findings& findings);
  bool looks_around = false;  // at what stands beside the block, so that no text is known to it
};

/// Looks at the document as a whole.
struct DocumentCheck {
  model::LintRule rule;
  void (*check)(const View& view, Findings& findings);
};

/// Together they cover every rule exactly once.
std::span<const TextCheck> text_checks();
std::span<const DocumentCheck> document_checks();

// pictures.cpp
void check_alt_poor(const View& view, Findings& findings);
void check_alt_long(const View& view, Findings& findings);
void check_image_of_text(const View& view, Findings& findings);
void check_signature_image(const View& view, Findings& findings);
// headings.cpp
void check_title_poor(const View& view, Findings& findings);
void check_heading_long(const TextBlock& block, const View& view, Findings& findings);
void check_heading_fake(const TextBlock& block, const View& view, Findings& findings);
void check_heading_repeated(const View& view, Findings& findings);
void check_heading_lone(const View& view, Findings& findings);
// links.cpp
void check_link_vague(const View& view, Findings& findings);
void check_link_bare_url(const View& view, Findings& findings);
void check_link_same_text(const View& view, Findings& findings);
void check_link_http(const View& view, Findings& findings);
void check_link_file(const View& view, Findings& findings);
// languages.cpp
void check_lang_unknown(const View& view, Findings& findings);
void check_lang_span(const TextBlock& block, const View& view, Findings& findings);
void check_lang_region(const View& view, Findings& findings);
// tables.cpp
void check_table_caption(const View& view, Findings& findings);
void check_table_one_column(const View& view, Findings& findings);
void check_table_one_row(const View& view, Findings& findings);
void check_table_layout(const View& view, Findings& findings);
void check_table_wide(const View& view, Findings& findings);
// lists.cpp
void check_list_fake(const View& view, Findings& findings);
void check_list_single(const View& view, Findings& findings);
void check_list_lead(const View& view, Findings& findings);
void check_list_style(const View& view, Findings& findings);
// markup.cpp
void check_markup_printed(const TextBlock& block, const View& view, Findings& findings);
// appearance.cpp
void check_caps_long(const TextBlock& block, const View& view, Findings& findings);
void check_caps_spaced(const TextBlock& block, const View& view, Findings& findings);
void check_spaces_layout(const TextBlock& block, const View& view, Findings& findings);
void check_empty_text(const TextBlock& block, const View& view, Findings& findings);
void check_italics(const TextBlock& block, const View& view, Findings& findings);
// dates.cpp
void check_date_format(const TextBlock& block, const View& view, Findings& findings);
void check_date_range(const TextBlock& block, const View& view, Findings& findings);
void check_time_format(const TextBlock& block, const View& view, Findings& findings);
// numbers.cpp
void check_number_format(const TextBlock& block, const View& view, Findings& findings);
void check_phone_format(const TextBlock& block, const View& view, Findings& findings);
void check_email_format(const TextBlock& block, const View& view, Findings& findings);
// wording.cpp
void check_latin_abbreviation(const TextBlock& block, const View& view, Findings& findings);
void check_ampersand(const TextBlock& block, const View& view, Findings& findings);
void check_contraction(const TextBlock& block, const View& view, Findings& findings);
void check_bracketed_plural(const TextBlock& block, const View& view, Findings& findings);
void check_term_style(const TextBlock& block, const View& view, Findings& findings);
void check_sensory(const TextBlock& block, const View& view, Findings& findings);
void check_directional(const TextBlock& block, const View& view, Findings& findings);
// acronyms.cpp
void check_acronym_first(const View& view, Findings& findings);
// reading.cpp
void check_sentence_long(const TextBlock& block, const View& view, Findings& findings);
void check_paragraph_long(const TextBlock& block, const View& view, Findings& findings);
void check_reading_age(const View& view, Findings& findings);
// spelling.cpp
void check_spelling(const View& view, Findings& findings);
// leftovers.cpp
void check_placeholder(const TextBlock& block, const View& view, Findings& findings);
void check_placeholder_likely(const TextBlock& block, const View& view, Findings& findings);
// personal_data.cpp
void check_personal_data(const TextBlock& block, const View& view, Findings& findings);
// council.cpp
void check_background_papers(const View& view, Findings& findings);
void check_recommendations_missing(const View& view, Findings& findings);
void check_contact_missing(const View& view, Findings& findings);

}  // namespace sheaf::lint
