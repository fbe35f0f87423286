#include "document/difference.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "document/edit_script.hpp"
#include "document/passages.hpp"

namespace sheaf::document {
namespace {

using Kind = Difference::Kind;
using model::Document;

constexpr std::size_t kLookAhead = 20;  // passages among which a changed one is sought

/// Numbers for texts, so that sequences of them are compared quickly.
class Numbering {
 public:
  int of(const std::string& text) {
    return numbers_.emplace(text, static_cast<int>(numbers_.size())).first->second;
  }
  std::vector<int> of(const std::vector<std::string>& texts) {
    std::vector<int> made;
    for (const std::string& text : texts) made.push_back(of(text));
    return made;
  }

 private:
  std::map<std::string, int> numbers_;
};

std::string joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

void append(std::vector<WordRun>& runs, WordRun::Kind kind, const std::string& word) {
  if (runs.empty() || runs.back().kind != kind) {
    runs.push_back({kind, word});
  } else {
    runs.back().text += " " + word;
  }
}

std::vector<WordRun> all(WordRun::Kind kind, const std::vector<std::string>& words) {
  if (words.empty()) return {};
  return {{kind, joined(words)}};
}

std::vector<WordRun> compare(const std::vector<std::string>& before,
                             const std::vector<std::string>& after) {
  Numbering numbers;
  const std::vector<int> old_words = numbers.of(before), new_words = numbers.of(after);
  std::vector<WordRun> runs;
  for (const Edit& edit : edit_script(old_words, new_words)) {
    switch (edit.kind) {
      case Edit::Kind::Keep: append(runs, WordRun::Kind::Kept, before[edit.index]); break;
      case Edit::Kind::Remove: append(runs, WordRun::Kind::Removed, before[edit.index]); break;
      case Edit::Kind::Add: append(runs, WordRun::Kind::Added, after[edit.index]); break;
    }
  }
  return runs;
}

std::string first_cell(const Passage& row) {
  const auto bar = std::ranges::find(row.words, "|");
  return joined({row.words.begin(), bar});
}

/// Share of the words that two passages have in common, whatever their order; 0 to 100.
std::size_t likeness(const Passage& a, const Passage& b) {
  if (a.kind != b.kind) return 0;
  if (a.kind == "table row" && first_cell(a) == first_cell(b)) return 100;
  if (!a.picture.empty() && a.picture == b.picture) return 100;
  std::vector<std::string_view> of_a(a.words.begin(), a.words.end());
  std::vector<std::string_view> of_b(b.words.begin(), b.words.end());
  std::ranges::sort(of_a);
  std::ranges::sort(of_b);
  std::vector<std::string_view> common;
  std::ranges::set_intersection(of_a, of_b, std::back_inserter(common));
  const std::size_t both = of_a.size() + of_b.size();
  return both == 0 ? 100 : common.size() * 200 / both;
}

/// A section in both documents, or in one of them.
struct Pair {
  const Chapter* before = nullptr;
  const Chapter* after = nullptr;
  std::vector<Edit> script;  // of its passages

  std::string name() const {
    const Chapter& chapter = after ? *after : *before;
    return chapter.title.empty() ? chapter.id : chapter.title;
  }
};

class Comparison {
 public:
  Comparison(const Document& before, const Document& after)
      : before_(before),
        after_(after),
        old_chapters_(chapters_of(before)),
        new_chapters_(chapters_of(after)) {}

  std::vector<Difference> run() {
    compare_heads();
    pair_chapters();
    for (Pair& pair : pairs_) script(pair);
    const std::vector<const Chapter*> moved = moved_chapters();
    for (const Pair& pair : pairs_) {
      const bool has_moved = std::ranges::find(moved, pair.after) != moved.end();
      compare_sections(pair, has_moved);
      compare_passages(pair);
    }
    return std::move(found_);
  }

 private:
  struct Place {
    const Passage* passage;
    std::string section;
  };

  void compare_heads() {
    compare_texts("title", before_.title, after_.title);
    compare_texts("subtitle", before_.subtitle, after_.subtitle);
    compare_texts("meeting's board", before_.board, after_.board);
    compare_texts("meeting's date", before_.date_text, after_.date_text);
    compare_texts("status", status_of(before_), status_of(after_));
    compare_texts("language", before_.language, after_.language);
    compare_texts("author", before_.author, after_.author);
    compare_texts("mark on every page", before_.marking, after_.marking);
  }

