#pragma once
// Choices that are described already: as parameters of a section, and as attributes of its blocks.

#include <sheaf/describe.hpp>

namespace sheaf {
inline namespace sdk_1 {

/// The key of a choice, as in the layout file: for attributes.
template <Chosen E>
constexpr std::string_view key(E value) {
  for (const auto& option : describe(Type<E>{}).options) {
    if (option.value == value) return option.key;
  }
  return {};
}

/// How an action stands: always a word in the document, never colour alone.
enum class Status { Complete, OnTrack, AtRisk, Delayed };

constexpr auto describe(Type<Status>) {
  return choice(option("complete", Status::Complete, "Complete"),
                option("on-track", Status::OnTrack, "On track"),
                option("at-risk", Status::AtRisk, "At risk"),
                option("delayed", Status::Delayed, "Delayed"));
}

/// The pictograms that come with Sheaf.
enum class Icon { Hands, Space, Face, KeepLeft, Ventilate, Isolate, Test };

constexpr auto describe(Type<Icon>) {
  return choice(option("hands", Icon::Hands), option("space", Icon::Space),
                option("face", Icon::Face), option("keep-left", Icon::KeepLeft),
                option("ventilate", Icon::Ventilate), option("isolate", Icon::Isolate),
                option("test", Icon::Test));
}

/// Where a figure is heading.
enum class Trend { Up, Down, Level };

constexpr auto describe(Type<Trend>) {
  return choice(option("up", Trend::Up), option("down", Trend::Down),
                option("level", Trend::Level));
}

/// What a callout is for.
enum class Callout { Note, Advice, Warning, Success };

constexpr auto describe(Type<Callout>) {
  return choice(option("note", Callout::Note), option("advice", Callout::Advice),
                option("warning", Callout::Warning), option("success", Callout::Success));
}

/// How the cells of a column stand.
enum class Align { Start, End, Centre };

constexpr auto describe(Type<Align>) {
  return choice(option("start", Align::Start), option("end", Align::End),
                option("centre", Align::Centre));
}

}  // namespace sdk_1
}  // namespace sheaf
