#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "lint/checks.hpp"
#include "lint/text_signs.hpp"

namespace sheaf::lint {
namespace {

using model::LintRule;

constexpr std::size_t kLongestAddress = 60;

constexpr std::array<std::string_view, 17> kVague = {"click here",
                                                     "click",
                                                     "here",
                                                     "more",
                                                     "read more",
                                                     "read on",
                                                     "learn more",
                                                     "find out more",
                                                     "see more",
                                                     "more information",
                                                     "further information",
                                                     "this link",
                                                     "link",
                                                     "this page",
                                                     "download",
                                                     "details",
                                                     "this"};

/// In small letters, without punctuation.
std::string plain_words(const LinkText& link) {
  std::string plain;
  const auto words = link.block->words;
  auto word = std::ranges::lower_bound(words, link.begin, {}, &Word::begin);
  for (; word != words.end() && word->end <= link.end; ++word) {
    plain += plain.empty() ? "" : " ";
    plain += in_small_letters(link.block->of(*word));
  }
  return plain;
}

std::string_view target_of(const LinkText& link, const View& view) {
  return view.document[link.id].target;
}

/// A kind of file, and a word by which people know it.
struct FileKindName {
  std::string_view ending, other_name, shown;
};

constexpr std::array<FileKindName, 9> kFileKinds = {{{".pdf", "pdf", "PDF"},
                                                     {".doc", "word", "Word"},
                                                     {".docx", "word", "Word"},
                                                     {".xls", "excel", "Excel"},
                                                     {".xlsx", "excel", "Excel"},
                                                     {".csv", "csv", "CSV"},
                                                     {".ppt", "powerpoint", "PowerPoint"},
                                                     {".pptx", "powerpoint", "PowerPoint"},
                                                     {".zip", "zip", "ZIP"}}};

const FileKindName* file_kind(std::string_view target) {
  const std::string_view path = target.substr(0, target.find_first_of("?#"));
  const auto at = std::ranges::find_if(
      kFileKinds, [&](const auto& kind) { return ends_with_letters(path, kind.ending); });
  return at == kFileKinds.end() || target.starts_with('#') ? nullptr : &*at;
}

void about_link(LintRule rule, const LinkText& link, Findings& findings, std::string message,
                std::string help = {}) {
  findings.about(rule, *link.block, link.begin, link.end, std::move(message), std::move(help));
}

bool is_vague(const std::string& words) { return std::ranges::find(kVague, words) != kVague.end(); }

}  // namespace

void check_link_vague(const View& view, Findings& findings) {
  for (const LinkText& link : view.links) {
    if (!is_vague(plain_words(link))) continue;
    about_link(LintRule::LinkVague, link, findings,
               fmt::format("The words of this link, {}, do not say where it leads",
                           in_marks(link.words())));
  }
}

void check_link_bare_url(const View& view, Findings& findings) {
  for (const LinkText& link : view.links) {
    const std::string_view words = link.words();
    const bool with_scheme = words.starts_with("https://") || words.starts_with("http://");
    const bool is_long = words.size() > kLongestAddress && words.find(' ') == words.npos;
    if (!with_scheme && !is_long) continue;
    about_link(LintRule::LinkBareUrl, link, findings,
               fmt::format("The words of this link are an address, {}", in_marks(words)));
  }
}

void check_link_same_text(const View& view, Findings& findings) {
  std::map<std::string, std::string_view> targets;
  for (const LinkText& link : view.links) {
    const std::string words = plain_words(link);
    const std::string_view target = target_of(link, view);
    const auto [at, is_new] = targets.try_emplace(words, target);
    if (is_new || at->second == target || is_vague(words)) continue;
    about_link(LintRule::LinkSameText, link, findings,
               fmt::format("This link has the words {} as an earlier one has, but leads elsewhere",
                           in_marks(link.words())));
  }
}

void check_link_http(const View& view, Findings& findings) {
  for (const LinkText& link : view.links) {
    if (!starts_with_letters(target_of(link, view), "http://")) continue;
    about_link(LintRule::LinkHttp, link, findings,
               fmt::format("{} is an address without encryption", in_marks(target_of(link, view))));
  }
}

void check_link_file(const View& view, Findings& findings) {
  for (const LinkText& link : view.links) {
    const FileKindName* kind = file_kind(target_of(link, view));
    if (!kind || holds_letters(link.words(), kind->ending.substr(1)) ||
        holds_letters(link.words(), kind->other_name)) {
      continue;
    }
    about_link(
        LintRule::LinkFile, link, findings,
        fmt::format("The link {} leads to a file and does not say so", in_marks(link.words())),
        fmt::format("Add ({}) to the link's words", kind->shown));
  }
}

}  // namespace sheaf::lint
