#pragma once
// What a build leaves: the files of its outputs, and the lines or the JSON that tell of them.

#include <vector>

#include "cli/command.hpp"
#include "pipeline/build.hpp"

namespace sheaf::cli {

/// A file that was written, and the build that it came from.
struct Written {
  const pipeline::Outcome* outcome;
  Path path;
};

/// Whether --output has room for all files: several need a folder. Not: it was printed.
bool has_room(const Invocation& invocation, const std::vector<pipeline::Outcome>& made);

/// Writes the outputs of all editions, each whole or not at all. What cannot be written becomes a
/// finding of the first outcome, about the output and not about the layout.
std::vector<Written> write_outputs(const Invocation& invocation,
                                   std::vector<pipeline::Outcome>& made);

/// A line for each file; with --format json the findings of `whole`, too.
void print_result(const Invocation& invocation, const pipeline::Outcome& whole,
                  const std::vector<Written>& written);

}  // namespace sheaf::cli
