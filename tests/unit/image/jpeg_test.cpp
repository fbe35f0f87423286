#include <cstdio>  // before jpeglib.h, which needs FILE
//
#include <jpeglib.h>
#include <catch2/catch.hpp>

#include <cstdlib>
#include <string>
#include <vector>

#include "image/picture.hpp"

using namespace sheaf::image;

namespace {

struct Source {
  J_COLOR_SPACE colours = JCS_RGB;
  int channels = 3;
  bool progressive = false;
  int restart = 0;
};

/// 160 by 120 of a coloured pattern.
std::string written(const Source& source) {
  jpeg_compress_struct jpeg{};
  jpeg_error_mgr errors{};
  jpeg.err = jpeg_std_error(&errors);
  jpeg_create_compress(&jpeg);
  unsigned char* data = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&jpeg, &data, &size);
  jpeg.image_width = 160;
  jpeg.image_height = 120;
  jpeg.input_components = source.channels;
  jpeg.in_color_space = source.colours;
  jpeg_set_defaults(&jpeg);
  jpeg.density_unit = 1;
  jpeg.X_density = jpeg.Y_density = 150;
  jpeg.restart_interval = static_cast<unsigned>(source.restart);
  if (source.progressive) jpeg_simple_progression(&jpeg);
  jpeg_start_compress(&jpeg, TRUE);
  for (int y = 0; y < 120; ++y) {
    std::vector<JSAMPLE> row;
    for (int i = 0; i < 160 * source.channels; ++i)
      row.push_back(static_cast<JSAMPLE>(i * y % 251));
    JSAMPROW rows[] = {row.data()};
    jpeg_write_scanlines(&jpeg, rows, 1);
  }
  jpeg_finish_compress(&jpeg);
  jpeg_destroy_compress(&jpeg);
  std::string file(reinterpret_cast<char*>(data), size);
  std::free(data);
  return file;
}

std::string bytes(std::initializer_list<int> values) {
  std::string result;
  for (const int value : values) result += static_cast<char>(value);
  return result;
}

/// The file with an Exif block after its first segment, saying this orientation.
std::string turned(std::string file, int orientation) {
  const std::string tiff = bytes({'M', 'M', 0, 42, 0, 0, 0,           8, 0, 1, 0x01, 0x12, 0,
                                  3,   0,   0, 0,  1, 0, orientation, 0, 0, 0, 0,    0,    0});
  const std::string exif = bytes({'E', 'x', 'i', 'f', 0, 0}) + tiff;
  return file.insert(2, bytes({0xFF, 0xE1, 0, static_cast<int>(exif.size() + 2)}) + exif);
}

}  // namespace

TEST_CASE("A JPEG passes through unchanged, with its size and resolution read") {
  for (const bool progressive : {false, true}) {
    const std::string file = written({.progressive = progressive});
    const auto picture = read_picture(file);
    REQUIRE(picture);
    CHECK(picture->kind == PictureKind::Jpeg);
    CHECK(picture->format == PixelFormat::Rgb);
    CHECK(picture->width == 160);
    CHECK(picture->height == 120);
    CHECK(picture->dots_per_inch == 150);
    CHECK(picture->pixels == file);
    CHECK(picture->alpha.empty());
  }
}

TEST_CASE("A grey JPEG stays grey") {
  const auto picture = read_picture(written({.colours = JCS_GRAYSCALE, .channels = 1}));
  REQUIRE(picture);
  CHECK(picture->format == PixelFormat::Grey);
}

TEST_CASE("A CMYK JPEG is refused, with a way out") {
  const auto picture = read_picture(written({.colours = JCS_CMYK, .channels = 4}));
  REQUIRE(!picture);
  CHECK_THAT(picture.error().reason, Catch::Contains("CMYK"));
  CHECK_THAT(picture.error().help, Catch::Contains("sRGB"));
}

