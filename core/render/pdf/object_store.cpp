#include "render/pdf/object_store.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <new>

#include <hpdf.h>

#include "base/fingerprint.hpp"
#include "render/pdf/syntax.hpp"

namespace sheaf::render::pdf {

using namespace std::string_view_literals;  // a plain literal would be measured each time

namespace {

/// Sixteen bytes in hexadecimal.
std::string id_of(std::string_view content) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  const auto [first, second] = fingerprint(content);
  std::string id;
  for (const std::uint64_t half : {first, second}) {
    for (int at = 0; at < 64; at += 8) {
      id += kDigits[(half >> (at + 4)) & 0xF];
      id += kDigits[(half >> at) & 0xF];
    }
  }
  return id;
}

/// An entry of the cross-reference table for an object in use: 20 bytes (7.5.4).
void append_entry(std::string& out, std::size_t offset) {
  char entry[] = "0000000000 00000 n\r\n";
  for (char* digit = entry + 10; offset != 0; offset /= 10) {
    *--digit = static_cast<char>('0' + offset % 10);
  }
  out.append(entry, 20);
}

void append_reference(std::string& out, std::string_view key, std::uint32_t number) {
  append_integer(out.append(key), number);
  out += " 0 R\n"sv;
}

constexpr std::size_t kMostObjects = HPDF_LIMIT_MAX_XREF_ELEMENT;

}  // namespace

/// What is written between "obj" and "endobj": a dictionary, a stream, or a stream's length.
struct ObjectStore::Record {
  enum class Kind : std::uint8_t { Dictionary, Stream, Length };
  Kind kind = Kind::Dictionary;
  HPDF_Dict values = nullptr;  // libharu's, once there is one
  std::string_view entries{};  // in written form
  std::string_view body{};     // of a stream; the next object is its length
};

/// libharu's memory and its sticky error. Not of libharu's own pool, which aligns nothing.
struct ObjectStore::Library {
  explicit Library(std::string& file) {
    HPDF_Error_Init(&error, nullptr);
    memory = HPDF_MMgr_New(&error, 0, nullptr, nullptr);
    if (memory != nullptr) out = HPDF_CallbackWriter_New(memory, write, &file);
    if (out == nullptr) throw std::bad_alloc();
  }
  ~Library() {
    HPDF_Stream_Free(out);
    HPDF_MMgr_Free(memory);
  }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;

  /// To be added to a dictionary, which does not own it: written as "12 0 R".
  void* reference_to(std::uint32_t number) {
    return &stand_ins.emplace_back(
        HPDF_Null_Rec{{number | HPDF_OTYPE_INDIRECT, 0, HPDF_OCLASS_NULL}});
  }

  void write_dictionary(Record& record);

  // What libharu calls back.
  static HPDF_STATUS write_entries(HPDF_Dict dict, HPDF_Stream out);
  static HPDF_STATUS write(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size);

  HPDF_Error_Rec error{};
  HPDF_MMgr memory = nullptr;
  HPDF_Stream out = nullptr;
  std::deque<HPDF_Null_Rec> stand_ins;
};

/// libharu asks for the entries just before it closes the dictionary.
void ObjectStore::Library::write_dictionary(Record& record) {
  record.values->attr = &record;
  record.values->write_fn = write_entries;
  HPDF_Dict_Write(record.values, out, nullptr);
}

HPDF_STATUS ObjectStore::Library::write_entries(HPDF_Dict dict, HPDF_Stream out) {
  const std::string_view text = static_cast<Record*>(dict->attr)->entries;
  return HPDF_Stream_Write(out, reinterpret_cast<const HPDF_BYTE*>(text.data()),
                           static_cast<HPDF_UINT>(text.size()));
}

HPDF_STATUS ObjectStore::Library::write(HPDF_Stream stream, const HPDF_BYTE* bytes,
                                        HPDF_UINT size) {
  static_cast<std::string*>(stream->attr)->append(reinterpret_cast<const char*>(bytes), size);
  return HPDF_OK;
}

HPDF_Dict Object::values() const { return store_ == nullptr ? nullptr : store_->values(*this); }

Object& Object::name(const char* key, const std::string& value) {
  if (HPDF_Dict dict = values()) HPDF_Dict_AddName(dict, key, value.c_str());
  return *this;
}

Object& Object::integer(const char* key, std::int64_t value) {
  if (HPDF_Dict dict = values()) {
    HPDF_Dict_AddNumber(dict, key, static_cast<HPDF_INT32>(value));
  }
  return *this;
}

Object& Object::boolean(const char* key, bool value) {
  if (HPDF_Dict dict = values()) {
    HPDF_Dict_AddBoolean(dict, key, value ? HPDF_TRUE : HPDF_FALSE);
  }
  return *this;
}

Object& Object::text(const char* key, std::string_view utf8) {
  HPDF_Dict dict = values();
  if (dict == nullptr) return *this;
  if (is_plain_ascii(utf8)) {
    HPDF_Dict_Add(dict, key, HPDF_String_New(dict->mmgr, std::string(utf8).c_str(), nullptr));
    return *this;
  }
  std::string bytes = utf16_text(utf8);
  HPDF_Dict_Add(dict, key,
                HPDF_Binary_New(dict->mmgr, reinterpret_cast<HPDF_BYTE*>(bytes.data()),
                                static_cast<HPDF_UINT>(bytes.size())));
  return *this;
}

Object& Object::reference(const char* key, const Object& other) {
  HPDF_Dict dict = values();
  if (dict != nullptr && other) {
    HPDF_Dict_Add(dict, key, store_->library_->reference_to(other.number()));
  }
  return *this;
}

