#include "pipeline/build.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "config/theme_reader.hpp"
#include "config/trust_reader.hpp"
#include "config/yaml_reader.hpp"
#include "document/bind.hpp"
#include "document/compose.hpp"
#include "document/notice.hpp"
#include "page/background_sink.hpp"
#include "pipeline/cures.hpp"
#include "pipeline/echoes.hpp"
#include "pipeline/look_ahead.hpp"
#include "pipeline/withheld.hpp"
#include "plugin/trust.hpp"

namespace sheaf::pipeline {
namespace {

/// The registry as bind asks for it.
class InstalledTypes final : public document::ParameterTypes {
 public:
  /// `complete`: all folders of plugins could be looked into.
  InstalledTypes(const plugin::Registry& registry, bool complete)
      : registry_(registry), complete_(complete) {}
  const model::Type* find(std::string_view plugin) const override {
    const plugin::Manifest* manifest = registry_.find(plugin);
    return manifest ? &manifest->parameters : nullptr;
  }
  std::string_view version(std::string_view plugin) const override {
    const plugin::Manifest* manifest = registry_.find(plugin);
    return manifest ? std::string_view(manifest->version) : std::string_view();
  }
  std::string why_missing(std::string_view plugin) const override {
    const auto found = std::ranges::find(registry_.skipped(), plugin, &plugin::Skipped::id);
    return found == registry_.skipped().end() ? std::string() : found->why;
  }
  bool may_hide_some() const override { return !complete_; }
  std::vector<std::string_view> ids() const override { return registry_.ids(); }

 private:
  const plugin::Registry& registry_;
  bool complete_;
};

/// Lends a bench for as long as it lives.
class Borrowed {
 public:
  explicit Borrowed(Session& session) : session_(session), bench_(session.borrow()) {}
  ~Borrowed() { session_.give_back(std::move(bench_)); }
  Borrowed(const Borrowed&) = delete;
  Borrowed& operator=(const Borrowed&) = delete;
  text::Shop& shop() { return *bench_.shop; }
  render::pdf::WriterCache& writer_cache() { return *bench_.writer_cache; }
  lint::TextMemory& texts() { return *bench_.texts; }

 private:
  Session& session_;
  Bench bench_;
};

/// One build on its way through the house.
class Way {
 public:
  Way(Session& session, const Request& request, Outcome& made)
      : session_(session), request_(request), made_(made), ahead_(session, request.last) {}

  void go() {
    if (!read() || is_last(Stage::Spec)) return;
    if (request_.last >= Stage::Pages) ahead_.go_on(*made_.spec);
    if (!bind() || is_last(Stage::Report)) return;
    run_plugins();
    if (is_last(Stage::Sections)) return;
    made_.document = document::compose(std::move(*made_.report), made_.sections, made_.sources,
                                       made_.diagnostics);
    made_.report.reset();
    made_.sections = {};  // all of it is in the document
    if (is_last(Stage::Document)) return;
    bench_.emplace(session_);
    linting_.emplace(session_, *made_.spec, *made_.document, advice(), made_.sources,
                     made_.diagnostics);
    const auto theme = read_theme();
    linting_->start(made_.sources, bench_->texts());
    if (theme) set_pages(*theme);
    tell_findings();
  }

 private:
  bool is_last(Stage stage) const { return request_.last == stage; }

  /// Errors first: advice would bury them.
  Advice advice() const { return made_.ok() ? request_.advice : Advice::Left; }

  void tell(std::string_view step, std::size_t done = 0, std::size_t total = 0) {
    if (request_.progress) request_.progress->at(step, done, total);
  }

  bool read() {
    if (request_.spec) made_.spec = *request_.spec;
    if (made_.spec) return true;
    tell("reading the layout");
    auto spec =
        config::read_layout(request_.layout, request_.options, session_.files(), made_.sources,
                            made_.diagnostics, &session_.yaml(), &made_.withheld);
    if (spec) made_.spec = std::move(*spec);
    return spec.has_value();
  }

  bool bind() {
    std::vector<Path> folders(made_.spec->plugins.begin(), made_.spec->plugins.end());
    const bool complete = std::erase_if(folders, [](const Path& one) { return one.empty(); }) == 0;
    registry_ = &session_.registry(folders);
    plugin::warn_of_faults(*registry_, made_.diagnostics, asked_for());
    if (!restrict_plugins()) return false;
    const InstalledTypes types(*registry_, complete);
    if (request_.last >= Stage::Sections) expect_plugins();
    const document::BindWorld world{session_.files(),    made_.sources,   types,
                                    config::read_yaml,   request_.unseen, request_.approvals,
                                    &made_.withheld_data};
    auto report = document::bind(*made_.spec, world, made_.diagnostics);
    if (!report) return false;
    made_.outputs = report->outputs;
    made_.edition = report->edition;
    made_.exempt_sections =
        static_cast<int>(std::ranges::count_if(report->sections, &model::ReportSection::is_exempt));
    made_.report = std::move(*report);
    return true;
  }

  std::set<std::string_view> asked_for() const {
    std::set<std::string_view> ids;
    for (const model::SectionSpec& section : made_.spec->sections) ids.insert(section.plugin);
    return ids;
  }

