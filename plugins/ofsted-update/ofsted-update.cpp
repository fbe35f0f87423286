// ofsted-update: a visit or an inspection by Ofsted, what it asked for, and how the improvement
// goes.

#include "board.hpp"
#include "inspection.hpp"

namespace ofsted {
namespace {

void write_outlook(const Update& update, sheaf::Section& out) {
  if (!update.aims.empty()) out.heading(1, "Our aims");
  out.list("We aim for", update.aims);
  const bool progress = !update.progress.empty(), next = !update.next_steps.empty();
  if (progress || next) {
    out.heading(1, !next ? "Progress" : progress ? "Progress and next steps" : "Next steps");
  }
  out.list("So far", update.progress);
  out.list("We will", update.next_steps);
  if (update.message) out.paragraph(*update.message);
}

void render(const Update& update, sheaf::Section& out) {
  check(update, out);
  out.place(update.narrative);
  write_inspection(update, out);
  write_priority_actions(update.priority_actions, out);
  write_action_plan(update, out);
  if (update.improvement_board) write_improvement_board(*update.improvement_board, out);
  if (update.support) write_support(*update.support, out);
  write_outlook(update, out);
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
