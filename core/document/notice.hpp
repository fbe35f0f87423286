#pragma once
// What the law has printed about exempt information: the notice in its place in the public edition,
// and the marks of the exempt edition (Local Government Act 1972, sections 100A(4) and 100B(5),
// Schedule 12A).

#include <span>
#include <string>
#include <vector>

#include "document/flow.hpp"
#include "model/block.hpp"
#include "model/report.hpp"

namespace sheaf::document {

/// A paragraph that is English in a report of any language. It has no place: nobody typed it, and
/// nobody is to be told that it is long.
void write_english(Flow& flow, model::Role role, std::string_view text);

/// Gives the notices an id that tells nothing of the section they stand for, and those without a
/// heading of their own "Exempt information", with a number when there are several.
void name_notices(std::vector<model::ReportSection>& sections);

/// What no plugin wrote: the heading of a section that is left out.
model::Section notice_of(const model::ReportSection& section);

/// Instead of a section that the public edition leaves out.
void write_notice(const model::Exemption& exemption, Flow& flow);

/// Below the title of an exempt section, in the exempt edition.
void write_exempt_section_mark(const model::Exemption& exemption, Flow& flow);

/// Below the report's title, in the exempt edition: "Not for publication", and why.
void write_exempt_report_mark(std::span<const int> paragraphs, Flow& flow);

/// At the head of every page of the exempt edition.
std::string exempt_page_mark(std::span<const int> paragraphs);

}  // namespace sheaf::document
