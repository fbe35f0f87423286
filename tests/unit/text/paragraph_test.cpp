#include "text/paragraph.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <ctime>

#include "workshop.hpp"

using namespace sheaf;
using namespace sheaf::text;
using namespace sheaf::text::test;

namespace {

std::string joined(const std::vector<Line>& lines) {
  std::string all;
  for (const Line& line : lines) all += text_of(line);
  return all;
}

Length width_of(Workshop& workshop, std::string_view text) {
  return workshop.make(text).widths().max;
}

constexpr std::string_view kMeeting =
    "The board met on 25 November 2020 to agree the plan for the winter, and heard from partners.";

}  // namespace

TEST_CASE("Every character of a paragraph is in its fragments, spaces too") {
  Workshop workshop;
  const auto lines = workshop.make(kMeeting).lines(pt(120));
  CHECK(joined(lines) == kMeeting);
  CHECK(lines.size() > 3);
  for (const Line& line : lines) CHECK(line.width <= pt(120));
  CHECK(workshop.diagnostics.all().empty());
}

TEST_CASE("A paragraph without text is empty and has no lines") {
  Workshop workshop;
  CHECK(workshop.make("").empty());
  CHECK(workshop.make("").lines(pt(100)).empty());
  CHECK(Paragraph().widths().max == Length{});
}

TEST_CASE("A paragraph that fits stays on one line") {
  Workshop workshop;
  const Paragraph p = workshop.make("One short line");
  CHECK(p.lines(p.widths().max).size() == 1);
  CHECK(p.lines(p.widths().max - Length{1}).size() == 2);
}

TEST_CASE("The whole paragraph decides where a line ends, not each line for itself") {
  // Filling each line as far as it goes would leave the second one almost empty.
  Workshop workshop;
  const Length width = width_of(workshop, "mmm mm");
  const auto lines = texts(workshop.make("mmm mm mm mmmmm").lines(width));
  CHECK(lines == std::vector<std::string>{"mmm ", "mm mm ", "mmmmm"});
}

