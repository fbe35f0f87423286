// The PDF writer alone, beside a bare libharu writer of the same glyphs at the same places.

#include <benchmark/benchmark.h>

#include "bare_writer.hpp"
#include "config/theme_reader.hpp"
#include "layout/layout.hpp"
#include "render/pdf/pdf_writer.hpp"
#include "text/shop.hpp"
#include "world.hpp"

namespace {

using namespace sheaf;

/// The November report set once; its pages `copies` times over.
struct Set {
  explicit Set(int copies) : shop(text::make_face_store(), index) {
    pipeline::Session session(files, bench::setup());
    outcome = pipeline::build(session, {bench::november(), {}, pipeline::Stage::Document});
    if (!outcome.document) return;
    auto theme = config::read_theme("civic", {}, bench::november().parent_path(),
                                    bench::setup().theme_folders, files, outcome.sources,
                                    outcome.diagnostics);
    if (!theme) return;
    shop.use(*theme, outcome.diagnostics);
    pictures = layout::read_pictures(*outcome.document, *theme, outcome.diagnostics);
    page::CollectingSink once;
    layout::layout(*outcome.document, *theme, pictures, shop, once, outcome.diagnostics);
    for (int copy = 0; copy < copies; ++copy) add(once);
  }

  void add(const page::CollectingSink& once) {
    const int before = static_cast<int>(pages.pages.size());
    for (const page::Page& page : once.pages) pages.body(page);
    for (const page::Furniture& furniture : once.furnitures) pages.furniture(furniture);
    for (std::size_t at = static_cast<std::size_t>(before); at < pages.pages.size(); ++at) {
      pages.pages[at].number = pages.furnitures[at].number = static_cast<int>(at) + 1;
    }
  }

  bench::OverlayFileSystem files;
  text::FontIndex index = text::load_font_index(Path(SHEAF_BINARY_FOLDER) / "fonts.index", files);
  text::Shop shop;
  pipeline::Outcome outcome;
  layout::Pictures pictures;
  page::CollectingSink pages;
};

void bare_writer(benchmark::State& state) {
  const Set set(static_cast<int>(state.range(0)));
  const auto cache = render::pdf::make_writer_cache();
  for (auto _ : state) benchmark::DoNotOptimize(bench::write_bare(set.pages, *cache));
  state.counters["pages"] = static_cast<double>(set.pages.pages.size());
}
BENCHMARK(bare_writer)->Arg(1)->Arg(90)->Unit(benchmark::kMicrosecond);

/// Copying the pages is not the writer's work, and is not counted.
void pdf_writer(benchmark::State& state) {
  const Set set(static_cast<int>(state.range(0)));
  const auto cache = render::pdf::make_writer_cache();
  for (auto _ : state) {
    state.PauseTiming();
    page::CollectingSink pages = set.pages;
    Diagnostics diagnostics;
    state.ResumeTiming();
    render::pdf::PdfWriter writer(*set.outcome.document, *cache, diagnostics);
    for (page::Page& page : pages.pages) writer.body(std::move(page));
    for (page::Furniture& furniture : pages.furnitures) writer.furniture(std::move(furniture));
    if (!writer.finish()) state.SkipWithError("no PDF");
  }
  state.counters["pages"] = static_cast<double>(set.pages.pages.size());
}
BENCHMARK(pdf_writer)->Arg(1)->Arg(90)->Unit(benchmark::kMicrosecond);

}  // namespace
