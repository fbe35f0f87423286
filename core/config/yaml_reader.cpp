#include "config/yaml_reader.hpp"

#include <algorithm>
#include <array>
#include <sstream>

#include <fmt/format.h>
#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "config/yaml_finding.hpp"

namespace sheaf::config {
namespace {

using model::Member;
using model::Node;
using model::NodeKind;

constexpr std::size_t kDeepest = 64;
constexpr std::size_t kMostRepairs = 50;  // each costs another pass over the file

// Signs that are taken as text are hidden from the parser as control characters, which byte checks
// have refused in the file itself.
constexpr std::string_view kSigns = ":?@`%*&\"'#>|";
constexpr char kFirstMark = 0x0E;

char hidden(char sign) {
  return static_cast<char>(kFirstMark + static_cast<char>(kSigns.find(sign)));
}

std::string shown(std::string text) {
  for (char& c : text) {
    const auto index = static_cast<std::size_t>(static_cast<unsigned char>(c) - kFirstMark);
    if (c >= kFirstMark && index < kSigns.size()) c = kSigns[index];
  }
  return text;
}

/// Builds the tree from the parser's events. Its findings do not stop the parser.
class Builder final : public YAML::EventHandler {
 public:
  Builder(std::string_view source, SourceId start) : source_(source), start_(start) {}

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAnchor(const YAML::Mark& mark, const std::string& name) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override;

  ParserStop stop(const YAML::Exception& error) const;

  Node root;
  std::vector<YamlFinding> findings;

 private:
  struct Open {
    Node* node;
    bool flow;             // typed with brackets
    bool has_key = false;  // the next value belongs to `key`
    Member key = {};
    bool plain_key = true;
    bool is_key = false;  // a map or list that stands where a key should
  };

  static std::size_t at(const YAML::Mark& mark) { return static_cast<std::size_t>(mark.pos); }
  char sign(std::size_t offset) const { return offset < source_.size() ? source_[offset] : '\n'; }
  bool wants_key() const {
    return !open_.empty() && open_.back().node->kind == NodeKind::Map && !open_.back().has_key;
  }
  std::size_t offset_of(SourceId id) const { return id.offset - start_.offset; }
  Node leaf(NodeKind kind, std::size_t offset, std::string text = {}) const;
  Node& add(Node node);
  void take_key(std::string text, std::size_t offset, bool plain);
  void open(NodeKind kind, const YAML::Mark& mark, const std::string& tag,
            YAML::EmitterStyle::value style);
  void close();
  void check_tag(std::string_view tag, std::size_t offset);
  void null_value();
  void null_item(std::size_t offset);
  bool take_hash_as_text(std::size_t from, std::string_view what);
  bool is_closed(std::size_t quote) const;
  std::optional<std::size_t> dash_before(std::size_t offset) const;
  model::TextLayout layout_of(std::size_t offset, std::string_view value) const;

