#pragma once
// Errors. A stage tells its Diagnostics what is wrong and returns Failed, which only means "already
// reported".

#include <tl/expected.hpp>

namespace sheaf {

/// The value is missing because of errors that were reported to the Diagnostics at hand.
struct Failed {};

template <class T>
using Result = tl::expected<T, Failed>;

inline tl::unexpected<Failed> failed() { return tl::unexpected<Failed>(Failed{}); }

}  // namespace sheaf

/// Declares `name` from a Result expression, or returns failed() from the calling function.
#define SHEAF_TRY(name, expression)             \
  auto name##_result = (expression);            \
  if (!name##_result) return ::sheaf::failed(); \
  auto& name = *name##_result
