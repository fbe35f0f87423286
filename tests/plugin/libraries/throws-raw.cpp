// Lets an exception cross the boundary, which the contract forbids. PLUGIN_ID says where.

#include <stdexcept>

#include <sheaf/plugin.hpp>

namespace {

struct Nothing {};
constexpr auto describe(sheaf::Type<Nothing>) { return sheaf::record(); }

constexpr std::string_view kId = PLUGIN_ID;
constexpr sheaf::SectionInfo info{.id = kId, .version = "1.0.0", .title = "Throws"};
SHEAF_MANIFEST constexpr auto manifest =
    sheaf::manifest_bytes<Nothing, sheaf::manifest_size<Nothing>(info)>(info);

sheaf_rc render(sheaf_section* section, const sheaf_values*, const sheaf_builder* out) {
  if (kId == "throws-raw") throw std::runtime_error("it crossed");
  if (kId != "throws-when-cancelled") return SHEAF_OK;
  const auto* host = reinterpret_cast<const sheaf_host*>(section);
  while (host->cancelled(host->ctx) == 0) {}
  out->text(out->ctx, sheaf::to_abi("Nobody reads this"));
  throw std::runtime_error("it was cancelled");
}

void destroy(sheaf_section*) {
  if (kId == "throws-in-destroy") throw std::runtime_error("it cannot end");
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
                                 destroy,
                                 nullptr};

}  // namespace

extern "C" SHEAF_EXPORT const sheaf_plugin* SHEAF_CALL sheaf_section_entry_1(std::uint32_t) {
  if (kId == "throws-in-entry") throw std::runtime_error("it cannot begin");
  return &plugin;
}