  std::string_view source_;
  SourceId start_;
  std::vector<Open> open_;
  Node scratch_;  // what stands where a key should; findings speak of it
  std::optional<ParserStop::Scalar> last_;
  int documents_ = 0;
};

Node Builder::leaf(NodeKind kind, std::size_t offset, std::string text) const {
  Node made = model::text_node(std::move(text), start_ + offset);
  made.kind = kind;
  return made;
}

Node& Builder::add(Node node) {
  if (documents_ > 1) return scratch_ = std::move(node);
  if (open_.empty()) return root = std::move(node);
  Open& parent = open_.back();
  if (parent.node->kind == NodeKind::Sequence) {
    return parent.node->items.emplace_back(std::move(node));
  }
  parent.has_key = false;
  parent.key.value = std::move(node);
  return parent.node->members.emplace_back(std::move(parent.key)).value;
}

void Builder::take_key(std::string text, std::size_t offset, bool plain) {
  Open& map = open_.back();
  map.key = {.key = std::move(text), .key_source = start_ + offset, .value = {}};
  map.plain_key = plain;
  map.has_key = true;
}

void Builder::open(NodeKind kind, const YAML::Mark& mark, const std::string& tag,
                   YAML::EmitterStyle::value style) {
  check_tag(tag, at(mark));
  Node made = leaf(kind, at(mark));
  if (open_.size() == kDeepest) {
    findings.push_back({"nested-too-deeply", at(mark),
                        fmt::format("maps and lists are nested more than {} deep", kDeepest)});
  }
  const bool flow = style == YAML::EmitterStyle::Flow;
  if (!wants_key()) {
    Node& kept = add(std::move(made));
    open_.push_back({.node = &kept, .flow = flow});
    return;
  }
  const bool braces = source_.substr(at(mark)).starts_with('{');
  findings.push_back(
      {"key-not-text", at(mark),
       braces ? "double braces mean nothing here" : "the name before a colon must be text",
       "a value from elsewhere is written ((name)); text with brackets is put in quotes"});
  open_.push_back({.node = &(scratch_ = std::move(made)), .flow = flow, .is_key = true});
}

void Builder::close() {
  const bool was_key = open_.back().is_key;
  const auto offset = offset_of(open_.back().node->source);
  open_.pop_back();
  if (was_key && wants_key()) take_key({}, offset, false);
}

void Builder::OnDocumentStart(const YAML::Mark& mark) {
  if (++documents_ != 2) return;
  const bool marked = source_.substr(at(mark)).starts_with("---");
  findings.push_back({"second-document", at(mark),
                      marked ? "a second document starts here, and a file may hold only one"
                             : "this line does not belong to what stands above it",
                      marked ? "delete the line ---" : "indent it like the lines above"});
}

void Builder::check_tag(std::string_view tag, std::size_t offset) {
  if (tag.empty() || tag == "?" || tag == "!") return;
  findings.push_back({"tag", offset, "text that starts with ! has a meaning of its own in YAML",
                      "put the text in quotes"});
}

void Builder::OnAnchor(const YAML::Mark& mark, const std::string& name) {
  findings.push_back(
      {"anchor", at(mark),
       fmt::format("&{} names a value for use elsewhere, which is not supported", name),
       "put text that starts with & in quotes; share values through parts"});
}

void Builder::OnAlias(const YAML::Mark& mark, YAML::anchor_t) {
  findings.push_back({"alias", at(mark),
                      "a value that starts with * repeats another value, which is not supported",
                      "put text that starts with * in quotes; share values through parts"});
  if (wants_key()) return take_key({}, at(mark), false);
  add(leaf(NodeKind::Null, at(mark)));
}

void Builder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                       const std::string& value) {
  const auto offset = at(mark);
  const char first = sign(offset);
  const bool quoted = first == '"' || first == '\'';
  if (tag != "!" || first == '!') check_tag(first == '!' ? "!!" : tag, offset);
  if (quoted && !is_closed(offset)) {
    findings.push_back({"unclosed-quote", offset, "this quote is never closed",
                        "add the closing quote at the end of the text"});
  }
  last_ = {offset, shown(value), !wants_key()};
  if (wants_key()) return take_key(shown(value), offset, tag != "!");
  Node& made = add(leaf(tag == "!" ? NodeKind::Quoted : NodeKind::Plain, offset, shown(value)));
  if (first == '|') made.layout = layout_of(offset, value);
}

void Builder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                              YAML::EmitterStyle::value style) {
  open(NodeKind::Sequence, mark, tag, style);
}

void Builder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                         YAML::EmitterStyle::value style) {
  open(NodeKind::Map, mark, tag, style);
}

