#include "plugin/check/mean_host.hpp"

#include <new>
#include <utility>

#include <fmt/format.h>

#include "plugin/abi_text.hpp"

namespace sheaf::plugin::check {
namespace {

constexpr std::size_t kBeyond = 64;  // bytes of members that are yet to be invented
constexpr std::byte kJunk{0xA5};
constexpr std::size_t kLetters = 32;  // what stands behind a text that ends in letters

}  // namespace

std::string_view Lent::text(std::string_view text, TextEnd end) {
  if (end == TextEnd::Wall) return walled(text);
  auto& known = end == TextEnd::Zero ? zeros_ : letters_;
  auto found = known.find(text);
  if (found == known.end()) {
    const std::string tail(end == TextEnd::Letters ? kLetters : 0, 'x');
    found = known.emplace(text, std::string(text) + tail).first;
  }
  return {found->second.data(), text.size()};
}

std::string_view Lent::walled(std::string_view text) {
  auto found = walls_.find(text);
  if (found == walls_.end()) {
    found = walls_.emplace(text, walled_.copy(text)).first;
  }
  return found->second;
}

void Lent::forbid() {
  walled_.forbid();
  walls_.clear();
}

template <class Struct>
const Struct* Lent::structure(Struct filled, StructEnd end) {
  static_assert(sizeof(Struct) + kBeyond <= kSlot);
  filled.size = static_cast<std::uint32_t>(sizeof filled + (end == StructEnd::Junk ? kBeyond : 0));
  if (end == StructEnd::Wall) return static_cast<Struct*>(walled_.copy(&filled, sizeof filled));
  auto& bytes = slots_[sizeof filled].bytes;
  bytes.fill(end == StructEnd::Junk ? kJunk : std::byte{0});
  return new (bytes.data()) Struct(filled);
}

/// The functions that the plugin calls; the bridge behind them does the work.
struct MeanCalls {
  static const MeanHost& self(const void* ctx) { return *static_cast<const MeanHost*>(ctx); }
  static MeanHost& self(void* ctx) { return *static_cast<MeanHost*>(ctx); }

  static sheaf_str lend(const void* ctx, sheaf_str text) {
    const MeanHost& host = self(ctx);
    return borrow(host.lent_.text({text.p ? text.p : "", text.n}, host.treatment_.text_end));
  }

  // Values.
  static const sheaf_values& values(const void* ctx) { return *self(ctx).bridge_.values(); }
  static std::int32_t kind(const void* ctx, sheaf_node node) {
    return values(ctx).kind(values(ctx).ctx, node);
  }
  static std::uint32_t count(const void* ctx, sheaf_node node) {
    return values(ctx).count(values(ctx).ctx, node);
  }
  static sheaf_node at(const void* ctx, sheaf_node node, std::uint32_t index, sheaf_str* key) {
    const sheaf_node member = values(ctx).at(values(ctx).ctx, node, index, key);
    if (key) *key = lend(ctx, *key);
    return member;
  }
  static sheaf_node get(const void* ctx, sheaf_node node, sheaf_str key) {
    return values(ctx).get(values(ctx).ctx, node, key);
  }
  static std::int64_t i64(const void* ctx, sheaf_node node, std::int64_t fallback) {
    return values(ctx).i64(values(ctx).ctx, node, fallback);
  }
  static sheaf_rc value_text(const void* ctx, sheaf_node node, sheaf_str* out) {
    const sheaf_rc rc = values(ctx).text(values(ctx).ctx, node, out);
    if (rc == SHEAF_OK) *out = lend(ctx, *out);
    return rc;
  }

