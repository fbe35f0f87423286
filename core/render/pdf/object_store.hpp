#pragma once
// The objects of one PDF file and the file itself, on libharu's object layer. Nothing else includes
// libharu; of libharu nothing else is used (no text, fonts, images, encryption or PDF/A calls).

#include <cstdint>
#include <deque>
#include <memory>
#include <memory_resource>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "base/geometry.hpp"

struct _HPDF_Dict_Rec;  // NOLINT(bugprone-reserved-identifier): the name is libharu's

namespace sheaf::render::pdf {

class ObjectStore;

/// An indirect dictionary or stream: a handle, owned by its store. Entries may be added until the
/// store is saved; a key must not be added twice.
class Object {
 public:
  Object() = default;

  Object& name(const char* key, const std::string& value);
  Object& integer(const char* key, std::int64_t value);
  Object& boolean(const char* key, bool value);
  /// A text string: ASCII as it is, otherwise UTF-16BE.
  Object& text(const char* key, std::string_view utf8);
  Object& reference(const char* key, const Object& other);
  /// "/Key value" pairs as they stand in the file. For bulk: costs no libharu object.
  Object& raw(std::string_view entries);

  std::uint32_t number() const;
  /// "12 0 R"
  std::string reference() const;
  explicit operator bool() const { return dict_ != nullptr; }

 private:
  friend class ObjectStore;
  Object(ObjectStore* store, _HPDF_Dict_Rec* dict) : store_(store), dict_(dict) {}

  ObjectStore* store_ = nullptr;
  _HPDF_Dict_Rec* dict_ = nullptr;
};

/// Why a file could not be written.
enum class StoreError { TooLarge, TooManyObjects, Library };
struct StoreProblem {
  StoreError error;
  unsigned long code = 0;  // libharu's, for Library
};

/// Errors are kept and told by save(): until then every call may be made. One thread at a time.
class ObjectStore {
 public:
  /// Offsets in a libharu file are 31 bits wide.
  static constexpr std::size_t kMaxFileSize = 0x7FFFFFFF;

  explicit ObjectStore(std::size_t max_file_size = kMaxFileSize);
  ~ObjectStore();
  ObjectStore(const ObjectStore&) = delete;
  ObjectStore& operator=(const ObjectStore&) = delete;

  Object add_dictionary();
  /// `bytes` are written as they are; their /Filter is an entry like any other.
  Object add_stream(std::string bytes);
  /// The bytes outlive the store.
  Object add_borrowed_stream(std::string_view bytes);

  /// The whole file: header, objects in the order they were added, cross-reference table, trailer
  /// with an /ID made from the content. Once only.
  tl::expected<std::string, StoreProblem> save(const Object& catalog, const Object& info);

 private:
  friend class Object;
  struct Library;
  struct Entries;
  struct StreamBody;

  Object add_stream_body(StreamBody body);
  StoreProblem problem() const;

  std::unique_ptr<Library> library_;
  std::pmr::monotonic_buffer_resource memory_;  // of the entries
  std::deque<Entries> entries_;
  std::deque<StreamBody> bodies_;
};

}  // namespace sheaf::render::pdf
