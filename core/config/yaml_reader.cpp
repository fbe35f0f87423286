#include "config/yaml_reader.hpp"

#include <algorithm>
#include <deque>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "config/yaml_finding.hpp"
#include "config/yaml_lookalikes.hpp"
#include "config/yaml_repeated.hpp"
#include "config/yaml_signs.hpp"
#include "config/yaml_words.hpp"

namespace sheaf::config {
namespace {

using model::Member;
using model::Node;
using model::NodeKind;

constexpr std::size_t kDeepest = 64;
constexpr std::size_t kMostReread = 4'000'000;  // bytes: repairs cost further passes over the file

bool ends_entry(char c) { return c == ',' || c == '}' || c == ']'; }

/// Builds the tree from the parser's events. Its findings do not stop the parser.
class Builder final : public YAML::EventHandler {
 public:
  /// The parser reads `parsed`, which stands for `source`.
  Builder(std::string_view source, const WithoutWords& parsed, SourceId start)
      : source_(source), parsed_(parsed), start_(start) {}

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAnchor(const YAML::Mark& mark, const std::string& name) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& scanned) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override;

  ParserStop stop(const YAML::Exception& error) const;
  int documents() const { return documents_; }

  Node root;
  std::vector<YamlFinding> findings;

 private:
  struct Open {
    Node* node;
    bool flow;             // typed with brackets
    bool has_key = false;  // the next value belongs to `key`
    Member key = {};
    bool plain_key = true;
    bool is_key = false;      // a map or list that stands where a key should
    bool within_key = false;  // or inside one, where nothing is worth a second finding
  };

  /// The parser's null mark is -1: the end of the file will do for it.
  std::size_t at(const YAML::Mark& mark) const {
    const auto pos = static_cast<std::size_t>(mark.pos);
    return pos < parsed_.text().size() ? parsed_.full_offset(pos) : source_.size();
  }
  char sign(std::size_t offset) const { return offset < source_.size() ? source_[offset] : '\n'; }
  bool wants_key() const {
    return !open_.empty() && open_.back().node->kind == NodeKind::Map && !open_.back().has_key;
  }
  std::size_t offset_of(SourceId id) const { return id.offset - start_.offset; }
  Node leaf(NodeKind kind, std::size_t offset, std::string text = {}) const;
  void tell(YamlFinding finding);
  Node& add(Node node);
  void take_key(std::string text, std::size_t offset, bool plain);
  void open(NodeKind kind, const YAML::Mark& mark, const std::string& tag,
            YAML::EmitterStyle::value style);
  void key_not_text(std::size_t offset);
  void close();
  void check_tag(std::string_view tag, std::size_t offset);
  void null_value();
  void null_item(std::size_t offset);
  void take_hash_as_text(std::size_t from, std::string_view what);
  void check_escapes(std::size_t offset, std::string_view value);
  void check_path(std::size_t offset);
  void check_block_sign(std::size_t offset);

