#pragma once
// What messages say of a section, and what exempts a report's sections, at whichever stage they
// are.

#include <set>
#include <vector>

#include "base/diagnostic.hpp"

namespace sheaf::model {

/// Of a SectionSpec, ReportSection or Section.
template <class AnySection>
SectionContext context_of(const AnySection& section) {
  return {section.id, section.plugin, section.owner, section.part, section.source};
}

/// The paragraphs of Schedule 12A that any of the sections falls under, ascending.
template <class Sections>
std::vector<int> exempt_paragraphs(const Sections& sections) {
  std::set<int> found;
  for (const auto& section : sections) {
    if (section.exemption)
      found.insert(section.exemption->paragraphs.begin(), section.exemption->paragraphs.end());
  }
  return {found.begin(), found.end()};
}

}  // namespace sheaf::model
