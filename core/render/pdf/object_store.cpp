#include "render/pdf/object_store.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <new>

#include <hpdf.h>

#include "base/fingerprint.hpp"
#include "render/pdf/syntax.hpp"

namespace sheaf::render::pdf {
namespace {

using FileId = std::array<HPDF_BYTE, 16>;

FileId id_of(std::string_view content) {
  const auto [first, second] = fingerprint(content);
  FileId id{};
  for (std::size_t at = 0; at < 8; ++at) {
    id[at] = static_cast<HPDF_BYTE>(first >> (8 * at));
    id[8 + at] = static_cast<HPDF_BYTE>(second >> (8 * at));
  }
  return id;
}

}  // namespace

/// Entries in written form; libharu asks for them just before it closes the dictionary.
struct ObjectStore::Entries {
  explicit Entries(std::pmr::memory_resource* memory) : text(memory) {}
  std::pmr::string text;
};

struct ObjectStore::StreamBody : Entries {
  using Entries::Entries;
  std::string owned;
  std::string_view borrowed;
  std::size_t at = 0;  // how far libharu has read
  std::string_view bytes() const { return borrowed.data() != nullptr ? borrowed : owned; }
};

constexpr HPDF_UINT kFewObjects = 1024;

/// libharu's memory, cross-reference table and sticky error, and the file while it is written.
struct ObjectStore::Library {
  explicit Library(std::size_t limit) : max_file_size(limit) {
    HPDF_Error_Init(&error, nullptr);
    memory = HPDF_MMgr_New(&error, 0, nullptr, nullptr);
    if (memory != nullptr) xref = HPDF_Xref_New(memory, 0);
    if (xref == nullptr) throw std::bad_alloc();
  }
  ~Library() {
    HPDF_Xref_Free(xref);
    HPDF_MMgr_Free(memory);
  }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;

  HPDF_Dict new_dictionary();
  void attach(HPDF_Dict dict, Entries& entries);
  void attach(HPDF_Dict dict, StreamBody& body);
  void add_id();
  void write_file();

  // What libharu calls back.
  static HPDF_STATUS write_entries(HPDF_Dict dict, HPDF_Stream out);
  static HPDF_STATUS read(HPDF_Stream stream, HPDF_BYTE* to, HPDF_UINT* size);
  static HPDF_STATUS seek(HPDF_Stream stream, HPDF_INT position, HPDF_WhenceMode mode);
  static HPDF_INT32 tell(HPDF_Stream stream);
  static HPDF_UINT32 size(HPDF_Stream stream);
  static HPDF_STATUS write(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size);
  static HPDF_STATUS before_trailer(HPDF_Dict trailer);

  HPDF_Error_Rec error{};
  HPDF_MMgr memory = nullptr;
  HPDF_Xref xref = nullptr;

