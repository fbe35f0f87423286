#pragma once
// The improvement: its plan, the board that steers it, and the support for it.

#include "parameters.hpp"

namespace ofsted {

void write_action_plan(const ActionPlan& plan, sheaf::Section& out);
void write_actions(const std::vector<Action>& actions, sheaf::Section& out);
void write_improvement_board(const ImprovementBoard& board, sheaf::Section& out);
void write_support(const Support& support, sheaf::Section& out);

}  // namespace ofsted
