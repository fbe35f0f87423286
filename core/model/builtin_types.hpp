#pragma once
// Types that are spelled as records in a layout, but are one kind to a plugin.

#include "model/schema.hpp"

namespace sheaf::model {

/// { name, post, email, phone }
const Type& person_type();
/// { text, to }
const Type& link_type();
/// { file, alt, decorative, caption }
const Type& image_type();
/// `meeting:` of a layout: { board, date, time, place, public }
const Type& meeting_type();

}  // namespace sheaf::model
