#include <png.h>

#include <algorithm>
#include <cmath>
#include <csetjmp>
#include <cstring>
#include <vector>

#include "image/formats.hpp"

namespace sheaf::image {
namespace {

constexpr png_alloc_size_t kLargestChunk = 8 << 20;
constexpr std::size_t kMostLeft = 64 << 10;  // bytes that may follow the last row's pixels

/// What libpng's callbacks share with us. libpng leaves by longjmp, so the functions that set the
/// jump hold nothing that has a destructor.
struct Reader {
  std::string_view bytes;
  std::size_t at = 0;
  std::size_t end = 0;        // no byte behind it may be read now
  int passes = 1;             // 7 when interlaced
  std::size_t typed_row = 0;  // bytes of a row as the file holds it
  bool cut_off = false;
  png_structp png = nullptr;
  png_infop info = nullptr;
  std::jmp_buf jump;
};

extern "C" {

void on_read(png_structp png, png_bytep out, png_size_t size) {
  auto* reader = static_cast<Reader*>(png_get_io_ptr(png));
  if (size > reader->bytes.size() - reader->at) {
    reader->cut_off = true;
    png_error(png, "cut off");
  }
  if (reader->at + size > reader->end) png_error(png, "too many pixels");
  std::memcpy(out, reader->bytes.data() + reader->at, size);
  reader->at += size;
}

[[noreturn]] void on_error(png_structp png, png_const_charp) {
  std::longjmp(static_cast<Reader*>(png_get_error_ptr(png))->jump, 1);
}

void on_warning(png_structp, png_const_charp) {}

}  // extern "C"

/// Everything as 8-bit grey or RGB, with or without alpha.
void ask_for_plain_pixels(Reader& r) {
  png_set_palette_to_rgb(r.png);
  png_set_expand_gray_1_2_4_to_8(r.png);
  if (png_get_valid(r.png, r.info, PNG_INFO_tRNS)) png_set_tRNS_to_alpha(r.png);
  png_set_scale_16(r.png);
  r.passes = png_set_interlace_handling(r.png);
}

bool read_header(Reader& r) {
  if (setjmp(r.jump)) return false;
  png_set_read_fn(r.png, &r, on_read);
  png_set_chunk_malloc_max(r.png, kLargestChunk);
  png_read_info(r.png, r.info);
  r.typed_row = png_get_rowbytes(r.png, r.info);
  ask_for_plain_pixels(r);
  png_read_update_info(r.png, r.info);
  return true;
}

/// As png_read_image() does, but with the last row it inflates whatever pixels follow, a thousand
/// bytes out of each: on_read() stops it there.
bool read_rows(Reader& r, png_bytepp rows, std::size_t height, std::size_t row_size) {
  if (setjmp(r.jump)) return false;
  for (int pass = 1; pass <= r.passes; ++pass) {
    for (std::size_t y = 0; y < height; ++y) {
      if (pass == r.passes && y + 1 == height) r.end = r.at + 2 * row_size + kMostLeft;
      png_read_row(r.png, rows[y], nullptr);
    }
  }
  r.end = r.bytes.size();
  png_read_end(r.png, nullptr);
  return true;
}

/// Owns libpng's two structures.
class Decoder {
 public:
  explicit Decoder(std::string_view bytes) {
    reader_.bytes = bytes;
    reader_.end = bytes.size();
    reader_.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reader_, on_error, on_warning);
    if (reader_.png) reader_.info = png_create_info_struct(reader_.png);
  }
  ~Decoder() { png_destroy_read_struct(&reader_.png, &reader_.info, nullptr); }
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;

  bool header() { return reader_.info && read_header(reader_); }
  bool rows(std::vector<png_bytep>& rows, std::size_t row_size) {
    return read_rows(reader_, rows.data(), rows.size(), row_size);
  }
  /// Whether so many rows can be in the file: deflate makes 1,032 bytes of one at best.
  bool can_hold(std::size_t rows) const {
    return rows * reader_.typed_row / 1032 <= reader_.bytes.size();
  }
  /// The larger of a row as the file holds it and as we do: 16 bits a channel become 8.
  std::uint64_t row_size() const {
    return std::max(reader_.typed_row, png_get_rowbytes(reader_.png, reader_.info));
  }
  png_structp png() const { return reader_.png; }
  png_infop info() const { return reader_.info; }
  tl::unexpected<PictureProblem> failure() const {
    return reader_.cut_off ? ends_early() : damaged();
  }

 private:
  Reader reader_;
};

std::uint32_t big_endian(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i)
    value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

/// The IHDR chunk must come first (PNG, 5.6): signature, length, "IHDR", width, height.
tl::expected<void, PictureProblem> check_header(std::string_view bytes) {
  if (bytes.size() < 24) return ends_early();
  if (bytes.substr(12, 4) != "IHDR") return damaged();
  return check_size(big_endian(bytes, 16), big_endian(bytes, 20));
}

/// Moves the last of every `channels` bytes out of `pixels` into a plane of its own, or drops it
/// when all of it is opaque.
void part_alpha(Picture& picture, std::size_t channels) {
  std::string& pixels = picture.pixels;
  const std::size_t count = pixels.size() / channels, colours = channels - 1;
  picture.alpha.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    picture.alpha[i] = pixels[i * channels + colours];
    std::memmove(&pixels[i * colours], &pixels[i * channels], colours);
  }
  pixels.resize(count * colours);
  const bool opaque = std::ranges::all_of(picture.alpha, [](char a) { return a == '\xFF'; });
  if (opaque) picture.alpha = {};
}

}  // namespace

std::uint64_t decoded_size_of_png(std::string_view bytes) {
  if (!check_header(bytes)) return 0;
  Decoder decoder(bytes);
  if (!decoder.header()) return 0;
  return decoder.row_size() * png_get_image_height(decoder.png(), decoder.info());
}

PictureResult read_png(std::string_view bytes) {
  if (auto checked = check_header(bytes); !checked) return tl::unexpected(checked.error());
  Decoder decoder(bytes);
  if (!decoder.header()) return decoder.failure();
  Picture picture;
  picture.width = png_get_image_width(decoder.png(), decoder.info());
  picture.height = png_get_image_height(decoder.png(), decoder.info());
  // Pixels per metre, the same both ways; 0 when unknown.
  const auto density = png_get_pixels_per_meter(decoder.png(), decoder.info());
  picture.dots_per_inch = std::round(density * 0.0254);
  if (!decoder.can_hold(picture.height)) return ends_early();
  const std::size_t channels = png_get_channels(decoder.png(), decoder.info());
  const std::size_t row_size = picture.width * channels;
  if (png_get_rowbytes(decoder.png(), decoder.info()) != row_size) return damaged();
  picture.format = channels < 3 ? PixelFormat::Grey : PixelFormat::Rgb;
  picture.pixels.resize(row_size * picture.height);
  std::vector<png_bytep> rows(picture.height);
  for (std::size_t y = 0; y < rows.size(); ++y) {
    rows[y] = reinterpret_cast<png_bytep>(picture.pixels.data()) + y * row_size;
  }
  if (!decoder.rows(rows, row_size)) return decoder.failure();
  if (channels % 2 == 0) part_alpha(picture, channels);
  return picture;
}

}  // namespace sheaf::image
