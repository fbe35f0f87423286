// Lets an exception cross the boundary, which the contract forbids.

#include <stdexcept>

#include <sheaf/plugin.hpp>

namespace {

struct Nothing {};
constexpr auto describe(sheaf::Type<Nothing>) { return sheaf::record(); }

constexpr sheaf::SectionInfo info{.id = "throws-raw", .version = "1.0.0", .title = "Throws"};
[[gnu::section(".sheaf.manifest"), gnu::used]] constexpr auto manifest =
    sheaf::manifest_bytes<Nothing, sheaf::manifest_size<Nothing>(info)>(info);

sheaf_rc render(sheaf_section*, const sheaf_values*, const sheaf_builder*) {
  throw std::runtime_error("it crossed");
}

constexpr sheaf_plugin plugin = {sizeof(sheaf_plugin),
                                 SHEAF_MINOR,
                                 0,
                                 0,
                                 sheaf::to_abi(info.id),
                                 sheaf::to_abi(info.version),
                                 sheaf::to_abi(__VERSION__),
                                 {manifest.data(), manifest.size()},
                                 sheaf::create_section,
                                 nullptr,
                                 render,
                                 nullptr,
                                 nullptr};

}  // namespace

extern "C" SHEAF_EXPORT const sheaf_plugin* SHEAF_CALL sheaf_section_entry_1(std::uint32_t) {
  return &plugin;
}
