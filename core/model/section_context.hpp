#pragma once
// What messages say of a section, at whichever stage it is.

#include "base/diagnostic.hpp"

namespace sheaf::model {

/// Of a SectionSpec, ReportSection or Section.
template <class AnySection>
SectionContext context_of(const AnySection& section) {
  return {section.id, section.plugin, section.owner, section.part, section.source};
}

}  // namespace sheaf::model
