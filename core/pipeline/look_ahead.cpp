#include "pipeline/look_ahead.hpp"

#include "config/theme_reader.hpp"

namespace sheaf::pipeline {

LookAhead::LookAhead(Session& session, Stage last)
    : session_(session), first_(session.is_first_build()) {
  if (!first_) return;
  plugins_ = std::async(std::launch::async, [&session, last] {
    if (last >= Stage::Sections) session.runner().start();
    Diagnostics unheard;
    session.registry({}, unheard);
    session.fonts();
  });
}

void LookAhead::go_on(const model::LayoutSpec& spec) {
  if (!first_) return;
  theme_ = std::async(std::launch::async, [this, &spec] {
    SourceMap sources;
    Diagnostics unheard;
    config::read_theme(spec.theme, {}, spec.root, session_.setup().theme_folders, session_.files(),
                       sources, unheard, &session_.yaml());
  });
}

void LookAhead::wait() {
  if (theme_.valid()) theme_.wait();
}

}  // namespace sheaf::pipeline
