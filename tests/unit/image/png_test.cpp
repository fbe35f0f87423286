#include <png.h>
#include <catch2/catch.hpp>

#include <functional>
#include <string>
#include <vector>

#include "image/picture.hpp"

using namespace sheaf::image;

namespace {

/// A PNG of raw rows, as libpng writes it.
struct Source {
  int colour = PNG_COLOR_TYPE_RGB, depth = 8, interlace = PNG_INTERLACE_NONE;
  std::uint32_t width = 2, height = 2;
  std::vector<std::string> rows;
  std::function<void(png_structp, png_infop)> more = [](png_structp, png_infop) {};
};

void append(png_structp png, png_bytep data, png_size_t size) {
  static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<char*>(data), size);
}

std::string written(Source source) {
  std::string file;
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png_create_info_struct(png);
  png_set_write_fn(png, &file, append, nullptr);
  png_set_IHDR(png, info, source.width, source.height, source.depth, source.colour,
               source.interlace, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  source.more(png, info);
  png_write_info(png, info);
  std::vector<png_bytep> rows;
  for (std::string& row : source.rows) rows.push_back(reinterpret_cast<png_bytep>(row.data()));
  png_write_image(png, rows.data());
  png_write_end(png, nullptr);
  png_destroy_write_struct(&png, &info);
  return file;
}

/// 300 by 200 noise, so that the file has many bytes.
std::string noise(int interlace) {
  Source source;
  source.width = 300, source.height = 200, source.interlace = interlace;
  unsigned state = 7;
  for (int y = 0; y < 200; ++y) {
    std::string row;
    for (int x = 0; x < 900; ++x)
      row += static_cast<char>((state = state * 1103515245 + 12345) >> 16);
    source.rows.push_back(row);
  }
  return written(source);
}

std::string bytes(std::initializer_list<int> values) {
  std::string result;
  for (const int value : values) result += static_cast<char>(value);
  return result;
}

Picture read(const std::string& file) {
  auto picture = read_picture(file);
  if (!picture) FAIL(picture.error().reason);
  return std::move(*picture);
}

}  // namespace

TEST_CASE("An RGB picture comes back byte for byte") {
  const Picture p =
      read(written({.rows = {bytes({1, 2, 3, 4, 5, 6}), bytes({7, 8, 9, 10, 11, 12})}}));
  CHECK(p.kind == PictureKind::Png);
  CHECK(p.format == PixelFormat::Rgb);
  CHECK(p.width == 2);
  CHECK(p.height == 2);
  CHECK(p.pixels == bytes({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}));
  CHECK(p.alpha.empty());
  CHECK(p.dots_per_inch == 0);
}

TEST_CASE("Grey of 1, 2 and 4 bits is spread over the whole range and stays grey") {
  const auto grey = [](int depth, int byte) {
    return read(written(
        {.colour = PNG_COLOR_TYPE_GRAY, .depth = depth, .height = 1, .rows = {bytes({byte})}}));
  };
  CHECK(grey(1, 0b10000000).pixels == bytes({255, 0}));
  CHECK(grey(2, 0b01100000).pixels == bytes({85, 170}));
  CHECK(grey(4, 0x3C).pixels == bytes({51, 204}));
  CHECK(grey(4, 0x3C).format == PixelFormat::Grey);
}

TEST_CASE("16-bit channels are rounded, not cut") {
  const Picture p = read(written({.colour = PNG_COLOR_TYPE_GRAY,
                                  .depth = 16,
                                  .height = 1,
                                  .rows = {bytes({0x7F, 0xFF, 0x00, 0xFF})}}));
  // 32767 * 255 / 65535 = 127.498; 255 * 255 / 65535 = 0.992
  CHECK(p.pixels == bytes({127, 1}));
}

TEST_CASE("A 2-bit palette with transparent entries becomes RGB and alpha") {
  Source source{.colour = PNG_COLOR_TYPE_PALETTE,
                .depth = 2,
                .width = 3,
                .height = 1,
                .rows = {bytes({0b00011000})}};
  source.more = [](png_structp png, png_infop info) {
    const png_color palette[] = {{10, 20, 30}, {40, 50, 60}, {70, 80, 90}};
    png_byte alpha[] = {255, 128};
    png_set_PLTE(png, info, palette, 3);
    png_set_tRNS(png, info, alpha, 2, nullptr);
  };
  const Picture p = read(written(source));
  CHECK(p.pixels == bytes({10, 20, 30, 40, 50, 60, 70, 80, 90}));
  CHECK(p.alpha == bytes({255, 128, 255}));
}

TEST_CASE("Alpha is parted from its colours, and dropped when all is opaque") {
  const auto rgba = [](int alpha) {
    return read(written({.colour = PNG_COLOR_TYPE_RGB_ALPHA,
                         .height = 1,
                         .rows = {bytes({1, 2, 3, 255, 4, 5, 6, alpha})}}));
  };
  CHECK(rgba(9).alpha == bytes({255, 9}));
  CHECK(rgba(9).pixels == bytes({1, 2, 3, 4, 5, 6}));
  CHECK(rgba(255).alpha.empty());
  const Picture grey = read(written({.colour = PNG_COLOR_TYPE_GRAY_ALPHA,
                                     .depth = 16,
                                     .width = 1,
                                     .height = 1,
                                     .rows = {bytes({0x80, 0x80, 0x40, 0x40})}}));
  CHECK(grey.format == PixelFormat::Grey);
  CHECK(grey.pixels == bytes({0x80}));
  CHECK(grey.alpha == bytes({0x40}));
}