TEST_CASE("A photograph that is stored turned is refused; an upright one loses its camera data") {
  const std::string file = written({});
  const auto sideways = read_picture(turned(file, 6));
  REQUIRE(!sideways);
  CHECK_THAT(sideways.error().reason, Catch::Contains("orientation 6"));
  const auto upright = read_picture(turned(file, 1));
  REQUIRE(upright);
  CHECK(upright->pixels == file);
}

TEST_CASE("A JPEG that is cut off anywhere is refused, whatever its kind") {
  for (const Source& source : {Source{}, Source{.progressive = true}, Source{.restart = 2}}) {
    const std::string file = written(source);
    for (std::size_t size = 0; size < file.size(); size += 97) {
      REQUIRE(!read_picture(std::string_view(file).substr(0, size)));
    }
    CHECK(read_picture(file.substr(0, file.size() - 2)).error().reason ==
          "the file ends in the middle of the picture");
  }
}

TEST_CASE("A JPEG with any one byte changed is read or refused, never more") {
  const std::string good = turned(written({.restart = 4}), 1);
  std::size_t refused = 0, changed = 0;
  for (std::size_t i = 0; i < good.size(); i += 3) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 0xFF);
    const auto picture = read_picture(bad);
    refused += !picture;
    changed += picture && std::pair(picture->width, picture->height) != std::pair(160U, 120U);
  }
  CHECK(refused > 40);  // every byte of a marker, a length or a table's size
  CHECK(changed <= 4);  // only a byte of the size itself
}

TEST_CASE("A JPEG that shows libjpeg another picture than it shows us is refused") {
  const std::string good = written({});
  const std::size_t at = good.find("\xFF\xC0");
  REQUIRE(at != std::string::npos);
  const std::string frame = good.substr(at, 19);
  std::string wide = frame;
  wide.replace(5, 4, bytes({0, 8, 0x1F, 0x40}));  // 8000 by 8
  for (const int alone : {0xD0, 0xD7, 0x01, 0xD8}) {
    // libjpeg skips the lone marker and its "length", sees the wide frame and hides the true one.
    std::string evil = good;
    const std::string hidden = wide + bytes({0xFF, 0xEE, 0, 21});
    evil.insert(at, bytes({0xFF, alone, 0, static_cast<int>(hidden.size() + 2)}) + hidden);
    const auto picture = read_picture(evil);
    REQUIRE(!picture);
    CHECK(picture.error().reason == "the file is damaged");
  }
  CHECK(!read_picture(std::string(good).insert(at, wide)));
  CHECK(!read_picture(std::string(good).insert(at, frame)));
}

TEST_CASE("What follows the end of a JPEG, or hides between its scans, does not go into the PDF") {
  const std::string file = written({.progressive = true});
  const auto appended = read_picture(file + "GPS 52.95N 1.15W" + file);
  REQUIRE(appended);
  CHECK(appended->pixels == file);
  const std::size_t second = file.find("\xFF\xDA", file.find("\xFF\xDA") + 2);
  REQUIRE(second != std::string::npos);
  std::size_t tables = file.rfind("\xFF\xC4", second);
  const auto noted =
      read_picture(std::string(file).insert(tables, bytes({0xFF, 0xFE, 0, 5}) + "GPS"));
  REQUIRE(noted);
  CHECK(noted->pixels == file);
}

TEST_CASE("A JPEG of more than 50 megapixels is refused by its header") {
  std::string file = written({});
  const std::size_t frame = file.find("\xFF\xC0");
  REQUIRE(frame != std::string::npos);
  file.replace(frame + 5, 4, bytes({0xFF, 0xFF, 0xFF, 0xFF}));
  const auto picture = read_picture(file);
  REQUIRE(!picture);
  CHECK_THAT(picture.error().reason, Catch::Contains("65535 by 65535 pixels"));
}

TEST_CASE("A JPEG of a kind that PDF does not know is refused") {
  std::string file = written({});
  file[file.find("\xFF\xC0") + 1] = '\xC9';  // arithmetic coding
  const auto picture = read_picture(file);
  REQUIRE(!picture);
  CHECK_THAT(picture.error().reason, Catch::Contains("rare kind"));
}
