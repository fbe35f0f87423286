#include <sheaf/plugin.hpp>

#include <algorithm>
#include <limits>
#include <memory>

#include <catch2/catch.hpp>

namespace {

/// A host that writes down every call, may refuse one of them, and may not know a kind.
struct MeanHost {
  std::string calls;  // "(kind", "@attribute=value", text, ")"
  std::string said;
  std::vector<std::string> kinds;
  std::string unknown;
  int refuse_after = -1;
  sheaf_rc answer = SHEAF_OK;

  sheaf_rc take(const std::string& call) {
    if (refuse_after == 0) answer = SHEAF_CANCELLED;
    --refuse_after;
    calls += answer == SHEAF_OK ? call : "!";
    return answer;
  }
};

MeanHost& self(void* ctx) { return *static_cast<MeanHost*>(ctx); }
std::string string(sheaf_str text) { return std::string(sheaf::from_abi(text)); }

sheaf_kind intern(void* ctx, sheaf_str name) {
  if (string(name) == self(ctx).unknown) return 0;
  self(ctx).kinds.push_back(string(name));
  return static_cast<sheaf_kind>(self(ctx).kinds.size());
}
void diag(void* ctx, std::int32_t, sheaf_str code, sheaf_node at, sheaf_str message) {
  self(ctx).said += string(code) + ": " + string(message);
  if (at != 0) self(ctx).said += " at " + std::to_string(at);
}
sheaf_rc open(void* ctx, sheaf_kind kind, sheaf_node) {
  return self(ctx).take("(" + self(ctx).kinds.at(kind - 1));
}
sheaf_rc attr(void* ctx, sheaf_str name, sheaf_str value) {
  return self(ctx).take("@" + string(name) + "=" + string(value));
}
sheaf_rc text(void* ctx, sheaf_str utf8) { return self(ctx).take(" " + string(utf8)); }
sheaf_rc place(void* ctx, sheaf_node) { return self(ctx).take(" #"); }
sheaf_rc data(void* ctx, sheaf_str, const void*, std::size_t) { return self(ctx).take(" ?"); }
sheaf_rc close(void* ctx) { return self(ctx).take(")"); }

/// Runs `body` as render would be run.
template <class Body>
sheaf_rc write(MeanHost& mean, Body body) {
  const sheaf_host host{sizeof host, 0, &mean, {}, {}, nullptr, intern, nullptr, diag, nullptr};
  const sheaf_builder builder{sizeof builder, 0, &mean, open, place, attr, text, data, close};
  const sheaf_values values{};
  auto* section = reinterpret_cast<sheaf_section*>(const_cast<sheaf_host*>(&host));
  return sheaf::guarded(section, &values, &builder,
                        [&](const sheaf::Source&, sheaf::Section& out) { body(out); });
}

template <class Body>
std::string written(Body body) {
  MeanHost host;
  CHECK(write(host, body) == SHEAF_OK);
  CHECK(host.said.empty());
  return host.calls;
}

}  // namespace

TEST_CASE("A block ends when its parent goes on, however long its object lives") {
  CHECK(written([](sheaf::Section& out) {
          auto list = out.list();
          auto item = list.item("a");
          auto inner = item.numbered_list();
          inner.item("b");
          list.item("c");
          out.paragraph("d");
        }) ==
        "(list/1@style=bullet(item/1 a(list/1@style=number(item/1 b)))(item/1 c))(paragraph/1 d)");
}

TEST_CASE("A block without content is not written, nor the blocks around it") {
  CHECK(written([](sheaf::Section& out) {
          auto callout = out.callout(sheaf::Callout::Note, "Nothing");
          callout.paragraph(std::optional<sheaf::Text>());
          auto facts = callout.facts();
          facts.fact("Absent", std::optional<sheaf::Date>());
          facts.fact("None", std::vector<sheaf::Text>());
          out.paragraph("");
        }).empty());
}

