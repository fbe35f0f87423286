#include "plugin/manifest_packing.hpp"

#include <tuple>
#include <type_traits>

#include "plugin/host/frames.hpp"

namespace sheaf::plugin {
namespace {

using host::PayloadReader;
using host::PayloadWriter;

template <class T, class Of>
concept Is = std::is_same_v<std::remove_const_t<T>, Of>;

// The members that are kept. All are named, so that one more does not compile before it was thought
// of here, too.

auto members(Is<Json::Member> auto& member) { return std::tie(member.first, member.second); }

auto members(Is<Json> auto& json) {
  auto& [kind, text, items, members, offset] = json;
  return std::tie(kind, text, items, members);  // where it stood is not asked
}

auto members(Is<model::Limits> auto& limits) {
  auto& [least, most, form, form_in_words] = limits;
  return std::tie(least, most, form, form_in_words);
}

auto members(Is<model::Type> auto& type) {
  auto& [kind, choices, labels, fields, item, shorthand, lone, pattern, limits] = type;
  return std::tie(kind, choices, labels, fields, item, shorthand, lone, pattern, limits);
}

auto members(Is<model::Field> auto& field) {
  auto& [name, description, type, required, example, fallback, was] = field;
  return std::tie(name, description, type, required, example, fallback, was);
}

auto members(Is<Manifest> auto& manifest) {
  auto& [id, version, title, description, generation, parameters, blocks, library, file, text, bar,
         hashes] = manifest;
  return std::tie(id, version, title, description, generation, blocks);
}

template <class T>
constexpr bool kIsVector = false;
template <class Item>
constexpr bool kIsVector<std::vector<Item>> = true;

template <class T>
void put(PayloadWriter& out, const T& value) {
  if constexpr (Is<T, std::string>) {
    out.text(value);
  } else if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
    out.number(value);
  } else if constexpr (kIsVector<T>) {
    out.number(static_cast<std::uint32_t>(value.size()));
    for (const auto& item : value) put(out, item);
  } else {
    std::apply([&](const auto&... all) { (put(out, all), ...); }, members(value));
  }
}

/// Clang cannot tell that a member of an object may be made of nothing: Json holds such members.
template <class T>
T nothing() {
  if constexpr (Is<T, Json::Member>) {
    return {std::string(), Json()};
  } else {
    return {};
  }
}

template <class T>
void take(PayloadReader& in, T& value) {
  if constexpr (Is<T, std::string>) {
    value = in.text();
  } else if constexpr (Is<T, bool>) {
    value = in.number<char>() != 0;
  } else if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
    value = in.number<T>();
  } else if constexpr (kIsVector<T>) {
    value.resize(in.count(), nothing<typename T::value_type>());
    for (auto& item : value) take(in, item);
  } else {
    std::apply([&](auto&... all) { (take(in, all), ...); }, members(value));
  }
}

template <class T>
std::string packed(const T& value) {
  PayloadWriter out;
  put(out, value);
  return out.bytes();
}

template <class T>
std::optional<T> unpacked(std::string_view bytes) {
  PayloadReader in(bytes);
  std::optional<T> value(std::in_place);
  take(in, *value);
  if (!in.is_whole()) value.reset();
  return value;
}

}  // namespace

std::string pack_heading(const Manifest& manifest) { return packed(manifest); }

std::string pack(const model::Type& parameters) { return packed(parameters); }

std::optional<Manifest> unpack_heading(std::string_view bytes) { return unpacked<Manifest>(bytes); }

std::optional<model::Type> unpack_type(std::string_view bytes) {
  return unpacked<model::Type>(bytes);
}

}  // namespace sheaf::plugin
