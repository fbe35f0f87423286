#include "plugin/check/rig.hpp"

#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "plugin/library.hpp"
#include "plugin/section_work.hpp"

namespace sheaf::plugin::check {
namespace {

constexpr Milliseconds kBudget{2000};

/// Processor time of this process, all threads together; coarse.
Milliseconds processor_time() {
  return Milliseconds(static_cast<std::int64_t>(std::clock()) * 1000 / CLOCKS_PER_SEC);
}

}  // namespace

std::string about_it(std::string_view message, std::string_view id) {
  const std::string before = fmt::format("The plugin \"{}\"", id);
  if (!message.starts_with(before)) return std::string(message);
  return "It" + std::string(message.substr(before.size()));
}

std::string dump(std::vector<model::Block> blocks) {
  model::Section section;
  section.blocks = std::move(blocks);
  return model::dump({std::move(section)});
}

Rig::Rig(const Trial& trial) : trial_(trial), context_(context_of(sample_report())) {
  problem_ = load_plugin();
}

std::string Rig::load_plugin() {
  trial_.note.doing("being loaded");
  auto manifest = read_manifest(manifest_beside(trial_.asked.library), trial_.files);
  if (!manifest) return "The manifest beside it " + manifest.error();
  manifest_ = std::move(*manifest);
  auto plugin = load(manifest_, PinnedLibrary(trial_.asked.image));
  if (!plugin) return plugin.error().message;
  plugin_ = *plugin;
  declared_ = std::exchange(manifest_.blocks, {});
  trial_.note.doing("rendering");
  return {};
}

const Rig::Sample& Rig::value_of(SampleKind kind) {
  const auto known = values_.find(kind);
  if (known != values_.end()) return known->second;
  auto made = bind_sample(make_sample(manifest_.parameters, kind), manifest_.parameters);
  return values_.emplace(kind, std::move(made)).first->second;
}

int Rig::affordable(SampleKind kind, int most) {
  const Milliseconds begin = processor_time();
  const Milliseconds own = render(kind).took;
  const auto one = std::max({own, processor_time() - begin, Milliseconds(1)});
  return static_cast<int>(std::clamp<std::int64_t>(kBudget / one, 2, most));
}

Rendering Rig::render(SampleKind kind, const Treatment& treatment) {
  const Sample& values = value_of(kind);
  if (values) return render(*values, treatment);
  Rendering none;
  none.fault =
      fmt::format("No values could be made as its parameters want them: {}", values.error());
  return none;
}

Rendering Rig::render(const model::Value& values, const Treatment& treatment) {
  Diagnostics found;
  Bridge bridge({manifest_, values, context_, {}, handles_.next(), {}}, found);
  handles_.took(bridge.table());
  MeanHost host(bridge, treatment, lent_, [this] {
    trial_.note.answer("It goes on calling the builder, which refuses");
    _exit(0);
  });
  Rendering made;
  trial_.note.begin_rendering();
  const OwnTime time;
  made.rc = call_section(plugin_, lent_.text(manifest_.id, treatment.text_end), host.tables(),
                         [&](std::string_view what) { bridge.thrown(what); });
  made.took = time.elapsed();
  if (host.since_refusal()) made.took_to_stop = host.since_refusal()->elapsed();
  made.calls = host.calls();
  made.error = host.error();
  const bool gave_up = made.rc != SHEAF_OK && (!made.error.empty() || host.refused());
  if (!gave_up) made.blocks = dump(bridge.finish(made.rc));
  made.said = fmt::format("{}", fmt::join(host.said(), "\n"));
  const auto fault = std::ranges::find(found.all(), Severity::Error, &Diagnostic::severity);
  if (fault != found.all().end()) made.fault = about_it(fault->message, manifest_.id);
  return made;
}

}  // namespace sheaf::plugin::check