Object& Object::raw(std::string_view entries) {
  if (store_ == nullptr) return *this;
  std::string_view& kept = store_->record(*this).entries;
  const std::size_t size = kept.size() + entries.size();
  auto* text = static_cast<char*>(store_->memory_.allocate(size, 1));
  entries.copy(text + kept.copy(text, kept.size()), entries.size());
  kept = {text, size};
  return *this;
}

Object& Object::lend(std::string_view entries) {
  if (store_ != nullptr) store_->record(*this).entries = entries;
  return *this;
}

std::string Object::reference() const {
  std::string text;
  append_integer(text, number());
  return text += " 0 R";
}

ObjectStore::ObjectStore(std::size_t max_file_size)
    : library_(std::make_unique<Library>(file_)), records_(1), max_file_size_(max_file_size) {}

ObjectStore::~ObjectStore() {
  for (const Record& one : records_) {
    if (one.values != nullptr) HPDF_Dict_Free(one.values);
  }
}

ObjectStore::Record& ObjectStore::record(const Object& object) { return records_[object.number_]; }

Object ObjectStore::add(Record record) {
  records_.push_back(record);
  return {this, static_cast<std::uint32_t>(records_.size() - 1)};
}

Object ObjectStore::add_dictionary() { return add({}); }

Object ObjectStore::add_stream(std::string bytes) {
  return add_borrowed_stream(bodies_.emplace_back(std::move(bytes)));
}

Object ObjectStore::add_borrowed_stream(std::string_view bytes) {
  const Object stream = add({.kind = Record::Kind::Stream, .body = bytes});
  add({.kind = Record::Kind::Length, .body = bytes});
  return stream;
}

/// The object's values as libharu has them.
HPDF_Dict ObjectStore::values(const Object& object) {
  Record& one = record(object);
  if (one.values != nullptr) return one.values;
  one.values = HPDF_Dict_New(library_->memory);
  if (one.values != nullptr && one.kind == Record::Kind::Stream) {
    HPDF_Dict_Add(one.values, "Length", library_->reference_to(object.number() + 1));
  }
  return one.values;
}

/// A length is an object of its own, since it is in the files that libharu writes.
void ObjectStore::write_record(std::uint32_t number) {
  Record& one = records_[number];
  if (one.kind == Record::Kind::Length) {
    return append_integer(file_, static_cast<std::int64_t>(one.body.size()));
  }
  if (one.values != nullptr) {
    library_->write_dictionary(one);
  } else {
    file_ += "<<\n"sv;
    if (one.kind == Record::Kind::Stream) append_reference(file_, "/Length "sv, number + 1);
    file_.append(one.entries).append(">>"sv);
  }
  if (one.kind == Record::Kind::Stream) {
    file_.append("\nstream\r\n"sv).append(one.body).append("\nendstream"sv);
  }
}

/// False when they are too many bytes.
bool ObjectStore::write_objects() {
  // Four bytes beyond ASCII tell transfer programs that the file is binary (7.5.2).
  file_ += "%PDF-1.7\n%\xB7\xBE\xAD\xAA\n"sv;
  offsets_.resize(records_.size());
  for (std::uint32_t number = 1; number < records_.size(); ++number) {
    const Record& next = records_[number];
    if (file_.size() + next.entries.size() + next.body.size() > max_file_size_) return false;
    offsets_[number] = file_.size();
    append_integer(file_, number);
    file_ += " 0 obj\n"sv;
    write_record(number);
    file_ += "\nendobj\n"sv;
  }
  return true;
}

void ObjectStore::write_table() {
  append_integer(file_ += "xref\n0 "sv, static_cast<std::int64_t>(offsets_.size()));
  file_ += "\n0000000000 65535 f\r\n"sv;
  for (std::size_t number = 1; number < offsets_.size(); ++number) {
    append_entry(file_, offsets_[number]);
  }
}

/// All objects have been written by now: their fingerprint identifies the content (14.4).
void ObjectStore::write_trailer(const Object& catalog, const Object& info) {
  const std::size_t table = file_.size();
  write_table();
  file_ += "trailer\n<<\n"sv;
  const std::string id = id_of(file_);
  append_reference(file_, "/Root "sv, catalog.number());
  append_reference(file_, "/Info "sv, info.number());
  file_.append("/ID [ <"sv).append(id).append("> <"sv).append(id).append("> ]\n/Size "sv);
  append_integer(file_, static_cast<std::int64_t>(offsets_.size()));
  append_integer(file_ += "\n>>\nstartxref\n"sv, static_cast<std::int64_t>(table));
  file_ += "\n%%EOF\n"sv;
}

std::optional<StoreProblem> ObjectStore::problem() const {
  if (library_->error.error_no != HPDF_OK) {
    return StoreProblem{StoreError::Library, library_->error.error_no};
  }
  if (records_.size() > kMostObjects) return StoreProblem{StoreError::TooManyObjects};
  if (file_.size() > max_file_size_) return StoreProblem{StoreError::TooLarge};
  return {};
}

/// Of the file: enough for what there is, so that it is not copied while it grows.
std::size_t ObjectStore::estimated_size() const {
  std::size_t size = 4096 + records_.size() * 80;
  for (const Record& one : records_) {
    size += one.entries.size() + one.body.size() + (one.values != nullptr ? 200 : 0);
  }
  return std::min(size, max_file_size_);
}

tl::expected<std::string, StoreProblem> ObjectStore::save(const Object& catalog,
                                                          const Object& info) {
  if (const auto found = problem()) return tl::unexpected(*found);
  file_.reserve(estimated_size());
  if (!write_objects()) return tl::unexpected(StoreProblem{StoreError::TooLarge});
  write_trailer(catalog, info);
  if (const auto found = problem()) return tl::unexpected(*found);
  return std::move(file_);
}

}  // namespace sheaf::render::pdf
