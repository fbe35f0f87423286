#pragma once
// Reads ahead of the first build of a process what the build will ask its session for.

#include <future>

#include "model/layout_spec.hpp"
#include "pipeline/build.hpp"
#include "pipeline/session.hpp"

namespace sheaf::pipeline {

/// A second thread fills the session's memories (plugins, fonts, the theme) while the build reads,
/// binds and composes. What it finds wrong is not told: the build will find it again, at its place.
/// So nothing in the output depends on who comes first.
class LookAhead {
 public:
  /// Starts with what needs no layout and is wanted by `last`, and with the theme that most layouts
  /// have. Does nothing in a session that has built before.
  LookAhead(Session& session, Stage last);
  LookAhead(const LookAhead&) = delete;
  LookAhead& operator=(const LookAhead&) = delete;

  /// Goes on with another theme, if the layout has one. `spec` outlives this.
  void go_on(const model::LayoutSpec& spec);
  /// Until it has read what it was going to: half of a theme is no use.
  void wait();

 private:
  Session& session_;
  bool first_;
  std::future<void> plugins_, theme_;  // their destructors wait
};

}  // namespace sheaf::pipeline
