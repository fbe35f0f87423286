#include "config/withheld_places.hpp"

#include <catch2/catch.hpp>

#include <stdexcept>

#include "layout_reading.hpp"

using namespace sheaf;
using model::Edition;

namespace {

/// A layout over a base, read for the public edition unless told.
struct Layout {
  test::Reading reading;
  config::WithheldPlaces withheld;

  explicit Layout(const std::string& sections, const std::string& base = "",
                  Edition edition = Edition::Public) {
    reading.files.files["/r/base.yaml"] = test::kHead + base;
    reading.files.files["/r/report.yaml"] = "sheaf: 1\nbased_on: base.yaml\n" + sections;
    reading.spec = config::read_layout("/r/report.yaml", {{}, {}, edition}, reading.files,
                                       reading.sources, reading.diagnostics, nullptr, &withheld);
  }

  /// Whether the first place of a text, in either file, is withheld.
  bool holds(std::string_view text) const {
    SourceId start{1};
    for (int file = 0; file < 2; ++file) {
      const std::string_view all = reading.sources.text(start);
      if (const auto at = all.find(text); at != all.npos) return withheld.holds(start + at);
      start = start + all.size() + 1;
    }
    throw std::invalid_argument(std::string(text));
  }
};

constexpr const char* kAccess = "access: { exempt: 3, because: prices }";

}  // namespace

TEST_CASE("All lines of an exempt section are withheld, and those beside it are not") {
  const Layout layout(
      "sections:\n"
      "  - plugin: prose\n"
      "    title: Before\n"
      "  # Why it is exempt\n"
      "  - title: Secret\n"
      "    access: { exempt: 3, because: prices }\n"
      "    plugin: prose\n"
      "    with:\n"
      "      body: hidden\n"
      "  - plugin: prose\n"
      "    title: After\n"
      "output: { name: outlet }\n");
  for (const char* text : {"Secret", "prices", "hidden"}) CHECK(layout.holds(text));
  for (const char* text : {"Before", "After", "outlet", "sections"})
    CHECK_FALSE(layout.holds(text));
}

TEST_CASE("What shares a line with something exempt is withheld with it") {
  const Layout layout(
      "sections: [ { plugin: prose, title: Beside }, { plugin: prose,\n"
      "  access: { exempt: 3, because: prices } }, { plugin: prose, title: Behind },\n"
      "  { plugin: prose, title: Below } ]\n");
  for (const char* text : {"Beside", "prices", "Behind"}) CHECK(layout.holds(text));
  CHECK_FALSE(layout.holds("Below"));
}

TEST_CASE("An exempt part withholds the sections that take it, in any file") {
  const std::string base =
      std::string("parts:\n  offers:\n    plugin: prose\n    title: Offers\n    ") + kAccess +
      "\n  other:\n    plugin: prose\n    title: Other\n";
  const Layout layout(
      "sections:\n"
      "  - use: offers\n"
      "    owner: Hidden team\n"
      "  - use: offers\n"
      "    access: public\n"
      "    owner: Open team\n"
      "  - use: other\n"
      "    owner: Other team\n",
      base);
  for (const char* text : {"Offers", "Hidden team"}) CHECK(layout.holds(text));
  for (const char* text : {"title: Other", "Open team", "Other team"})
    CHECK_FALSE(layout.holds(text));
}

TEST_CASE("A part is withheld when only exempt sections take it") {
  const std::string base =
      "parts:\n  one:\n    plugin: prose\n    title: First\n  two:\n    plugin: prose\n"
      "    title: Second\n  three:\n    plugin: prose\n    title: Third\n";
  const std::string exempt = std::string("\n    ") + kAccess + "\n";
  const Layout layout(
      "sections:\n  - use: one" + exempt + "  - use: two" + exempt + "  - use: two\n", base);
  CHECK(layout.holds("First"));
  CHECK_FALSE(layout.holds("Second"));
  CHECK_FALSE(layout.holds("Third"));
}

TEST_CASE("A section whose access cannot be made out is withheld") {
  for (const char* access :
       {"access: secret", "access:", "access: [3]", "acess: { exempt: 3, because: prices }",
        "access:{ exempt: 3, because: prices }"}) {
    CAPTURE(access);
    const Layout layout(std::string("sections:\n  - plugin: prose\n    title: Secret\n    ") +
                        access + "\n  - plugin: prose\n    title: After\n");
    CHECK(layout.holds("Secret"));
  }
}

TEST_CASE("A file that cannot be read is withheld whole if it speaks of something exempt") {
  const std::string broken = "sections:\n  - plugin: prose\n    title: \"Secret\n";
  CHECK(Layout(broken + "    " + kAccess + "\n").holds("Secret"));
  CHECK_FALSE(Layout(broken).holds("Secret"));
}

TEST_CASE("The exempt edition withholds nothing") {
  const std::string sections =
      std::string("sections:\n  - plugin: prose\n    title: Secret\n    ") + kAccess + "\n";
  CHECK_FALSE(Layout(sections, "", Edition::Exempt).holds("Secret"));
  CHECK_FALSE(
      Layout(sections + "output: { edition: exempt }\n", "", Edition::Exempt).holds("Secret"));
}
