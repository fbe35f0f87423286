#include "document/markdown_language.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sheaf::document {
namespace {

constexpr std::string_view kOpening = "]{lang=";

std::string_view literal(cmark_node* node) {
  const char* text = cmark_node_get_literal(node);
  return text ? text : "";
}

bool is_inline(cmark_node* node) {
  return (cmark_node_get_type(node) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_INLINE;
}

/// The text from `at` on becomes a node of its own, which is given back; null when nothing is left.
cmark_node* split(cmark_node* node, std::size_t at) {
  const std::string text(literal(node));
  if (at >= text.size()) return nullptr;
  cmark_node* rest = cmark_node_new(CMARK_NODE_TEXT);
  cmark_node_set_literal(rest, text.substr(at).c_str());
  cmark_node_set_literal(node, text.substr(0, at).c_str());
  cmark_node_insert_after(node, rest);
  return rest;
}

/// Emphasis to cmark, which puts no node of one's own kind into a cell of a table.
cmark_node* new_mark(const std::string& language) {
  cmark_node* mark = cmark_node_new(CMARK_NODE_EMPH);
  cmark_node_set_user_data(mark, new std::string(language));
  cmark_node_set_user_data_free_func(
      mark, [](cmark_mem*, void* tag) { delete static_cast<std::string*>(tag); });
  return mark;
}

/// One run of siblings: a line of text, or what stands inside a mark.
class Siblings {
 public:
  void mark(cmark_node* first) {
    for (cmark_node* node = first; node;) {
      node = cmark_node_get_type(node) == CMARK_NODE_TEXT ? brackets(node) : cmark_node_next(node);
    }
  }

 private:
  struct Bracket {
    cmark_node* node;
    std::size_t at;
  };

  /// Looks for brackets in one text; what is to be looked at next comes back.
  cmark_node* brackets(cmark_node* node) {
    const std::string text(literal(node));
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] == '[') open_.push_back({node, at});
      if (text[at] != ']' || open_.empty()) continue;
      const Bracket begin = open_.back();
      open_.pop_back();
      const auto end = text.find('}', at);
      const bool is_marked = std::string_view(text).substr(at).starts_with(kOpening);
      if (is_marked && end != std::string::npos) return wrap(begin, {node, at}, end);
    }
    return cmark_node_next(node);
  }

  /// Everything between the brackets moves into one node; the brackets go.
  cmark_node* wrap(const Bracket& begin, const Bracket& closing, std::size_t end) {
    const std::string text(literal(closing.node));
    const std::size_t name = closing.at + kOpening.size();
    const std::string tag = text.substr(name, end - name);
    split(closing.node, end + 1);
    cmark_node* mark = new_mark(tag);
    cmark_node_set_literal(closing.node, text.substr(0, closing.at).c_str());
    cmark_node_insert_after(closing.node, mark);
    move_into(mark, begin, closing.node);
    return cmark_node_next(mark);
  }

  static void move_into(cmark_node* mark, const Bracket& begin, cmark_node* last) {
    cmark_node* inner = split(begin.node, begin.at + 1);
    if (last == begin.node) {
      last = inner;
    } else {
      inner = cmark_node_next(begin.node);
    }
    const std::string before(literal(begin.node));
    cmark_node_set_literal(begin.node, before.substr(0, begin.at).c_str());
    while (inner) {
      cmark_node* next = inner == last ? nullptr : cmark_node_next(inner);
      cmark_node_append_child(mark, inner);
      inner = next;
    }
  }

  std::vector<Bracket> open_;
};

}  // namespace

void mark_languages(cmark_node* root) {
  std::vector<cmark_node*> parents;
  const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> iter(cmark_iter_new(root),
                                                                     cmark_iter_free);
  for (auto event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iter.get())) {
    cmark_node* node = cmark_iter_get_node(iter.get());
    cmark_node* first = event == CMARK_EVENT_ENTER ? cmark_node_first_child(node) : nullptr;
    if (first && is_inline(first)) parents.push_back(node);
  }
  for (cmark_node* parent : parents) Siblings().mark(cmark_node_first_child(parent));
}

const char* marked_language(cmark_node* node) {
  if (cmark_node_get_type(node) != CMARK_NODE_EMPH) return nullptr;
  const auto* tag = static_cast<const std::string*>(cmark_node_get_user_data(node));
  return tag ? tag->c_str() : nullptr;
}

}  // namespace sheaf::document