  static std::string_view status_of(const Document& document) {
    return document.status == model::Status::Draft ? "draft" : "final";
  }

  void compare_texts(std::string_view what, std::string_view before, std::string_view after) {
    if (before == after) return;
    Difference made{Kind::Changed, what, {}, {}};
    if (before.empty()) made.kind = Kind::Added;
    if (after.empty()) made.kind = Kind::Removed;
    if (!before.empty()) made.words.push_back({WordRun::Kind::Removed, std::string(before)});
    if (!after.empty()) made.words.push_back({WordRun::Kind::Added, std::string(after)});
    found_.push_back(std::move(made));
  }

  /// By id, then by title: the same section under another id is told as the same.
  void pair_chapters() {
    for (const Chapter& chapter : new_chapters_) pairs_.push_back({nullptr, &chapter, {}});
    pair_by(&Chapter::id);
    pair_by(&Chapter::title);
    for (const Chapter& chapter : old_chapters_) {
      if (!is_paired(chapter)) pairs_.push_back({&chapter, nullptr, {}});
    }
  }

  void pair_by(std::string Chapter::*name) {
    for (Pair& pair : pairs_) {
      if (pair.before || (name == &Chapter::title && pair.after->title.empty())) continue;
      const auto same = std::ranges::find_if(old_chapters_, [&](const Chapter& old) {
        return old.*name == pair.after->*name && !is_paired(old);
      });
      if (same != old_chapters_.end()) pair.before = &*same;
    }
  }

  bool is_paired(const Chapter& chapter) const {
    return std::ranges::find(pairs_, &chapter, &Pair::before) != pairs_.end();
  }

  /// Sections in both documents that stand elsewhere, the fewest that explain the new order.
  std::vector<const Chapter*> moved_chapters() const {
    std::vector<int> old_order, new_order;
    for (const Pair& pair : pairs_) {
      if (pair.before && pair.after) new_order.push_back(number(pair.before));
    }
    old_order = new_order;
    std::ranges::sort(old_order);
    std::vector<const Chapter*> moved;
    for (const Edit& edit : edit_script(old_order, new_order)) {
      if (edit.kind != Edit::Kind::Remove) continue;
      const Chapter* chapter = &old_chapters_[static_cast<std::size_t>(old_order[edit.index])];
      moved.push_back(std::ranges::find(pairs_, chapter, &Pair::before)->after);
    }
    return moved;
  }

  int number(const Chapter* old) const { return static_cast<int>(old - old_chapters_.data()); }

  std::vector<int> keys_of(const Chapter* chapter) {
    std::vector<int> keys;
    if (!chapter) return keys;
    for (const Passage& passage : chapter->passages) keys.push_back(key_of(passage));
    return keys;
  }

  /// The same for passages that a reader finds the same.
  int key_of(const Passage& passage) {
    const auto picture = pictures_.emplace(passage.picture, pictures_.size()).first->second;
    return passages_.of(fmt::format("{}\n{}\n{}", passage.kind, picture, joined(passage.words)));
  }

  void script(Pair& pair) {
    const std::vector<int> before = keys_of(pair.before), after = keys_of(pair.after);
    pair.script = edit_script(before, after);
    for (const Edit& edit : pair.script) {
      if (edit.kind == Edit::Kind::Remove) {
        removed_[before[edit.index]].push_back({&pair.before->passages[edit.index], pair.name()});
      } else if (edit.kind == Edit::Kind::Add) {
        ++added_[after[edit.index]];
      }
    }
  }

  void compare_sections(const Pair& pair, bool has_moved) {
    Difference made{Kind::Changed, "section", pair.name(), {}};
    if (pair.before) made.before = pair.before->source;
    if (pair.after) made.after = pair.after->source;
    if (!pair.before || !pair.after) {
      made.kind = pair.after ? Kind::Added : Kind::Removed;
      return found_.push_back(std::move(made));
    }
    if (has_moved) {
      Difference moved = made;
      moved.kind = Kind::Moved;
      moved.note = fmt::format("from {} to {}", neighbour(old_chapters_, pair.before),
                               neighbour(new_chapters_, pair.after));
      found_.push_back(std::move(moved));
    }
    if (pair.before->title == pair.after->title) return;
    made.what = "section title";
    made.words = compare({pair.before->title}, {pair.after->title});
    std::erase_if(made.words, [](const WordRun& run) { return run.text.empty(); });
    found_.push_back(std::move(made));
  }

