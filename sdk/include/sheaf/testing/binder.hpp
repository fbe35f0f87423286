#pragma once
// The parameters of a test, typed by the manifest as Sheaf types them.

#include <algorithm>
#include <charconv>

#include <sheaf/limit_words.hpp>
#include <sheaf/testing/values.hpp>

namespace sheaf::testing {

class Binder {
 public:
  /// Borrows `values`, into which it writes.
  explicit Binder(Values& values) : values_(values) {}

  /// Nothing can be rendered.
  const std::vector<std::string>& problems() const { return problems_; }
  /// What Sheaf would warn of.
  const std::vector<std::string>& warnings() const { return warnings_; }

  /// The node of `written` by `schema`, a part of a manifest; 0, and a problem, when it is wrong.
  sheaf_node bind(const Written& written, const Written& schema, const std::string& path) {
    const std::string_view word = word_of(schema);
    if (word == "record") return record(written, schema, path);
    if (word == "list" || word == "rows") return list(written, schema, path, word);
    if (word == "keyed-choice") return keyed(written, schema, path);
    if (word == "table") return table(written, path);
    if (word == "person") return person(written, path);
    if (word == "link") return parts(written, "link", {"text", "to"}, path);
    if (word == "image") return image(written, path);
    return scalar(written, schema, word, path);
  }
  /// language, meeting and people: what sections are told of the report around them.
  sheaf_node bind_context(std::string_view language, const Written& meeting,
                          const Written& people) {
    const sheaf_node node = values_.add({"record", SHEAF_MAP, {}, "context"});
    values_.join(node, "language", values_.add({"text", SHEAF_TEXT, std::string(language)}));
    const sheaf_node around = values_.add({"record", SHEAF_MAP, {}, "meeting"});
    for (std::size_t i = 0; i < meeting.keys.size(); ++i) {
      const std::string_view word = meeting.keys[i] == "date" ? "date" : "text";
      values_.join(around, meeting.keys[i], scalar(meeting.items[i], {}, word, meeting.keys[i]));
    }
    values_.join(node, "meeting", around);
    const sheaf_node all = values_.add({"record", SHEAF_MAP, {}, "people"});
    for (std::size_t i = 0; i < people.keys.size(); ++i) {
      const sheaf_node one = person(people.items[i], "people." + people.keys[i]);
      values_.join(all, people.keys[i], one);
      people_.emplace_back(people.keys[i], one);
    }
    values_.join(node, "people", all);
    return node;
  }

 private:
  static std::string_view word_of(const Written& schema) {
    if (const Written* word = schema.find("x-sheaf")) return word->text;
    if (schema.find("enum")) return "choice";
    const std::string_view type = schema.text_of("type");
    return type == "integer"   ? "whole"
           : type == "number"  ? "decimal"
           : type == "boolean" ? "yes-no"
           : type == "array"   ? "list"
           : type == "object"  ? "record"
                               : "text";
  }
  sheaf_node problem(const std::string& path, const std::string& what) {
    problems_.push_back(path + " " + what);
    return 0;
  }

  // Values that hold others.

