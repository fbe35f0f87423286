// sheaf-check: the processes in which section plugins are tried. `sheaf plugin check` starts one
// for each check; people do not.

#include "plugin/check/validator.hpp"

int main(int argc, char** argv) {
  return sheaf::plugin::check::serve_as_child(argc, argv, sheaf::plugin::check::make_check);
}