TEST_CASE("Invisible places to break cost no time, however many stand together") {
  Workshop workshop;
  std::string text = "before";
  for (int i = 0; i < 120'000; ++i) text += i % 2 == 0 ? "\u200B" : "\u200B\u00AD";
  text += "after";
  const std::clock_t begin = std::clock();
  const Paragraph p = workshop.make(text);
  CHECK(p.lines(p.widths().max).size() == 1);
  CHECK(p.lines(width_of(workshop, "before")).size() == 2);
  CHECK((std::clock() - begin) / CLOCKS_PER_SEC < 20);  // not minutes
}

TEST_CASE("A last line of one short word is avoided") {
  Workshop workshop;
  const Length width = width_of(workshop, "the board agreed the plan for");
  const auto lines = texts(workshop.make("the board agreed the plan for it").lines(width));
  REQUIRE(lines.size() == 2);
  CHECK(lines.back() != "it");
}

TEST_CASE("Balanced lines are about as long as one another, and no more of them") {
  Workshop workshop;
  const std::string heading = "A quarter of a million books for Nottingham's children";
  const Length width = width_of(workshop, "A quarter of a million books for Nottingham's");
  CHECK(texts(workshop.make(heading).lines(width)).back() == "children");
  const std::vector<Span> spans{Workshop::span(heading)};
  const auto lines = workshop.make(spans, {.balanced = true}).lines(width);
  CHECK(texts(lines) ==
        std::vector<std::string>{"A quarter of a million books ", "for Nottingham's children"});
}

TEST_CASE("Dates, sums and names are not parted while another break will do") {
  Workshop workshop;
  for (const std::string held : {"25 November", "£75 million", "A. Smith"}) {
    const std::string text =
        "It was said on the same morning that " + held + " and more would come";
    const Paragraph p = workshop.make(text);
    for (std::int64_t w = 100; w < 400; w += 7) {
      for (const std::string& line : texts(p.lines(pt(w)))) {
        INFO(held << " at " << w << ": " << line);
        CHECK((line.find(held) != std::string::npos ||
               line.find(held.substr(0, held.find(' ') + 1)) == std::string::npos));
      }
    }
  }
}

TEST_CASE("The least width keeps a date whole, the greatest is all on one line") {
  Workshop workshop;
  const ContentWidths widths = workshop.make("on 25 November there").widths();
  CHECK(widths.min == width_of(workshop, "25 November"));
  CHECK(widths.max == width_of(workshop, "on ") + width_of(workshop, "on 25") -
                          width_of(workshop, "on") + width_of(workshop, "25 November there") -
                          width_of(workshop, "25"));
  CHECK(workshop.make("a b").lines(Length{}).size() == 2);
}

TEST_CASE("A word wider than the line is cut between graphemes and nothing is lost") {
  Workshop workshop;
  const std::string text = "see Safeguardingpartnershiparrangements\u0301office now";
  for (std::int64_t w = 1; w < 200; w += 9) {
    const auto lines = workshop.make(text).lines(pt(w));
    CHECK(joined(lines) == text);
    for (const Line& line : lines) {
      if (w > 12) CHECK(line.width <= pt(w));
      CHECK(text_of(line).substr(0, 2) != "\u0301");
    }
  }
}

TEST_CASE("No text is lost or put out of order, whatever the text and the width") {
  Workshop workshop;
  const std::vector<std::string> words{"a",    "the",     "council",
                                       "£75",  "million", "well-known",
                                       "25",   "March",   "(pilot)",
                                       "–",    "“care”",  "https://x.gov.uk/a-b?c=1",
                                       "é",    "x\u0301", "children’s",
                                       "и",    "שלום",    "۲۵",
                                       "بورڈ", "of",      "extraordinarily-overlong-hyphenated",
                                       "12.30"};
  unsigned state = 42;
  const auto random = [&](std::size_t below) {
    state = state * 1664525 + 1013904223;
    return (state >> 12) % below;
  };
  for (int round = 0; round < 400; ++round) {
    std::string text;
    std::vector<std::string> parts;
    for (std::size_t n = 1 + random(40); n > 0; --n) {
      parts.push_back(words[random(words.size())]);
      if (random(8) != 0) parts.back() += ' ';
    }
    std::vector<Span> spans;
    for (const std::string& part : parts) {
      text += part;
      spans.push_back(Workshop::span(part));
      spans.back().size = random(5) == 0 ? pt(9) : pt(12);
      spans.back().weight = random(6) == 0 ? model::Weight::Bold : model::Weight::Regular;
    }
    Paragraph::Options options;
    options.alignment = static_cast<model::Alignment>(random(4));
    options.right_to_left = random(4) == 0;
    options.first_indent = pt(static_cast<std::int64_t>(random(20)));
    const auto lines =
        workshop.make(spans, options).lines(pt(static_cast<std::int64_t>(20 + random(400))));
    INFO(text);
    REQUIRE(joined(lines) == text);
  }
  CHECK(workshop.diagnostics.all().empty());
}

TEST_CASE("A forced break ends a line, two leave an empty one with a height") {
  Workshop workshop;
  std::vector<Span> spans{Workshop::span("one"), Workshop::span(""), Workshop::span("two")};
  spans[0].break_after = spans[1].break_after = true;
  const auto lines = workshop.make(spans).lines(pt(300));
  CHECK(texts(lines) == std::vector<std::string>{"one", "", "two"});
  CHECK(lines[0].forced_end);
  CHECK(lines[1].ascent > Length{});
  CHECK(!lines[2].forced_end);
}

TEST_CASE("A forced break at the very end adds no line") {
  Workshop workshop;
  std::vector<Span> spans{Workshop::span("one")};
  spans[0].break_after = true;
  CHECK(workshop.make(spans).lines(pt(300)).size() == 1);
}

TEST_CASE("A soft hyphen shows only where it ends a line") {
  Workshop workshop;
  const Paragraph p = workshop.make("safe\u00ADguarding");
  CHECK(texts(p.lines(pt(300))) == std::vector<std::string>{"safeguarding"});
  const auto lines = p.lines(p.widths().max - pt(5));
  CHECK(texts(lines) == std::vector<std::string>{"safe\u00AD", "guarding"});
  CHECK(lines[0].fragments.back().hyphen_added);
  CHECK(lines[0].width == lines[0].fragments.back().left + lines[0].fragments.back().advance);
}

TEST_CASE("Words stand one after the other, and the space at a line's end hangs") {
  Workshop workshop;
  const auto lines = workshop.make(kMeeting).lines(pt(150));
  for (const Line& line : lines) {
    Length x;
    for (const Fragment& f : line.fragments) {
      CHECK(f.left == x);
      CHECK(f.x == x);
      x += f.advance;
    }
    CHECK(x == line.width);
  }
}

TEST_CASE("Alignment moves lines, justification fills all but the last") {
  Workshop workshop;
  const Length width = pt(150);
  const auto edges = [&](model::Alignment alignment) {
    const auto lines = workshop.make(kMeeting, {.alignment = alignment}).lines(width);
    std::vector<std::pair<Length, Length>> result;
    for (const Line& line : lines) {
      const Fragment& last = line.fragments.back();
      result.emplace_back(line.fragments.front().left, width - last.left - last.advance);
    }
    return result;
  };
  for (const auto& [before, after] : edges(model::Alignment::Start)) CHECK(before == Length{});
  for (const auto& [before, after] : edges(model::Alignment::End)) CHECK(after == Length{});
  for (const auto& [before, after] : edges(model::Alignment::Centre)) {
    CHECK((before - after).micro <= 1);
    CHECK((after - before).micro <= 1);
  }
  const auto justified = edges(model::Alignment::Justified);
  for (std::size_t i = 0; i + 1 < justified.size(); ++i) {
    CHECK(justified[i] == std::pair(Length{}, Length{}));
  }
  CHECK(justified.back().second > Length{});
}

TEST_CASE("The first line is indented and has that much less room") {
  Workshop workshop;
  const auto lines = workshop.make(kMeeting, {.first_indent = pt(30)}).lines(pt(150));
  CHECK(lines[0].fragments[0].left == pt(30));
  CHECK(lines[0].width <= pt(120));
  CHECK(lines[1].fragments[0].left == Length{});
}

TEST_CASE("A line is as high as its largest type") {
  Workshop workshop;
  std::vector<Span> spans{Workshop::span("small "), Workshop::span("large")};
  spans[1].size = pt(24);
  const auto lines = workshop.make(spans).lines(pt(300));
  const Face& face = *lines[0].fragments[0].word->face;
  CHECK(lines[0].ascent == at_size(face.metrics().ascender, face, pt(24)));
  CHECK(lines[0].descent == at_size(-face.metrics().descender, face, pt(24)));
}

TEST_CASE("No line ends between styles in the middle of a word") {
  Workshop workshop;
  std::vector<Span> spans{Workshop::span("un"), Workshop::span("believ"), Workshop::span("able")};
  spans[1].weight = model::Weight::Bold;
  spans[0].tag = 1, spans[1].tag = 2, spans[2].tag = 3;
  const Paragraph p = workshop.make(spans);
  CHECK(p.widths().min == p.widths().max);
  const auto lines = p.lines(pt(300));
  REQUIRE(lines[0].fragments.size() == 3);
  CHECK(lines[0].fragments[1].tag == 2);
  CHECK(lines[0].fragments[1].word->face != lines[0].fragments[0].word->face);
}

namespace {

/// All that is drawn, and where.
std::string drawn(const std::vector<Line>& lines) {
  std::string all;
  for (const Line& line : lines) {
    all += fmt::format("{} {} {}\n", line.width.micro, line.ascent.micro, line.forced_end);
    for (const Fragment& f : line.fragments) {
      all += fmt::format("{}|{}|{}|{}|{}\n", f.word->text, f.tag, f.size.micro, f.x.micro,
                         f.word->face->postscript_name());
    }
  }
  return all;
}

}  // namespace

TEST_CASE("The same text at the same width gives the same lines, also justified and cut") {
  Workshop workshop, fresh;
  const Paragraph::Options options{.alignment = model::Alignment::Justified};
  const Paragraph p = workshop.make(kMeeting, options);
  for (const Length width : {pt(20), pt(90), pt(200), pt(20)}) {
    CHECK(drawn(p.lines(width)) == drawn(fresh.make(kMeeting, options).lines(width)));
  }
}

TEST_CASE("A paragraph that is made again is neither shaped nor broken again") {
  Workshop workshop;
  const Paragraph first = workshop.make(kMeeting);
  const auto* lines = &first.lines(pt(120));
  for (int build = 0; build < 3; ++build) {
    workshop.shop.use(theme(), workshop.diagnostics);
    const Paragraph again = workshop.make(kMeeting);
    CHECK(&again.lines(pt(120)) == lines);
    CHECK(&again.lines(pt(130)) != lines);
  }
}

TEST_CASE("Paragraphs of the same words are told apart by all that shows") {
  const auto altered = [](auto alter) {
    std::vector<Span> spans{Workshop::span("for "), Workshop::span("the "),
                            Workshop::span("board")};
    alter(spans[1]);
    return spans;
  };
  const std::vector<std::vector<Span>> kinds{
      altered([](Span&) {}),
      altered([](Span& span) { span.size = pt(13); }),
      altered([](Span& span) { span.weight = model::Weight::Bold; }),
      altered([](Span& span) { span.slant = model::Slant::Italic; }),
      altered([](Span& span) { span.tag = 1; }),
      altered([](Span& span) { span.break_after = true; }),
      {Workshop::span("for the board")},
  };
  const std::vector<Paragraph::Options> options{{},
                                                {.right_to_left = true},
                                                {.alignment = model::Alignment::End},
                                                {.first_indent = pt(9)},
                                                {.balanced = true}};
  Workshop workshop;
  for (int turn = 0; turn < 2; ++turn) {
    for (const auto& spans : kinds) {
      for (const auto& one : options) {
        Workshop fresh;
        CHECK(drawn(workshop.make(spans, one).lines(pt(60))) ==
              drawn(fresh.make(spans, one).lines(pt(60))));
      }
    }
  }
}

TEST_CASE("A character that no font has is reported in every build") {
  Workshop workshop;
  for (std::size_t build = 1; build <= 2; ++build) {
    workshop.shop.use(theme(), workshop.diagnostics);
    (void)workshop.make("beyond \U0010FFF0 all fonts");
    CHECK(workshop.diagnostics.errors() == build);
  }
}