TEST_CASE("One grey level can be marked transparent") {
  Source source{.colour = PNG_COLOR_TYPE_GRAY, .height = 1, .rows = {bytes({7, 8})}};
  source.more = [](png_structp png, png_infop info) {
    const png_color_16 clear{0, 0, 0, 0, 8};
    png_set_tRNS(png, info, nullptr, 0, &clear);
  };
  CHECK(read(written(source)).alpha == bytes({255, 0}));
}

TEST_CASE("An interlaced picture is the same as a plain one") {
  CHECK(read(noise(PNG_INTERLACE_ADAM7)).pixels == read(noise(PNG_INTERLACE_NONE)).pixels);
}

TEST_CASE("A PNG's resolution is read in whole dots per inch") {
  Source source{.rows = {bytes({1, 2, 3, 4, 5, 6}), bytes({1, 2, 3, 4, 5, 6})}};
  source.more = [](png_structp png, png_infop info) {
    png_set_pHYs(png, info, 11811, 11811, PNG_RESOLUTION_METER);
  };
  CHECK(read(written(source)).dots_per_inch == 300);
}

TEST_CASE("A PNG that is cut off anywhere is refused, whatever its kind") {
  for (const int interlace : {PNG_INTERLACE_NONE, PNG_INTERLACE_ADAM7}) {
    const std::string file = noise(interlace);
    for (std::size_t size = 0; size < file.size(); size += 97) {
      const auto picture = read_picture(std::string_view(file).substr(0, size));
      REQUIRE(!picture);
      if (size > 100) CHECK(picture.error().reason == "the file ends in the middle of the picture");
    }
  }
}

TEST_CASE("A PNG with a wrong byte in its data is refused as damaged") {
  std::string file = noise(PNG_INTERLACE_NONE);
  file[file.size() / 2] ^= 0x10;
  const auto picture = read_picture(file);
  REQUIRE(!picture);
  CHECK(picture.error().reason == "the file is damaged");
  CHECK(!picture.error().help.empty());
}

TEST_CASE("A PNG with any one byte changed is read or refused, never more") {
  const std::string good = written({.colour = PNG_COLOR_TYPE_RGB_ALPHA,
                                    .height = 1,
                                    .rows = {bytes({1, 2, 3, 255, 4, 5, 6, 7})}});
  std::size_t refused = 0;
  for (std::size_t i = 0; i < good.size(); ++i) {
    for (const int flip : {0x01, 0x80, 0xFF}) {
      std::string bad = good;
      bad[i] = static_cast<char>(bad[i] ^ flip);
      refused += !read_picture(bad);
    }
  }
  CHECK(refused > good.size());  // most bytes are under a checksum
}

TEST_CASE("A few pixels more than a PNG says do no harm, very many are refused unread") {
  const auto with_rows = [](std::uint32_t rows) {
    Source source{.rows = std::vector<std::string>(rows, std::string(6, 'a'))};
    source.more = [](png_structp png, png_infop) { png_set_compression_level(png, 0); };
    source.height = rows;
    std::string file = written(source);
    file[23] = 2, file[22] = file[21] = file[20] = 0;  // the height, and its checksum
    const std::string checksum = written({.rows = {std::string(6, 'a'), std::string(6, 'a')}});
    return file.replace(29, 4, checksum, 29, 4);
  };
  CHECK(read_picture(with_rows(200)));
  const auto large = read_picture(with_rows(60'000));
  REQUIRE_FALSE(large);
  CHECK(large.error().reason == "the file is damaged");
}

TEST_CASE("What a PNG takes when it is decoded is known by its header alone") {
  const auto size = [](int colour, int depth, std::size_t row_bytes) {
    std::string file =
        written({.colour = colour,
                 .depth = depth,
                 .width = 30,
                 .height = 2,
                 .rows = {std::string(row_bytes, 'a'), std::string(row_bytes, 'a')}});
    return decoded_size(file.substr(0, file.find("IDAT") + 4));
  };
  CHECK(size(PNG_COLOR_TYPE_RGB, 8, 90) == 2 * 90);
  CHECK(size(PNG_COLOR_TYPE_RGB_ALPHA, 8, 120) == 2 * 120);
  CHECK(size(PNG_COLOR_TYPE_RGB_ALPHA, 16, 240) == 2 * 240);
  CHECK(size(PNG_COLOR_TYPE_GRAY, 1, 4) == 2 * 30);  // a byte for each bit
  CHECK(decoded_size("GIF89a") == 0);
  CHECK(decoded_size("\x89PNG\r\n\x1a\n") == 0);
}

TEST_CASE("A picture of too many pixels is refused by its header alone") {
  std::string file = noise(PNG_INTERLACE_NONE);
  file.replace(16, 8, bytes({0, 1, 0, 0, 0, 1, 0, 0}));  // 65536 by 65536
  const auto picture = read_picture(file);
  REQUIRE(!picture);
  CHECK_THAT(picture.error().reason, Catch::Contains("65536 by 65536 pixels"));
}

TEST_CASE("A file of another kind is refused by its first bytes") {
  CHECK(read_picture("GIF89a").error().reason == "the file is neither PNG nor JPEG");
  CHECK(read_picture("").error().reason == "the file is empty");
}
