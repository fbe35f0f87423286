#include "render/pdf/image_object.hpp"

namespace sheaf::render::pdf {
namespace {

Object& describe(Object& object, const image::Picture& picture, image::PixelFormat format) {
  return object.name("Type", "XObject")
      .name("Subtype", "Image")
      .integer("Width", picture.width)
      .integer("Height", picture.height)
      .integer("BitsPerComponent", 8)
      .name("ColorSpace", format == image::PixelFormat::Rgb ? "DeviceRGB" : "DeviceGray");
}

}  // namespace

Object add_image(const image::Picture& picture, ObjectStore& objects, WriterCache& cache) {
  if (picture.kind == image::PictureKind::Jpeg) {
    Object photograph = objects.add_borrowed_stream(picture.pixels).raw("/Filter/DCTDecode\n");
    return describe(photograph, picture, picture.format);
  }
  const ImageData& data = cache.image_data(picture);
  Object image = objects.add_borrowed_stream(data.pixels).raw("/Filter/FlateDecode\n");
  describe(image, picture, picture.format);
  if (data.alpha.empty()) return image;
  Object mask = objects.add_borrowed_stream(data.alpha).raw("/Filter/FlateDecode\n");
  return image.reference("SMask", describe(mask, picture, image::PixelFormat::Grey));
}

}  // namespace sheaf::render::pdf
