#include "document/house_style.hpp"

#include <catch2/catch.hpp>

#include "document/output_name.hpp"

using namespace sheaf;
using namespace sheaf::document;

TEST_CASE("Dates are set without commas and ordinals, to the precision known") {
  CHECK(date_text({2020, 11, 25}) == "25 November 2020");
  CHECK(date_text({2020, 9, 4}) == "4 September 2020");
  CHECK(date_text({2020, 11, 0}) == "November 2020");
  CHECK(date_text({2009, 0, 0}) == "2009");
}

TEST_CASE("A date can be asked for in one of six formats") {
  const model::PartialDate day{2020, 11, 25};
  CHECK(date_text(day, "day") == "25 November 2020");
  CHECK(date_text(day, "month") == "November 2020");
  CHECK(date_text(day, "year") == "2020");
  CHECK(date_text(day, "iso") == "2020-11-25");
  CHECK(date_text(day, "weekday") == "Wednesday 25 November 2020");
  CHECK(date_text(day, "short") == "25 Nov 2020");
  CHECK(date_text({2020, 2, 0}, "short") == "Feb 2020");
  CHECK(date_text({2000, 2, 29}, "weekday") == "Tuesday 29 February 2000");
  CHECK(date_formats().size() == 6);
}

TEST_CASE("A format beyond the date's precision, or an unknown one, gives nothing") {
  CHECK(date_text({2020, 11, 0}, "day").empty());
  CHECK(date_text({2020, 11, 0}, "weekday").empty());
  CHECK(date_text({2020, 0, 0}, "month").empty());
  CHECK(date_text({2020, 11, 25}, "long").empty());
}

TEST_CASE("Numbers over 999 have commas") {
  CHECK(number_text("999") == "999");
  CHECK(number_text("1000") == "1,000");
  CHECK(number_text("250000") == "250,000");
  CHECK(number_text("-1234.5678") == "\u22121,234.5678");
  CHECK(number_text("0.5") == "0.5");
}

TEST_CASE("Money has pence or none, never .00") {
  CHECK(money_text("75") == "£75");
  CHECK(money_text("75.00") == "£75");
  CHECK(money_text("75.5") == "£75.50");
  CHECK(money_text("75.50") == "£75.50");
  CHECK(money_text("-1250") == "\u2212£1,250");
}

TEST_CASE("File names are safe on every system") {
  CHECK(safe_file_name("2020-11-25 Report: A/B") == "2020-11-25-Report-A-B");
  CHECK(safe_file_name("../../etc/passwd") == "etc-passwd");
  CHECK(safe_file_name("Officer's Report, officers\u2019") == "Officers-Report,-officers");
  CHECK(safe_file_name("..") == "report");
  CHECK(safe_file_name("") == "report");
  CHECK(safe_file_name("Adroddiad – Tŷ") == "Adroddiad-–-Tŷ");
  CHECK(safe_file_name(std::string(300, 'a')).size() <= 200);
  CHECK(default_output_name("/c/people/2020-11/report.yaml") == "2020-11-report");
  CHECK(default_output_name("/report.yaml") == "report");
}
