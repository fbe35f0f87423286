#pragma once
// The values of a test behind the functions of sheaf_values.

#include <cstdint>

#include <sheaf/source.hpp>
#include <sheaf/testing/notation.hpp>

namespace sheaf::testing {

/// A typed value. Its node is its place among all values, plus 1.
struct TypedValue {
  std::string word;  // "text", "date", "record", …: as block dumps have it
  std::int32_t kind = SHEAF_NULL;
  std::string text{}, path{}, name{};
  std::int64_t whole = 0;
  std::vector<sheaf_node> members{};
};

class Values {
 public:
  Values() = default;
  Values(const Values&) = delete;
  Values& operator=(const Values&) = delete;

  const TypedValue* find(sheaf_node node) const {
    return node == 0 || node > values_.size() ? nullptr : &values_[node - 1];
  }
  TypedValue& at(sheaf_node node) { return values_.at(node - 1); }
  sheaf_node add(TypedValue value) {
    values_.push_back(std::move(value));
    return static_cast<sheaf_node>(values_.size());
  }
  void join(sheaf_node parent, const std::string& name, sheaf_node member) {
    if (member == 0) return;
    at(member).name = name;
    at(parent).members.push_back(member);
  }
  /// What a block dump says of a placed value.
  std::string dump(sheaf_node node, std::size_t indent) const {
    const TypedValue& value = *find(node);
    const bool quoted = value.word == "text" || value.word == "markdown" ||
                        (value.word == "timing" && value.kind == SHEAF_TEXT);
    std::string out = value.word;
    if (quoted) out += " " + in_quotes(value.text);
    if (!quoted && !value.text.empty()) out += " " + value.text;
    out += '\n';
    for (const sheaf_node member : value.members) {
      const std::string& name = find(member)->name;
      out += std::string(indent + 2, ' ') + (name.empty() ? "- " : name + ": ");
      out += dump(member, indent + 2);
    }
    return out;
  }

  /// The functions of sheaf_values; borrows this object.
  sheaf_values functions(sheaf_node root, sheaf_node context) const {
    return {sizeof(sheaf_values), 0,         this,       root,       context,    Calls::kind,
            Calls::count,         Calls::at, Calls::get, Calls::i64, Calls::text};
  }

 private:
  struct Calls {
    static const TypedValue* value(const void* ctx, sheaf_node node) {
      return static_cast<const Values*>(ctx)->find(node);
    }
    static std::int32_t kind(const void* ctx, sheaf_node node) {
      const TypedValue* found = value(ctx, node);
      return found ? found->kind : SHEAF_NULL;
    }
    static std::uint32_t count(const void* ctx, sheaf_node node) {
      const TypedValue* found = value(ctx, node);
      return found ? static_cast<std::uint32_t>(found->members.size()) : 0;
    }
    static sheaf_node at(const void* ctx, sheaf_node node, std::uint32_t index, sheaf_str* key) {
      const TypedValue* found = value(ctx, node);
      const sheaf_node member =
          found && index < found->members.size() ? found->members[index] : sheaf_node{0};
      if (key) *key = to_abi(member ? value(ctx, member)->name : std::string_view());
      return member;
    }
    static sheaf_node get(const void* ctx, sheaf_node node, sheaf_str key) {
      for (std::uint32_t i = 0; i < count(ctx, node); ++i) {
        sheaf_str name{};
        const sheaf_node member = at(ctx, node, i, &name);
        if (from_abi(name) == from_abi(key)) return member;
      }
      return 0;
    }
    static std::int64_t i64(const void* ctx, sheaf_node node, std::int64_t fallback) {
      const std::int32_t found = kind(ctx, node);
      return found == SHEAF_BOOL || found == SHEAF_INT ? value(ctx, node)->whole : fallback;
    }
    static sheaf_rc text(const void* ctx, sheaf_node node, sheaf_str* out) {
      const std::int32_t found = kind(ctx, node);
      if (found < SHEAF_BOOL || found > SHEAF_DATE) return SHEAF_E_PARAM;
      *out = to_abi(value(ctx, node)->text);
      return SHEAF_OK;
    }
  };

  std::vector<TypedValue> values_;
};

}  // namespace sheaf::testing