  std::string_view source_;
  const WithoutWords& parsed_;
  SourceId start_;
  std::vector<Open> open_;
  std::deque<Node> scratch_;  // what stands where a key should; findings speak of it
  std::optional<ParserStop::Scalar> last_;
  int documents_ = 0;
};

Node Builder::leaf(NodeKind kind, std::size_t offset, std::string text) const {
  Node made = model::text_node(std::move(text), start_ + offset);
  made.kind = kind;
  return made;
}

void Builder::tell(YamlFinding finding) { keep(findings, std::move(finding)); }

Node& Builder::add(Node node) {
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
  if (auto slip = plain ? slip_in_name(source_, offset, text, !map.flow) : std::nullopt) {
    tell(std::move(slip->finding));
    text = std::move(slip->meant);
  }
  map.key = {.key = std::move(text), .key_source = start_ + offset, .value = {}};
  map.plain_key = plain;
  map.has_key = true;
}

void Builder::open(NodeKind kind, const YAML::Mark& mark, const std::string& tag,
                   YAML::EmitterStyle::value style) {
  check_tag(tag, at(mark));
  Node made = leaf(kind, at(mark));
  if (open_.size() == kDeepest) {
    tell({"nested-too-deeply", at(mark),
          fmt::format("Maps and lists are nested more than {} deep", kDeepest)});
  }
  const bool flow = style == YAML::EmitterStyle::Flow;
  if (!wants_key()) {
    const bool within_key = !open_.empty() && open_.back().within_key;
    Node& kept = add(std::move(made));
    open_.push_back({.node = &kept, .flow = flow, .within_key = within_key});
    return;
  }
  if (!open_.back().within_key) key_not_text(at(mark));
  Node& aside = scratch_.emplace_back(std::move(made));
  open_.push_back({.node = &aside, .flow = flow, .is_key = true, .within_key = true});
}

void Builder::key_not_text(std::size_t offset) {
  const bool braces = sign(offset) == '{';
  tell({"key-not-text", offset,
        braces ? "Double braces mean nothing here" : "The name before a colon must be text",
        "Write a value from elsewhere as ((name)), and put text with brackets in quotes"});
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
  tell({"second-document", at(mark),
        marked ? "A second document starts here, and a file may hold only one"
               : "This line does not belong to what stands above it",
        marked ? "Delete the line ---" : "Indent it like the lines above"});
}

void Builder::check_tag(std::string_view tag, std::size_t offset) {
  if (tag.empty() || tag == "?" || tag == "!") return;
  tell({"tag", offset, "Text that starts with ! has a meaning of its own in YAML",
        "Put the text in quotes"});
}

void Builder::OnAnchor(const YAML::Mark& mark, const std::string& name) {
  tell({"anchor", at(mark),
        fmt::format("&{} names a value for use elsewhere, which is not supported", name),
        "Put text that starts with & in quotes; share values through parts"});
}

void Builder::OnAlias(const YAML::Mark& mark, YAML::anchor_t) {
  tell({"alias", at(mark),
        "A value that starts with * repeats another value, which is not supported",
        "Put text that starts with * in quotes; share values through parts"});
  if (wants_key()) return take_key({}, at(mark), false);
  add(leaf(NodeKind::Null, at(mark)));
}

void Builder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                       const std::string& scanned) {
  const auto offset = at(mark);
  const std::string value = parsed_.full_value(scanned, static_cast<std::size_t>(mark.pos));
  const char first = sign(offset);
  const bool quoted = first == '"' || first == '\'';
  if (tag != "!" || first == '!') check_tag(first == '!' ? "!!" : tag, offset);
  if (quoted && !quote_end(source_, offset)) {
    tell(unclosed_quote(source_, offset, "This quote is never closed"));
  }
  if (first == '"') check_escapes(offset, value);
  if ((first == '|' || first == '>') && value.empty()) check_block_sign(offset);
  const std::string text = unmasked(value);
  last_ = {offset, text, !wants_key()};
  const bool is_content = !open_.empty() && open_.back().has_key && open_.back().key.key == "with";
  if (auto slip = space_left_out(source_, offset, is_content)) tell(*std::move(slip));
  if (wants_key()) return take_key(text, offset, tag != "!");
  const auto name = !open_.empty() && open_.back().has_key ? open_.back().key.key : std::string();
  if (auto lines = lines_joined(source_, offset, value, name)) tell(*std::move(lines));
  const bool flow = !open_.empty() && open_.back().flow;
  const bool may_be_cut = tag != "!" || (quoted && !flow);
  const auto cut_text =
      may_be_cut ? cut_by_hash(source_, offset, value, flow) : std::optional<YamlFinding>();
  if (cut_text) tell(*cut_text);
  if (tag != "!" && !cut_text) {
    if (auto curly = curly_quotes(text, offset)) tell(*std::move(curly));
    if (auto cut = flow ? curly_quotes_cut(source_, offset, text) : std::nullopt) tell(*cut);
    const bool is_as_typed = source_.substr(offset).starts_with(text);
    if (auto lost = quote_at_end(text, offset); lost && is_as_typed) tell(*std::move(lost));
  }
  const auto odd = tag != "!" ? slip_in_word(text, offset) : std::nullopt;
  if (odd) tell(odd->finding);
  Node& made =
      add(leaf(tag == "!" ? NodeKind::Quoted : NodeKind::Plain, offset, odd ? odd->meant : text));
  if (first == '|') made.layout = block_layout(source_, offset, value);
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
  const bool is_entry = open_.size() > 1 && !open_.back().flow &&
                        open_[open_.size() - 2].node->kind == NodeKind::Sequence;
  take_out_repeated(*open_.back().node, is_entry, start_, findings);
  close();
}

