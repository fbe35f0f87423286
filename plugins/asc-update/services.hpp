#pragma once
// How the teams work, the services they run, and what is being reviewed or tried.

#include "parameters.hpp"

namespace asc {

void write_ways_of_working(const WaysOfWorking& ways, sheaf::Section& out);
void write_services(const std::vector<Service>& services, sheaf::Section& out);
void write_review(const Review& review, sheaf::Section& out);
void write_pilot(const Pilot& pilot, sheaf::Section& out);

}  // namespace asc
