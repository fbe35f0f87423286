#include "plugin/section_call.hpp"

#include <exception>

namespace sheaf::plugin {
namespace {

using Thrown = std::function<void(std::string_view)>;

/// Makes one call into a plugin.
template <class Call>
sheaf_rc guarded(const Thrown& thrown, Call call) {
  try {
    return call();
  } catch (const std::exception& exception) {
    thrown(exception.what());
  } catch (...) {
    thrown("it threw something that is no std::exception");
  }
  return SHEAF_E_INTERNAL;
}

sheaf_rc check_and_render(const sheaf_plugin& plugin, sheaf_section* section,
                          const SectionTables& tables) {
  const sheaf_rc rc = plugin.check ? plugin.check(section, tables.values) : SHEAF_OK;
  return rc == SHEAF_OK ? plugin.render(section, tables.values, tables.builder) : rc;
}

}  // namespace

sheaf_rc call_section(const sheaf_plugin& plugin, std::string_view id, const SectionTables& tables,
                      const Thrown& thrown) {
  sheaf_section* section = nullptr;
  sheaf_rc rc = guarded(thrown, [&] {
    return plugin.create(tables.host, {id.data(), id.size()}, &section);
  });
  if (rc != SHEAF_OK) return rc;
  rc = guarded(thrown, [&] { return check_and_render(plugin, section, tables); });
  if (plugin.destroy) {
    guarded(thrown, [&] {
      plugin.destroy(section);
      return sheaf_rc{SHEAF_OK};
    });
  }
  return rc;
}

}  // namespace sheaf::plugin
