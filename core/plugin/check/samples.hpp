#pragma once
// Values to try a plugin with, made from what its manifest says of its parameters.

#include <cstdint>
#include <optional>
#include <string>

#include "base/json.hpp"
#include "model/report.hpp"
#include "model/schema.hpp"
#include "model/value.hpp"

namespace sheaf::plugin::check {

enum class SampleKind {
  Full,    // every parameter, by its example
  Least,   // the required ones alone
  Long,    // every parameter, with long texts and long lists
  Random,  // whatever the schema allows
};

/// As a layout would give them, by the manifest's schema. The same seed makes the same sample.
Json make_sample(const model::Type& parameters, SampleKind kind, std::uint64_t seed = 1);

/// The values as a plugin gets them; or what is wrong with the sample, as a sentence. Files,
/// people, images and data that it names are invented.
tl::expected<model::Value, std::string> bind_sample(const Json& sample,
                                                    const model::Type& parameters);

/// What stands around every sample: language, meeting and people; no sections.
model::Report sample_report();

}  // namespace sheaf::plugin::check