  sheaf_node record(const Written& written, const Written& schema, const std::string& path) {
    const std::string_view lone = schema.text_of("x-shorthand");
    if (written.kind == Written::Kind::Text && !lone.empty()) {
      return record({Written::Kind::Map, {}, {std::string(lone)}, {written}}, schema, path);
    }
    if (written.kind != Written::Kind::Map) return problem(path, "should be a map");
    const sheaf_node node = values_.add({"record", SHEAF_MAP, {}, path});
    const Written none, *properties = schema.find("properties");
    if (!properties) properties = &none;
    for (const std::string& key : written.keys) check_key(written, key, *properties, path);
    for (std::size_t i = 0; i < properties->keys.size(); ++i) {
      const std::string& key = properties->keys[i];
      if (properties->items[i].find("x-now")) continue;  // an earlier name
      field(node, key, given(written, key, *properties), properties->items[i], schema, path);
    }
    return node;
  }
  /// A key that there is, by this name or, with a warning, by an earlier one.
  void check_key(const Written& map, const std::string& key, const Written& properties,
                 const std::string& path) {
    const Written* known = properties.find(key);
    if (!known) return void(problem(path, "has no `" + key + "`"));
    const std::string now(known->text_of("x-now"));
    if (now.empty()) return;
    if (map.find(now)) {
      problem(path, "gives `" + now + "` twice, as `" + key + "` is its earlier name");
    } else {
      warnings_.push_back(path + " calls `" + now + "` by its earlier name, `" + key + "`");
    }
  }
  /// What is written for a key, or for an earlier name of it.
  static const Written* given(const Written& map, const std::string& key,
                              const Written& properties) {
    const Written* found = map.find(key);
    for (std::size_t i = 0; !found && i < properties.keys.size(); ++i) {
      if (properties.items[i].text_of("x-now") == key) found = map.find(properties.keys[i]);
    }
    return found;
  }
  void field(sheaf_node record, const std::string& key, const Written* written,
             const Written& schema, const Written& outer, const std::string& path) {
    const std::string place = path.empty() ? key : path + "." + key;
    if (!written || written->kind == Written::Kind::Nothing) written = schema.find("default");
    if (written) return values_.join(record, key, bind(*written, schema, place));
    const Written* required = outer.find("required");
    for (std::size_t i = 0; required && i < required->items.size(); ++i) {
      if (required->items[i].text == key) problem(path, "needs `" + key + "`");
    }
  }
  sheaf_node list(const Written& written, const Written& schema, const std::string& path,
                  std::string_view) {
    if (written.kind != Written::Kind::List) return problem(path, "should be a list");
    const std::string size = std::to_string(written.items.size());
    const Limits limits = limits_of(schema, "minItems", "maxItems");
    if (!allows(limits, Measure::Whole, size)) out_of_range(path, Measure::Entries, limits, size);
    const sheaf_node node = values_.add({"list", SHEAF_LIST, {}, path});
    const Written* item = schema.find("items");
    for (std::size_t i = 0; item && i < written.items.size(); ++i) {
      values_.join(node, {},
                   bind(written.items[i], *item, path + "[" + std::to_string(i + 1) + "]"));
    }
    return node;
  }
  sheaf_node keyed(const Written& written, const Written& schema, const std::string& path) {
    const Written* value = schema.find("additionalProperties");
    const Written* names = schema.find("propertyNames");
    if (written.kind != Written::Kind::Map || written.keys.size() != 1 || !value || !names) {
      return problem(path, "should be one choice and its value");
    }
    if (!is_choice(*names, written.keys[0])) {
      return problem(path, "cannot be `" + written.keys[0] + "`");
    }
    const sheaf_node node = values_.add({"record", SHEAF_MAP, {}, path});
    values_.join(node, written.keys[0],
                 bind(written.items[0], *value, path + "." + written.keys[0]));
    return node;
  }
  /// Columns are whole numbers where all their cells are, else text.
  sheaf_node table(const Written& written, const std::string& path) {
    if (written.kind != Written::Kind::List) return problem(path, "should be a list of rows");
    std::vector<std::string> names;
    for (const Written& row : written.items) {
      for (const std::string& key : row.keys) {
        if (std::find(names.begin(), names.end(), key) == names.end()) names.push_back(key);
      }
    }
    const sheaf_node node = values_.add({"record", SHEAF_MAP, {}, path});
    const sheaf_node columns = values_.add({"list", SHEAF_LIST, {}, path});
    const sheaf_node rows = values_.add({"list", SHEAF_LIST, {}, path});
    for (const std::string& name : names) {
      const sheaf_node column = values_.add({"record", SHEAF_MAP, {}, path});
      values_.join(column, "name", values_.add({"text", SHEAF_TEXT, name, path}));
      values_.join(column, "type",
                   values_.add({"choice", SHEAF_TEXT, std::string(type_of(written, name)), path}));
      values_.join(columns, {}, column);
    }
    for (const Written& row : written.items) {
      const sheaf_node made = values_.add({"record", SHEAF_MAP, {}, path});
      for (const std::string& name : names) {
        const Written* cell = row.find(name);
        if (cell)
          values_.join(made, name, scalar(*cell, {}, type_of(written, name), path + "." + name));
      }
      values_.join(rows, {}, made);
    }
    values_.join(node, "columns", columns);
    values_.join(node, "rows", rows);
    return node;
  }
  static std::string_view type_of(const Written& rows, const std::string& column) {
    for (const Written& row : rows.items) {
      const Written* cell = row.find(column);
      if (cell && !is_digits(cell->text)) return "text";
    }
    return "whole";
  }
  sheaf_node parts(const Written& written, const char* word, const std::vector<std::string>& names,
                   const std::string& path) {
    if (written.kind == Written::Kind::Text) {
      return parts({Written::Kind::Map, {}, names, {written, written}}, word, names, path);
    }
    if (written.kind != Written::Kind::Map)
      return problem(path, std::string("should be a ") + word);
    const sheaf_node node = values_.add({word, SHEAF_MAP, {}, path});
    for (const std::string& name : names) {
      const Written* part = written.find(name);
      if (part) values_.join(node, name, scalar(*part, {}, "text", path + "." + name));
    }
    return node;
  }
  sheaf_node person(const Written& written, const std::string& path) {
    for (const auto& [key, node] : people_) {
      if (written.kind == Written::Kind::Text && written.text == key) {
        const TypedValue copy = values_.at(node);  // members are shared: they never change
        return values_.add(copy);
      }
    }
    if (written.kind == Written::Kind::Text) return problem(path, "is nobody of `people`");
    return parts(written, "person", {"name", "post", "email", "phone"}, path);
  }
  sheaf_node image(const Written& written, const std::string& path) {
    const bool is_file = !written.text.empty() || written.find("file");
    if (!is_file) return problem(path, "should be an image: { file, alt }");
    const sheaf_node node = parts(written, "image", {"file", "alt", "caption"}, path);
    values_.at(node).kind = SHEAF_OPAQUE;
    values_.at(node).text = "asset 0";
    return node;
  }

