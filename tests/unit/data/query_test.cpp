#include <catch2/catch.hpp>
#include <map>

#include "data/columns.hpp"
#include "data/database.hpp"
#include "support/findings.hpp"

using namespace sheaf;
using Lines = std::vector<std::string>;
using Files = std::map<std::string, std::string>;

namespace {

/// A query over tables given as CSV; its text stands at layout.yaml:1:1.
class Asking final : public data::QueryPlace {
 public:
  explicit Asking(const Files& csv) {
    for (const auto& [name, text] : csv) {
      auto table = data::read_csv(text, sources_.add(name + ".csv", text), ',', diagnostics_);
      if (name == "spend") declare_money(*table);
      infer_columns(*table);
      tables_.emplace_back(name, std::move(*table));
    }
  }

  Asking& with(std::string name, model::Value value) {
    values_[std::move(name)] = std::move(value);
    return *this;
  }

  /// "service,cost|Care,12.50|" with each value as text; "none" after an error.
  std::string rows(const std::string& sql) {
    start_ = sources_.add("layout.yaml", sql);
    auto database = data::Database::open(start_, diagnostics_);
    for (const auto& [name, table] : tables_) {
      if (!database->add(name, table, diagnostics_)) return "none";
    }
    auto result = database->select(sql, *this, diagnostics_);
    if (!result) return "none";
    result_ = std::move(*result);
    return text_of_result();
  }

  /// The types of the columns of the last result.
  std::string types() {
    infer_columns(result_);
    std::string out;
    for (const data::Column& column : result_.columns) {
      out += fmt::format("{}:{} ", column.name, name_of(column.type));
    }
    return out;
  }

  Lines findings() const { return test::findings(diagnostics_, sources_); }
  const Diagnostic& first() const { return diagnostics_.all().at(0); }

  SourceId start() const override { return start_; }
  SourceId at(std::size_t offset) const override { return start_ + offset; }
  bool has_parameter(std::string_view name) const override {
    return values_.contains(std::string(name));
  }
  std::optional<model::Value> parameter(std::string_view name) override {
    const auto known = values_.find(std::string(name));
    if (known != values_.end()) return known->second;
    diagnostics_.error("sql-parameter", start_, "There is no such value");
    return {};
  }

 private:
  static void declare_money(data::Table& table) {
    Diagnostics none;
    const std::vector<model::Member> cost{{"cost", {}, model::text_node("money", {})}};
    data::declare_columns(table, cost, "spend", none);
  }

  std::string text_of_result() const {
    std::string out;
    for (const data::Column& column : result_.columns) out += column.name + ",";
    out.back() = '|';
    for (const model::Node& row : result_.rows.items) {
      for (const model::Member& cell : row.members) out += cell.value.text + ",";
      out.back() = '|';
    }
    return out;
  }

  SourceMap sources_;
  Diagnostics diagnostics_;
  std::vector<std::pair<std::string, data::Table>> tables_;
  std::map<std::string, model::Value> values_;
  SourceId start_;
  data::Table result_;
};

const Files kSpend{
    {"spend",
     "service,cost,paid\nCare,0.10,2020-11-01\nSchools,0.20,2020-12-01\nCare,1000000.10,\n"}};

/// The findings of a query over `spend`.
Lines problems(const std::string& sql) {
  Asking asking(kSpend);
  CHECK(asking.rows(sql) == "none");
  return asking.findings();
}

}  // namespace

TEST_CASE("A query hands on codes, and takes none of what it works out for one") {
  Asking asking(Files{{"t", "year,n\n2019,5\n2020,1995\n"}});
  CHECK(asking.rows("select year, max(year) as last, count(*) + 2011 as a from t "
                    "where year >= 2019 and year <> '2018' group by year") ==
        "year,last,a|2019,2019,2012|2020,2020,2012|");
  CHECK(asking.types() == "year:code last:code a:whole ");
  CHECK(asking.rows("select 2019 as year, sum(n) as n from t") == "year,n|2019,2000|");
  CHECK(asking.types() == "year:code n:whole ");
}

