#pragma once
// A host for tests: takes blocks as Sheaf does, with its checks, and writes them down.

#include <optional>

#include <sheaf/testing/rules.hpp>
#include <sheaf/testing/values.hpp>
#include <sheaf/vocabulary.hpp>

namespace sheaf::testing {

class Recorder {
 public:
  /// Borrows the values. `declared`: the kinds that the manifest names; none: all.
  Recorder(const Values& values, std::vector<std::string> declared)
      : values_(values), declared_(std::move(declared)) {}
  Recorder(const Recorder&) = delete;
  Recorder& operator=(const Recorder&) = delete;

  sheaf_host host() {
    constexpr std::string_view name = "Sheaf's testing.hpp";
    return {sizeof(sheaf_host), SHEAF_MINOR,   this,       to_abi(name), to_abi("1"),
            Calls::extension,   Calls::intern, Calls::log, Calls::diag,  Calls::cancelled};
  }
  sheaf_builder builder() {
    return {sizeof(sheaf_builder), 0,           this,        Calls::open, Calls::place,
            Calls::attr,           Calls::text, Calls::data, Calls::close};
  }
  /// After render returned `rc`.
  void finish(sheaf_rc rc) {
    if (rc_ == SHEAF_OK && rc == SHEAF_OK && !open_.empty()) {
      breach("did not end " + std::string(open_.back().rule->name));
    }
    if (rc != SHEAF_OK && !has_error_) breach("failed without a word");
    if (rc_ == SHEAF_OK) rc_ = rc;
  }
  /// Nothing when the plugin broke off or broke a rule; what it reports itself is no matter.
  std::string blocks() const { return rc_ == SHEAF_OK ? blocks_ : std::string(); }
  std::vector<std::string>& messages() { return messages_; }

 private:
  struct Frame {
    const KindRule* rule;
    std::string head, body{};
    std::vector<std::string> given{};   // attributes
    std::vector<std::string> values{};  // theirs
    std::size_t columns = 0, children = 0;
  };
  using Verdict = std::optional<std::string>;

  struct Calls {
    static Recorder& self(void* ctx) { return *static_cast<Recorder*>(ctx); }
    static sheaf_rc open(void* ctx, sheaf_kind kind, sheaf_node) {
      return self(ctx).take([&] { return self(ctx).open(kind); });
    }
    static sheaf_rc place(void* ctx, sheaf_node node) {
      return self(ctx).take([&] { return self(ctx).place(node); });
    }
    static sheaf_rc attr(void* ctx, sheaf_str name, sheaf_str value) {
      return self(ctx).take([&] { return self(ctx).attribute(from_abi(name), from_abi(value)); });
    }
    static sheaf_rc text(void* ctx, sheaf_str text) {
      return self(ctx).take([&] { return self(ctx).text(from_abi(text)); });
    }
    static sheaf_rc data(void* ctx, sheaf_str, const void*, std::size_t) {
      return self(ctx).take([] { return Verdict("wrote data, which Sheaf does not take"); });
    }
    static sheaf_rc close(void* ctx) {
      return self(ctx).take([&] { return self(ctx).close(); });
    }
    static const void* extension(void*, sheaf_str) { return nullptr; }
    static sheaf_kind intern(void*, sheaf_str name) {
      const KindRule* rule = find_rule(from_abi(name));
      return rule ? static_cast<sheaf_kind>(rule - kind_rules().data()) + 1 : 0;
    }
    static void log(void*, std::int32_t, sheaf_str) {}
    static void diag(void* ctx, std::int32_t level, sheaf_str code, sheaf_node at,
                     sheaf_str message) {
      self(ctx).say(level, from_abi(code), at, from_abi(message));
    }
    static std::int32_t cancelled(void*) { return 0; }
  };

  template <class Call>
  sheaf_rc take(Call call) {
    if (rc_ != SHEAF_OK) return rc_;
    if (const Verdict wrong = call()) breach(*wrong);
    return rc_;
  }
  void breach(const std::string& what) {
    if (rc_ == SHEAF_OK) rc_ = SHEAF_E_USAGE;
    has_error_ = true;
    messages_.push_back("error: the plugin " + what);
  }
  void say(std::int32_t level, std::string_view code, sheaf_node at, std::string_view message) {
    if (code == "plugin-exception") return breach("threw: " + std::string(message));
    if (level <= SHEAF_DEBUG) return;
    has_error_ = has_error_ || level == SHEAF_ERROR;
    const TypedValue* value = values_.find(at);
    std::string line = level == SHEAF_ERROR     ? "error"
                       : level == SHEAF_WARNING ? "warning"
                                                : "advice";
    if (value) line += " " + value->path;
    messages_.push_back(line + ": " + std::string(message));
  }