  // Scalars.

  sheaf_node scalar(const Written& written, const Written& schema, std::string_view word,
                    const std::string& path) {
    if (written.kind != Written::Kind::Text)
      return problem(path, "should be " + name(word, schema));
    TypedValue value{std::string(word), SHEAF_TEXT, written.text, path};
    if (!read(value, schema)) {
      return problem(path, "should be " + name(word, schema) + ", not " + in_quotes(written.text));
    }
    check_limits(value, schema);
    return values_.add(std::move(value));
  }
  static bool read(TypedValue& value, const Written& schema) {
    const bool date = is_iso_date(value.text);
    if (value.word == "markdown") value.kind = SHEAF_OPAQUE;
    if (value.word == "choice") return is_choice(schema, value.text);
    if (value.word == "timing" && date) value.kind = SHEAF_DATE;
    if (value.word == "timing") return date || !is_shaped_as_date(value.text);
    if (value.word == "whole") return read_whole(value);
    if (value.word == "decimal" || value.word == "money") return read_decimal(value);
    if (value.word == "yes-no") return read_yes_no(value);
    if (value.word != "date" && value.word != "day") return true;
    value.kind = SHEAF_DATE;
    const bool is_day = value.word == "day";
    value.word = "date";
    return date && (!is_day || value.text.size() == 10);
  }
  static bool is_shaped_as_date(std::string_view text) {
    return Pattern(R"(\d{4}-\d\d)").matches(text) || Pattern(R"(\d{4}-\d\d-\d\d)").matches(text);
  }
  static bool read_whole(TypedValue& value) {
    value.kind = SHEAF_INT;
    const char* const end = value.text.data() + value.text.size();
    return is_whole(value.text) &&
           std::from_chars(value.text.data(), end, value.whole).ec == std::errc();
  }
  static bool read_decimal(TypedValue& value) {
    value.kind = SHEAF_DECIMAL;
    const bool whole_pounds = value.word == "money" && value.text.size() > 3 &&
                              value.text.substr(value.text.size() - 3) == ".00";
    if (whole_pounds) value.text.resize(value.text.size() - 3);
    return is_decimal(value.text);
  }
  static bool read_yes_no(TypedValue& value) {
    value.kind = SHEAF_BOOL;
    value.whole = value.text == "yes" || value.text == "true";
    const bool known = value.whole != 0 || value.text == "no" || value.text == "false";
    value.text = value.whole != 0 ? "yes" : "no";
    return known;
  }
  static bool is_choice(const Written& schema, std::string_view word) {
    const Written* choices = schema.find("enum");
    return choices && std::any_of(choices->items.begin(), choices->items.end(),
                                  [&](const Written& one) { return one.text == word; });
  }
  /// What Sheaf's messages call a scalar.
  static std::string name(std::string_view word, const Written& schema) {
    const Written* choices = schema.find("enum");
    if (choices) return "one of " + joined(choices->items);
    return word == "markdown"  ? "Markdown text"
           : word == "whole"   ? "a whole number"
           : word == "decimal" ? "a number"
           : word == "money"   ? "an amount of money"
           : word == "yes-no"  ? "yes or no"
           : word == "day"     ? "a date (2020-11-25)"
           : word == "date"    ? "a date (2020-11-25, 2020-11 or 2020)"
           : word == "timing"  ? "a date or words"
                               : std::string(word);
  }
  static std::string joined(const std::vector<Written>& words) {
    std::string all;
    for (const Written& word : words) all += (all.empty() ? "" : ", ") + word.text;
    return all;
  }

