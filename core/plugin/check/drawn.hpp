#pragma once
// Values drawn within the limits of a type: at their edges, and between them.

#include <cstddef>
#include <string>
#include <string_view>

#include "model/schema.hpp"
#include "plugin/check/random.hpp"

namespace sheaf::plugin::check {

/// What to draw: the edge that is nearest to nothing, or any that the limits allow.
enum class Draw { Edge, Any };

/// A Whole, Decimal or Money, as it is typed; the type has a limit.
std::string draw_number(const model::Type& type, Draw draw, Random& random);

/// A Day or PartialDate, in ISO 8601. Without limits, of the years 1000 to 9999.
std::string draw_date(const model::Type& type, Draw draw, Random& random);

/// How many entries or characters: `wished`, as far as the limits allow.
std::size_t clamp_size(const model::Limits& limits, std::size_t wished);
/// Any number of them: without a limit upwards, at most `usual` more than the least.
std::size_t draw_size(const model::Limits& limits, std::size_t usual, Random& random);

/// `words`, again and again, until there are `size` characters.
std::string text_of_size(std::string_view words, std::size_t size);
/// A text of this form, of `size` characters or the next number that the form has; empty when none
/// was found.
std::string text_of_form(std::string_view form, std::size_t size, Random& random);

}  // namespace sheaf::plugin::check
