#include "plugin/host/children.hpp"

#include <algorithm>

#include "model/block.hpp"
#include "plugin/host/child.hpp"
#include "plugin/host/usage.hpp"

namespace sheaf::plugin::host {
namespace {

constexpr std::size_t kMostIdle = 64;
constexpr std::uint64_t kIdleMemory = 256 << 20;  // bytes, of all together

/// Of a library that is a symbolic link, the folder that it leads to.
Path real_folder(const Path& library) {
  std::error_code error;
  return std::filesystem::canonical(library, error).parent_path();
}

LoadRequest request_for(const Manifest& manifest, const Path& root, const Limits& limits) {
  LoadRequest request{
      .limits = limits,
      .readable = {manifest.library.parent_path(), real_folder(manifest.library), root},
      .kinds = {},
      .manifest = {}};
  for (const model::BlockRule& rule : model::block_rules()) request.kinds.emplace_back(rule.name);
  request.manifest.generation = manifest.generation;
  request.manifest.id = manifest.id;
  request.manifest.version = manifest.version;
  request.manifest.text = manifest.text;
  request.manifest.library = manifest.library;
  request.manifest.file = manifest.file;
  request.manifest.hashes = manifest.hashes;
  return request;
}

}  // namespace

void Children::start() {
  const std::lock_guard lock(mutex_);
  if (!host_ || (*host_ && !(**host_)->is_alive())) host_ = HostProcess::start(setup_.host);
}

bool Children::has_host() {
  const std::lock_guard lock(mutex_);
  return host_ && *host_ && (**host_)->is_alive();
}

tl::expected<EngineEnds, std::string> Children::order() {
  const std::lock_guard lock(mutex_);
  if (*host_) return (**host_)->order_child();
  return tl::unexpected<std::string>(host_->error());
}

std::unique_ptr<ChildLink> Children::take_idle(const Manifest& manifest, const Path& root) {
  const std::lock_guard lock(mutex_);
  const auto found = std::ranges::find_if(idle_, [&](const Idle& one) {
    return one.library == manifest.library && one.hashes == manifest.hashes && one.root == root;
  });
  if (found == idle_.end()) return nullptr;
  auto child = std::move(found->child);
  idle_.erase(found);
  return child;
}

Children::Started Children::start_child(const Manifest& manifest, const Path& root) {
  auto ends = order();
  if (!ends) return tl::unexpected<std::string>(ends.error());
  auto child = std::make_unique<ChildLink>(std::move(*ends));
  if (const auto stamp = make_real_file_system()->stamp(manifest.library)) child->library = *stamp;
  child->send(FrameType::Load, encode(request_for(manifest, root, setup_.limits)));
  return child;
}

Children::Started Children::borrow(const Manifest& manifest, const Path& root) {
  start();
  while (auto child = take_idle(manifest, root)) {
    child->go_on();
    if (child->is_alive()) return child;
  }
  return start_child(manifest, root);
}

void Children::expect(const Manifest& manifest, const Path& root) {
  start();
  if (auto child = take_idle(manifest, root)) return keep(std::move(child), manifest, root);
  if (auto child = start_child(manifest, root)) keep(std::move(*child), manifest, root);
}

void Children::give_back(std::unique_ptr<ChildLink> child, const Manifest& manifest,
                         const Path& root) {
  child->pause();
  if (threads(child->process()) <= 1) keep(std::move(child), manifest, root);
}

void Children::keep(std::unique_ptr<ChildLink> child, const Manifest& manifest, const Path& root) {
  const std::uint64_t memory = own_memory(child->process());
  const std::lock_guard lock(mutex_);
  idle_.push_back({manifest.library, root, manifest.hashes, std::move(child), memory});
  const auto is_too_much = [this] {
    std::uint64_t all = 0;
    for (const Idle& one : idle_) all += one.memory;
    return idle_.size() > kMostIdle || all > kIdleMemory;
  };
  while (is_too_much()) idle_.erase(idle_.begin());
}

}  // namespace sheaf::plugin::host
