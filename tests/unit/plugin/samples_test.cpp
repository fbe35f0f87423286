#include "plugin/check/samples.hpp"

#include <algorithm>
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "model/limits.hpp"

using namespace sheaf;
using model::Limits;
using model::Type;
using model::TypeKind;
using plugin::check::bind_sample;
using plugin::check::make_sample;
using plugin::check::SampleKind;

namespace {

Type limited(TypeKind kind, Limits limits) {
  Type type;
  type.kind = kind;
  type.limits = std::move(limits);
  return type;
}

Type record_of(const Type& type) {
  Type record;
  record.kind = TypeKind::Record;
  record.fields = {{"it", "What it is", type, true}};
  return record;
}

std::string in_words(const Json& value) {
  return value.kind == Json::Kind::Array ? std::to_string(value.items.size()) : value.text;
}

/// All that a hundred samples give, each of which is what the type takes.
std::set<std::string> drawn(const Type& type) {
  std::set<std::string> all;
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const Json sample = make_sample(record_of(type), SampleKind::Random, seed);
    REQUIRE(bind_sample(sample, record_of(type)));
    all.insert(in_words(*sample.find("it")));
  }
  return all;
}

}  // namespace

TEST_CASE("Random numbers reach both ends of their range and lie between them") {
  const auto all = drawn(limited(TypeKind::Whole, {"100", "200"}));
  CHECK(all.contains("100"));
  CHECK(all.contains("200"));
  CHECK(all.size() > 20);
  CHECK(drawn(limited(TypeKind::Money, {"0.50", "12.25"})).contains("12.25"));
  CHECK(drawn(limited(TypeKind::Decimal, {"-1.5", ""})).contains("-1.5"));
  CHECK(drawn(limited(TypeKind::Whole, {"", "3"})).contains("3"));
}

TEST_CASE("Random dates reach both ends of their range and lie between them") {
  const auto all = drawn(limited(TypeKind::Day, {"2020-02", "2020-02"}));
  CHECK(all.contains("2020-02-01"));
  CHECK(all.contains("2020-02-29"));
  CHECK(all.size() > 10);
  const auto coarse = drawn(limited(TypeKind::PartialDate, {"2019", "2020"}));
  CHECK(coarse.contains("2019"));
  CHECK(coarse.size() > 10);
}

TEST_CASE("Random lists and texts are of every size that is allowed") {
  Type list = limited(TypeKind::List, {"6", "9"});
  list.item = {limited(TypeKind::Text, {})};
  CHECK(drawn(list) == std::set<std::string>{"6", "7", "8", "9"});
  std::set<std::size_t> sizes;
  for (const auto& text : drawn(limited(TypeKind::Text, {"2", "4"})))
    sizes.insert(model::size_of(model::text_value(text, {})));
  CHECK(sizes == std::set<std::size_t>{2, 3, 4});
}

TEST_CASE("Random texts have the form that is wanted") {
  const auto all = drawn(limited(TypeKind::Text, {"", "", "[A-Z]{2}[0-9]{1,20}-?x*", ""}));
  CHECK(all.size() > 50);
  CHECK(std::ranges::any_of(all, [](const std::string& one) { return one.size() == 3; }));
  CHECK(std::ranges::any_of(all, [](const std::string& one) { return one.size() > 22; }));
}

TEST_CASE("A limited parameter without an example gets the least that it takes") {
  for (const SampleKind kind : {SampleKind::Full, SampleKind::Least, SampleKind::Long}) {
    const Json sample = make_sample(record_of(limited(TypeKind::Whole, {"100", "200"})), kind);
    CHECK(in_words(*sample.find("it")) == "100");
  }
}
