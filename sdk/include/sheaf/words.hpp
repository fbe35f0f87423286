#pragma once
// Words for the attributes of blocks.

#include <concepts>
#include <string>

#include <sheaf/describe.hpp>

namespace sheaf {
inline namespace sdk_1 {

/// Words for an attribute: a label, a unit, a caption. Never placed.
class Words {
 public:
  Words() = default;
  Words(const char* words) : words_(words) {}
  Words(std::string words) : words_(std::move(words)) {}
  Words(std::string_view words) : words_(words) {}
  Words(const Text& words) : words_(words.view()) {}
  Words(const Whole& number) : words_(std::to_string(number.value())) {}
  template <Chosen E>
  Words(E choice) : words_(label(choice)) {}
  template <std::convertible_to<Words> T>
  Words(const std::optional<T>& value) {
    if (value) *this = *value;
  }
  bool empty() const { return words_.empty(); }
  std::string_view view() const { return words_; }

 private:
  std::string words_;
};

}  // namespace sdk_1
}  // namespace sheaf
