// Mistakes that the compiler refuses, each in a sentence that says what to write instead. MISTAKE
// chooses one; 0 is none.

#include <sheaf/plugin.hpp>

namespace {

enum class Plain { One, Two };
enum class Twice { Open, Closed };
constexpr auto describe(sheaf::Type<Twice>) {
  return sheaf::choice(sheaf::option("open", Twice::Open), sheaf::option("open", Twice::Closed));
}
enum class FromOne { Open = 1, Closed };
constexpr auto describe(sheaf::Type<FromOne>) {
  return sheaf::choice(sheaf::option("open", FromOne::Open),
                       sheaf::option("closed", FromOne::Closed));
}
enum class Shared { Open, Closed };
constexpr auto describe(sheaf::Type<Shared>) {
  return sheaf::choice(sheaf::option("open", Shared::Open), sheaf::option("closed", Shared::Open));
}
struct Loose {
  sheaf::Text text;
};

struct Parameters {
#if MISTAKE == 1 || MISTAKE == 16
  int it = 0;
#elif MISTAKE == 2
  Plain it = Plain::One;
#elif MISTAKE == 3
  std::vector<Loose> it;
#elif MISTAKE == 4
  const char* it = nullptr;
#elif MISTAKE == 13
  sheaf::Status it = sheaf::Status::Complete;
#elif MISTAKE == 26
  Twice it = Twice::Open;
#elif MISTAKE == 35
  Shared it = Shared::Open;
#elif MISTAKE == 14
  std::vector<sheaf::Text> it;
#elif MISTAKE == 17 || MISTAKE == 20
  sheaf::Whole it;
#elif MISTAKE == 23
  std::optional<sheaf::Status> it;
#elif MISTAKE == 24 || MISTAKE == 36 || MISTAKE == 42
  sheaf::Money it;
#elif MISTAKE == 38
  sheaf::Markdown it;
#elif MISTAKE == 39 || MISTAKE == 41
  bool it = false;
#elif MISTAKE == 43
  std::optional<bool> it;
#elif MISTAKE == 40
  sheaf::Date it;
#else
  sheaf::Text it;
#endif
#if MISTAKE == 28
  FromOne other;
#elif MISTAKE == 34
  sheaf::Money other;
#elif MISTAKE == 18 || MISTAKE == 19 || MISTAKE == 27 || MISTAKE == 33
  sheaf::Text other;
#endif
};

#if MISTAKE != 5
constexpr auto describe(sheaf::Type<Parameters>) {
  return sheaf::record(sheaf::field(MISTAKE == 22 ? "first day" : "it", &Parameters::it, "It",
                                    MISTAKE == 20   ? "700"
                                    : MISTAKE == 23 ? "finished"
                                    : MISTAKE == 24 ? "£5"
                                    : MISTAKE == 40 ? "2021-02-31"
                                                    : "")
#if MISTAKE == 11
                           .between(5, 1)
#elif MISTAKE == 12
                           .matching("(a|b)", "a or b")
#elif MISTAKE == 13
                           .otherwise("finished")
#elif MISTAKE == 14
                           .each(sheaf::at_least("2020-02"))
#elif MISTAKE == 16
                           .between(1, 5)
#elif MISTAKE == 17
                           .matching("[0-9]", "a digit")
#elif MISTAKE == 18
                           ,
                       sheaf::field("it", &Parameters::other, "The same again")
#elif MISTAKE == 19
                           ,
                       sheaf::field("other", &Parameters::other, "Another").was("it")
#elif MISTAKE == 20
                           .between(1, 600)
#elif MISTAKE == 27
                           ,
                       sheaf::field("other", &Parameters::it, "Another")
#elif MISTAKE == 28 || MISTAKE == 34
                           ,
                       sheaf::optional_field("other", &Parameters::other, "May be left out")
#elif MISTAKE == 36
                           .between("9.5", "1.5")
#elif MISTAKE == 37
                           .was("a")
                           .was("b")
                           .was("c")
                           .was("d")
                           .was("e")
#elif MISTAKE == 25
                           .each(sheaf::not_empty())
#endif
                           )
#if MISTAKE == 6
      .shorthand("something else")
#endif
      ;
}
#endif

#if MISTAKE == 30
void render(const Parameters&, sheaf::Section&) {
  static_cast<void>(sheaf::Attribute{sheaf::block_attribute::Table::kCaptoin, "Visits"});
}
#elif MISTAKE == 31
void render(const Parameters&, sheaf::Section&) {
  static_cast<void>(sheaf::Attribute{"caption", "Visits"});
}
#elif MISTAKE == 32
void render(const Parameters&, sheaf::Section&) {
  static_cast<void>(sheaf::Inline().mark(sheaf::block_kind::kLink, "to", "https://example.org"));
}
#elif MISTAKE == 15
void render(const Parameters&, sheaf::Section& out) { out.metrics().metric("Share", 0.5); }
#elif MISTAKE == 38 || MISTAKE == 39
void render(const Parameters& with, sheaf::Section& out) { out.paragraph(with.it); }
#elif MISTAKE == 42
void render(const Parameters& with, sheaf::Section& out) {
  out.paragraph(sheaf::number(sheaf::sum(std::vector{with, with}, &Parameters::it)));
}
#elif MISTAKE == 41 || MISTAKE == 43
void render(const Parameters& with, sheaf::Section& out) { out.error(with.it, "It cannot be"); }
#else
void render(const Parameters&, sheaf::Section&) {}
#endif

}  // namespace

#if MISTAKE == 7
SHEAF_SECTION(Parameters, render, {.id = "Not An Id", .version = "1.0.0", .title = "T"})
#elif MISTAKE == 8
SHEAF_SECTION(Parameters, render,
              {.id = "it", .version = "1.0.0", .title = "T", .blocks = {"table"}})
#elif MISTAKE == 29
SHEAF_SECTION(Parameters, render,
              {.id = "it", .version = "1.0.0", .title = "T", .blocks = {"list/1", "tables/1"}})
#elif MISTAKE == 10
SHEAF_SECTION(Parameters, render,
              {.id = "it",
               .version = "1.0.0",
               .title = "T",
               .blocks = {"a/1", "a/2", "a/3", "a/4", "a/5", "a/6", "a/7", "a/8", "a/9",
                          "b/1", "b/2", "b/3", "b/4", "b/5", "b/6", "b/7", "b/8", "b/9",
                          "c/1", "c/2", "c/3", "c/4", "c/5", "c/6", "c/7", "c/8", "c/9",
                          "d/1", "d/2", "d/3", "d/4", "d/5", "d/6"}})
#elif MISTAKE == 9
SHEAF_SECTION(Parameters, render, {.id = "it", .title = "T"})
#elif MISTAKE == 21
SHEAF_SECTION(Parameters, render, {.id = "it", .version = "1", .title = "T"})
#else
SHEAF_SECTION(Parameters, render, {.id = "it", .version = "1.0.0", .title = "T"})
#endif
