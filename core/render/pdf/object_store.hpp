#pragma once
// The objects of one PDF file and the file itself. Dictionaries and what is in them are libharu's
// objects; nothing else includes libharu, and nothing else of it is used (no text, fonts, images,
// encryption or PDF/A calls). What is already in written form goes into the file as it is, and so
// does the cross-reference table: of 40,000 elements of a tag tree libharu would make 160,000
// pieces.

#include <cstdint>
#include <deque>
#include <memory>
#include <memory_resource>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "base/geometry.hpp"

struct _HPDF_Dict_Rec;  // NOLINT(bugprone-reserved-identifier): the name is libharu's

namespace sheaf::render::pdf {

class ObjectStore;

/// An indirect dictionary or stream: a handle, owned by its store. Entries may be added until the
/// store is saved; a key must not be added twice. A default one is no object: it takes no entries,
/// and nothing refers to it.
class Object {
 public:
  Object() = default;

  Object& name(const char* key, const std::string& value);
  Object& integer(const char* key, std::int64_t value);
  Object& boolean(const char* key, bool value);
  /// A text string: ASCII as it is, otherwise UTF-16BE.
  Object& text(const char* key, std::string_view utf8);
  Object& reference(const char* key, const Object& other);
  /// "/Key value" pairs as they stand in the file, after all others. For bulk: an object that has
  /// nothing else costs libharu nothing.
  Object& raw(std::string_view entries);
  /// All of the entries at once; they outlive the store's save().
  Object& lend(std::string_view entries);

  std::uint32_t number() const { return number_; }
  /// "12 0 R"
  std::string reference() const;
  explicit operator bool() const { return number_ != 0; }

 private:
  friend class ObjectStore;
  Object(ObjectStore* store, std::uint32_t number) : store_(store), number_(number) {}
  /// libharu's; null for no object, and without memory.
  _HPDF_Dict_Rec* values() const;

  ObjectStore* store_ = nullptr;
  std::uint32_t number_ = 0;
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
  struct Record;

  Object add(Record record);
  Record& record(const Object& object);
  _HPDF_Dict_Rec* values(const Object& object);
  bool write_objects();
  void write_record(std::uint32_t number);
  void write_table();
  void write_trailer(const Object& catalog, const Object& info);
  std::size_t estimated_size() const;
  std::optional<StoreProblem> problem() const;

  std::unique_ptr<Library> library_;
  std::pmr::monotonic_buffer_resource memory_;  // of the entries
  std::vector<Record> records_;                 // by number; the first one heads the free ones
  std::deque<std::string> bodies_;              // of streams
  std::size_t max_file_size_;
  std::string file_;
  std::vector<std::size_t> offsets_;  // by number, in the file
};

}  // namespace sheaf::render::pdf
