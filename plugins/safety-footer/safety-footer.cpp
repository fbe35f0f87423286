// safety-footer: how to stay safe, and where to find help; real content, never page furniture.

#include <algorithm>

#include <sheaf/plugin.hpp>

namespace {

using sheaf::field;
using sheaf::Icon;
using sheaf::Inline;
using sheaf::optional_field;
using sheaf::text;

struct Advice {
  sheaf::Text what;
  std::optional<sheaf::Text> phone;
  std::optional<sheaf::Link> link;
};
constexpr auto describe(sheaf::Type<Advice>) {
  return sheaf::record(
             field("text", &Advice::what, "What to do, without a full stop",
                   "Wash your hands often, with soap and water")
                 .not_empty(),
             field("phone", &Advice::phone, "Whom to call about it", "119"),
             field("link", &Advice::link, "Where to read about it",
                   R"({ "text": "GOV.UK: getting tested", "to": "https://www.gov.uk/" })"))
      .shorthand("text");
}

struct ChangedAdvice {
  sheaf::Timing since;
  sheaf::Text people;
  std::optional<sheaf::Text> worries;
};
constexpr auto describe(sheaf::Type<ChangedAdvice>) {
  return sheaf::record(
      field("since", &ChangedAdvice::since, "Since when: a date, or words", "2020-08"),
      field("for", &ChangedAdvice::people, "For whom it has changed", "people who are shielding")
          .not_empty(),
      field("worries", &ChangedAdvice::worries, "Whom the change may worry",
            "some people who are extremely vulnerable"));
}

struct Help {
  std::optional<sheaf::Text> title, introduction, phone;
  std::vector<sheaf::Text> offers;
  std::optional<sheaf::Link> web;
};
constexpr auto describe(sheaf::Type<Help>) {
  return sheaf::record(
      field("title", &Help::title, "A heading for the offer of help", "Do you need help?"),
      field("text", &Help::introduction, "The offer, in whole sentences",
            "You can still call the council."),
      optional_field("offers", &Help::offers, "Whom the council can put people in touch with",
                     R"(["community groups", "food banks"])"),
      field("phone", &Help::phone, "Number to call, in groups of digits", "0115 915 5555"),
      field("web", &Help::web, "Page to read: an address, or a text and an address",
            R"("www.nottinghamcity.gov.uk/coronavirus")"));
}

struct SafetyFooter {
  std::vector<sheaf::Text> hashtags;
  std::vector<sheaf::Keyed<Icon, Advice>> advice;
  std::optional<ChangedAdvice> changed_advice;
  std::optional<Help> help;
  std::optional<sheaf::Link> translations;
};
constexpr auto describe(sheaf::Type<SafetyFooter>) {
  return sheaf::record(
      optional_field("hashtags", &SafetyFooter::hashtags, "Hashtags, typed without #",
                     R"(["StopTheSpread"])")
          .each(sheaf::matching("[^# ]+", "one word without #")),
      field("advice", &SafetyFooter::advice, "One line of advice per pictogram",
            R"([{ "hands": "Wash your hands often" }])"),
      field("changed_advice", &SafetyFooter::changed_advice, "Advice that has changed",
            R"({ "since": "2020-08", "for": "people who are shielding" })"),
      field("help", &SafetyFooter::help, "Where to find help", R"({ "phone": "0115 915 5555" })"),
      field("translations", &SafetyFooter::translations,
            "Where this is in other languages and formats",
            R"("www.nottinghamcity.gov.uk/coronavirus/translations")"));
}

std::string_view heading_of(Icon icon) {
  switch (icon) {
    case Icon::Hands: return "Hands";
    case Icon::Space: return "Space";
    case Icon::Face: return "Face";
    case Icon::KeepLeft: return "Keep left";
    case Icon::Ventilate: return "Fresh air";
    case Icon::Isolate: return "Isolate";
    case Icon::Test: return "Test";
  }
  return {};
}

/// "To get a test: call 119 or visit GOV.UK"
Inline line(const Advice& advice) {
  Inline out = advice.what;
  if (advice.phone || advice.link) out += ": ";
  if (advice.phone) out += text("call ", *advice.phone);
  if (advice.phone && advice.link) out += " or ";
  if (advice.link) out += text("visit ", *advice.link);
  return out;
}

/// A screen reader says a long run of digits as one number.
void check_phone(const std::optional<sheaf::Text>& phone, sheaf::Section& out) {
  if (!phone) return;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto digits = std::ranges::count_if(phone->view(), is_digit);
  const bool known = phone->view().find_first_not_of("0123456789 +") == std::string_view::npos;
  if (digits < 3 || !known) out.error(*phone, "This is no telephone number");
  if (digits > 6 && phone->view().find(' ') == std::string_view::npos) {
    out.error(*phone, "A telephone number needs spaces, as in 0115 915 5555");
  }
}

void check(const SafetyFooter& footer, sheaf::Section& out) {
  for (const auto& [icon, advice] : footer.advice) check_phone(advice.phone, out);
  if (footer.help) check_phone(footer.help->phone, out);
}

void write_hashtags(const std::vector<sheaf::Text>& tags, sheaf::Section& out) {
  Inline all;
  for (const sheaf::Text& tag : tags) all += text(all.empty() ? "#" : " #", tag);
  if (!all.empty()) out.paragraph(sheaf::strong(all));
}

void write_changed_advice(const ChangedAdvice& changed, sheaf::Section& out) {
  Inline worries;
  if (changed.worries) worries = text(" This may worry ", *changed.worries, ".");
  out.paragraph("Advice for ", changed.people, " has been different since ", changed.since, ".",
                worries);
}

void write_help(const Help& help, sheaf::Section& out) {
  sheaf::Blocks callout = out.callout(sheaf::Callout::Advice, help.title);
  if (help.introduction) callout.paragraph(*help.introduction);
  const Inline offers = listed(help.offers);
  if (!offers.empty()) callout.paragraph("The council can introduce you to ", offers, ".");
  sheaf::Facts facts = callout.facts();
  facts.fact("Telephone", help.phone);
  facts.fact("Website", help.web);
}

void render(const SafetyFooter& footer, sheaf::Section& out) {
  check(footer, out);
  write_hashtags(footer.hashtags, out);
  sheaf::Pictograms pictograms = out.pictograms();
  for (const auto& [icon, advice] : footer.advice) {
    pictograms.pictogram(icon, heading_of(icon), line(advice));
  }
  if (footer.changed_advice) write_changed_advice(*footer.changed_advice, out);
  if (footer.help) write_help(*footer.help, out);
  if (footer.translations) {
    out.paragraph("Translations and other formats are on their way, and will be found here: ",
                  *footer.translations, ".");
  }
}

}  // namespace

SHEAF_SECTION(SafetyFooter, render,
              {.id = "safety-footer",
               .version = "1.0.0",
               .title = "Safety footer",
               .description = "Advice with pictograms, advice that has changed, and where to find "
                              "help",
               .blocks = {"paragraph/1", "pictograms/1", "callout/1", "facts/1"}})
