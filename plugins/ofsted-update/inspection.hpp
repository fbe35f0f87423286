#pragma once
// The visit or inspection itself, and what inspectors asked for.

#include "parameters.hpp"

namespace ofsted {

/// Reports what cannot be: a visit after the one that follows it, a plan before its visit.
void check(const Update& update, sheaf::Section& out);

void write_inspection(const Update& update, sheaf::Section& out);
void write_priority_actions(const std::vector<PriorityAction>& actions, sheaf::Section& out);

/// "on 25 November 2020", "in November 2020".
sheaf::Inline in_or_on(const sheaf::Date& date);

}  // namespace ofsted
