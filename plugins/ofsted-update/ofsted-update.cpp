// ofsted-update: a visit or an inspection by Ofsted, what it asked for, and how the improvement
// goes.

#include "update.hpp"

namespace ofsted {
namespace {

void write_progress(const Update& update, sheaf::Section& out) {
  const bool progress = !update.progress.empty() || update.actions;
  const bool next = !update.next_steps.empty();
  if (progress) out.heading(1, next ? "Progress and next steps" : "Progress");
  if (!progress && next) out.heading(1, "Next steps");
  out.list("So far", update.progress);
  if (update.actions) write_actions(*update.actions, out);
  out.list("We will", update.next_steps);
}

void render(const Update& update, sheaf::Section& out) {
  check(update, out);
  out.place(update.narrative);
  write_inspection(update, out);
  if (update.priority_actions) write_priority_actions(*update.priority_actions, out);
  if (update.action_plan) write_action_plan(*update.action_plan, out);
  if (update.improvement_board) write_improvement_board(*update.improvement_board, out);
  if (update.support) write_support(*update.support, out);
  if (!update.aims.empty()) out.heading(1, "Our aims");
  out.list("We want to see", update.aims);
  write_progress(update, out);
  if (update.message) out.paragraph(*update.message);
}

}  // namespace
}  // namespace ofsted

SHEAF_SECTION(ofsted::Update, ofsted::render,
              {.id = "ofsted-update",
               .version = "1.0.0",
               .title = "Ofsted update",
               .description = "A visit or an inspection by Ofsted: what it covers, what inspectors "
                              "asked for, the action plan, the improvement board and the progress",
               .blocks = {"heading/1", "paragraph/1", "list/1", "facts/1", "table/1"}})