  const KindRule* outer() const { return open_.empty() ? nullptr : open_.back().rule; }
  std::string place_name() const {
    return outer() ? " into " + std::string(outer()->name) : " directly into the section";
  }
  /// Before any content: the attributes of the block around it are complete now.
  Verdict check_attributes() {
    if (!takes_attributes_) return {};
    takes_attributes_ = false;
    const Frame& frame = open_.back();
    for (const auto& attribute : frame.rule->attributes) {
      const auto found = std::find(frame.given.begin(), frame.given.end(), attribute.name);
      if (attribute.required && found == frame.given.end()) {
        return "wrote " + std::string(frame.rule->name) + " without its `" +
               std::string(attribute.name) + "`";
      }
    }
    return {};
  }
  bool declares(const KindRule& rule) const {
    const bool alone =
        rule.place == KindRule::Place::Section || rule.place == KindRule::Place::Free;
    return !alone || declared_.empty() ||
           std::find(declared_.begin(), declared_.end(), rule.name) != declared_.end();
  }
  Verdict open(sheaf_kind kind) {
    if (kind == 0 || kind > kind_rules().size()) return "wrote a kind that Sheaf does not know";
    const KindRule& rule = kind_rules()[kind - 1];
    if (Verdict wrong = check_attributes()) return wrong;
    if (!declares(rule)) return "wrote " + std::string(rule.name) + ", which it does not declare";
    if (!may_hold(outer(), rule)) return "put " + std::string(rule.name) + place_name();
    if (open_.size() == 64) return "put blocks into each other more than 64 deep";
    open_.push_back({&rule, std::string(2 * open_.size(), ' ') + std::string(rule.name)});
    takes_attributes_ = true;
    return {};
  }
  Verdict attribute(std::string_view name, std::string_view value) {
    if (!takes_attributes_) return "gave an attribute that is not directly after its block";
    Frame& frame = open_.back();
    const auto* rule = frame.rule->find(name);
    if (!rule) return {};
    const std::string what = std::string(frame.rule->name) + " the `" + std::string(name) + "`";
    if (!allows(*rule, value)) return "gave " + what + " " + in_quotes(value);
    if (std::find(frame.given.begin(), frame.given.end(), name) != frame.given.end()) {
      return "gave " + what + " twice";
    }
    frame.given.emplace_back(name);
    frame.values.emplace_back(value);
    frame.head += " " + std::string(name) + "=" + in_quotes(value);
    return {};
  }
  Verdict text(std::string_view text) {
    if (text.empty()) return {};
    if (Verdict wrong = check_attributes()) return wrong;
    if (!may_hold(outer(), rule_of_id("Text"))) return "put text" + place_name();
    add(in_quotes(text) + "\n");
    return {};
  }
  Verdict place(sheaf_node node) {
    if (Verdict wrong = check_attributes()) return wrong;
    const TypedValue* value = values_.find(node);
    if (!value) return "placed a value that is not there";
    if (!may_place(*value)) return "put " + value->word + place_name();
    add("placed " + values_.dump(node, 2 * open_.size()));
    return {};
  }
  /// Placed values are inline, but for Markdown, which is blocks, and images, which are figures.
  bool may_place(const TypedValue& value) const {
    const bool blocks = !outer() || outer()->content == KindRule::Content::Blocks;
    const bool figure = outer() && outer()->id == "Figure";
    if (value.word == "list" || value.word == "record") return false;
    if (value.word == "markdown") return blocks;
    if (value.word == "image") return blocks || figure;
    return !figure && may_hold(outer(), rule_of_id("Placed"));
  }
  Verdict close() {
    if (open_.empty()) return "ended a block that it had not begun";
    if (Verdict wrong = check_attributes()) return wrong;
    Frame frame = std::move(open_.back());
    open_.pop_back();
    if (Verdict wrong = check_shape(frame)) return wrong;
    const KindRule& rule = *frame.rule;
    if (rule.id == "Computed") return add_computed(frame);
    const bool is_group = !rule.parts.empty() && rule.content == KindRule::Content::Nothing;
    if (is_group && frame.children == 0 && rule.id != "Row") return {};  // nothing
    (open_.empty() ? blocks_ : open_.back().body) += frame.head + "\n" + frame.body;
    if (!open_.empty()) ++open_.back().children;
    return {};
  }
  /// Sheaf places it as a value.
  Verdict add_computed(const Frame& frame) {
    const std::string& first = frame.values[0];
    const std::string& second = frame.values[1];
    const bool as_first = frame.given[0] == block_attribute::Computed::kAs.view();
    const std::string &as = as_first ? first : second, &value = as_first ? second : first;
    add("placed " + (as == "number" ? "decimal" : as) + " " + value + "\n");
    return {};
  }
  Verdict check_shape(const Frame& frame) {
    if (frame.rule->id == "Figure" && frame.children > 1) return "put two images into a figure";
    if (open_.empty() || open_.back().rule->id != "Table") return {};
    Frame& table = open_.back();
    if (frame.rule->id == "Column") {
      if (table.children != table.columns) return "put a column after the rows of its table";
      ++table.columns;
    } else if (frame.children != table.columns) {
      return "wrote a row of " + std::to_string(frame.children) + " cells in a table of " +
             std::to_string(table.columns) + " columns";
    }
    return {};
  }
  void add(const std::string& line) {
    (open_.empty() ? blocks_ : open_.back().body) += std::string(2 * open_.size(), ' ') + line;
    if (!open_.empty()) ++open_.back().children;
  }

  const Values& values_;
  std::vector<std::string> declared_;
  std::vector<Frame> open_;
  std::string blocks_;
  std::vector<std::string> messages_;
  bool takes_attributes_ = false, has_error_ = false;
  sheaf_rc rc_ = SHEAF_OK;
};

}  // namespace sheaf::testing
