// Both example reports with slips of every kind in their files: whatever was hit, a build ends in
// time, and either says what is wrong or loses no section.

#include <chrono>
#include <cstdlib>
#include <map>
#include <random>

#include <catch2/catch.hpp>

#include "base/sanitizers.hpp"
#include "cli/fixes.hpp"
#include "model/literal.hpp"
#include "support/typed_sections.hpp"
#include "support/world.hpp"

using namespace sheaf;

namespace {

constexpr int kMutations = kSanitised ? 100 : 2'000;
constexpr std::uint32_t kSeed = 20'201'125;
constexpr std::chrono::seconds kLongestBuild{20};  // of the clock: machines are busy

/// Slips of fingers and of machines. The same numbers from the same seed everywhere.
class Slips {
 public:
  explicit Slips(std::uint32_t seed) : random_(seed) {}

  std::size_t below(std::size_t limit) { return limit == 0 ? 0 : random_() % limit; }

  void slip(std::string& text) {
    switch (below(10)) {
      case 0: text.erase(below(text.size()), 1 + below(8)); break;
      case 1: double_bytes(text); break;
      case 2: swap_bytes(text); break;
      case 3: change_byte(text); break;
      case 4:
      case 5: text.insert(below(text.size() + 1), sign()); break;
      case 6: change_line(text, [](const std::string&) { return std::string(); }); break;
      case 7: change_line(text, [](const std::string& line) { return line + line; }); break;
      case 8: change_line(text, [](const std::string& line) { return "  " + line; }); break;
      default: swap_lines(text);
    }
  }

 private:
  void double_bytes(std::string& text) {
    const std::size_t at = below(text.size());
    text.insert(at, text.substr(at, 1 + below(8)));
  }

  void swap_bytes(std::string& text) {
    if (!text.empty()) std::swap(text[below(text.size())], text[below(text.size())]);
  }

  void change_byte(std::string& text) {
    constexpr std::string_view kBytes("\0\t\n\r \"'#:-0aZ\x7F\x80\xC2\xFF", 17);
    if (!text.empty()) text[below(text.size())] = kBytes[below(kBytes.size())];
  }

  std::string sign() {
    constexpr std::string_view kSigns = "-?:,[]{}#&*!|>'\"%@`~<=\t\n";
    const std::size_t which = below(kSigns.size() + 4);
    if (which < kSigns.size()) return {kSigns[which]};
    return std::array<const char*, 4>{"((", "))", ": ", "- "}[which - kSigns.size()];
  }

  struct Line {
    std::size_t begin, size;
  };
  Line line(const std::string& text) {
    const std::size_t at = below(text.size());
    const auto before = at == 0 ? std::string::npos : text.rfind('\n', at - 1);
    const std::size_t begin = before == std::string::npos ? 0 : before + 1;
    const auto end = text.find('\n', begin);
    return {begin, (end == std::string::npos ? text.size() : end + 1) - begin};
  }

  template <class Change>
  void change_line(std::string& text, Change change) {
    const Line at = line(text);
    text.replace(at.begin, at.size, change(text.substr(at.begin, at.size)));
  }

  void swap_lines(std::string& text) {
    const Line from = line(text);
    const std::string moved = text.substr(from.begin, from.size);
    text.erase(from.begin, from.size);
    text.insert(line(text).begin, moved);
  }

  std::mt19937 random_;
};

/// Whether the layout wants a section; nothing for conditions that the examples do not have.
std::optional<bool> is_wanted(const model::SectionSpec& section, const model::LayoutSpec& spec) {
  bool wanted = true;
  for (const model::Member& condition : section.when.members) {
    const model::Node* known = spec.meeting.find("public");
    if (condition.key != "meeting.public" || !known) return {};
    const auto yes = model::parse_yes_no(known->text);
    if (!yes || !condition.value.is_text()) return {};
    wanted = wanted && yes == model::parse_yes_no(condition.value.text);
  }
  return wanted;
}

std::optional<std::size_t> wanted_sections(const model::LayoutSpec& spec) {
  std::size_t count = 0;
  for (const model::SectionSpec& section : spec.sections) {
    const auto wanted = is_wanted(section, spec);
    if (!wanted) return {};
    count += *wanted ? 1 : 0;
  }
  return count;
}

/// The texts that a month's report is made of.
std::map<Path, std::string> texts_of(const std::string& month, const FileSystem& files) {
  std::map<Path, std::string> texts;
  const Path people = Path(SHEAF_SOURCE_FOLDER) / "examples/nottingham/people";
  for (const Path& folder : {people, people / month}) {
    for (const std::string& name : files.list(folder)) {
      const Path ending = Path(name).extension();
      if (ending != ".yaml" && ending != ".csv" && ending != ".md") continue;
      texts[files.canonical(folder / name)] = files.read(folder / name, 1 << 20).value();
    }
  }
  return texts;
}

class Mutations {
 public:
  explicit Mutations(const std::string& month)
      : layout_(test::example(month)),
        session_(files_, {{Path(SHEAF_BINARY_FOLDER) / "lib/sheaf/plugins"},
                          {Path(SHEAF_SOURCE_FOLDER) / "configs/themes"},
                          {}}),
        texts_(texts_of(month, files_)) {}

  void run_all() {
    const char* only = std::getenv("SHEAF_MUTATION");  // the number that a failure printed
    if (only) return run(std::atoi(only));
    for (int number = 0; number < kMutations; ++number) run(number);
    CHECK(sound_ > kMutations / 20);  // or nothing was tried
    CHECK(broken_ > kMutations / 5);
    CHECK(unjudged_ < kMutations / 20);
  }

 private:
  void run(int number) {
    const Path mutated = mutate(number);
    INFO("SHEAF_MUTATION=" << number << ", seed " << kSeed << ", file " << mutated);
    const auto begin = std::chrono::steady_clock::now();
    const auto outcome = pipeline::build(session_, {layout_, {}, pipeline::Stage::Document});
    if (std::chrono::steady_clock::now() - begin > kLongestBuild) FAIL("takes too long");
    judge(outcome);
  }

  void judge(const pipeline::Outcome& outcome) {
    if (!outcome.ok()) {
      ++broken_;
      return;
    }
    if (!outcome.spec || !outcome.document) FAIL("no error, and no document");
    if (outcome.spec->sections.size() != test::typed_sections(layout_, files_))
      FAIL("a section is not read");
    const auto wanted = wanted_sections(*outcome.spec);
    unjudged_ += wanted ? 0 : 1;
    if (wanted && *wanted != outcome.document->sections.size()) FAIL("a section is lost");
    ++sound_;
  }

  Path mutate(int number) {
    Slips slips(kSeed + static_cast<std::uint32_t>(number));
    const auto one =
        std::next(texts_.begin(), static_cast<std::ptrdiff_t>(slips.below(texts_.size())));
    files_.texts = {{one->first, one->second}};
    for (std::size_t more = 1 + slips.below(3); more > 0; --more) {
      slips.slip(files_.texts.begin()->second);
    }
    return one->first;
  }

  Path layout_;
  std::unique_ptr<FileSystem> real_ = make_real_file_system();
  cli::Overlay files_{*real_};  // with a slip in one of them
  pipeline::Session session_;
  std::map<Path, std::string> texts_;
  int sound_ = 0, broken_ = 0, unjudged_ = 0;
};

}  // namespace

TEST_CASE("Slips in the report of September lose no section in silence") {
  Mutations("2020-09").run_all();
}

TEST_CASE("Slips in the report of November lose no section in silence") {
  Mutations("2020-11").run_all();
}