TEST_CASE("A sibling that ends late does not end the block after it") {
  CHECK(written([](sheaf::Section& out) {
          auto first = std::make_unique<sheaf::Blocks>(out.callout(sheaf::Callout::Note));
          first->paragraph("a");
          auto second = out.quote();
          second.paragraph("b");
          first.reset();
          second.paragraph("c");
        }) == "(callout/1@kind=note(paragraph/1 a))(quote/1(paragraph/1 b)(paragraph/1 c))");
}

TEST_CASE("Several values make a list, one value stands alone") {
  const auto facts = [](std::vector<sheaf::Text> values) {
    return written([&](sheaf::Section& out) { out.facts().fact("L", values); });
  };
  CHECK(facts({"a"}) == "(facts/1(fact/1@label=L a))");
  CHECK(facts({"a", "b"}) == "(facts/1(fact/1@label=L(list/1@style=bullet(item/1 a)(item/1 b))))");
}

TEST_CASE(
    "Below a lead several values make a list, one value ends the sentence, none writes nothing") {
  const auto steps = [](std::vector<sheaf::Text> values) {
    return written([&](sheaf::Section& out) { out.list("We will", values); });
  };
  CHECK(steps({}).empty());
  CHECK(steps({"a"}) == "(paragraph/1 We will   a .)");
  CHECK(steps({"a", "b"}) == "(paragraph/1 We will :)(list/1@style=bullet(item/1 a)(item/1 b))");
}

TEST_CASE("What is counted is a number of its own, then its noun") {
  const auto counted = [](int n) {
    return written(
        [n](sheaf::Section& out) { out.paragraph(sheaf::counted(n, "visit", "visits")); });
  };
  CHECK(counted(15) == "(paragraph/1(computed/1@as=number@value=15)   visits)");
  CHECK(written([](sheaf::Section& out) {
          out.paragraph(sheaf::counted(std::size_t{1}, "row", "rows"));
          out.paragraph(sheaf::counted(sheaf::Whole(2), "row", "rows"));
        }) == "(paragraph/1(computed/1@as=number@value=1)   row)(paragraph/1 2   rows)");
}

TEST_CASE("Inline pieces join in order, and lists of values read as a sentence") {
  const std::vector<sheaf::Text> values = {"a", "b", "c"};
  CHECK(written([&](sheaf::Section& out) {
          out.paragraph(sheaf::listed(values), sheaf::strong("x", sheaf::emphasis("y")),
                        sheaf::counted(1, "visit", "visits"), sheaf::Status::AtRisk);
        }) ==
        "(paragraph/1 a ,  b  and  c(strong/1 x(emphasis/1 y))"
        "(computed/1@as=number@value=1)   visit(status/1@word=at-risk))");
}

TEST_CASE("What a section worked out is given as what it is, not as text") {
  CHECK(written([](sheaf::Section& out) {
          out.metrics().metric("Cost", sheaf::money(-0.5));
          out.paragraph(sheaf::number(std::size_t{1316}), sheaf::number(2.0 / 3, 2));
          out.paragraph(sheaf::number(2.675F, 2), sheaf::number(3, 1), sheaf::money(2.675F));
          out.paragraph(sheaf::date(2020, 2), 2021);
        }) ==
        "(metrics/1(metric/1@label=Cost(computed/1@as=money@value=-0.50)))"
        "(paragraph/1(computed/1@as=number@value=1316)(computed/1@as=number@value=0.67))"
        "(paragraph/1(computed/1@as=number@value=2.68)(computed/1@as=number@value=3.0)"
        "(computed/1@as=money@value=2.68))"
        "(paragraph/1(computed/1@as=date@value=2020-02) 2021)");
}