  // The builder.
  template <class Call>
  static sheaf_rc build(void* ctx, Call call) {
    if (self(ctx).refuses()) return self(ctx).treatment_.refusal;
    const sheaf_builder& builder = *self(ctx).bridge_.builder();
    return call(builder, builder.ctx);
  }
  static sheaf_rc open(void* ctx, sheaf_kind kind, sheaf_node origin) {
    return build(ctx, [&](const auto& out, void* to) { return out.open(to, kind, origin); });
  }
  static sheaf_rc place(void* ctx, sheaf_node node) {
    return build(ctx, [&](const auto& out, void* to) { return out.place(to, node); });
  }
  static sheaf_rc attr(void* ctx, sheaf_str name, sheaf_str value) {
    return build(ctx, [&](const auto& out, void* to) { return out.attr(to, name, value); });
  }
  static sheaf_rc text(void* ctx, sheaf_str utf8) {
    return build(ctx, [&](const auto& out, void* to) { return out.text(to, utf8); });
  }
  static sheaf_rc data(void* ctx, sheaf_str type, const void* bytes, std::size_t n) {
    return build(ctx, [&](const auto& out, void* to) { return out.data(to, type, bytes, n); });
  }
  static sheaf_rc close(void* ctx) {
    return build(ctx, [](const auto& out, void* to) { return out.close(to); });
  }

  // The host.
  static const sheaf_host& host(void* ctx) { return *self(ctx).bridge_.host(); }
  static const void* extension(void* ctx, sheaf_str id) {
    return host(ctx).extension(host(ctx).ctx, id);
  }
  static sheaf_kind intern(void* ctx, sheaf_str name) {
    MeanHost& mine = self(ctx);
    if (!mine.treatment_.knows_kinds) mine.note_refusal();
    return mine.treatment_.knows_kinds ? host(ctx).intern(host(ctx).ctx, name) : 0;
  }
  static void log(void*, std::int32_t, sheaf_str) {}
  static void diag(void* ctx, std::int32_t level, sheaf_str code, sheaf_node at,
                   sheaf_str message) {
    if (text_of(code).value_or("") == "plugin-exception") {
      return host(ctx).diag(host(ctx).ctx, level, code, at, message);
    }
    MeanHost& mine = self(ctx);
    const std::string says(text_of(message).value_or("an error without words"));
    if (level >= SHEAF_ERROR && mine.error_.empty()) mine.error_ = says;
    mine.said_.push_back(fmt::format("{} {}", level, says));
  }
  static std::int32_t cancelled(void* ctx) {
    MeanHost& mine = self(ctx);
    const bool stop = mine.treatment_.refusal == SHEAF_CANCELLED &&
                      mine.treatment_.refuse_at >= 0 && mine.calls_ >= mine.treatment_.refuse_at;
    if (stop) mine.note_refusal();
    return stop ? 1 : 0;
  }
};

MeanHost::MeanHost(const Bridge& bridge, const Treatment& treatment, Lent& lent,
                   std::function<void()> too_late)
    : bridge_(bridge), treatment_(treatment), lent_(lent), too_late_(std::move(too_late)) {
  const StructEnd end = treatment.struct_end;
  sheaf_host host = *bridge.host();
  host.ctx = this;
  host.name = borrow(lent.text("Sheaf", treatment.text_end));
  host.version = borrow(lent.text({host.version.p, host.version.n}, treatment.text_end));
  host.minor = end == StructEnd::Junk ? SHEAF_MINOR + 1 : SHEAF_MINOR;
  host.extension = MeanCalls::extension;
  host.intern = MeanCalls::intern;
  host.log = MeanCalls::log;
  host.diag = MeanCalls::diag;
  host.cancelled = MeanCalls::cancelled;
  sheaf_values values = *bridge.values();
  values.ctx = this;
  values.kind = MeanCalls::kind;
  values.count = MeanCalls::count;
  values.at = MeanCalls::at;
  values.get = MeanCalls::get;
  values.i64 = MeanCalls::i64;
  values.text = MeanCalls::value_text;
  const sheaf_builder builder{sizeof(sheaf_builder),
                              0,
                              this,
                              MeanCalls::open,
                              MeanCalls::place,
                              MeanCalls::attr,
                              MeanCalls::text,
                              MeanCalls::data,
                              MeanCalls::close};
  tables_ = {lent.structure(host, end), lent.structure(values, end), lent.structure(builder, end)};
}

void MeanHost::note_refusal() {
  if (!since_refusal_) since_refusal_.emplace();
}

bool MeanHost::refuses() {
  const std::int64_t call = calls_++;
  if (treatment_.refuse_at < 0 || call < treatment_.refuse_at) return false;
  note_refusal();
  if (++late_calls_ > kMostLateCalls) too_late_();
  return true;
}

}  // namespace sheaf::plugin::check
