#include "outside.hpp"

using namespace sheaf;
using namespace sheaf::test;
using model::ElementKind;
using model::StructureId;

namespace {

image::Picture gradient(image::PixelFormat format, bool transparent) {
  image::Picture picture;
  picture.format = format;
  picture.width = 40;
  picture.height = 20;
  for (unsigned y = 0; y < picture.height; ++y) {
    for (unsigned x = 0; x < picture.width; ++x) {
      picture.pixels += static_cast<char>(x * 6);
      if (format == image::PixelFormat::Rgb) {
        picture.pixels += static_cast<char>(y * 12);
        picture.pixels += static_cast<char>(200);
      }
      if (transparent) picture.alpha += static_cast<char>(x * 6);
    }
  }
  return picture;
}

/// One grey pixel: the smallest baseline JPEG (ITU-T T.81) there is.
image::Picture photograph() {
  image::Picture picture;
  picture.kind = image::PictureKind::Jpeg;
  picture.format = image::PixelFormat::Grey;
  picture.width = picture.height = 1;
  constexpr unsigned char kBytes[] = {
      0xFF, 0xD8, 0xFF, 0xDB, 0x00, 0x43, 0x00, 3,    2,    2,    2,    2,  2,    3,    2,    2,
      2,    3,    3,    3,    3,    4,    6,    4,    4,    4,    4,    4,  8,    6,    6,    5,
      6,    9,    8,    10,   10,   9,    8,    9,    9,    10,   12,   15, 12,   10,   11,   14,
      11,   9,    9,    13,   17,   13,   14,   15,   16,   16,   17,   16, 10,   12,   18,   19,
      18,   16,   19,   15,   16,   16,   16,   0xFF, 0xC9, 0x00, 0x0B, 8,  0,    1,    0,    1,
      1,    1,    0x11, 0,    0xFF, 0xCC, 0x00, 0x06, 0,    0x10, 0x10, 5,  0xFF, 0xDA, 0x00, 8,
      1,    1,    0,    0,    0x3F, 0,    0xD2, 0xCF, 0x20, 0xFF, 0xD9};
  picture.pixels.assign(reinterpret_cast<const char*>(kBytes), sizeof kBytes);
  return picture;
}

void show(HandMade& report, const image::Picture& picture, int y) {
  const StructureId figure = report.add(ElementKind::Figure, StructureId::Root);
  report.document[figure].alt = "A gradient";
  report.pages.back().items.push_back(
      page::Image{HandMade::mark(figure), &picture, {{pt(56), pt(y)}, {pt(160), pt(80)}}});
}

/// A fixture, through the decoder and the writer, as poppler takes it out again: PPM of 8 bits.
std::string taken_out_again(const std::string& name) {
  const auto files = make_real_file_system();
  const auto file =
      files->read(Path(SHEAF_SOURCE_FOLDER) / "tests/cli/cases/images" / (name + ".png"), 10'000);
  REQUIRE(file);
  const auto picture = image::read_picture(*file);
  REQUIRE(picture);
  HandMade report;
  report.page();
  show(report, *picture, 50);
  const std::string path = leave_for_judges("picture-" + name, report.write());
  return output_of("pdfimages " + path + " " + path + " && cat " + path + "-000.ppm");
}

/// The PPM, 16 by 12, whose rows have one colour each.
template <class Colour>
std::string rows_of(Colour colour) {
  std::string ppm = "P6\n16 12\n255\n";
  for (unsigned y = 0; y < 12; ++y) {
    for (unsigned x = 0; x < 16; ++x) ppm += colour(y);
  }
  return ppm;
}

}  // namespace

TEST_CASE("A picture of 16 bits a channel has its own pixels, rounded to 8", "[pdf]") {
  const auto to_8 = [](unsigned value) { return static_cast<char>((value * 255 + 32767) / 65535); };
  const std::string expected = rows_of([&](unsigned y) {
    return std::string{to_8(65535 - y * 5957), 0, to_8(y * 5957)};
  });
  CHECK((taken_out_again("sixteen") == expected));
}

TEST_CASE("A picture of 2 bits and a palette has the palette's four colours", "[pdf]") {
  const std::string expected =
      rows_of([](unsigned y) { return std::string(3, static_cast<char>(y / 3 * 0x55)); });
  CHECK((taken_out_again("two-bit") == expected));
}

TEST_CASE("Pictures of every kind are written", "[pdf]") {
  HandMade report;
  report.page();
  const image::Picture pictures[] = {gradient(image::PixelFormat::Rgb, false),
                                     gradient(image::PixelFormat::Grey, false),
                                     gradient(image::PixelFormat::Rgb, true),
                                     gradient(image::PixelFormat::Grey, true), photograph()};
  int y = 50;
  for (const image::Picture& picture : pictures) show(report, picture, y += 100);
  const std::string path = leave_for_judges("pictures", report.write());
  const std::string list = output_of("pdfimages -list " + path);
  CHECK(count(list, " image    ") == 5);
  CHECK(count(list, " smask    ") == 2);
  CHECK(count(list, " rgb ") == 2);
  CHECK(count(list, " jpeg ") == 1);
}

TEST_CASE("A picture used twice is in the file once", "[pdf]") {
  HandMade report;
  report.page();
  const image::Picture picture = gradient(image::PixelFormat::Rgb, false);
  show(report, picture, 50);
  show(report, picture, 250);
  const std::string file = report.write();
  const std::string content = inflated(leave_for_judges("picture-twice", file));
  CHECK(count(file, "/Subtype /Image") == 1);
  CHECK(count(content, "/I1 Do") == 2);
}

TEST_CASE("A JPEG's bytes pass through", "[pdf]") {
  HandMade report;
  report.page();
  const image::Picture picture = photograph();
  show(report, picture, 50);
  const std::string file = report.write();
  leave_for_judges("jpeg", file);
  CHECK(count(file, picture.pixels) == 1);
}
