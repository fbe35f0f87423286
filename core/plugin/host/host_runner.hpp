#pragma once
// Each library in a process of its own, all of them side by side.

#include <memory>

#include "plugin/runner.hpp"

namespace sheaf::plugin::host {

std::unique_ptr<Runner> make_host_runner(const RunnerSetup& setup);

}  // namespace sheaf::plugin::host