TEST_CASE("A comparison with what a column cannot hold is refused") {
  const auto first = [](const std::string& condition) {
    const Lines all = problems("select service from spend where " + condition);
    return all.size() == 1 ? all[0].substr(all[0].find("sql-")) : "";
  };
  CHECK(first("paid > '05/10/2020'") ==
        "sql-comparison: `paid` holds dates, and '05/10/2020' is none in the form of queries");
  CHECK(first("paid > 2020-10-05") ==
        "sql-comparison: A date without quotes is reckoned: it is taken for numbers");
  CHECK(first("cost > '£100'") == "sql-comparison: `cost` holds numbers, and '£100' is text");
  CHECK(first("cost = null") ==
        "sql-comparison: Nothing is equal to null, or unequal, so this never holds");
  for (const char* condition :
       {"paid = '2020-10'", "paid like '%/10/2020'", "paid not like '%/10/%'",
        "paid in ('2020-10-05', '6/10/2020')", "spend.paid between '2020-10-01' and '31/10/2020'",
        "\"paid\" between '1/10/2020' and '2020-10-31'", "paid < '2020-10-5'", "paid > 05/10/2020",
        "cost <> null", "cost in ('1,250')"}) {
    INFO(condition);
    CHECK(first(condition).find("sql-comparison") == 0);
  }
  problems(
      "select service, max(paid) as x from spend group by service having max(paid) > '1/2/2020'");
}

TEST_CASE("A comparison that can hold is none of these") {
  for (const char* condition :
       {"paid > '2020-10-05'", "paid >= '2020-10'", "paid > '2020'", "paid > ''",
        "paid like '2020-10-%'", "paid is not null", "substr(paid, 4, 2) = '10'", "cost > '100'",
        "service = '05/10/2020'", "service || paid = 'Care05/10/2020'",
        "cost = 2020 and paid > '2020-01-01'", "service = 'a null'", "service not in ('x', '£100')",
        "minus(2020, 10) > 5", "coalesce(paid, 'not paid') = 'not paid'",
        "length(paid) - 10 - 5 < 0"}) {
    Asking asking(kSpend);
    INFO(condition);
    CHECK(asking.rows(std::string("select service from spend where ") + condition) != "none");
  }
}

TEST_CASE("The name of a value in quotes is refused, any other text with a colon is not") {
  Asking asking(kSpend);
  asking.with("service", model::text_value("Care", {}));
  CHECK(asking.rows("select cost from spend where service = ':car'") != "none");
  CHECK(asking.rows("select cost from spend where service = ':service'") == "none");
  CHECK(asking.first().message == "':service' is text, and no value of the layout");
}

TEST_CASE("A column beside a sum needs a group") {
  for (const char* sql :
       {"select service, sum(cost) as cost from spend", "select count(*) as n, paid from spend",
        "select *, count(*) as n from spend", "select s.service, avg(cost) as a from spend s",
        "select upper(service) as u, count(*) as n from spend",
        "select 1 as a, 2 as n union select service, count(*) from spend"}) {
    Asking asking(kSpend);
    INFO(sql);
    CHECK(asking.rows(sql) != "none");
    REQUIRE(asking.findings().size() == 1);
    CHECK(asking.findings()[0].find("warning sql-group-by") != std::string::npos);
  }
  for (const char* sql :
       {"select 'All' as service, sum(cost) as cost from spend",
        "select count(*) service from spend",
        "select service, sum(cost) as cost from spend group by service",
        "select service, max(cost) as cost from spend", "select sum(cost) as cost from spend",
        "select sum(cost) over () as s, service from spend",
        "select count(service) as paid from spend",
        "select service, (select sum(cost) from spend) as all_cost from spend",
        "select :service as s, count(*) as n from spend"}) {
    Asking asking(kSpend);
    asking.with("service", model::text_value("Care", {}));
    INFO(sql);
    CHECK(asking.rows(sql) != "none");
    CHECK(asking.findings() == Lines{});
  }
}

TEST_CASE("A query over CSV gives rows with the types of their columns") {
  Asking asking(kSpend);
  CHECK(asking.rows("select service, cost, paid from spend where cost < 1 order by cost desc") ==
        "service,cost,paid|Schools,0.20,2020-12-01|Care,0.10,2020-11-01|");
  CHECK(asking.types() == "service:text cost:money paid:date ");
  CHECK(asking.rows("select count(*) as n, max(paid) as last from spend") ==
        "n,last|3,2020-12-01|");
  CHECK(asking.types() == "n:whole last:date ");
  CHECK(asking.findings() == Lines{});
}

