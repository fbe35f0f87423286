#include "plugin/host/recorder.hpp"

#include <sys/socket.h>

#include <algorithm>

#include "plugin/abi_text.hpp"

namespace sheaf::plugin::host {
namespace {

constexpr std::size_t kMostMessage = 4096;  // of which the engine prints the beginning
constexpr unsigned kGlance = 256;           // calls of the builder between two looks at the socket

std::string_view message_of(sheaf_str text) {
  return text_of(text).value_or("").substr(0, kMostMessage);
}

std::uint32_t size_of(std::string_view text) { return static_cast<std::uint32_t>(text.size()); }

}  // namespace

struct RecorderCalls {
  static Recorder& self(void* ctx) { return *static_cast<Recorder*>(ctx); }

  static sheaf_rc open(void* ctx, sheaf_kind kind, sheaf_node origin) {
    return self(ctx).record(FrameType::Open, {bytes_of(kind), bytes_of(origin)});
  }
  static sheaf_rc place(void* ctx, sheaf_node value) {
    return self(ctx).record(FrameType::Place, {bytes_of(value)});
  }
  static sheaf_rc attr(void* ctx, sheaf_str name, sheaf_str value) {
    const auto key = text_of(name), text = text_of(value);
    if (!key || !text) return self(ctx).record(FrameType::BadAttribute);
    const std::uint32_t size = size_of(*key);
    return self(ctx).record(FrameType::Attribute, {bytes_of(size), *key, *text});
  }
  static sheaf_rc text(void* ctx, sheaf_str utf8) {
    const auto text = text_of(utf8);
    return text ? self(ctx).record(FrameType::Text, {*text}) : self(ctx).record(FrameType::BadText);
  }
  static sheaf_rc data(void* ctx, sheaf_str, const void*, std::size_t) {
    return self(ctx).record(FrameType::Data);
  }
  static sheaf_rc close(void* ctx) { return self(ctx).record(FrameType::Close); }

  static const void* extension(void*, sheaf_str) { return nullptr; }
  static sheaf_kind intern(void* ctx, sheaf_str name) {
    const auto text = text_of(name);
    const auto& kinds = self(ctx).kinds_;
    const auto at = text ? std::ranges::find(kinds, *text) : kinds.end();
    return at == kinds.end() ? 0 : static_cast<sheaf_kind>(at - kinds.begin()) + 1;
  }
  static void log(void* ctx, std::int32_t level, sheaf_str message) {
    self(ctx).out_.write(FrameType::Log, {bytes_of(level), message_of(message)});
  }
  static void diag(void* ctx, std::int32_t level, sheaf_str code, sheaf_node at,
                   sheaf_str message) {
    const std::string_view id = message_of(code);
    const std::uint32_t size = size_of(id);
    FrameWriter& out = self(ctx).out_;
    out.write(FrameType::Finding,
              {bytes_of(level), bytes_of(at), bytes_of(size), id, message_of(message)});
    out.flush();  // it is told even if this is the last that is heard
  }
  static std::int32_t cancelled(void* ctx) { return self(ctx).is_cancelled() ? 1 : 0; }
};

Recorder::Recorder(int socket, FrameWriter& out, const std::vector<std::string_view>& kinds,
                   FlatValues values)
    : socket_(socket),
      out_(out),
      kinds_(kinds),
      served_(values, [&out](sheaf_node node) { out.write(FrameType::Stale, {bytes_of(node)}); }),
      host_{sizeof(sheaf_host),      SHEAF_MINOR,           this,
            borrow("Sheaf"),         borrow(SHEAF_VERSION), RecorderCalls::extension,
            RecorderCalls::intern,   RecorderCalls::log,    RecorderCalls::diag,
            RecorderCalls::cancelled},
      builder_{sizeof(sheaf_builder),
               0,
               this,
               RecorderCalls::open,
               RecorderCalls::place,
               RecorderCalls::attr,
               RecorderCalls::text,
               RecorderCalls::data,
               RecorderCalls::close} {}

void Recorder::thrown(std::string_view what) {
  out_.write(FrameType::Thrown, {what.substr(0, kMostMessage)});
}

bool Recorder::is_cancelled() {
  if (cancelled_) return true;
  char byte = 0;
  if (::recv(socket_, &byte, 1, MSG_DONTWAIT | MSG_PEEK) > 0) cancelled_ = true;
  return cancelled_;
}

sheaf_rc Recorder::record(FrameType type, std::initializer_list<std::string_view> parts) {
  if (++records_ % kGlance == 0) is_cancelled();
  if (cancelled_) return SHEAF_CANCELLED;
  out_.write(type, parts);
  return SHEAF_OK;
}

}  // namespace sheaf::plugin::host
