#pragma once
// What a section writes into.

#include <sheaf/groups.hpp>

namespace sheaf {
inline namespace sdk_1 {

/// What keeps no line of its own: a choice, a yes or no, a list, a record, or an optional one.
template <class T>
constexpr bool kIsPlaceless =
    Chosen<T> || std::same_as<T, bool> || kIsVector<T> || kIsKeyed<T> || Recorded<T>;
template <class T>
constexpr bool kIsPlaceless<std::optional<T>> = kIsPlaceless<T>;
template <class T>
concept Placeless = kIsPlaceless<T>;

/// The section: blocks go in, messages go to the author of the layout.
class Section : public Blocks {
 public:
  Section(Writer& writer, const Source& context) : Blocks(writer, 0), context_(context) {}

  /// Level 1 is the first below the section's title; at most 4.
  template <Piece... Pieces>
  void heading(int level, const Pieces&... pieces) {
    write(block_kind::kHeading, {{block_attribute::Heading::kLevel, std::to_string(level)}},
          text(pieces...));
  }

  /// An error at the line of `value`: "Reopens before it closes". It fails the build.
  void error(const Value& value, std::string_view message) {
    say(SHEAF_ERROR, value.node(), message);
  }
  template <std::derived_from<Value> T>
  void error(const std::optional<T>& value, std::string_view message) {
    say(SHEAF_ERROR, node_of(value), message);
  }
  template <Placeless T>
  void error(const T&, std::string_view) {
    refuse<T>();
  }
  void error(std::string_view message) { say(SHEAF_ERROR, 0, message); }
  void warning(const Value& value, std::string_view message) {
    say(SHEAF_WARNING, value.node(), message);
  }
  template <std::derived_from<Value> T>
  void warning(const std::optional<T>& value, std::string_view message) {
    say(SHEAF_WARNING, node_of(value), message);
  }
  template <Placeless T>
  void warning(const T&, std::string_view) {
    refuse<T>();
  }
  void warning(std::string_view message) { say(SHEAF_WARNING, 0, message); }

  /// The language of the report: "en-GB".
  Text language() const { return Text(context_.get("language")); }
  std::optional<Date> meeting_date() const {
    return given<Date>(context_.get("meeting").get("date"));
  }
  std::optional<Text> meeting_board() const {
    return given<Text>(context_.get("meeting").get("board"));
  }
  /// Which edition this is of a report with sections that are not for publication: "public" or
  /// "exempt". Nothing for any other report.
  std::optional<Text> edition() const { return given<Text>(context_.get("edition")); }
  /// Why the exempt edition is: "paragraph 3 of Part 1 of Schedule 12A".
  std::optional<Text> exempt_under() const { return given<Text>(context_.get("exempt_under")); }
  /// Someone from the layout's `people`.
  std::optional<Person> person(std::string_view name) const {
    return given<Person>(context_.get("people").get(name));
  }
  /// Nobody waits for the section any more. Long work asks now and then, and returns.
  bool cancelled() const { return writer().host().cancelled(writer().host().ctx) != 0; }

 private:
  template <class T>
  static void refuse() {
    static_assert(!std::same_as<T, T>,
                  "Sheaf: a choice, a bool, a list and a struct keep no line of their own; name a "
                  "value beside or in them, such as a sheaf::Text");
  }
  template <class T>
  static std::optional<T> given(const Source& from) {
    return from ? std::optional<T>(T(from)) : std::nullopt;
  }
  template <class T>
  static sheaf_node node_of(const std::optional<T>& value) {
    return value ? value->node() : 0;
  }
  void say(std::int32_t level, sheaf_node at, std::string_view message) {
    const sheaf_host& host = writer().host();
    host.diag(host.ctx, level, to_abi({}), at, to_abi(message));
  }

  Source context_;
};

}  // namespace sdk_1
}  // namespace sheaf