TEST_CASE("A change has its sign, and what is negative has a minus sign and no hyphen") {
  CHECK(written([](sheaf::Section& out) {
          out.paragraph(sheaf::signed_number(88), sheaf::signed_number(0u));
          out.paragraph(sheaf::signed_number(0.04, 1), sheaf::signed_number(0.06, 1));
          out.paragraph(sheaf::signed_money(12), sheaf::signed_money(-0.5));
          out.paragraph(-88, " ", std::int64_t{-1});
          out.paragraph(sheaf::signed_number(sheaf::Whole(3)), sheaf::money(sheaf::Whole(4)),
                        sheaf::signed_money(sheaf::Whole(-5)));
        }) ==
        "(paragraph/1 +(computed/1@as=number@value=88)(computed/1@as=number@value=0))"
        "(paragraph/1(computed/1@as=number@value=0.0) +(computed/1@as=number@value=0.1))"
        "(paragraph/1 +(computed/1@as=money@value=12)(computed/1@as=money@value=-0.50))"
        "(paragraph/1 \u221288   \u22121)"
        "(paragraph/1 +(computed/1@as=number@value=3)(computed/1@as=money@value=4)"
        "(computed/1@as=money@value=-5))");
}

TEST_CASE("A sum of rows is exact or none") {
  struct Row {
    sheaf::Whole visits;
    std::optional<sheaf::Whole> calls;
  };
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  constexpr auto least = std::numeric_limits<std::int64_t>::min();
  std::vector<Row> rows = {{3, {}}, {-1, 5}, {most - 2, 2}};
  CHECK(sheaf::sum(rows, &Row::visits) == most);
  CHECK(sheaf::sum(rows, &Row::calls) == 7);
  CHECK(sheaf::sum(rows, [](const Row& row) { return row.calls ? 1 : 0; }) == 2);
  CHECK(sheaf::sum(rows, [](const Row& row) { return row.calls.has_value(); }) == 2);
  CHECK(sheaf::sum(rows, [&](const Row&) { return rows.size(); }) == 9);
  const auto beyond = [](const Row&) { return std::numeric_limits<std::size_t>::max(); };
  CHECK_THROWS_AS(sheaf::sum(rows, beyond), std::overflow_error);
  CHECK(sheaf::sum(std::vector<Row>(), &Row::visits) == 0);
  rows.push_back({1, {}});
  CHECK_THROWS_AS(sheaf::sum(rows, &Row::visits), std::overflow_error);
  rows = {{least, {}}, {most, {}}};
  CHECK(sheaf::sum(rows, &Row::visits) == -1);
  rows = {{least, {}}, {-1, {}}};
  CHECK_THROWS_AS(sheaf::sum(rows, &Row::visits), std::overflow_error);
}

TEST_CASE("A number without digits to set is a fault of the section") {
  const auto said = [](double value, int places) {
    MeanHost host;
    CHECK(write(host, [=](sheaf::Section& out) { out.paragraph(sheaf::number(value, places)); }) ==
          SHEAF_E_INTERNAL);
    return host.said;
  };
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  constexpr double infinity = std::numeric_limits<double>::infinity();
  const std::string none = "plugin-exception: it sets what is not a number (a division by zero?)";
  CHECK(said(nan, 1) == none);
  CHECK(said(infinity, 1) == none);
  for (const double value : {1e300, -1e15}) {
    CHECK(said(value, 1) == "plugin-exception: it sets a number that is too large for its digits");
  }
  CHECK(said(2.5, 13) ==
        "plugin-exception: it sets a number to more places than 12, or fewer than 0");
}

TEST_CASE("Whenever the host refuses, the refusal is returned and nothing more is asked of it") {
  const auto body = [](sheaf::Section& out) {
    auto table = out.table("T", {"A", "B"});
    table.row({"a", sheaf::strong("b")});
    out.list(std::vector<sheaf::Text>{"c", "d"});
  };
  MeanHost patient;
  REQUIRE(write(patient, body) == SHEAF_OK);
  for (int calls = 0;; ++calls) {
    MeanHost host;
    host.refuse_after = calls;
    if (write(host, body) == SHEAF_OK) break;
    CHECK(std::count(host.calls.begin(), host.calls.end(), '!') == 1);
    CHECK(host.said.empty());
  }
}