TEST_CASE("Sums, averages and differences of money are exact") {
  Asking asking(kSpend);
  CHECK(asking.rows("select sum(cost) as s from spend where cost < 1") == "s|0.30|");
  CHECK(asking.rows("select sum(cost) as s from spend") == "s|1000000.40|");
  CHECK(asking.rows("select avg(cost) as a, total(cost) as t from spend") ==
        "a,t|333333.47,1000000.40|");
  CHECK(asking.types() == "a:money t:money ");
  CHECK(asking.rows("select avg(length(service)) as a from spend") == "a|5|");
  CHECK(asking.rows("select minus(max(cost), 1000000) as d from spend") == "d|0.10|");
  CHECK(asking.rows("select times(0.1, 3) = 0.3 as same, plus(0.1, 0.2) as s, "
                    "divide(1, 3, 2) as q, round(2.675, 2) as r") == "same,s,q,r|1,0.3,0.33,2.68|");
  CHECK(asking.rows("select sum(cost) over (order by rowid) as running from spend") ==
        "running|0.1|0.3|1000000.4|");
  CHECK(asking.findings() == Lines{});
}

TEST_CASE("What is grouped and compared is compared as the decimals it is") {
  Asking asking(kSpend);
  CHECK(asking.rows("select service, sum(cost) as s from spend group by service "
                    "having sum(cost) > 0.2 order by s") == "service,s|Care,1000000.20|");
  CHECK(asking.rows("select service from spend where cost = 0.1 or cost = :limit") == "none");
  CHECK(asking.rows("select service from spend where cost between 0.1 and 0.15") ==
        "service|Care|");
}

TEST_CASE("Arithmetic that SQLite would round is refused, and exact functions offered") {
  for (const char* sql :
       {"select cost * 3 as x from spend", "select service from spend where cost + 1 > 2",
        "select 0.1 + 0.2 as x", "select -cost as x from spend"}) {
    INFO(sql);
    const Lines found = problems(sql);
    REQUIRE(found.size() == 1);
    CHECK(found[0] ==
          "layout.yaml:1:1 error inexact-sql: This query uses + - or * where there are decimals "
          "or money, and SQLite would round");
  }
  Asking whole(Files{{"t", "n\n7\n"}});
  CHECK(whole.rows("select n * 3 + 1 as x from t") == "x|22|");
  CHECK(whole.rows("select julianday('2020-11-25') - julianday('2020-11-20') as days") ==
        "days|5|");
  CHECK(whole.findings().empty());
}

TEST_CASE("Division that drops what is left over is refused, also of whole numbers") {
  for (const char* sql : {"select 5 / 2 as x", "select count(*) * 100 / 3 as x from spend",
                          "select sum(cost) / 2 as x from spend", "select 7 % 2 as x"}) {
    INFO(sql);
    CHECK(problems(sql) == Lines{"layout.yaml:1:1 error inexact-sql: This query uses / or %, and "
                                 "SQLite would drop what is left over"});
  }
  Asking asking(kSpend);
  CHECK(asking.rows("select divide(5, 2, 1) as x, divide(count(*), 2, 0) as y from spend") ==
        "x,y|2.5,2|");
  CHECK(asking.rows("select minus(0, cost) as x from spend where cost < 0.15") == "x|-0.10|");
}

TEST_CASE("Places are those that are asked for, up to what a number holds") {
  Asking asking(kSpend);
  CHECK(asking.rows("select round(1.123456789, 8) as r, divide(1, 3, 9) as d, divide(1, 3) as u") ==
        "r,d,u|1.12345679,0.333333333,0.333333|");
  for (const char* sql : {"select round(1.5, 16) as x", "select divide(1, 3, -1) as x"}) {
    INFO(sql);
    CHECK(problems(sql)[0].find("a number can have 0 to 15 places, not ") != std::string::npos);
  }
  CHECK(problems("select divide(1000, 3, 15) as x")[0].find("more than 15 digits") !=
        std::string::npos);
}

