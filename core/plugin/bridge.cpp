#include "plugin/bridge.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

#include "base/clean_line.hpp"
#include "base/text_distance.hpp"
#include "plugin/abi_text.hpp"

namespace sheaf::plugin {

using model::NamedValue;
using model::Value;

namespace {

constexpr std::size_t kLongestMessage = 300;  // bytes

/// A plugin's message as one clean line without full stop.
std::string clean(std::string_view text) {
  std::string line = clean_line(text, kLongestMessage);
  if (line.size() >= kLongestMessage) return line + "…";
  while (line.ends_with(' ') || line.ends_with('.')) line.pop_back();
  return line.empty() ? "The plugin reports something, but not what" : line;
}

using EmptyTexts = std::vector<const NamedValue*>;

/// The empty texts of a section, and of those the ones beside what was typed at `near`.
void gather_empty(const Value& value, SourceId near, EmptyTexts& all, EmptyTexts& beside) {
  const bool is_near =
      value.source == near ||
      std::ranges::any_of(value.members, [&](const auto& m) { return m.value.source == near; });
  for (const NamedValue& member : value.members) {
    if (member.value.kind == model::ValueKind::Text && member.value.text.empty()) {
      all.push_back(&member);
      if (is_near) beside.push_back(&member);
    }
    gather_empty(member.value, near, all, beside);
  }
  for (const Value& item : value.items) gather_empty(item, near, all, beside);
}

/// The text that an attribute of the block at `near` was to come from, if it is plain which one.
const NamedValue* empty_text(const Value& given, SourceId near, std::string_view attribute) {
  EmptyTexts all, beside;
  gather_empty(given, near, all, beside);
  for (const EmptyTexts* texts : {&beside, &all}) {
    if (texts->size() == 1) return texts->front();
    if (std::ranges::count(*texts, attribute, &NamedValue::name) == 1)
      return *std::ranges::find(*texts, attribute, &NamedValue::name);
  }
  return nullptr;
}

/// A code of the plugin's own stands behind its id, "road-works/late", so that it is none of ours.
std::string finding_id(std::string_view plugin, std::string_view code, Severity severity) {
  constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789-";
  const bool is_code = !code.empty() && code.size() <= 64 &&
                       code.find_first_not_of(allowed) == std::string_view::npos;
  return is_code ? fmt::format("{}/{}", plugin, code)
                 : fmt::format("section-{}", name_of(severity));
}

/// A message that ends in "; did you mean `Paid`?" is told with that as its help, and brings the
/// cure if the value that it is about can mean nothing else.
void take_offer(Diagnostic& finding, const Value* about) {
  constexpr std::string_view kOffer = "; did you mean `", kEnd = "`?";
  const std::string& said = finding.message;
  const auto at = said.rfind(kOffer);
  if (at == said.npos || !said.ends_with(kEnd)) return;
  const auto begin = at + kOffer.size();
  const std::string offered = said.substr(begin, said.size() - kEnd.size() - begin);
  finding.help = fmt::format("Did you mean `{}`?", offered);
  finding.message.resize(at);
  const bool is_text = about && about->kind == model::ValueKind::Text;
  if (is_text && surely_meant(about->text, std::array<std::string_view, 1>{offered}))
    finding.fixes = {{about->source, about->text, offered}};
}

}  // namespace

/// The functions that the plugin calls. No exception of ours can pass them but for memory running
/// out, which the runner catches.
struct Calls {
  static Bridge& self(const void* ctx) {
    return *const_cast<Bridge*>(static_cast<const Bridge*>(ctx));
  }

  static sheaf_rc open(void* ctx, sheaf_kind kind, sheaf_node origin) {
    Bridge& bridge = self(ctx);
    const Value* value = bridge.find(origin);
    return bridge.take([&]() -> BlockBuilder::Verdict {
      if (kind == 0 || kind > model::block_rules().size()) {
        return Breach{"unknown-block", "wrote a kind of block that this Sheaf does not know"};
      }
      const model::BlockKind known = model::block_rules()[kind - 1].kind;
      return bridge.blocks_.open(known, value ? value->source : SourceId{});
    });
  }
  static sheaf_rc place(void* ctx, sheaf_node node) {
    Bridge& bridge = self(ctx);
    const Value* value = bridge.find(node);
    return bridge.take([&] { return bridge.blocks_.place(value ? *value : Value()); });
  }
  static sheaf_rc attr(void* ctx, sheaf_str name, sheaf_str value) {
    return self(ctx).take([&]() -> BlockBuilder::Verdict {
      const auto key = text_of(name), text = text_of(value);
      if (!key || !text) return Breach{"invalid-text", "gave an attribute that is no text"};
      return self(ctx).blocks_.attribute(*key, *text);
    });
  }
  static sheaf_rc block_text(void* ctx, sheaf_str utf8) {
    return self(ctx).take([&]() -> BlockBuilder::Verdict {
      const auto text = text_of(utf8);
      if (!text) return Breach{"invalid-text", "wrote text of an impossible length"};
      return self(ctx).blocks_.text(*text);
    });
  }
  static sheaf_rc data(void* ctx, sheaf_str, const void*, std::size_t) {
    return self(ctx).take([]() -> BlockBuilder::Verdict {
      return Breach{"unknown-block", "wrote data of a kind that this Sheaf does not take"};
    });
  }
  static sheaf_rc close(void* ctx) {
    return self(ctx).take([&] { return self(ctx).blocks_.close(); });
  }