void Builder::OnMapEnd() {
  auto& members = open_.back().node->members;
  std::vector<const Member*> sorted;
  for (const Member& member : members) sorted.push_back(&member);
  std::ranges::stable_sort(sorted, {}, &Member::key);
  std::vector<SourceId> again;
  for (std::size_t i = 1, first = 0; i < sorted.size(); ++i) {
    if (sorted[i]->key != sorted[first]->key) {
      first = i;
      continue;
    }
    again.push_back(sorted[i]->key_source);
    findings.push_back({.id = "duplicate-key",
                        .offset = offset_of(sorted[i]->key_source),
                        .message = fmt::format("'{}' is given twice", sorted[i]->key),
                        .help = "keep one of the two",
                        .aside = {{offset_of(sorted[first]->key_source), "first given here"}}});
  }
  std::erase_if(members, [&](const Member& m) {
    return std::ranges::find(again, m.key_source) != again.end();
  });
  close();
}

void Builder::OnNull(const YAML::Mark& mark, YAML::anchor_t) {
  const auto offset = at(mark);
  const auto word = source_.substr(offset, 4);
  const bool spelled =
      (word == "null" || word == "Null" || word == "NULL") &&
      std::string_view(" \t\r\n,]}").find(sign(offset + 4)) != std::string_view::npos;
  if (wants_key()) {
    findings.push_back({"key-missing", offset, "the name before this colon is missing"});
    take_key({}, offset, false);
  } else if (spelled && word != "null") {
    add(leaf(NodeKind::Plain, offset, std::string(word)));
  } else if (spelled || sign(offset) == '~') {
    add(leaf(NodeKind::Null, offset));
  } else if (!open_.empty() && open_.back().node->kind == NodeKind::Map) {
    null_value();
  } else {
    null_item(offset);
  }
}

/// The parser gives the place of what follows; the key is where people look.
void Builder::null_value() {
  const Open& map = open_.back();
  const auto key = offset_of(map.key.key_source);
  const auto name = map.key.key;
  if (map.plain_key) {
    const auto after = source_.find_first_not_of(" \t", key + name.size());
    if (sign(after) == ':') {
      if (!map.flow) take_hash_as_text(after + 1, fmt::format("the value of '{}'", name));
    } else if (map.flow) {
      const bool glued = name.find(':') != name.npos;
      findings.push_back(
          {glued ? "space-after-colon" : "comma-in-text", key,
           glued ? fmt::format("a space is missing after the colon in '{}'", name)
                 : fmt::format("'{}' has no colon: between braces, a comma ends a text", name),
           glued ? "write the name, a colon, a space, then the value"
                 : "put a text that holds a comma in quotes"});
    } else {
      findings.push_back(missing_colon(source_, key));
    }
  }
  add(leaf(NodeKind::Null, key));
}

void Builder::null_item(std::size_t offset) {
  const auto dash = open_.empty() || open_.back().flow ? std::nullopt : dash_before(offset);
  if (dash) take_hash_as_text(*dash + 1, "this list entry");
  add(leaf(NodeKind::Null, dash.value_or(offset)));
}

/// `hashtag: #Tag`: a `#` with a letter or digit right behind it is no comment to its author.
bool Builder::take_hash_as_text(std::size_t from, std::string_view what) {
  const auto hash = source_.find_first_not_of(" \t", from);
  const auto next = static_cast<unsigned char>(sign(hash + 1));
  if (sign(hash) != '#' || !(std::isalnum(next) || next >= 0x80)) return false;
  findings.push_back(
      {.id = "hash-in-text",
       .offset = hash,
       .message = fmt::format(
           "{} starts with #, which starts a comment in YAML; it is taken as text", what),
       .help = "put it in quotes",
       .as_text = hash});
  return true;
}

bool Builder::is_closed(std::size_t quote) const {
  const char q = source_[quote];
  for (std::size_t i = quote + 1; i < source_.size(); ++i) {
    if (q == '"' && source_[i] == '\\') {
      ++i;
    } else if (source_[i] == q) {
      if (q == '"' || sign(i + 1) != '\'') return true;
      ++i;
    }
  }
  return false;
}

