#include "text/face_store.hpp"

#include "text/shop.hpp"

namespace sheaf::text {

FileResult<const Face*> FaceStore::open(const Path& path) {
  const std::lock_guard guard(lock_);
  if (const auto found = faces_.find(path); found != faces_.end()) return found->second.get();
  auto made = Face::open(path);
  if (!made) return tl::unexpected<FileProblem>(made.error());
  return faces_.emplace(path, std::move(*made)).first->second.get();
}

std::shared_ptr<FaceStore> make_face_store() { return std::make_shared<FaceStore>(); }

}  // namespace sheaf::text
