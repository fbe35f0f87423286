#include "model/literal.hpp"

#include <catch2/catch.hpp>

using namespace sheaf::model;

TEST_CASE("Decimals keep their last zeros and lose what says nothing") {
  CHECK(parse_decimal("0012.50") == "12.50");
  CHECK(parse_decimal(".5") == "0.5");
  CHECK(parse_decimal("-0.0") == "0.0");
  CHECK(parse_decimal("\u22123.5") == "-3.5");
  CHECK(parse_decimal("1,234,567.8") == "1234567.8");
  CHECK(parse_decimal("12,34") == std::nullopt);
  CHECK(parse_decimal("1234,567") == std::nullopt);
  CHECK(parse_decimal("1.") == std::nullopt);
  CHECK(parse_decimal("") == std::nullopt);
  CHECK(parse_decimal("--1") == std::nullopt);
  CHECK(parse_decimal(std::string(31, '1')) == std::nullopt);
}

TEST_CASE("Whole numbers reach to 64 bits and no further") {
  CHECK(parse_whole("9223372036854775807") == 9223372036854775807);
  CHECK(parse_whole("9223372036854775808") == std::nullopt);
  CHECK(parse_whole("-9,223") == -9223);
  CHECK(parse_whole("1.0") == std::nullopt);
}

TEST_CASE("Money takes a pound sign before or after the minus") {
  CHECK(parse_money("-£1,250") == "-1250");
  CHECK(parse_money("£-1,250") == "-1250");
  CHECK(parse_money("£0.05") == "0.05");
  CHECK(parse_money("£") == std::nullopt);
  CHECK(parse_money("£1.234") == std::nullopt);
}

TEST_CASE("Only addresses that a reader can follow are link targets") {
  CHECK(parse_link_target("https://a.example/b?c=d#e") == "https://a.example/b?c=d#e");
  CHECK(parse_link_target("HTTPS://A.example") == "HTTPS://A.example");
  CHECK(parse_link_target("www.a.example") == "https://www.a.example");
  CHECK(parse_link_target("#review") == "#review");
  CHECK(parse_link_target("#") == std::nullopt);
  CHECK(parse_link_target("https://") == std::nullopt);
  CHECK(parse_link_target("file:///etc/passwd") == std::nullopt);
  CHECK(parse_link_target("http://a b") == std::nullopt);
  CHECK(parse_link_target("see the web site") == std::nullopt);
}