  std::size_t max_file_size;
  bool too_large = false;
  std::string file;
  std::array<HPDF_Binary, 2> id{};
};

/// The list of all objects grows by as many as there are, where libharu would copy it for each
/// thousand.
HPDF_Dict ObjectStore::Library::new_dictionary() {
  xref->entries->items_per_block = std::max<HPDF_UINT>(kFewObjects, xref->entries->count);
  HPDF_Dict dict = HPDF_Dict_New(memory);
  if (dict == nullptr || HPDF_Xref_Add(xref, dict) != HPDF_OK) return nullptr;
  return dict;
}

void ObjectStore::Library::attach(HPDF_Dict dict, Entries& entries) {
  dict->attr = &entries;
  dict->write_fn = write_entries;
}

/// libharu's filter stays NONE: the bytes are written as they are. The length is known only to
/// libharu, which insists on an indirect number.
void ObjectStore::Library::attach(HPDF_Dict dict, StreamBody& body) {
  attach(dict, static_cast<Entries&>(body));
  dict->stream = HPDF_CallbackReader_New(memory, read, seek, tell, size, &body);
  HPDF_Number length = HPDF_Number_New(memory, 0);
  if (length != nullptr && HPDF_Xref_Add(xref, length) == HPDF_OK) {
    HPDF_Dict_Add(dict, "Length", length);
  }
}

HPDF_STATUS ObjectStore::Library::write_entries(HPDF_Dict dict, HPDF_Stream out) {
  const std::pmr::string& text = static_cast<Entries*>(dict->attr)->text;
  return HPDF_Stream_Write(out, reinterpret_cast<const HPDF_BYTE*>(text.data()),
                           static_cast<HPDF_UINT>(text.size()));
}

HPDF_STATUS ObjectStore::Library::read(HPDF_Stream stream, HPDF_BYTE* to, HPDF_UINT* size) {
  auto& body = *static_cast<StreamBody*>(stream->attr);
  const std::string_view bytes = body.bytes();
  const std::size_t count = std::min<std::size_t>(*size, bytes.size() - body.at);
  std::memcpy(to, bytes.data() + body.at, count);
  body.at += count;
  const bool ended = count < *size;
  *size = static_cast<HPDF_UINT>(count);
  return ended ? HPDF_STREAM_EOF : HPDF_OK;
}

HPDF_STATUS ObjectStore::Library::seek(HPDF_Stream stream, HPDF_INT position, HPDF_WhenceMode) {
  static_cast<StreamBody*>(stream->attr)->at = static_cast<std::size_t>(position);
  return HPDF_OK;
}

HPDF_INT32 ObjectStore::Library::tell(HPDF_Stream stream) {
  return static_cast<HPDF_INT32>(static_cast<StreamBody*>(stream->attr)->at);
}

HPDF_UINT32 ObjectStore::Library::size(HPDF_Stream stream) {
  return static_cast<HPDF_UINT32>(static_cast<StreamBody*>(stream->attr)->bytes().size());
}

HPDF_STATUS ObjectStore::Library::write(HPDF_Stream stream, const HPDF_BYTE* bytes,
                                        HPDF_UINT size) {
  auto& library = *static_cast<Library*>(stream->attr);
  if (library.file.size() + size > library.max_file_size) {
    library.too_large = true;
    return HPDF_SetError(&library.error, HPDF_FILE_IO_ERROR, 0);
  }
  library.file.append(reinterpret_cast<const char*>(bytes), size);
  return HPDF_OK;
}

/// All objects have been written by now: their fingerprint identifies the content (14.4).
HPDF_STATUS ObjectStore::Library::before_trailer(HPDF_Dict trailer) {
  auto& library = *static_cast<Library*>(trailer->attr);
  auto content = id_of(library.file);
  for (HPDF_Binary id : library.id) HPDF_Binary_SetValue(id, content.data(), content.size());
  return HPDF_OK;
}

void ObjectStore::Library::add_id() {
  FileId unknown{};
  HPDF_Array pair = HPDF_Array_New(memory);
  if (pair == nullptr) return;
  for (HPDF_Binary& each : id) {
    each = HPDF_Binary_New(memory, unknown.data(), unknown.size());
    HPDF_Array_Add(pair, each);
  }
  HPDF_Dict_Add(xref->trailer, "ID", pair);
  xref->trailer->attr = this;
  xref->trailer->before_write_fn = before_trailer;
}

void ObjectStore::Library::write_file() {
  HPDF_Stream out = HPDF_CallbackWriter_New(memory, write, this);
  if (out == nullptr) return;
  // Four bytes beyond ASCII tell transfer programs that the file is binary (7.5.2).
  HPDF_Stream_WriteStr(out, "%PDF-1.7\n%\xB7\xBE\xAD\xAA\n");
  HPDF_Xref_WriteToStream(xref, out, nullptr);
  HPDF_Stream_Free(out);
}

Object& Object::name(const char* key, const std::string& value) {
  if (dict_ != nullptr) HPDF_Dict_AddName(dict_, key, value.c_str());
  return *this;
}

Object& Object::integer(const char* key, std::int64_t value) {
  if (dict_ != nullptr) HPDF_Dict_AddNumber(dict_, key, static_cast<HPDF_INT32>(value));
  return *this;
}

Object& Object::boolean(const char* key, bool value) {
  if (dict_ != nullptr) HPDF_Dict_AddBoolean(dict_, key, value ? HPDF_TRUE : HPDF_FALSE);
  return *this;
}

Object& Object::text(const char* key, std::string_view utf8) {
  if (dict_ == nullptr) return *this;
  if (is_plain_ascii(utf8)) {
    HPDF_Dict_Add(dict_, key, HPDF_String_New(dict_->mmgr, std::string(utf8).c_str(), nullptr));
    return *this;
  }
  std::string bytes = utf16_text(utf8);
  HPDF_Dict_Add(dict_, key,
                HPDF_Binary_New(dict_->mmgr, reinterpret_cast<HPDF_BYTE*>(bytes.data()),
                                static_cast<HPDF_UINT>(bytes.size())));
  return *this;
}

Object& Object::reference(const char* key, const Object& other) {
  if (dict_ != nullptr && other) HPDF_Dict_Add(dict_, key, other.dict_);
  return *this;
}

Object& Object::raw(std::string_view entries) {
  if (dict_ == nullptr) return *this;
  if (dict_->attr == nullptr) {
    store_->library_->attach(dict_, store_->entries_.emplace_back(&store_->memory_));
  }
  static_cast<ObjectStore::Entries*>(dict_->attr)->text += entries;
  return *this;
}

std::uint32_t Object::number() const {
  return dict_ == nullptr ? 0 : dict_->header.obj_id & 0x00FFFFFF;  // the upper byte holds flags
}

std::string Object::reference() const {
  std::string text;
  append_integer(text, number());
  return text += " 0 R";
}

ObjectStore::ObjectStore(std::size_t max_file_size)
    : library_(std::make_unique<Library>(max_file_size)) {}

ObjectStore::~ObjectStore() = default;

Object ObjectStore::add_dictionary() { return {this, library_->new_dictionary()}; }

Object ObjectStore::add_stream(std::string bytes) {
  StreamBody body(&memory_);
  body.owned = std::move(bytes);
  return add_stream_body(std::move(body));
}

Object ObjectStore::add_borrowed_stream(std::string_view bytes) {
  StreamBody body(&memory_);
  body.borrowed = bytes;
  return add_stream_body(std::move(body));
}

Object ObjectStore::add_stream_body(StreamBody body) {
  if (body.bytes().size() > kMaxFileSize) library_->too_large = true;
  HPDF_Dict dict = library_->new_dictionary();
  if (dict != nullptr) library_->attach(dict, bodies_.emplace_back(std::move(body)));
  return {this, dict};
}

StoreProblem ObjectStore::problem() const {
  if (library_->too_large) return {StoreError::TooLarge};
  const auto code = library_->error.error_no;
  if (code == HPDF_XREF_COUNT_ERR) return {StoreError::TooManyObjects};
  return {StoreError::Library, code};
}

tl::expected<std::string, StoreProblem> ObjectStore::save(const Object& catalog,
                                                          const Object& info) {
  if (library_->error.error_no != HPDF_OK || library_->too_large) {
    return tl::unexpected(problem());
  }
  std::size_t estimate = 4096 + entries_.size() * 64;
  for (const Entries& entries : entries_) estimate += entries.text.size();
  for (const StreamBody& body : bodies_) estimate += body.bytes().size() + 256;
  library_->file.reserve(std::min(estimate, library_->max_file_size));
  HPDF_Dict_Add(library_->xref->trailer, "Root", catalog.dict_);
  HPDF_Dict_Add(library_->xref->trailer, "Info", info.dict_);
  library_->add_id();
  library_->write_file();
  if (library_->error.error_no != HPDF_OK) return tl::unexpected(problem());
  return std::move(library_->file);
}

}  // namespace sheaf::render::pdf