TEST_CASE("A kind that the host does not know is said, and nothing more is written") {
  MeanHost host;
  host.unknown = "strong/1";
  CHECK(write(host, [](sheaf::Section& out) {
          auto list = out.list();
          list.item("a", sheaf::strong("b"));
        }) == SHEAF_E_INTERNAL);
  CHECK(host.calls == "(list/1@style=bullet(item/1 a");
  CHECK(host.said == "plugin-exception: this Sheaf does not know the block kind strong/1");
}

TEST_CASE("Dates are ordered as far as they are known") {
  struct One {
    std::string iso;
    sheaf::Date date() const {
      sheaf_values values{};
      values.ctx = this;
      values.text = [](const void* ctx, sheaf_node, sheaf_str* out) -> sheaf_rc {
        *out = sheaf::to_abi(static_cast<const One*>(ctx)->iso);
        return SHEAF_OK;
      };
      return sheaf::Date(sheaf::Source(values, 1));
    }
  };
  CHECK(One{"2020"}.date() < One{"2020-01"}.date());
  CHECK(One{"2020-02-29"}.date() < One{"2020-03"}.date());
  CHECK(One{"2020-12-31"}.date() < One{"2021"}.date());
  CHECK(One{"2020-02"}.date() == One{"2020-02"}.date());
  CHECK(One{"2020-02-29"}.date().is_day());
  CHECK_FALSE(One{"2020-02"}.date().is_day());
}

TEST_CASE("A date is before another as far as both are known") {
  const auto before = [](const char* a, const char* b) {
    return sheaf::Date(a).is_before(sheaf::Date(b));
  };
  CHECK(before("2020-12-31", "2021"));
  CHECK(before("2020-01", "2020-02-15"));
  CHECK(before("2020-02-14", "2020-02-15"));
  for (const char* other : {"2020", "2020-02", "2020-02-15", "2020-02-14", "2019-12"}) {
    INFO(other);
    CHECK_FALSE(before("2020-02-15", other));
  }
  CHECK_FALSE(before("2020", "2020-02-15"));
}

TEST_CASE("A section makes dates of its own, if there are such") {
  constexpr sheaf::Date date("2020-02");
  static_assert(date.year() == 2020 && date.month() == 2 && !date.is_day());
  CHECK(written([](sheaf::Section& out) { out.paragraph(sheaf::Date("2020-02-29")); }) ==
        "(paragraph/1(computed/1@as=date@value=2020-02-29))");
  CHECK_THROWS_AS(sheaf::Date("2021-02-29"), std::invalid_argument);
  CHECK_THROWS_AS(sheaf::Date("soon"), std::invalid_argument);
}

TEST_CASE("Halves are rounded away from 0, as people write the number") {
  CHECK(sheaf::decimal_text(2.5, 0) == "3");
  CHECK(sheaf::decimal_text(-2.5, 0) == "-3");
  CHECK(sheaf::decimal_text(2.675, 2) == "2.68");
  CHECK(sheaf::decimal_text(2.675F, 2) == "2.68");
  CHECK(sheaf::decimal_text(0.1F, 12) == "0.100000000000");
  CHECK(sheaf::decimal_text(std::numeric_limits<long double>::denorm_min(), 1) == "0.0");
  CHECK(sheaf::decimal_text(-9.995, 2) == "-10.00");
  CHECK(sheaf::decimal_text(99.5, 0) == "100");
  CHECK(sheaf::decimal_text(0.45, 0) == "0");
  CHECK(sheaf::decimal_text(28.499999999999996, 0) == "28");
  CHECK(sheaf::decimal_text(12, 3) == "12.000");
  CHECK(sheaf::decimal_text(5e-324, 12) == "0.000000000000");
  CHECK(sheaf::decimal_text(999999999999999.9, 0) == "1000000000000000");
}

