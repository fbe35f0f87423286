#include "lint/checks.hpp"

#include <array>

namespace sheaf::lint {
namespace {

using enum model::LintRule;

constexpr std::array kTextChecks = {
    TextCheck{HeadingLong, check_heading_long},
    TextCheck{HeadingFake, check_heading_fake, true},
    TextCheck{LangSpan, check_lang_span},
    TextCheck{CapsLong, check_caps_long},
    TextCheck{CapsSpaced, check_caps_spaced},
    TextCheck{SpacesLayout, check_spaces_layout},
    TextCheck{EmptyText, check_empty_text},
    TextCheck{Italics, check_italics},
    TextCheck{DateFormat, check_date_format, true},  // at its column
    TextCheck{DateRange, check_date_range},
    TextCheck{MarkupPrinted, check_markup_printed, true},  // at the next one
    TextCheck{TimeFormat, check_time_format},
    TextCheck{NumberFormat, check_number_format},
    TextCheck{PhoneFormat, check_phone_format},
    TextCheck{EmailFormat, check_email_format},
    TextCheck{LatinAbbreviation, check_latin_abbreviation},
    TextCheck{Ampersand, check_ampersand},
    TextCheck{Contraction, check_contraction},
    TextCheck{BracketedPlural, check_bracketed_plural},
    TextCheck{TermStyle, check_term_style},
    TextCheck{Sensory, check_sensory},
    TextCheck{Directional, check_directional},
    TextCheck{SentenceLong, check_sentence_long},
    TextCheck{ParagraphLong, check_paragraph_long},
    TextCheck{Placeholder, check_placeholder},
    TextCheck{PlaceholderLikely, check_placeholder_likely},
    TextCheck{PersonalData, check_personal_data},
};

constexpr std::array kDocumentChecks = {
    DocumentCheck{AltPoor, check_alt_poor},
    DocumentCheck{AltLong, check_alt_long},
    DocumentCheck{ImageOfText, check_image_of_text},
    DocumentCheck{SignatureImage, check_signature_image},
    DocumentCheck{TitlePoor, check_title_poor},
    DocumentCheck{HeadingRepeated, check_heading_repeated},
    DocumentCheck{HeadingLone, check_heading_lone},
    DocumentCheck{LinkVague, check_link_vague},
    DocumentCheck{LinkBareUrl, check_link_bare_url},
    DocumentCheck{LinkSameText, check_link_same_text},
    DocumentCheck{LinkHttp, check_link_http},
    DocumentCheck{LinkFile, check_link_file},
    DocumentCheck{LangUnknown, check_lang_unknown},
    DocumentCheck{LangRegion, check_lang_region},
    DocumentCheck{TableCaption, check_table_caption},
    DocumentCheck{TableOneColumn, check_table_one_column},
    DocumentCheck{TableOneRow, check_table_one_row},
    DocumentCheck{TableLayout, check_table_layout},
    DocumentCheck{TableWide, check_table_wide},
    DocumentCheck{ListFake, check_list_fake},
    DocumentCheck{ListSingle, check_list_single},
    DocumentCheck{ListLead, check_list_lead},
    DocumentCheck{ListStyle, check_list_style},
    DocumentCheck{AcronymFirst, check_acronym_first},
    DocumentCheck{ReadingAge, check_reading_age},
    DocumentCheck{Spelling, check_spelling},
    DocumentCheck{BackgroundPapers, check_background_papers},
    DocumentCheck{RecommendationsMissing, check_recommendations_missing},
    DocumentCheck{ContactMissing, check_contact_missing},
};

}  // namespace

std::span<const TextCheck> text_checks() { return kTextChecks; }
std::span<const DocumentCheck> document_checks() { return kDocumentChecks; }

}  // namespace sheaf::lint
