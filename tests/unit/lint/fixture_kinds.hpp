#pragma once
// What fixtures are made of: for a rule, a document with one text, link, picture, table, …

#include "fixtures.hpp"

namespace sheaf::test {

using enum model::LintRule;

inline Fixture text(model::LintRule rule, const std::string& words) {
  return {rule, words, [words](Report& report) { report.say(words); }};
}

inline Fixture link(model::LintRule rule, const std::string& words, const std::string& target) {
  return {rule, words + " -> " + target,
          [=](Report& report) { report.link(report.say("See "), words, target); }};
}

inline Fixture picture(model::LintRule rule, const std::string& alt,
                       const std::string& caption = "") {
  return {rule, "alt: " + alt, [=](Report& report) {
            const auto id = report.add(report.section, ElementKind::Figure);
            report.document[id].alt = alt;
            if (!caption.empty()) report.text(id, ElementKind::Caption, Role::Caption, caption);
          }};
}

inline Fixture picture_file(model::LintRule rule, const std::string& file, const std::string& alt) {
  return {
      rule, "file: " + file, [=](Report& report) {
        const auto id = report.add(report.section, ElementKind::Figure);
        report.document[id].alt = alt;
        report.document[id].asset = static_cast<int>(report.document.assets.size());
        report.document.assets.push_back({.path = "pictures/" + file, .bytes = {}, .source = {}});
      }};
}

inline Fixture title(const std::string& words) {
  return {TitlePoor, "title: " + words, [=](Report& report) {
            for (auto& element : report.document.elements) {
              if (element.role == Role::Title) element.runs[0].text = words;
            }
          }};
}

inline Fixture headings(model::LintRule rule, const std::vector<std::string>& words) {
  return {rule, "heading: " + words[0], [=](Report& report) {
            for (const auto& one : words) report.heading(3, one, report.section);
          }};
}

/// Two headings with a third below the second; the last text is left out or not.
inline Fixture lone_heading(bool has_text) {
  return {HeadingLone, has_text ? "a heading, then text" : "a heading, then nothing",
          [=](Report& report) {
            report.heading(3, "Progress", report.section);
            report.say("We visited all wards.");
            report.heading(3, "Next steps", report.section);
            report.heading(4, "Visits", report.section);
            if (has_text) report.say("We will visit all wards.");
          }};
}

inline Fixture bold_line(const std::string& words, const std::string& next) {
  return {HeadingFake, words + " in bold", [=](Report& report) {
            const auto id = report.add(report.section, ElementKind::Paragraph);
            report.run(id, id, words, model::kStrong);
            if (!next.empty()) report.say(next);
          }};
}

inline Fixture before_text(const std::string& words) {
  return {MarkupPrinted, words + " before a text", [=](Report& report) {
            report.say(words);
            report.say("We will visit all wards.");
          }};
}

inline Fixture links(const std::string& first, const std::string& second,
                     const std::string& target) {
  return {LinkSameText, first + ", " + second, [=](Report& report) {
            report.link(report.say("See "), first, "https://a.example");
            report.link(report.say("See "), second, target);
          }};
}

inline Fixture language(model::LintRule rule, const std::string& tag) {
  return {rule, tag, [=](Report& report) { report.document.language = tag; }};
}

inline Fixture marked(model::LintRule rule, const std::string& words, const std::string& tag) {
  return {rule, words + " in " + tag, [=](Report& report) {
            const auto block = report.say("Welcome: ");
            const auto span = report.add(block, ElementKind::Span);
            report.document[span].language = tag;
            report.run(block, span, words);
          }};
}

inline Fixture table(model::LintRule rule, std::size_t columns, bool with_caption) {
  return {rule, std::to_string(columns) + " columns", [=](Report& report) {
            const DocumentBuilder::Texts cells(columns, "Cell");
            const auto id = report.table(cells, {cells}, report.section);
            if (!with_caption)
              report.document[id].children.erase(report.document[id].children.begin());
          }};
}

inline Fixture rows(model::LintRule rule, const std::vector<DocumentBuilder::Texts>& cells) {
  return {rule, cells[0][0], [=](Report& report) {
            report.table(DocumentBuilder::Texts(cells[0].size(), "Head"), cells, report.section);
          }};
}

/// A row of a query or a plugin: its cells were typed nowhere, and have the place of their source.
inline Fixture reckoned_row() {
  return {TableOneRow, "a row of a query", [](Report& report) {
            report.table({"Service", "Visits"}, {{"Homes", "27"}}, report.section);
            for (auto& element : report.document.elements) {
              if (!element.runs.empty()) element.source = SourceId{7};
            }
          }};
}

/// A number in the body of a fact, which has a label.
inline Fixture labelled_phone(const std::string& number) {
  return {PhoneFormat, number + " with a label", [=](Report& report) {
            const auto facts = report.add(report.section, ElementKind::Facts);
            report.labelled(facts, ElementKind::Fact, Role::FactLabel, "Telephone", Role::FactValue,
                            {number});
          }};
}

inline Fixture lines(const std::vector<std::string>& words) {
  return {ListFake, words[0], [=](Report& report) {
            for (const auto& one : words) report.say(one);
          }};
}

inline Fixture list(model::LintRule rule, const std::string& lead,
                    const std::vector<std::string>& items) {
  return {rule, "list of " + items[0], [=](Report& report) {
            if (!lead.empty()) report.say(lead);
            report.list(items, report.section);
          }};
}

inline Fixture emphasised(const std::string& words) {
  return {Italics, words, [=](Report& report) {
            const auto id = report.say("Remember: ");
            report.run(id, id, words, model::kEmphasis);
          }};
}

inline Fixture term(const std::string& words) { return text(TermStyle, words); }

inline Fixture explained(const std::string& short_form, const std::string& words) {
  return {AcronymFirst, short_form + " with its expansion", [=](Report& report) {
            const auto block = report.say("It is led by the ");
            const auto span = report.add(block, ElementKind::Span);
            report.document[span].alt = words;
            report.run(block, span, short_form);
          }};
}

inline Fixture labels(model::LintRule rule, const std::vector<std::string>& words) {
  return {rule, words.empty() ? "no labels" : words[0], [=](Report& report) {
            const auto facts = report.add(report.section, ElementKind::Facts);
            for (const auto& one : words) {
              report.labelled(facts, ElementKind::Fact, Role::FactLabel, one, Role::FactValue,
                              {"None"});
            }
          }};
}

inline std::string long_sentence(int count) { return "Then " + words(count - 1) + "."; }

inline std::string hard_text() {
  std::string made;
  for (int i = 0; i < 6; ++i) {
    made +=
        "The organisational implementation of interdependent intervention methodologies "
        "necessitates considerable multidisciplinary collaboration between participating "
        "authorities, notwithstanding administrative complications. ";
  }
  return made;
}

inline std::string easy_text() {
  std::string made;
  for (int i = 0; i < 20; ++i) made += "The team went to see the child at home. ";
  return made;
}

inline std::string sentences(int count) {
  std::string made;
  for (int i = 0; i < count; ++i) made += "We met. ";
  return made;
}

}  // namespace sheaf::test
