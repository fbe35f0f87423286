#include "text/face_choice.hpp"

#include <hb.h>

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "text/grapheme.hpp"

namespace sheaf::text {
namespace {

struct Range {
  char32_t first, last;
};

/// HarfBuzz makes these from the face's space.
constexpr std::array<Range, 5> kSpaces{
    {{0x00A0, 0x00A0}, {0x2000, 0x200A}, {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000}}};

bool space_like(char32_t c) {
  return std::ranges::any_of(kSpaces, [c](Range r) { return c >= r.first && c <= r.last; });
}

hb_unicode_funcs_t* unicode() { return hb_unicode_funcs_get_default(); }

bool has(const Face& face, char32_t c) {
  if (face.nominal_glyph(effective(face, c)) != 0 || ignorable(c)) return true;
  if (space_like(c)) return face.space() != 0;
  hb_codepoint_t base = 0, mark = 0;
  return hb_unicode_decompose(unicode(), c, &base, &mark) && has(face, base) &&
         (mark == 0 || has(face, mark));
}

/// A letter and its mark may be one glyph of the face.
bool has_composed(const Face& face, std::string_view cluster) {
  const CodePoint base = decode(cluster, 0);
  if (base.bytes == cluster.size()) return false;
  const CodePoint mark = decode(cluster, base.bytes);
  hb_codepoint_t composed = 0;
  return base.bytes + mark.bytes == cluster.size() &&
         hb_unicode_compose(unicode(), base.value, mark.value, &composed) &&
         face.nominal_glyph(composed) != 0;
}

bool has_cluster(const Face& face, std::string_view cluster) {
  for (std::size_t at = 0; at < cluster.size();) {
    const CodePoint c = decode(cluster, at);
    if (!has(face, c.value)) return has_composed(face, cluster);
    at += c.bytes;
  }
  return true;
}

const Face* find_face(FaceList& faces, std::string_view cluster) {
  for (std::size_t i = 0; i < faces.size(); ++i) {
    const Face* face = faces.at(i);
    if (face && has_cluster(*face, cluster)) return face;
  }
  return nullptr;
}

const Face* face_for_missing(FaceList& faces) {
  const Face* face = find_face(faces, "\uFFFD");
  return face ? face : faces.first();
}

bool real_script(Script script) {
  return script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED && script != HB_SCRIPT_UNKNOWN;
}

/// A stretch of one script.
struct ScriptRun {
  std::size_t begin, end;
  Script script;
};

/// Punctuation and digits are of the script before them, or else of the one after; alone, they are
/// Latin.
std::vector<ScriptRun> script_runs(std::string_view text) {
  std::vector<ScriptRun> runs;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = grapheme_end(text, at);
    const Script script = hb_unicode_script(unicode(), decode(text, at).value);
    const bool first = runs.empty() || (real_script(script) && real_script(runs.back().script) &&
                                        script != runs.back().script);
    if (first) runs.push_back({at, end, script});
    if (real_script(script)) runs.back().script = script;
    runs.back().end = end;
    at = end;
  }
  if (!runs.empty() && !real_script(runs.front().script)) runs.front().script = HB_SCRIPT_LATIN;
  return runs;
}

/// Letters that stand alone may come from different faces; others join or pile up.
bool letters_stand_alone(Script script) {
  return script == HB_SCRIPT_LATIN || script == HB_SCRIPT_GREEK || script == HB_SCRIPT_CYRILLIC;
}

FaceRun run_of(std::string_view text, const ScriptRun& part, FaceList& faces) {
  const std::string_view cluster = text.substr(part.begin, part.end - part.begin);
  const Face* face = find_face(faces, cluster);
  if (face) return {part.begin, part.end, face, part.script, false};
  return {part.begin, part.end, face_for_missing(faces), part.script, true};
}

void append(std::vector<FaceRun>& runs, const FaceRun& run) {
  FaceRun* last = runs.empty() ? nullptr : &runs.back();
  const bool together = last && !last->missing && !run.missing && last->face == run.face &&
                        last->script == run.script;
  if (together) {
    last->end = run.end;
  } else {
    runs.push_back(run);
  }
}

void append_script(std::vector<FaceRun>& runs, std::string_view text, const ScriptRun& part,
                   FaceList& faces) {
  if (!letters_stand_alone(part.script)) {
    const FaceRun whole = run_of(text, part, faces);
    if (!whole.missing) return append(runs, whole);
  }
  for (std::size_t at = part.begin; at < part.end;) {
    const std::size_t end = std::min(grapheme_end(text, at), part.end);
    append(runs, run_of(text, {at, end, part.script}, faces));
    at = end;
  }
}

/// Spaces go with what is before them, if its face has a space. An empty text has a face, too.
void append_spaces(std::vector<FaceRun>& runs, std::size_t begin, std::size_t end,
                   FaceList& faces) {
  if (begin == end && end > 0) return;
  if (!runs.empty() && runs.back().face->space() != 0 && !runs.back().missing) {
    runs.back().end = end;
    return;
  }
  const Face* face = find_face(faces, " ");
  runs.push_back({begin, end, face ? face : faces.first(), HB_SCRIPT_LATIN, false});
}

}  // namespace

FaceList::FaceList(FaceStore& store, std::vector<Path> paths)
    : store_(store), paths_(std::move(paths)), opened_(paths_.size()), tried_(paths_.size()) {}

const Face* FaceList::at(std::size_t nth) {
  if (!tried_[nth]) {
    tried_[nth] = true;
    if (const auto face = store_.open(paths_[nth])) opened_[nth] = *face;
  }
  return opened_[nth];
}

const Face* FaceList::first() {
  for (std::size_t i = 0; i < size(); ++i) {
    if (const Face* face = at(i)) return face;
  }
  return nullptr;
}

const std::vector<const Face*>& FaceList::all() {
  if (all_.empty()) {
    for (std::size_t i = 0; i < size(); ++i) {
      if (const Face* face = at(i)) all_.push_back(face);
    }
  }
  return all_;
}

std::vector<FaceRun> choose_faces(std::string_view text, FaceList& faces) {
  std::vector<FaceRun> runs;
  if (!faces.first()) return runs;
  const std::size_t ink = text.find_last_not_of(' ') + 1;
  for (const ScriptRun& part : script_runs(text.substr(0, ink))) {
    append_script(runs, text, part, faces);
  }
  append_spaces(runs, ink, text.size(), faces);
  return runs;
}

std::vector<char32_t> missing_characters(std::string_view text, FaceList& faces) {
  std::vector<char32_t> characters;
  for (const FaceRun& run : choose_faces(text, faces)) {
    if (!run.missing) continue;
    for (std::size_t at = run.begin; at < run.end;) {
      const CodePoint c = decode(text, at);
      const Face* face = find_face(faces, text.substr(at, c.bytes));
      if (!face) characters.push_back(c.value);
      at += c.bytes;
    }
    // Each character has a face, but no face has them all: the base stands for the cluster.
    if (characters.empty()) characters.push_back(decode(text, run.begin).value);
  }
  return characters;
}

}  // namespace sheaf::text