TEST_CASE("What is made of money is money, as long as that is plain") {
  Asking asking(kSpend);
  const auto type_of = [&](const std::string& column) {
    const std::string rows = asking.rows("select " + column + " as x from spend limit 1");
    INFO(column << ": " << rows);
    CHECK(rows != "none");
    return asking.types();
  };
  for (const char* column :
       {"sum(cost)", "max(spend.cost)", "round(avg(cost), 2)", "coalesce(sum(\"cost\"), 0)",
        "sum(cost) /* all */", "plus(cost, 1)"}) {
    INFO(column);
    CHECK(type_of(column) == "x:money ");
  }
  for (const char* column : {"times(cost, 2)", "count(cost)", "max(service)", "cost > 0.1",
                             "max(cost, length(service))", "(select max(cost) from spend)"}) {
    INFO(column);
    CHECK(type_of(column) != "x:money ");
  }
  asking.rows(
      "select 'a' as n, sum(cost) as x from spend union all select 'b', sum(cost) from spend");
  CHECK(asking.types() == "n:text x:money ");
  asking.rows("select sum(cost) as x from spend union all select count(*) from spend");
  CHECK(asking.types() == "x:decimal ");
}

TEST_CASE("instr and replace answer as SQLite's own do") {
  Asking asking(kSpend);
  CHECK(asking.rows(
            "select instr('Café bar', 'bar') as a, instr('x', 'y') as b, instr('x', '') as c, "
            "instr(null, 'x') as d") == "a,b,c,d|6,0,1,|");
  CHECK(asking.rows("select replace('a-b--c', '-', '+') as a, replace('aaa', 'aa', 'b') as b, "
                    "replace('abc', '', 'x') as c, replace(1250, 5, 6) as d") ==
        "a,b,c,d|a+b++c,ba,abc,1260|");
  CHECK(problems("select trim('xax', 'x') as a")[0].find("trim() with characters") !=
        std::string::npos);
}

TEST_CASE("A number that was rounded all the same does not leave the query") {
  CHECK(problems("select sqrt(2) as x")[0] ==
        "layout.yaml:1:1 error inexact-sql: The column `x` in row 1 of the result holds "
        "1.4142135623730951, which was rounded in counting");
  CHECK(problems("select sum(sqrt(cost)) as x from spend")[0] ==
        "layout.yaml:1:1 error inexact-sql: This query counts inexactly: a number has been "
        "rounded by + - * or /");
  Asking asking(kSpend);
  CHECK(asking.rows("select round(sqrt(2), 2) as x") == "x|1.41|");
}

TEST_CASE("Names of the layout's values stand for them, and for nothing else") {
  Asking asking(kSpend);
  model::Value limit = model::text_value("0.20", {});
  limit.kind = model::ValueKind::Money;
  asking.with("limit", limit).with("service", model::text_value("Care'; drop table spend", {}));
  CHECK(asking.rows("select service from spend where cost = :limit") == "service|Schools|");
  CHECK(asking.rows("select service from spend where service = :service") == "service|");
  CHECK(asking.rows("select service from spend where cost = ?") == "none");
  CHECK(asking.first().message == "A value in a query needs a name");
}

TEST_CASE("A query only reads") {
  for (const char* sql : {"attach 'x.db' as x", "insert into spend values (1, 2, 3)",
                          "drop table spend", "pragma temp_store = 1", "create table x (a)",
                          "update spend set cost = 1", "delete from spend", "vacuum into 'x.db'",
                          "begin", "select random()", "select printf('%.*c', 9, 1)",
                          "select load_extension('x')", "select * from pragma_database_list"}) {
    INFO(sql);
    const Lines found = problems(sql);
    REQUIRE(found.size() == 1);
    CHECK(found[0].find("error sql-read-only: ") != std::string::npos);
  }
  CHECK(problems("select 1; select 2") ==
        Lines{"layout.yaml:1:11 error sql-one-query: A second query follows the first"});
}

