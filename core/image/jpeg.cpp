#include <cstdio>  // before jpeglib.h, which needs FILE
//
#include <jerror.h>
#include <jpeglib.h>

#include <fmt/format.h>

#include <cmath>
#include <csetjmp>
#include <optional>

#include "image/formats.hpp"

namespace sheaf::image {
namespace {

// Markers (ITU-T T.81, table B.1).
constexpr int kStartOfImage = 0xD8, kEndOfImage = 0xD9, kStartOfScan = 0xDA, kComment = 0xFE;
constexpr int kTemporary = 0x01, kFirstRestart = 0xD0, kLastRestart = 0xD7;
constexpr int kApp0 = 0xE0, kApp1 = 0xE1, kApp14 = 0xEE, kApp15 = 0xEF;
constexpr int kMostScans = 200;  // a progressive file has about ten

int byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

int two_bytes(std::string_view bytes, std::size_t at) {
  return byte_at(bytes, at) << 8 | byte_at(bytes, at + 1);
}

/// Start of frame: C0 to CF without the tables that share the range (C4, C8, CC).
bool frame(int marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

bool restart(int marker) { return marker >= kFirstRestart && marker <= kLastRestart; }

/// The orientation in an Exif block: 1 upright, 2 to 8 turned or mirrored (Exif 2.3, 4.6.4). The
/// first directory of the TIFF structure holds it, if anything does.
int orientation(std::string_view exif) {
  const std::string_view tiff = exif.substr(6);
  const bool little = tiff.starts_with("II");
  const auto two = [&](std::size_t at) {
    return little ? byte_at(tiff, at + 1) << 8 | byte_at(tiff, at) : two_bytes(tiff, at);
  };
  const std::size_t directory = little ? static_cast<std::size_t>(two(4) | two(6) << 16)
                                       : static_cast<std::size_t>(two(4) << 16 | two(6));
  const int entries = two(directory);
  for (int i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + 12 * static_cast<std::size_t>(i);
    if (entry + 12 > tiff.size()) break;
    if (two(entry) == 0x0112) return two(entry + 8);
  }
  return 1;
}

/// JFIF density: unit 1 is per inch, 2 per centimetre.
double density(std::string_view jfif) {
  const int unit = byte_at(jfif, 7), x = two_bytes(jfif, 8), y = two_bytes(jfif, 10);
  if (x != y || (unit != 1 && unit != 2)) return 0;
  return unit == 1 ? x : std::round(x * 2.54);
}

/// Where the coded data that begins at `at` ends: at the first marker that is no restart. FF 00 is
/// a byte of data, FF FF a fill byte (T.81, B.1.1.2 and B.1.1.5).
std::size_t end_of_data(std::string_view bytes, std::size_t at) {
  for (at = bytes.find('\xFF', at); at != bytes.npos; at = bytes.find('\xFF', at + 1)) {
    const int next = byte_at(bytes, at + 1);
    if (next != 0 && next != 0xFF && !restart(next)) return at;
  }
  return bytes.size();
}

/// Walks over the segments and scans up to the end of the image, and copies those that a PDF needs:
/// no comments, no camera data, nothing of what a telephone appends.
class Walk {
 public:
  explicit Walk(std::string_view bytes) : bytes_(bytes) { picture_.kind = PictureKind::Jpeg; }

  PictureResult read() {
    picture_.pixels.assign(bytes_.substr(0, 2));
    for (std::size_t at = 2;;) {
      while (byte_at(bytes_, at) == 0xFF && byte_at(bytes_, at + 1) == 0xFF) ++at;  // fill bytes
      if (at + 2 > bytes_.size()) return ends_early();
      const int marker = byte_at(bytes_, at + 1);
      if (byte_at(bytes_, at) != 0xFF || stands_alone(marker)) return damaged();
      if (marker == kEndOfImage) return finish();
      if (auto end = segment(at, marker)) {
        at = *end;
      } else {
        return tl::unexpected(end.error());
      }
    }
  }

 private:
  /// A marker without a length. libjpeg skips one that stands between segments; we would take what
  /// follows for its length and see another picture than libjpeg does.
  static bool stands_alone(int marker) {
    return restart(marker) || marker == kTemporary || marker == kStartOfImage;
  }

  static bool kept(int marker) {
    const bool application = marker >= kApp0 && marker <= kApp15;
    return application ? marker == kApp0 || marker == kApp14 : marker != kComment;
  }

  /// Takes the segment at `at`, with a scan's data; gives its end.
  tl::expected<std::size_t, PictureProblem> segment(std::size_t at, int marker) {
    if (at + 4 > bytes_.size()) return ends_early();
    const auto length = static_cast<std::size_t>(two_bytes(bytes_, at + 2));
    if (length < 2) return damaged();
    std::size_t end = at + 2 + length;
    if (end > bytes_.size()) return ends_early();
    if (auto read = header(marker, bytes_.substr(at + 4, length - 2)); !read) {
      return tl::unexpected(read.error());
    }
    if (marker == kStartOfScan) end = end_of_data(bytes_, end);
    if (kept(marker)) picture_.pixels += bytes_.substr(at, end - at);
    return end;
  }

  tl::expected<void, PictureProblem> header(int marker, std::string_view data) {
    using namespace std::string_view_literals;
    if (frame(marker)) return start_of_frame(marker, data);
    if (marker == kApp0 && data.starts_with("JFIF\0"sv)) picture_.dots_per_inch = density(data);
    if (marker == kApp1 && data.starts_with("Exif\0\0"sv)) turned_ = orientation(data);
    return {};
  }

  tl::expected<void, PictureProblem> start_of_frame(int marker, std::string_view data) {
    // Baseline, extended and progressive Huffman, 8 bits: what PDF's DCTDecode takes.
    if (marker > 0xC2 || byte_at(data, 0) != 8) {
      return problem("the file is of a rare kind of JPEG that a PDF cannot hold",
                     "Save the picture as an ordinary JPEG, or as PNG");
    }
    if (channels_ != 0) return damaged();  // a second frame
    picture_.height = static_cast<std::uint32_t>(two_bytes(data, 1));
    picture_.width = static_cast<std::uint32_t>(two_bytes(data, 3));
    channels_ = byte_at(data, 5);
    return check_size(picture_.width, picture_.height);
  }

  PictureResult finish() {
    if (channels_ == 4) {
      return problem("the picture is in CMYK, the colours of a printing press",
                     "Save it in RGB (sRGB), the colours of a screen");
    }
    if (channels_ != 1 && channels_ != 3) return damaged();
    if (turned_ > 1 && turned_ <= 8) {
      return problem(
          fmt::format("the photograph is stored turned or mirrored (orientation {})", turned_),
          "Open it in a picture editor, turn it upright and save it again");
    }
    picture_.format = channels_ == 1 ? PixelFormat::Grey : PixelFormat::Rgb;
    picture_.pixels += "\xFF\xD9";
    return std::move(picture_);
  }

  std::string_view bytes_;
  Picture picture_;
  int channels_ = 0, turned_ = 1;
};

/// libjpeg leaves by longjmp, so the function that sets the jump holds nothing with a destructor.
struct Check {
  jpeg_decompress_struct jpeg;
  jpeg_error_mgr errors;
  jpeg_progress_mgr progress;
  std::jmp_buf jump;
  bool cut_off = false, bad = false;
};

extern "C" {

[[noreturn]] void on_jpeg_error(j_common_ptr jpeg) {
  std::longjmp(static_cast<Check*>(jpeg->client_data)->jump, 1);
}

/// libjpeg calls damage a warning (level -1) and goes on.
void on_jpeg_message(j_common_ptr jpeg, int level) {
  const int code = jpeg->err->msg_code;
  const bool harmless =
      code == JWRN_EXTRANEOUS_DATA || code == JWRN_ADOBE_XFORM || code == JWRN_JFIF_MAJOR;
  if (level >= 0 || harmless) return;
  auto* check = static_cast<Check*>(jpeg->client_data);
  (code == JWRN_JPEG_EOF ? check->cut_off : check->bad) = true;
  on_jpeg_error(jpeg);
}

void on_jpeg_progress(j_common_ptr jpeg) {
  const auto* decoder = reinterpret_cast<j_decompress_ptr>(jpeg);
  if (decoder->input_scan_number > kMostScans) on_jpeg_error(jpeg);
}

}  // extern "C"

/// Whether libjpeg sees the picture that we saw.
bool agrees(const jpeg_decompress_struct& jpeg, const Picture& picture) {
  return jpeg.image_width == picture.width && jpeg.image_height == picture.height &&
         jpeg.num_components == (picture.format == PixelFormat::Grey ? 1 : 3);
}

/// Decodes every coefficient and, at an eighth of the size, the pixels: the cheapest way to know
/// that a viewer will manage.
bool decode(Check& check, const Picture& picture) {
  jpeg_decompress_struct& jpeg = check.jpeg;
  if (setjmp(check.jump)) return false;
  jpeg_create_decompress(&jpeg);
  jpeg.progress = &check.progress;
  jpeg_mem_src(&jpeg, reinterpret_cast<const unsigned char*>(picture.pixels.data()),
               picture.pixels.size());
  jpeg_read_header(&jpeg, TRUE);
  if (!agrees(jpeg, picture)) return false;
  jpeg.scale_num = 1;
  jpeg.scale_denom = 8;
  jpeg.do_fancy_upsampling = FALSE;
  jpeg_start_decompress(&jpeg);
  const auto width = jpeg.output_width * static_cast<JDIMENSION>(jpeg.output_components);
  auto* rows = jpeg.mem->alloc_sarray(reinterpret_cast<j_common_ptr>(&jpeg), JPOOL_IMAGE, width, 1);
  while (jpeg.output_scanline < jpeg.output_height) jpeg_read_scanlines(&jpeg, rows, 1);
  jpeg_finish_decompress(&jpeg);
  return true;
}

/// A problem, if the file cannot be decoded to its end.
std::optional<PictureProblem> check_decodes(const Picture& picture) {
  Check check{};
  check.jpeg.err = jpeg_std_error(&check.errors);
  check.jpeg.client_data = &check;
  check.errors.error_exit = on_jpeg_error;
  check.errors.emit_message = on_jpeg_message;
  check.progress.progress_monitor = on_jpeg_progress;
  const bool whole = decode(check, picture);
  jpeg_destroy_decompress(&check.jpeg);
  if (whole) return std::nullopt;
  return (check.cut_off ? ends_early() : damaged()).value();
}

}  // namespace

PictureResult read_jpeg(std::string_view bytes) {
  PictureResult picture = Walk(bytes).read();
  if (!picture) return picture;
  if (auto bad = check_decodes(*picture)) return tl::unexpected(std::move(*bad));
  return picture;
}

}  // namespace sheaf::image
