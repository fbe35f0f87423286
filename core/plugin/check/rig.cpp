#include "plugin/check/rig.hpp"

#include <unistd.h>

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "plugin/library.hpp"

namespace sheaf::plugin::check {
namespace {

/// "The plugin "x" put …" as "It put …".
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

}  // namespace

Rig::Rig(const Trial& trial) : trial_(trial), context_(sample_context()) {
  problem_ = load_plugin();
}

std::string Rig::load_plugin() {
  trial_.note.doing("being loaded");
  auto manifest = read_manifest(manifest_beside(trial_.library), trial_.files);
  if (!manifest) return "The manifest beside it " + manifest.error();
  manifest_ = std::move(*manifest);
  auto plugin = load(manifest_);
  if (!plugin) return plugin.error().message;
  plugin_ = *plugin;
  declared_ = std::exchange(manifest_.blocks, {});
  trial_.note.doing("rendering");
  return {};
}

const model::Value& Rig::value_of(SampleKind kind) {
  const auto known = values_.find(kind);
  if (known != values_.end()) return known->second;
  auto value = bind_sample(make_sample(manifest_.parameters, kind), manifest_.parameters);
  return values_[kind] = value ? std::move(*value) : model::Value();
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
  const OwnTime time;
  made.rc = call_section(plugin_, lent_.text(manifest_.id, treatment.text_end), host.tables(),
                         [&](std::string_view what) { bridge.thrown(what); });
  made.took = time.elapsed();
  if (host.since_refusal()) made.took_to_stop = host.since_refusal()->elapsed();
  made.calls = host.calls();
  made.error = host.error();
  const bool gave_up = made.rc != SHEAF_OK && (!made.error.empty() || host.refused());
  if (!gave_up) made.blocks = dump(bridge.finish(made.rc));
  made.blocks += fmt::format("{}", fmt::join(host.said(), "\n"));
  const auto fault = std::ranges::find(found.all(), Severity::Error, &Diagnostic::severity);
  if (fault != found.all().end()) made.fault = about_it(fault->message, manifest_.id);
  return made;
}

}  // namespace sheaf::plugin::check
