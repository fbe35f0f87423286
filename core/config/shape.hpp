#pragma once
// Whether what was typed fits a file format. Nothing is converted: texts stay nodes.

#include <string_view>

#include "base/diagnostic.hpp"
#include "model/node.hpp"
#include "model/schema.hpp"

namespace sheaf::config {

/// Reports unknown keys and values of the wrong kind, in this file as typed. Missing keys are no
/// matter here, because another file may give them, unlike what an empty entry of a list stands
/// for; a text that holds a ((placeholder)) fits any scalar. `path` names the node in messages:
/// "parts.summary".
void check_shape(const model::Node& node, const model::Type& type, std::string_view path,
                 Diagnostics& diagnostics);

/// Gives misspelt keys, which check_shape() has reported, the names that were meant, so that they
/// are not missed as well.
void take_as_meant(model::Node& map, const model::Type& type);

/// Reports the required keys of a record that are missing once all is merged.
void check_complete(const model::Node& map, const model::Type& type, SourceId place,
                    std::string_view path, Diagnostics& diagnostics);

/// The same for every record inside it that is given at all.
void check_complete_below(const model::Node& node, const model::Type& type, std::string_view path,
                          Diagnostics& diagnostics);

bool has_placeholder(const model::Node& node);

/// The text behind a key; null for none, and for what is no text, which its shape has reported.
const model::Node* text_of(const model::Node& map, std::string_view key);

}  // namespace sheaf::config
