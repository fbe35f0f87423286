#include "pipeline/look_ahead.hpp"

#include <system_error>
#include <utility>

#include "config/theme_reader.hpp"

namespace sheaf::pipeline {
namespace {

/// Nothing when there may be no more threads: the build then reads all by itself.
template <class Work>
std::future<void> beside(Work work) try {
  return std::async(std::launch::async, std::move(work));
} catch (const std::system_error&) {
  return {};
}

void read_theme(Session& session, std::string_view name, const Path& root) {
  SourceMap sources;
  Diagnostics unheard;
  config::read_theme(name, {}, root, session.setup().theme_folders, session.files(), sources,
                     unheard, &session.yaml());
}

}  // namespace

LookAhead::LookAhead(Session& session, Stage last)
    : session_(session), first_(session.is_first_build()) {
  if (!first_) return;
  plugins_ = beside([&session, last] {
    if (last >= Stage::Sections) session.runner().start();
    session.registry({});
    session.fonts();
    if (last >= Stage::Pages) read_theme(session, config::kDefaultTheme, {});
  });
}

void LookAhead::go_on(const model::LayoutSpec& spec) {
  if (!first_ || spec.theme == config::kDefaultTheme) return;
  theme_ = beside([this, &spec] { read_theme(session_, spec.theme, spec.root); });
}

void LookAhead::wait() {
  if (plugins_.valid()) plugins_.wait();
  if (theme_.valid()) theme_.wait();
}

}  // namespace sheaf::pipeline
