#pragma once
// Which rules of lint hold for a layout, and what they find.

#include "lint/policy.hpp"
#include "lint/text_memory.hpp"
#include "model/document.hpp"
#include "model/layout_spec.hpp"
#include "pipeline/session.hpp"

namespace sheaf::pipeline {

/// The rules with their profile, sheaf.yaml, the layout and its sections laid over.
lint::Policy lint_policy(Session& session, const model::LayoutSpec& spec, SourceMap& sources,
                         Diagnostics& diagnostics);

/// What is advice only takes time and hinders nobody: `sheaf check` gives it, `sheaf build` does
/// not.
enum class Advice : bool { Left, Given };

/// Reports what the rules find. The dictionary is read only when spelling is in force.
void lint_document(Session& session, const model::LayoutSpec& spec, const model::Document& document,
                   Advice advice, lint::TextMemory& texts, SourceMap& sources,
                   Diagnostics& diagnostics);

}  // namespace sheaf::pipeline