  /// Where a section stands, in words.
  static std::string neighbour(const std::vector<Chapter>& chapters, const Chapter* chapter) {
    if (chapter == &chapters[1]) return "the beginning";
    const Chapter& last = *(chapter - 1);
    return fmt::format("after \"{}\"", last.title.empty() ? last.id : last.title);
  }

  void compare_passages(const Pair& pair) {
    std::vector<const Passage*> removed, added;
    for (const Edit& edit : pair.script) {
      if (edit.kind == Edit::Kind::Remove) removed.push_back(&pair.before->passages[edit.index]);
      if (edit.kind == Edit::Kind::Add) added.push_back(&pair.after->passages[edit.index]);
      if (edit.kind == Edit::Kind::Keep) compare_gap(pair, removed, added);
    }
    compare_gap(pair, removed, added);
  }

  /// What stands between two passages that are the same in both documents.
  void compare_gap(const Pair& pair, std::vector<const Passage*>& removed,
                   std::vector<const Passage*>& added) {
    std::erase_if(removed, [&](const Passage* passage) { return has_moved(*passage); });
    std::size_t next = 0;
    for (const Passage* passage : added) {
      if (tell_moved(pair, *passage)) continue;
      const std::size_t partner = find_partner(*passage, removed, next);
      if (partner == removed.size()) {
        tell(pair, Kind::Added, *passage);
        continue;
      }
      for (; next < partner; ++next) tell(pair, Kind::Removed, *removed[next]);
      tell_changed(pair, *removed[next++], *passage);
    }
    for (; next < removed.size(); ++next) tell(pair, Kind::Removed, *removed[next]);
    removed.clear();
    added.clear();
  }

  /// Whether one that was taken out here is told where it was put in.
  bool has_moved(const Passage& removed) {
    int& count = added_[key_of(removed)];
    if (count == 0) return false;
    --count;
    return true;
  }

  static std::size_t find_partner(const Passage& passage,
                                  const std::vector<const Passage*>& removed, std::size_t next) {
    constexpr std::size_t kLikeEnough = 50;
    std::size_t best = removed.size(), most = kLikeEnough - 1;
    for (std::size_t i = next; i < std::min(next + kLookAhead, removed.size()); ++i) {
      const std::size_t like = likeness(*removed[i], passage);
      if (like > most) most = like, best = i;
    }
    return best;
  }

  /// One that was taken out in one place and put in, word for word, in another.
  bool tell_moved(const Pair& pair, const Passage& passage) {
    const auto at = removed_.find(key_of(passage));
    if (at == removed_.end() || at->second.empty()) return false;
    const Place from = at->second.front();
    at->second.pop_front();
    Difference made{Kind::Moved, passage.kind, pair.name(),
                    all(WordRun::Kind::Kept, passage.words)};
    if (from.section != pair.name()) made.note = fmt::format("from \"{}\"", from.section);
    made.before = from.passage->source;
    made.after = passage.source;
    found_.push_back(std::move(made));
    return true;
  }

  void tell(const Pair& pair, Kind kind, const Passage& passage) {
    const bool added = kind == Kind::Added;
    Difference made{kind, passage.kind, pair.name(),
                    all(added ? WordRun::Kind::Added : WordRun::Kind::Removed, passage.words)};
    (added ? made.after : made.before) = passage.source;
    found_.push_back(std::move(made));
  }

  void tell_changed(const Pair& pair, const Passage& before, const Passage& after) {
    Difference made{Kind::Changed, after.kind, pair.name(), compare(before.words, after.words)};
    if (before.picture != after.picture) made.note = "the picture is another";
    made.before = before.source;
    made.after = after.source;
    found_.push_back(std::move(made));
  }

  const Document& before_;
  const Document& after_;
  std::vector<Chapter> old_chapters_, new_chapters_;
  std::vector<Pair> pairs_;
  Numbering passages_;
  std::map<std::string_view, std::size_t> pictures_;
  std::map<int, std::deque<Place>> removed_;  // by key: what was taken out, somewhere
  std::map<int, int> added_;                  // by key: how often it was put in
  std::vector<Difference> found_;
};

}  // namespace

std::string_view name_of(Difference::Kind kind) {
  constexpr std::array<std::string_view, 4> kNames{"changed", "added", "removed", "moved"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<Difference> differences(const Document& before, const Document& after) {
  return Comparison(before, after).run();
}

}  // namespace sheaf::document
