#include "render/pdf/object_store.hpp"

#include "outside.hpp"
#include "render/pdf/syntax.hpp"

using namespace sheaf;
using namespace sheaf::test;
using namespace sheaf::render::pdf;
using Catch::Matchers::Contains;

namespace {

std::string bytes_of(std::string_view text) {
  std::string out;
  append_byte_string(out, text);
  return out;
}

std::string fixed(std::int64_t value, int decimals) {
  std::string out;
  append_fixed(out, value, decimals);
  return out;
}

Object catalog(ObjectStore& store) {
  Object pages = store.add_dictionary().name("Type", "Pages").integer("Count", 0).raw("/Kids[]\n");
  return store.add_dictionary().name("Type", "Catalog").reference("Pages", pages);
}

}  // namespace

TEST_CASE("Numbers are written without a trailing zero or a locale") {
  CHECK(fixed(1250, 2) == "12.5");
  CHECK(fixed(-5, 2) == "-0.05");
  CHECK(fixed(0, 3) == "0");
  CHECK(fixed(100, 2) == "1");
  CHECK(fixed(7, 0) == "7");
  CHECK(fixed(-8'419'900'000, 4) == "-841990");
}

TEST_CASE("Strings escape what would end them") {
  CHECK(bytes_of("a(b)c\\d\re") == "(a\\(b\\)c\\\\d\\re)");
  std::string text;
  append_text_string(text, "£\U0001F600");
  CHECK(text == "<FEFF00A3D83DDE00>");
}

TEST_CASE("Names lose what would need escapes") {
  CHECK(plain_name("Open Sans/Bold (1)#") == "OpenSansBold1");
}

TEST_CASE("No object takes no entries, and is not referred to") {
  ObjectStore store;
  Object none;
  none.name("Type", "Page").integer("Rotate", 90).boolean("Marked", true).text("T", "text");
  none.raw("/Kids[]\n").lend("/Kids[]\n").reference("Parent", store.add_dictionary());
  CHECK_FALSE(none);
  Object root = catalog(store).reference("Outlines", none);
  const auto file = store.save(root, store.add_dictionary());
  REQUIRE(file.has_value());
  for (const char* word : {"/Rotate", "/Marked", "/Outlines"}) CHECK_THAT(*file, !Contains(word));
}

TEST_CASE("Bulk entries are beyond libharu's limits") {
  ObjectStore store;
  std::string numbers = "/Numbers[";
  for (int at = 0; at < 100'000; ++at) numbers += "7 ";
  Object root = catalog(store);
  root.raw(numbers + "]\n").text("Title", std::string(40'000, 'x'));
  const auto file = store.save(root, store.add_dictionary());
  REQUIRE(file.has_value());
  const std::string path = std::string(SHEAF_BINARY_FOLDER) + "/bulk.pdf";
  std::ofstream(path, std::ios::binary) << *file;
  CHECK_THAT(output_of("qpdf --check " + path), Contains("No syntax or stream encoding errors"));
}

TEST_CASE("A stream is written as it was given") {
  ObjectStore store;
  const std::string borrowed(10'000, '\xAB');
  Object kept = store.add_stream(std::string("x\0y\r\n", 5)).name("Kind", "Kept");
  Object lent = store.add_borrowed_stream(borrowed);
  Object empty = store.add_stream("");
  Object root = catalog(store).reference("A", kept).reference("B", lent).reference("C", empty);
  const auto file = store.save(root, store.add_dictionary());
  REQUIRE(file.has_value());
  CHECK(count(*file, borrowed) == 1);
  CHECK(count(*file, std::string("x\0y\r\n", 5)) == 1);
}

TEST_CASE("A file that would outgrow libharu's offsets is refused, not damaged") {
  ObjectStore store(5'000);
  Object root = catalog(store);
  root.reference("Big", store.add_stream(std::string(6'000, 'x')));
  const auto file = store.save(root, store.add_dictionary());
  REQUIRE_FALSE(file.has_value());
  CHECK(file.error().error == StoreError::TooLarge);
}

TEST_CASE("What libharu refuses is told when the file is saved") {
  ObjectStore store;
  Object root = catalog(store);
  root.name("Long", std::string(200, 'n'));
  const auto file = store.save(root, store.add_dictionary());
  REQUIRE_FALSE(file.has_value());
  CHECK(file.error().error == StoreError::Library);
  CHECK(file.error().code != 0);
}