void Builder::OnNull(const YAML::Mark& mark, YAML::anchor_t) {
  const auto offset = at(mark);
  const auto word = source_.substr(offset, 4);
  const bool spelled =
      (word == "null" || word == "Null" || word == "NULL") &&
      std::string_view(" \t\r\n,]}").find(sign(offset + 4)) != std::string_view::npos;
  if (wants_key()) {
    tell({"key-missing", offset, "The name before this colon is missing"});
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
      if (!map.flow) take_hash_as_text(after + 1, fmt::format("The value of `{}`", name));
    } else if (map.flow && !map.within_key && ends_entry(sign(after))) {
      tell(no_colon_in_braces(source_, name, key));
    } else if (!map.flow) {
      tell(missing_colon(source_, key));
    }
  }
  add(leaf(NodeKind::Null, key));
}

void Builder::null_item(std::size_t offset) {
  const auto dash =
      open_.empty() || open_.back().flow ? std::nullopt : dash_before(source_, offset);
  if (dash) take_hash_as_text(*dash + 1, "This list entry");
  add(leaf(NodeKind::Null, dash.value_or(offset)));
}

/// `hashtag: #Tag`
void Builder::take_hash_as_text(std::size_t from, std::string_view what) {
  const auto hash = source_.find_first_not_of(" \t", from);
  if (!is_hashtag(source_, hash)) return;
  tell({.id = "hash-in-text",
        .offset = hash,
        .message = fmt::format(
            "{} starts with #, which starts a comment in YAML; it is taken as text", what),
        .help = "Put it in quotes",
        .as_text = hash});
}

/// "C:\temp": the escape was taken for a tab.
void Builder::check_escapes(std::size_t offset, std::string_view value) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; };
  const auto is_marked = [](char c) { return unmasked({c}).front() != c; };
  const auto bad = [&](char c) {
    return is_control(c) && (!is_marked(c) || escapes_a_mark(source_, offset));
  };
  if (std::ranges::none_of(value, bad)) return check_path(offset);
  tell({"bad-escape", offset,
        "Between double quotes, a backslash made this text hold a control character",
        std::string(kDoubleBackslashes)});
}

/// "See S:\new folder": the escape was taken for a line end.
void Builder::check_path(std::size_t offset) {
  const auto typed = source_.substr(offset, quote_end(source_, offset).value_or(offset) - offset);
  const auto names = names_in_path(typed);
  if (names.empty()) return;
  YamlFinding found{
      "bad-escape", offset + typed.find(names[0]),
      fmt::format("Between double quotes, {} {} no part of a path: it is printed as a "
                  "blank or a new line",
                  fmt::join(names, ", "), names.size() == 1 ? "is" : "are"),
      std::string(kDoubleBackslashes)};
  found.doubt = true;
  tell(std::move(found));
}

/// `note: >5` is the start of a block to the parser, which then finds no block.
void Builder::check_block_sign(std::size_t offset) {
  const bool digit = sign(offset + 1) >= '0' && sign(offset + 1) <= '9';
  if (digit) tell(sign_in_text(offset, sign(offset)));
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

Attempt parse(const std::string& text, SourceId start) {
  const WithoutWords parsed(text);
  std::istringstream in(parsed.text());
  Builder builder(text, parsed, start);
  try {
    YAML::Parser parser(in);
    // Two tell that there is one too many; before a stray comma the parser finds them without end.
    while (builder.documents() < 2 && parser.HandleNextDocument(builder)) {}
  } catch (const YAML::DeepRecursion&) {  // the builder has said so, far earlier
  } catch (const YAML::Exception& error) {
    builder.findings.push_back(explain(unmasked(text), builder.stop(error)));
  }
  drop_echoes(builder.findings, text);
  return {std::move(builder.root), std::move(builder.findings)};
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
  Attempt attempt = parse(repaired, start);
  for (std::size_t read = text.size();
       read <= kMostReread && repair(repaired, text, attempt.findings, repairs);
       read += text.size()) {
    attempt = parse(repaired, start);
  }
  for (YamlFinding& left : attempt.findings) left.as_text.reset();  // too many to repair
  std::ranges::move(attempt.findings, std::back_inserter(repairs));
  const bool usable = std::ranges::all_of(
      repairs, [](const auto& one) { return one.as_text || one.left_out || one.doubt; });
  report(std::move(repairs), start, diagnostics);
  if (!usable) return failed();
  return std::move(attempt.root);
}

}  // namespace sheaf::config