/// The dash of an empty list entry: the nearest line above that is not blank or a comment.
std::optional<std::size_t> Builder::dash_before(std::size_t offset) const {
  auto above = source_.substr(0, std::min(offset, source_.size()));
  while (!above.empty()) {
    above = above.substr(0, above.find_last_not_of(" \t\r\n") + 1);
    const auto begin = above.rfind('\n') + 1;
    const auto first = above.find_first_not_of(" \t", begin);
    if (first == above.npos) return std::nullopt;
    if (above[first] != '#') {
      const auto comment = above.find(" #", first);
      return above.find_last_of('-', comment);
    }
    above = above.substr(0, begin);
  }
  return std::nullopt;
}

/// How far a `|` block is indented: what its first line with text has lost.
model::TextLayout Builder::layout_of(std::size_t offset, std::string_view value) const {
  model::TextLayout layout{.block = true, .indent = 0};
  auto source = source_.substr(source_.find('\n', offset) + 1);
  for (;;) {
    const auto typed = source.substr(0, source.find('\n'));
    const auto kept = value.substr(0, value.find('\n'));
    if (!kept.empty()) {
      const auto end = typed.ends_with('\r') ? typed.size() - 1 : typed.size();
      layout.indent = static_cast<std::uint16_t>(end - std::min(end, kept.size()));
      return layout;
    }
    if (kept.size() == value.size() || typed.size() == source.size()) return layout;
    source.remove_prefix(typed.size() + 1);
    value.remove_prefix(1);
  }
}

ParserStop Builder::stop(const YAML::Exception& error) const {
  ParserStop made{
      .message = error.msg, .offset = at(error.mark), .last = last_, .open_bracket = {}};
  if (!open_.empty() && open_.back().flow) made.open_bracket = offset_of(open_.back().node->source);
  return made;
}

struct Attempt {
  Node root;
  std::vector<YamlFinding> findings;
};

Attempt parse(const std::string& text, std::string_view original, SourceId start) {
  std::istringstream in(text);
  Builder builder(text, start);
  try {
    YAML::Parser parser(in);
    while (parser.HandleNextDocument(builder)) {}
  } catch (const YAML::DeepRecursion&) {  // the builder has said so, far earlier
  } catch (const YAML::Exception& error) {
    builder.findings.push_back(explain(original, builder.stop(error)));
  }
  return {std::move(builder.root), std::move(builder.findings)};
}

/// Moves the findings that a pass over repaired text will not meet again; true if there were any.
bool repair(std::string& text, std::vector<YamlFinding>& from, std::vector<YamlFinding>& to) {
  bool any = false;
  for (YamlFinding& finding : from) {
    if (!finding.as_text || to.size() == kMostRepairs) continue;
    text[*finding.as_text] = hidden(text[*finding.as_text]);
    to.push_back(std::move(finding));
    any = true;
  }
  return any;
}

}  // namespace

Result<Node> read_yaml(std::string_view text, SourceId start, Diagnostics& diagnostics) {
  if (auto bad = check_yaml_bytes(text); !bad.empty()) {
    report(std::move(bad), start, diagnostics);
    return failed();
  }
  const auto mark = byte_order_mark(text);
  text.remove_prefix(mark);
  start = start + mark;
  std::string repaired(text);
  std::vector<YamlFinding> repairs;
  Attempt attempt = parse(repaired, text, start);
  while (repair(repaired, attempt.findings, repairs)) attempt = parse(repaired, text, start);
  const bool usable = attempt.findings.empty();
  for (YamlFinding& left : attempt.findings) left.as_text.reset();  // too many to repair
  std::ranges::move(attempt.findings, std::back_inserter(repairs));
  report(std::move(repairs), start, diagnostics);
  if (!usable) return failed();
  return std::move(attempt.root);
}

}  // namespace sheaf::config
