#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/language_tag.hpp"
#include "base/utf8.hpp"
#include "lint/checks.hpp"
#include "lint/text_signs.hpp"
#include "text/languages.hpp"

namespace sheaf::lint {
namespace {

using model::LintRule;
using model::StructureId;

constexpr std::size_t kMostLanguages = 100;  // of one report: to look one up takes time

struct Script {
  char32_t first, last;
  std::string_view name;
};

/// Letters of the scripts that councils print most often besides Latin.
constexpr std::array<Script, 16> kScripts = {{{0x0370, 0x03FF, "Greek"},
                                              {0x0400, 0x052F, "Cyrillic"},
                                              {0x0531, 0x058F, "Armenian"},
                                              {0x05D0, 0x05EA, "Hebrew"},
                                              {0x0620, 0x06FF, "Arabic"},
                                              {0x0750, 0x077F, "Arabic"},
                                              {0x0900, 0x097F, "Devanagari"},
                                              {0x0980, 0x09FF, "Bengali"},
                                              {0x0A00, 0x0A7F, "Gurmukhi"},
                                              {0x0A80, 0x0AFF, "Gujarati"},
                                              {0x0B80, 0x0BFF, "Tamil"},
                                              {0x0E00, 0x0E7F, "Thai"},
                                              {0x1200, 0x137F, "Ethiopic"},
                                              {0x3040, 0x30FF, "Japanese"},
                                              {0x4E00, 0x9FFF, "Chinese"},
                                              {0xAC00, 0xD7A3, "Korean"}}};

const Script* script_of(char32_t letter) {
  const auto at = std::ranges::find_if(kScripts, [&](const Script& script) {
    return script.first <= letter && letter <= script.last;
  });
  return at == kScripts.end() ? nullptr : &*at;
}

/// The script of the first two letters of `word` that are not Latin, or null: one letter alone is
/// a sign, such as the micro sign or omega.
const Script* foreign_script(std::string_view word) {
  int letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    if (!is_wide(word[at])) {
      ++at;
      continue;
    }
    const CodePoint point = decode(word, at);
    const Script* script = script_of(point.value);
    if (script && ++letters == 2) return script;
    at += point.bytes;
  }
  return nullptr;
}

std::string help_for(std::string_view tag) {
  const std::string meant = text::meant_language(tag);
  return meant.empty() ? std::string() : fmt::format("Did you mean {}?", meant);
}

}  // namespace

/// Each tag is told once, where it first stands.
void check_lang_unknown(const View& view, Findings& findings) {
  const model::Document& document = view.document;
  std::set<std::string_view> seen;
  const auto check = [&](std::string_view tag, StructureId id, SourceId near, std::string typed) {
    if (!is_language_tag(tag) || seen.size() >= kMostLanguages) return;  // no tag: told by readers
    if (!seen.insert(tag).second || text::is_known_language(tag)) return;
    findings.add_apart(
        LintRule::LangUnknown, id,
        {.id = {},
         .source = findings.typed(near, typed.append(tag)),
         .message = fmt::format("There is no language with the tag {}", in_marks(tag)),
         .help = help_for(tag)});
  };
  check(document.language, StructureId::Root, document.language_source, "");
  for (std::size_t i = 0; i < document.elements.size(); ++i) {
    const auto id = static_cast<StructureId>(i);
    if (document[id].language.empty()) continue;
    check(document[id].language, id, source_of(document, id), "lang=");
  }
}

void check_lang_span(const TextBlock& block, const View& view, Findings& findings) {
  if (std::ranges::none_of(block.text, is_wide)) return;
  if (!is_written_in_latin(view.document.language)) return;  // where nothing is foreign
  for (const Word& word : block.words) {
    const Script* script = word.flags & kForeign ? nullptr : foreign_script(block.of(word));
    if (!script) continue;
    findings.about(LintRule::LangSpan, block, word,
                   fmt::format("The {} words {} are not marked with their language", script->name,
                               in_marks(block.of(word))));
    return;  // once for each text
  }
}

void check_lang_region(const View& view, Findings& findings) {
  if (!same_letters(view.document.language, "en-us")) return;
  findings.add_apart(LintRule::LangRegion, StructureId::Root,
                     {.id = {},
                      .source = view.document.language_source,
                      .message = "The report's language is American English",
                      .help = {}});
}

}  // namespace sheaf::lint
