#include <array>
#include <catch2/catch.hpp>
#include <string>

#include "base/colour.hpp"
#include "base/text_distance.hpp"
#include "base/utf8.hpp"

using namespace sheaf;

TEST_CASE("UTF-8 decodes and encodes every length") {
  for (const char32_t value : {U'A', U'é', U'€', U'\U0001F600', U'\U0010FFFF'}) {
    std::string text;
    append_utf8(text, value);
    CHECK(decode(text, 0).value == value);
    CHECK(decode(text, 0).bytes == text.size());
    CHECK_FALSE(find_invalid_utf8(text));
  }
}

TEST_CASE("Control characters are found, tab and line ends are none") {
  CHECK_FALSE(find_control_character("a\tb\r\né"));
  CHECK(find_control_character("ab\x7F") == 2);
  CHECK(find_control_character("a\uFFFEb") == 1);
  CHECK(find_control_character("ab\uFFFF") == 2);
  CHECK(find_control_character("\uFDD0") == 0);
  CHECK(find_control_character("\U0010FFFE") == 0);
  CHECK_FALSE(find_control_character("\uFFFD \uFDCF \uFDF0 \U0001F600"));
  CHECK(find_control_character(std::string_view("a\0b", 3)) == 1);
}

TEST_CASE("Malformed UTF-8 is found at its first byte") {
  CHECK(find_invalid_utf8("ab\xFF") == 2u);
  CHECK(find_invalid_utf8("\xC0\xAF") == 0u);          // overlong
  CHECK(find_invalid_utf8("a\xED\xA0\x80") == 1u);     // surrogate
  CHECK(find_invalid_utf8("\xE2\x82") == 0u);          // cut short
  CHECK(find_invalid_utf8("\xF4\x90\x80\x80") == 0u);  // over U+10FFFF
  CHECK_FALSE(find_invalid_utf8("U+FFFD itself is fine: \xEF\xBF\xBD"));
}

TEST_CASE("Code points are counted and named") {
  CHECK(count_code_points("Łódź €") == 6);
  CHECK(code_point_name(0xA0) == "U+00A0");
  CHECK(code_point_name(0x1F600) == "U+1F600");
}

TEST_CASE("Colours are read in both short and long form") {
  CHECK(parse_colour("#1d70b8") == Colour{0x1d, 0x70, 0xb8});
  CHECK(parse_colour("#fa0") == Colour{0xff, 0xaa, 0x00});
  for (const auto* text : {"", "1d70b8", "#12", "#12345g", "#1234567", "red"}) {
    CHECK_FALSE(parse_colour(text));
  }
  CHECK(to_string({0x1d, 0x70, 0xb8}) == "#1d70b8");
}

TEST_CASE("Contrast follows WCAG's examples") {
  CHECK(contrast({0, 0, 0}, {255, 255, 255}) == Approx(21.0));
  CHECK(contrast({0x76, 0x76, 0x76}, {255, 255, 255}) == Approx(4.54).epsilon(0.01));
  CHECK(contrast({9, 9, 9}, {9, 9, 9}) == Approx(1.0));
}

TEST_CASE("The nearest name is offered only when it is a likely slip") {
  constexpr std::array<std::string_view, 4> known{"title", "subtitle", "sections", "status"};
  CHECK(nearest("titel", known) == "title");
  CHECK(nearest("section", known) == "sections");
  CHECK(nearest("sttaus", known) == "status");
  CHECK_FALSE(nearest("owner", known));
  CHECK_FALSE(nearest(std::string(10'000, 'x'), known));
}

TEST_CASE("No name is the nearest alone while another is as near or a digit differs") {
  constexpr std::array<std::string_view, 3> known{"grants-2019", "safety", "safely"};
  CHECK(nearest_alone("grants2019", known) == "grants-2019");
  CHECK_FALSE(nearest_alone("grants-2020", known));
  CHECK_FALSE(nearest_alone("safeky", known));
}

TEST_CASE("A name is surely meant when only one edit or capitals tell it from what was typed") {
  constexpr std::array<std::string_view, 4> known{"data.grants.count", "meeting.date",
                                                  "meeting.time", "values.new_cases"};
  CHECK(surely_meant("data.grnts.count", known) == "data.grants.count");
  CHECK(surely_meant("data.grants.cuont", known) == "data.grants.count");
  CHECK(surely_meant("meeting.dat", known) == "meeting.date");
  CHECK(surely_meant("values.New_Cases", known) == "values.new_cases");
  CHECK_FALSE(surely_meant("values.now_cases", known));  // a word of three letters
  CHECK_FALSE(surely_meant("data.grnts.cuont", known));
  CHECK_FALSE(surely_meant(std::string(10'000, 'x'), known));
}

TEST_CASE("No name is surely meant that may be another's") {
  using Names = std::vector<std::string_view>;
  CHECK_FALSE(surely_meant("amont", Names{"amount", "amounts"}));
  CHECK_FALSE(surely_meant("unpaid", Names{"paid"}));
  CHECK_FALSE(surely_meant("cost_2020", Names{"cost_2019"}));
  CHECK_FALSE(surely_meant("team A", Names{"team B"}));
  CHECK_FALSE(surely_meant("PAID", Names{"Paid", "paid"}));
  CHECK(surely_meant("PAID", Names{"Paid", "Paid_"}) == "Paid");
  CHECK(surely_meant("by_area", Names{"by-area"}) == "by-area");
}

TEST_CASE("A name of somebody's choice is surely named by slips of the fingers alone") {
  using Names = std::vector<std::string_view>;
  CHECK(surely_named("garnts", Names{"grants"}) == "grants");
  CHECK(surely_named("granntts", Names{"grants"}) == std::nullopt);
  CHECK(surely_named("grannts", Names{"grants"}) == "grants");
  CHECK(surely_named("values.cuont", Names{"values.count"}) == "values.count");
  CHECK(surely_named("signoff", Names{"sign-off"}) == "sign-off");
  CHECK(surely_named("by_area", Names{"by-area"}) == "by-area");
  CHECK(surely_named("Director", Names{"director"}) == "director");
}

TEST_CASE("No name of somebody's choice is surely named by what may be the name of another") {
  using Names = std::vector<std::string_view>;
  for (const auto& [typed, known] : {std::pair("director-b", "director-a"),
                                     {"ms-lee", "mr-lee"},
                                     {"k-smith", "j-smith"},
                                     {"ceo", "cfo"},
                                     {"head-of-it", "head-of-hr"},
                                     {"unpaid", "paid"},
                                     {"lot-b", "lot-a"},
                                     {"values.spend", "values.spent"},
                                     {"cost", "lost"},
                                     {"sum.post", "sum.cost"},
                                     {"costs", "cost"},
                                     {"grant", "grants"},
                                     {"rents", "grants"},
                                     {"spot", "sport"},
                                     {"ab", "ba"},
                                     {"wards", "awards"},
                                     {"year_1-12", "year_11-2"},
                                     {"davis", "davies"},
                                     {"johnson", "johnston"},
                                     {"contacts", "contracts"},
                                     {"grnts", "grants"},
                                     {"area-11", "area-1-1"},
                                     {"area1", "area-1"},
                                     {"appendix-c", "appendix"}}) {
    CAPTURE(typed, known);
    CHECK_FALSE(surely_named(typed, Names{known}));
  }
}
