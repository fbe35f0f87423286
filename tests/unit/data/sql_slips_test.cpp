#include "data/sql_slips.hpp"

#include <catch2/catch.hpp>

#include "data/columns.hpp"

using namespace sheaf;

namespace {

std::optional<data::ColumnType> type_of(std::string_view name) {
  if (name == "due") return data::ColumnType::Date;
  if (name == "month") return data::ColumnType::Month;
  if (name == "cost") return data::ColumnType::Money;
  if (name == "area" || name == "status") return data::ColumnType::Text;
  return {};
}

/// What is said of a query, and how to mend it; "" where it is sound.
std::string slip(const std::string& sql) {
  const auto found =
      data::find_comparison_slip(sql, type_of, [](std::string_view name) { return name == "day"; });
  return found ? found->message + ". " + found->help : "";
}

std::string where(const std::string& condition) {
  return slip("select area from actions where " + condition);
}

/// The column that a query puts beside a sum of all.
std::string loose(const std::string& sql) {
  const auto found = data::find_group_slip(sql, type_of);
  if (!found) return "";
  const auto begin = found->message.find('`') + 1;
  return found->message.substr(begin, found->message.find('`', begin) - begin);
}

}  // namespace

TEST_CASE("A query may guard against words among its dates and amounts") {
  for (const char* condition :
       {"due <> 'TBC'", "due = 'TBC'", "due not in ('TBC', 'n/a', '-')", "cost <> 'n/a'",
        "cost = 'about £5'", "due not like '%/%'", "month <> 'May'", "due <> '2019-20'"}) {
    INFO(condition);
    CHECK(where(condition) == "");
  }
}

TEST_CASE("A date in another form than queries have is refused, on either side") {
  for (const char* condition :
       {"due <> '01/11/2020'", "due = '1 November 2020'", "due >= '2020-9'", "due < '2020-10-5'",
        "due < '20201101'", "due > 20201101", "due in (20201101)", "'01/11/2020' < due",
        "(20201101 = actions.due)", "status = 'x' and '31/11/2020' >= due", "due > '31/11/2020'",
        "due = '2020-11-31'", "due = '2020-11-25T00:00'", "due like '%/11/2020'",
        "month = '2020-11-25'"}) {
    INFO(condition);
    CHECK(where(condition).find(" in the form of queries. Write ") != std::string::npos);
  }
  CHECK(where("due > 20201101") ==
        "`due` holds dates, and 20201101 is none in the form of queries. Write '2020-11-01'");
  CHECK(where("due > '01/11/2020'").find("Write '2020-11-01', the year first") !=
        std::string::npos);
}

TEST_CASE("Days that order as they are meant to are taken, also those that no calendar has") {
  for (const char* condition :
       {"due between '2020-11-01' and '2020-11-31'", "due <= '2020-11-30 23:59:59'",
        "due > '2020-11-25T00:00'", "due > 2019", "due < '2020-12'", "due >= '2020-11'",
        "'2020-12' > due", "month <= '2020-11'", "month between '2020-10' and '2020-11'"}) {
    INFO(condition);
    CHECK(where(condition) == "");
  }
}

TEST_CASE("A month as the last that passes leaves out all of its days, which is told") {
  CHECK(where("due <= '2020-11'") ==
        "`due` up to '2020-11' leaves out every day of 2020-11. Write '2020-11-30', the last");
  CHECK(where("due <= 2020") ==
        "`due` up to 2020 leaves out every day of 2020. Write '2020-12-31', the last");
  CHECK(where("month <= '2020'") ==
        "`month` up to '2020' leaves out every month of 2020. Write '2020-12', the last");
  for (const char* condition : {"due between '2020-10' and '2020-02'",
                                "due between :day and '2020-02'", "'2020-02' >= due"}) {
    INFO(condition);
    CHECK(where(condition).find("Write '2020-02-29', the last") != std::string::npos);
  }
}

TEST_CASE("A part of what is compared is not looked at") {
  for (const char* condition :
       {"due = '01' || '/2020'", "due <= '2020-11' || '-30'", "area || actions.due = '01/11/2020'",
        "area || '01/11/2020' < due", "'01/11/2020' < due || area", "'01/11/2020' < date(due)",
        "area || max(due) = '01/11/2020'", "cost > 5 and (due is null) = 1"}) {
    INFO(condition);
    CHECK(where(condition) == "");
  }
}

TEST_CASE("An amount as it is written is no number in a query") {
  for (const char* condition : {"cost > '£100'", "cost in ('1,250')", "'£1,250.50' = cost"}) {
    INFO(condition);
    CHECK(where(condition).find("`cost` holds numbers, and ") == 0);
  }
}

TEST_CASE("A name that the query gives may stand for anything") {
  for (const char* sql :
       {"with t as (select case when due > '2020' then 'high' end as cost from actions) "
        "select * from t where cost = '£1'",
        "select area as due from actions order by due = '01/11/2020'",
        "select upper(area) due from actions order by due = '01/11/2020'",
        "with t(area, due) as (select status, area from actions) "
        "select area from t where due = '01/11/2020'"}) {
    INFO(sql);
    CHECK(slip(sql) == "");
  }
  CHECK(slip("select max(due) as last from actions having max(due) > '1/2/2020'") != "");
}

TEST_CASE("A colon in a text makes no value of it") {
  CHECK(where("area = ':day'") ==
        "':day' is text, and no value of the layout. Take the quotes away: :day");
  CHECK(where("area in ('x', ':day')") != "");
  for (const char* condition : {"area || ':day' = 'x'", "replace(area, ':day', 'b') = 'x'",
                                "area = ':00'", "area = ':b'"}) {
    INFO(condition);
    CHECK(where(condition) == "");
  }
}

TEST_CASE("What `where` holds to one value, or stands in an aggregate, needs no group") {
  for (const char* sql :
       {"select count(*) filter (where status = 'open' and area = 'a') as n from actions",
        "select area, sum(cost) as cost from actions where area = 'North'",
        "select Area, sum(cost) from actions a where a.area = :area and due is not null",
        "select json_group_array(area), string_agg(status, ','), count(*) from actions"}) {
    INFO(sql);
    CHECK(loose(sql) == "");
  }
  CHECK(loose("select area, sum(cost) from actions where area = 'North' or area = 'South'") ==
        "area");
  CHECK(loose("select area, status, sum(cost) from actions where area = 'North'") == "status");
  CHECK(loose("select area, sum(cost) from actions where not area = 'North'") == "area");
  CHECK(loose("select count(*) filter (where cost > 1), area from actions") == "area");
}