  /// Where a list of trusted plugins is given, no others are run. False: it cannot be read.
  bool restrict_plugins() {
    const Path& given = session_.setup().trust_file;
    const Path list = given.empty() ? Path(made_.spec->trust) : given;
    if (list.empty()) return true;
    const auto trust = config::read_trust(session_.files().canonical(list), session_.files(),
                                          made_.sources, made_.diagnostics);
    if (!trust) return false;
    restricted_ = plugin::restrict_to(*trust, *registry_);
    registry_ = &*restricted_;
    return true;
  }

  /// Their processes start while the report is being bound.
  void expect_plugins() {
    std::set<const plugin::Manifest*> wanted;
    for (const model::SectionSpec& section : made_.spec->sections) {
      const plugin::Manifest* manifest = registry_->find(section.plugin);
      if (manifest && !manifest->bar) wanted.insert(manifest);
    }
    const std::vector<const plugin::Manifest*> all(wanted.begin(), wanted.end());
    session_.runner().expect(all, made_.spec->root);
  }

  void run_plugins() {
    const auto& sections = made_.report->sections;
    plugin::Work work{*made_.report, made_.spec->root, {}};
    for (const model::ReportSection& section : sections) {
      const plugin::Manifest* manifest = registry_->find(section.plugin);
      if (manifest && !section.is_notice()) work.jobs.push_back({&section, manifest});
    }
    std::size_t begun = 0;
    work.told = [&](const model::ReportSection& section) {
      tell(section.id, begun++, work.jobs.size());
    };
    auto written = session_.runner().run_all(work, made_.diagnostics);
    auto next = written.begin();
    for (const model::ReportSection& section : sections) {
      if (section.is_notice()) {
        made_.sections.push_back(document::notice_of(section));
      } else if (registry_->find(section.plugin)) {  // else bind has said so
        made_.sections.push_back(std::move(*next++));
      }
    }
  }

  std::optional<model::Theme> read_theme() {
    ahead_.wait();
    const model::LayoutSpec& spec = *made_.spec;
    auto theme =
        config::read_theme(spec.theme, spec.theme_source, spec.root, session_.setup().theme_folders,
                           session_.files(), made_.sources, of_pages_, &session_.yaml());
    return theme ? std::optional(std::move(*theme)) : std::nullopt;
  }

  void set_pages(const model::Theme& theme) {
    bench_->shop().use(theme, of_pages_, &made_.sources);
    if (of_pages_.errors() > 0) return;
    const auto pictures = layout::read_pictures(*made_.document, theme, of_pages_);
    if (is_last(Stage::Pages)) return collect(theme, pictures);
    write(theme, pictures);
  }

  void collect(const model::Theme& theme, const layout::Pictures& pictures) {
    page::CollectingSink pages;
    CountedPages counted(pages, request_.progress);
    layout::layout(*made_.document, theme, pictures, bench_->shop(), counted, of_pages_);
    made_.page_count = static_cast<int>(pages.pages.size());
    made_.pages = page::dump(pages);
  }

  void write(const model::Theme& theme, const layout::Pictures& pictures) {
    Diagnostics written;
    render::pdf::PdfWriter writer(*made_.document, bench_->writer_cache(), written);
    page::BackgroundSink pages(writer);
    CountedPages counted(pages, request_.progress);
    layout::layout(*made_.document, theme, pictures, bench_->shop(), counted, of_pages_);
    pages.finish();
    tell_findings();
    if (made_.diagnostics.blocking_errors() + written.errors() == 0) take_pdf(writer);
    for (const Diagnostic& one : written.all()) made_.diagnostics.report(one);
  }

  /// Lint's first, as if it had been done before the pages.
  void tell_findings() {
    if (!linting_) return;
    tell("checking what the text says");
    linting_->finish(made_.diagnostics, request_.progress);
    linting_.reset();
    for (const Diagnostic& one : of_pages_.all()) made_.diagnostics.report(one);
  }

  void take_pdf(render::pdf::PdfWriter& writer) {
    made_.page_count = writer.page_count();
    if (auto pdf = writer.finish()) made_.pdf = std::move(*pdf);
  }

  Session& session_;
  const Request& request_;
  Outcome& made_;
  const plugin::Registry* registry_ = nullptr;
  std::optional<plugin::Registry> restricted_;
  LookAhead ahead_;
  std::optional<Borrowed> bench_;
  std::optional<Linting> linting_;  // with a thread at work on the bench
  Diagnostics of_pages_;            // of the theme and the pages
};

}  // namespace

Outcome build(Session& session, const Request& request, SourceMap sources) {
  Outcome made;
  made.sources = std::move(sources);
  Way(session, request, made).go();
  made.diagnostics = without_echoes(with_exact_cures(std::move(made.diagnostics), made.sources));
  if (request.withheld == Withheld::Hidden) hide_withheld(made);
  return made;
}

Path output_path(const Outcome& outcome, const model::ReportOutput& output, const Path& given,
                 const FileSystem& files) {
  const std::string name = output.name + ".pdf";
  if (given.empty()) return outcome.spec->path.parent_path() / name;
  return files.kind(given) == FileKind::Directory ? given / name : given;
}

}  // namespace sheaf::pipeline