  // Limits.

  static Limits limits_of(const Written& schema, const char* least, const char* most) {
    Limits limits;
    const Written *low = schema.find(least), *high = schema.find(most);
    if (low) limits.least = Bound(low->text.c_str());
    if (high) limits.most = Bound(high->text.c_str());
    return limits;
  }
  void out_of_range(const std::string& path, Measure measure, const Limits& limits,
                    const std::string& found) {
    const bool is_size = measure == Measure::Characters || measure == Measure::Entries;
    problem(path, std::string(is_size ? "should have " : "should be ") +
                      range_in_words(measure, limits.least.text(), limits.most.text()) + ", not " +
                      (is_size ? found : in_quotes(found)));
  }
  void check_limits(const TypedValue& value, const Written& schema) {
    if (value.word == "text") return check_text(value, schema);
    const bool date = value.kind == SHEAF_DATE;
    if (!date && value.kind != SHEAF_INT && value.kind != SHEAF_DECIMAL) return;
    const Measure measure = date ? Measure::Date : Measure::Decimal;
    const Limits limits = date ? limits_of(schema, "x-minimum", "x-maximum")
                               : limits_of(schema, "minimum", "maximum");
    if (!allows(limits, measure, value.text)) out_of_range(value.path, measure, limits, value.text);
  }
  void check_text(const TypedValue& value, const Written& schema) {
    const std::string size = std::to_string(count_characters(value.text));
    const Limits limits = limits_of(schema, "minLength", "maxLength");
    if (!allows(limits, Measure::Whole, size)) {
      if (value.text.empty()) return void(problem(value.path, "is empty"));
      return out_of_range(value.path, Measure::Characters, limits, size);
    }
    std::string_view form = schema.text_of("pattern");
    if (form.size() < 3 || form.front() != '^' || form.back() != '$') return;
    form = form.substr(1, form.size() - 2);
    if (Pattern(form).problem().empty() && !Pattern(form).matches(value.text)) {
      problem(value.path, "should be " + std::string(schema.text_of("x-form")) + ", not " +
                              in_quotes(value.text));
    }
  }

  Values& values_;
  std::vector<std::pair<std::string, sheaf_node>> people_;
  std::vector<std::string> problems_, warnings_;
};

}  // namespace sheaf::testing