TEST_CASE("Decimals are counted in units, exactly or not at all") {
  CHECK(sheaf::units_of("12.5", 2) == 1250);
  CHECK(sheaf::units_of("-0.05", 2) == -5);
  CHECK(sheaf::units_of("7", 0) == 7);
  CHECK(sheaf::units_of("1.2500", 2) == 125);
  CHECK(sheaf::units_of("92233720368547758.07", 2) == std::numeric_limits<std::int64_t>::max());
  CHECK(sheaf::units_of("-92233720368547758.08", 2) == std::numeric_limits<std::int64_t>::min());
  CHECK_THROWS_AS(sheaf::units_of("92233720368547758.08", 2), std::overflow_error);
  CHECK_THROWS_AS(sheaf::units_of("-92233720368547758.09", 2), std::overflow_error);
  CHECK_THROWS_AS(sheaf::units_of("1.255", 2), std::invalid_argument);
  CHECK(written([](sheaf::Section& out) {
          out.paragraph(sheaf::pence(1250), sheaf::pence(-5), sheaf::pence(125000));
          out.paragraph(sheaf::decimal(1250, 2), sheaf::decimal(-5, 1), sheaf::decimal(7, 0));
        }) ==
        "(paragraph/1(computed/1@as=money@value=12.50)(computed/1@as=money@value=-0.05)"
        "(computed/1@as=money@value=1250))"
        "(paragraph/1(computed/1@as=number@value=12.50)(computed/1@as=number@value=-0.5)"
        "(computed/1@as=number@value=7))");
}

TEST_CASE("Amounts are compared and added up exactly") {
  const auto of = [](const char* text) {
    sheaf_values values{};
    values.ctx = text;
    values.text = [](const void* ctx, sheaf_node, sheaf_str* out) -> sheaf_rc {
      *out = sheaf::to_abi(static_cast<const char*>(ctx));
      return SHEAF_OK;
    };
    return sheaf::Money(sheaf::Source(values, 1));
  };
  CHECK(of("9.99") < of("10"));
  CHECK(of("-10") < of("-9.99"));
  CHECK(of("12.50") == of("12.5"));
  CHECK(of("123456789012345678901.01") > of("123456789012345678901"));
  const std::vector<sheaf::Money> costs = {of("0.10"), of("0.20"), of("-1250.30")};
  CHECK(sheaf::sum(costs, &sheaf::Money::pence) == -125000);
  CHECK(sheaf::Decimal().units(3) == 0);
}

TEST_CASE("A message about an optional value lands on it, if it was given") {
  sheaf_values values{};
  values.i64 = [](const void*, sheaf_node, std::int64_t otherwise) { return otherwise; };
  const std::optional<sheaf::Whole> absent, given(sheaf::Whole(sheaf::Source(values, 7)));
  MeanHost host;
  CHECK(write(host, [&](sheaf::Section& out) {
          out.error(given, "Too many");
          out.warning(absent, "Not given");
        }) == SHEAF_OK);
  CHECK(host.said == ": Too many at 7: Not given");
}

TEST_CASE("A mark round nothing is nothing") {
  const std::optional<sheaf::Text> absent;
  CHECK(written([&](sheaf::Section& out) {
          out.heading(1, sheaf::strong(absent));
          out.facts().fact("Reason", sheaf::strong(sheaf::emphasis(absent, "")));
          out.paragraph(sheaf::code(""), sheaf::link(absent, "https://www.example.org"),
                        sheaf::in_language("cy", ""), sheaf::abbreviation("", "Nothing"));
          out.paragraph(sheaf::line_break(), sheaf::status(sheaf::Status::Complete));
        }) == "(paragraph/1(line-break/1)(status/1@word=complete))");
}

TEST_CASE("A whole number that was worked out is set in house style, too") {
  const std::optional<sheaf::Whole> absent;
  CHECK(written([&](sheaf::Section& out) {
          out.paragraph(sheaf::number(absent.value_or(1316)));
        }) == "(paragraph/1(computed/1@as=number@value=1316))");
}