  static const void* extension(void*, sheaf_str) { return nullptr; }
  static sheaf_kind intern(void*, sheaf_str name) {
    const auto text = text_of(name);
    const auto kind = text ? model::find_block_kind(*text) : std::nullopt;
    return kind ? static_cast<sheaf_kind>(*kind) + 1 : 0;
  }
  static void log(void*, std::int32_t, sheaf_str) {}  // nobody listens in process
  static void diag(void* ctx, std::int32_t level, sheaf_str code, sheaf_node at,
                   sheaf_str message) {
    self(ctx).say(level, code, at, message);
  }
  static std::int32_t cancelled(void* ctx) { return self(ctx).run_.stop.stop_requested() ? 1 : 0; }
};

Bridge::Bridge(const Run& run, Diagnostics& diagnostics)
    : run_(run),
      diagnostics_(diagnostics),
      table_(run.values, run.context, run.base),
      served_(table_.flat(), [this](sheaf_node node) { find(node); }),
      blocks_(run.manifest, run.source),
      host_{sizeof(sheaf_host), SHEAF_MINOR,   this,       borrow("Sheaf"), borrow(SHEAF_VERSION),
            Calls::extension,   Calls::intern, Calls::log, Calls::diag,     Calls::cancelled},
      builder_{
          sizeof(sheaf_builder), 0,           this,        Calls::open, Calls::place, Calls::attr,
          Calls::block_text,     Calls::data, Calls::close} {}

/// The value behind a handle; one that is not of this run is the plugin's fault, once.
const Value* Bridge::find(sheaf_node node) {
  const Value* value = table_.find(node);
  if (!value && node != 0) report({"stale-value", "used a value that is not of this section"});
  return value;
}

template <class Call>
sheaf_rc Bridge::take(Call call) {
  if (rc_ == SHEAF_OK && run_.stop.stop_requested()) rc_ = SHEAF_CANCELLED;
  if (rc_ != SHEAF_OK) return rc_;
  if (auto breach = call()) report(std::move(*breach));
  return rc_;
}

void Bridge::report(Breach breach) {
  if (rc_ != SHEAF_OK) return;
  rc_ = breach.id == "too-much" ? SHEAF_E_LIMIT : SHEAF_E_USAGE;
  has_error_ = true;
  SourceId place = blocks_.source();
  std::string message = fmt::format("The plugin \"{}\" {}", run_.manifest.id, breach.message);
  const NamedValue* empty =
      breach.lacks.empty() ? nullptr : empty_text(run_.values, place, breach.lacks);
  if (empty) {
    place = empty->value.source;
    message = fmt::format("`{}` is empty, so the plugin \"{}\" {}", empty->name, run_.manifest.id,
                          breach.message);
    breach.help =
        "Write a text there; if it may be empty, this is a fault of the plugin: ask those "
        "who maintain it";
  }
  diagnostics_.error(std::move(breach.id), place, std::move(message), std::move(breach.help));
}

void Bridge::say(std::int32_t level, sheaf_str code, sheaf_node at, sheaf_str message) {
  const Value* value = find(at);
  if (is_broken()) return;  // of which no process of a plugin's own is heard, either
  const std::string_view id = text_of(code).value_or("");
  const std::string_view text = text_of(message).value_or("");
  if (id == "plugin-exception") return thrown(text);
  if (level <= SHEAF_DEBUG) return;
  const auto severity = level == SHEAF_INFO      ? Severity::Advice
                        : level == SHEAF_WARNING ? Severity::Warning
                                                 : Severity::Error;
  has_error_ = has_error_ || severity == Severity::Error;
  Diagnostic finding{finding_id(run_.manifest.id, id, severity), severity,
                     value ? value->source : run_.source, clean(text)};
  take_offer(finding, value);
  diagnostics_.report(std::move(finding));
}

void Bridge::thrown(std::string_view what) {
  if (rc_ == SHEAF_CANCELLED) rc_ = SHEAF_OK;  // it is told all the same
  report({"plugin-exception", "stopped at a fault of its own: " + clean(what)});
}

std::vector<model::Block> Bridge::finish(sheaf_rc rc) {
  if (rc == SHEAF_OK && rc_ == SHEAF_OK) {
    if (auto breach = blocks_.finish()) report(std::move(*breach));
    return rc_ == SHEAF_OK ? blocks_.take() : std::vector<model::Block>();
  }
  if (has_error_) return {};
  if (rc == SHEAF_CANCELLED || rc_ == SHEAF_CANCELLED) {
    diagnostics_.error("section-cancelled", run_.source, "This section was stopped before its end");
  } else {
    report({"plugin-failed", "could not write this section, and does not say why"});
  }
  return {};
}

}  // namespace sheaf::plugin
