#include "base/json.hpp"

#include <catch2/catch.hpp>

#include "base/utf8.hpp"

using namespace sheaf;

TEST_CASE("JSON keeps the order of members and the text of numbers") {
  const auto value = parse_json(R"({"b": 1, "a": [12.50, -0.0, "Łódź", true, null]})");
  REQUIRE(value);
  CHECK(value->members.front().first == "b");
  CHECK(value->find("a")->items[0].text == "12.50");
  CHECK(write_json(*value) == R"({"b":1,"a":[12.50,-0.0,"Łódź",true,null]})");
}

TEST_CASE("JSON problems come with their place") {
  const auto cut = parse_json(R"({"a": [1, })");
  REQUIRE_FALSE(cut);
  CHECK(cut.error().offset == 10);
  CHECK_FALSE(cut.error().reason.empty());
  CHECK_FALSE(parse_json(""));
  CHECK_FALSE(parse_json("{} x"));
}

TEST_CASE("JSON refuses a member given twice, and endless nesting") {
  const auto twice = parse_json(R"({"a": 1, "a": 2})");
  REQUIRE_FALSE(twice);
  CHECK(twice.error().reason == "\"a\" is given twice");
  CHECK_FALSE(parse_json(std::string(100'000, '[')));
}

TEST_CASE("JSON is indented for people") {
  const Json value = Json::object({{"a", Json::array({Json::number(1)})}, {"b", Json::object()}});
  CHECK(write_json(value, JsonStyle::Indented) == "{\n  \"a\": [\n    1\n  ],\n  \"b\": {}\n}");
}

TEST_CASE("What is wrong with JSON is told in UTF-8, even when the JSON is none") {
  const auto broken = parse_json("{\"a\": \"r\x9D\"}");
  REQUIRE(!broken);
  CHECK_FALSE(find_invalid_utf8(broken.error().reason));
}

TEST_CASE("JSON is UTF-8 even when a path is not") {
  CHECK(write_json(Json::string("d\xFF/r.yaml")) == "\"d\uFFFD/r.yaml\"");
}