TEST_CASE("A query that asks for today is refused, however it asks") {
  for (const char* sql : {"select date('now') as d", "select current_date as d",
                          "select strftime('%Y', 'NOW') as d", "select julianday() as d"}) {
    INFO(sql);
    const Lines found = problems(sql);
    REQUIRE(found.size() == 1);
    CHECK(found[0] ==
          "layout.yaml:1:1 error sql-clock: This query asks what day it is, and a report reads "
          "the same on any day");
  }
  Asking asking(kSpend);
  CHECK(asking.rows("select date('2020-11-25', '+1 month') as d") == "d|2020-12-25|");
}

TEST_CASE("A query that never ends, ends") {
  for (const char* sql :
       {"with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n",
        "with recursive n(i) as (select 1 union all select i + 1 from n) select i from n",
        "with recursive n(i) as (select 1 union all select i + 1 from n) select a.i as a, b.i as b "
        "from n a, n b",
        "with recursive t(x) as (select 'ab' union all select x || x from t) select max(x) from t",
        "with recursive t(x) as (select hex(zeroblob(400000)) union all select x || '' from t) "
        "select count(distinct x || x) from t"}) {
    INFO(sql);
    const Lines found = problems(sql);
    REQUIRE(found.size() == 1);
    CHECK((found[0].find("sql-too-l") != std::string::npos ||
           found[0].find("data-too-large") != std::string::npos));
  }
}

TEST_CASE("A mistake in a query is told in words, at its place") {
  CHECK(problems("select service form spend") ==
        Lines{"layout.yaml:1:21 error sql-syntax: The query cannot be read: near \"spend\": "
              "syntax error"});
  CHECK(problems("select service from spent") ==
        Lines{"layout.yaml:1:21 error sql-unknown-table: The query names `spent`, and there is no "
              "such data"});
  CHECK(problems("select servise from spend") ==
        Lines{"layout.yaml:1:8 error sql-unknown-column: The query names `servise`, and no data "
              "has such a column"});
  Asking asking(kSpend);
  asking.rows("select servise from spend");
  CHECK(asking.first().help == "Did you mean `service`?");
  CHECK(problems("select cost, cost from spend") ==
        Lines{"layout.yaml:1:1 error sql-columns: The query gives two columns `cost`"});
  CHECK(problems("select nosuch(cost) from spend")[0].find("There is no function nosuch()") !=
        std::string::npos);
  CHECK(problems("select \"text\" from spend")[0].find("names `text`") != std::string::npos);
  CHECK(problems("select meeting.date from spend").size() == 1);
  CHECK(problems("").size() == 1);
}

TEST_CASE("Columns that only differ in capitals are told apart by nobody") {
  Asking asking(Files{{"t", "Cost,cost\n1,2\n"}});
  CHECK(asking.rows("select 1 as x from t") == "none");
  CHECK(asking.findings()[0].find("sql-columns") != std::string::npos);
}

TEST_CASE("Names with spaces, quotes and hyphens can be asked for in quotes") {
  Asking asking(Files{{"improvement-actions", "Total cost,\"a \"\"b\"\"\"\n1,2\n"}});
  CHECK(asking.rows(
            "select \"Total cost\" as cost, \"a \"\"b\"\"\" as b from \"improvement-actions\"") ==
        "cost,b|1,2|");
}

TEST_CASE("A sum of a column that one cell makes text names that cell, not one that is right") {
  Asking asking(Files{{"grants", "name,amount\nA,£2300\nB,£160O\nC,£75\n"}});
  CHECK(asking.rows("select sum(amount) as total from grants") == "none");
  CHECK(asking.findings() ==
        Lines{"layout.yaml:1:1 error inexact-sql: This query counts with the column `amount` of "
              "`grants`, which is text because of \"£160O\""});
  REQUIRE(asking.first().notes.size() == 1);
  CHECK(asking.first().notes[0].text == "this cell");
}

TEST_CASE("A sum of texts is refused in words about text") {
  Asking asking(Files{{"grants", "name,amount\nA,£2300\nB,£160O\nC,£75\n"}});
  CHECK(asking.rows("select sum(name) as total from grants where amount > ''") == "none");
  CHECK(asking.findings() == Lines{"layout.yaml:1:1 error inexact-sql: This query counts with "
                                   "text: \"A\" is no number"});
}
