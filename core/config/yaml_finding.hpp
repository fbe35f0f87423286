#pragma once
// What goes wrong in a YAML file, before it is placed and reported. Offsets are bytes into the
// text.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace sheaf::config {

inline constexpr std::string_view kNoBreakSpace = "\u00A0";

struct YamlFinding {
  struct Aside {
    std::size_t offset;
    std::string text;
  };

  std::string id;
  std::size_t offset = 0;
  std::string message;
  std::string help = {};
  std::optional<Aside> aside = {};
  /// A byte that YAML reads as a sign of its own and the author meant as text. With it, the finding
  /// is a warning: nothing else can be meant, so the text is taken as typed.
  std::optional<std::size_t> as_text = {};
  /// What to leave out so that the parser can go on and find more: `length` bytes from `begin`.
  struct Skip {
    std::size_t begin, length;
  };
  std::optional<Skip> skip = {};
  /// An error that leaves a tree worth checking: what is wrong is left out of it.
  bool left_out = false;
  /// A doubt that leaves the tree whole.
  bool doubt = false;
  /// What the parser complains of below comes of it.
  bool misleads = false;
  /// The cure, if it cannot do harm: `replacement` in place of `typed`.
  struct Edit {
    std::size_t offset;
    std::string typed, replacement;
  };
  std::vector<Edit> cure = {};
};

/// Reports findings in the order of their places.
void report(std::vector<YamlFinding> findings, SourceId start, Diagnostics& diagnostics);

/// Puts the value around `finding.as_text` in quotes, where it ends on its line, stands outside
/// brackets and holds nothing that may be a remark; gives the finding no cure otherwise.
void cure_by_quotes(YamlFinding& finding, std::string_view text);

/// Leaves one finding for one cause: past a bracket that never closes, lists look like names; past
/// the greatest depth, anything may.
void drop_echoes(std::vector<YamlFinding>& findings, std::string_view text);

/// Mends `text`, a copy of `original`, where findings say how, and moves those from `from` to `to`,
/// as a pass over the mended text will not meet them again. True if there were any.
bool repair(std::string& text, std::string_view original, std::vector<YamlFinding>& from,
            std::vector<YamlFinding>& to);

/// The finding for a text between curly quotation marks, and its cure; nothing for any other text.
std::optional<YamlFinding> curly_quotes(std::string_view value, std::size_t offset);

/// The finding for a plain text that ends with the quotation mark it does not begin with,
/// `Summary"`, and its cure; nothing for any other text.
std::optional<YamlFinding> quote_at_end(std::string_view value, std::size_t offset);

/// The finding for a plain text, read as `value`, that a # ends which is likely one of its own:
/// `Item #4 of the plan`. Without a cure, as that may be a remark: `Summary #4 to be cut`.
std::optional<YamlFinding> cut_by_hash(std::string_view text, std::size_t begin,
                                       std::string_view value, bool in_brackets);

/// The finding for a text of several lines, read as `value`, in which blank lines or dashes are
/// lost: it is the value of `name`, or without a name an entry of a list. Nothing for a block.
std::optional<YamlFinding> lines_joined(std::string_view text, std::size_t begin,
                                        std::string_view value, std::string_view name);

/// What cannot be left to the parser: it accepts invalid UTF-8, control characters, and no-break
/// spaces in the indent, and words its complaints about tabs badly. Empty: the bytes are fine.
std::vector<YamlFinding> check_yaml_bytes(std::string_view text);

/// The bytes of a UTF-8 byte order mark at the start of `text`: 3 or 0.
std::size_t byte_order_mark(std::string_view text);

/// Where and with what words the parser stopped, and what it had read by then.
struct ParserStop {
  struct Scalar {
    std::size_t offset;
    std::string text;
    bool is_value;  // of a map
  };
  std::string_view message;  // yaml-cpp's
  std::size_t offset;
  std::optional<Scalar> last;
  std::optional<std::size_t> open_bracket;  // the innermost `[` or `{` that is still open
};

/// The parser's complaint in words for people who do not know YAML, at the place to mend.
YamlFinding explain(std::string_view text, const ParserStop& stop);

/// Whether keep() would leave a finding.
bool is_full(const std::vector<YamlFinding>& findings);

/// Adds a finding to those of a file. After the first thousand, one says so and the rest are left.
void keep(std::vector<YamlFinding>& findings, YamlFinding finding);

/// The finding for a text that starts with a sign of YAML's.
YamlFinding sign_in_text(std::size_t offset, char sign);

/// The finding for a name between braces, at `offset`, that has no value: `{ text: one, two }`,
/// `{ text:one }`.
YamlFinding no_colon_in_braces(std::string_view text, std::string_view name, std::size_t offset);

/// The finding for a list whose first entry lacks its dash, so that the parser stopped at the dash
/// of the second, at `at`; nothing if the lines above tell of something else.
std::optional<YamlFinding> first_dash_missing(std::string_view text, std::size_t at);

/// The finding for a key of a section, in whose line `at` lies, that stands in the column of the
/// sections' dashes; nothing if the section above has it already.
std::optional<YamlFinding> key_beside_section(std::string_view text, std::size_t at);

/// How to mend a line that is indented deeper than the one above, in which `at` lies: below a
/// section's line, what belongs to it may lack the line `with:`.
std::string help_for_deeper(std::string_view text, std::size_t at);

/// Where the dash at `at`, which stands among names, belongs.
std::string help_for_dash(std::string_view text, std::size_t at);

/// What to write before a bracket that begins a line: a name, which is `with:` in a section
/// without.
std::string help_for_nameless(std::string_view text, std::size_t bracket);

/// The finding for a line `name:[one]`, or the like with { or a quote, whose text begins at `at`:
/// no text is meant, which is what YAML takes it for. Where only a map can be meant, `name:one`,
/// too. Nothing for any other text.
std::optional<YamlFinding> space_left_out(std::string_view text, std::size_t at, bool wants_map);

/// The same between the braces that open at `brace`, on its line: `{ name:[one] }`.
std::optional<YamlFinding> space_left_out_in_braces(std::string_view text, std::size_t brace);

/// The finding for a line that should say `key: value` and holds no colon, or no space after it.
YamlFinding missing_colon(std::string_view text, std::size_t at);

/// Whether the line that holds `at` may be one of the text of a `|` block above that is not
/// indented as deep.
bool stands_below_block(std::string_view text, std::size_t at);

/// A line without a colon again: the first between what the parser read last and the line that
/// begins at `end`, where it stopped; nothing if there is none.
std::optional<YamlFinding> line_without_colon(std::string_view text, const ParserStop& stop,
                                              std::size_t end);

}  // namespace sheaf::config
