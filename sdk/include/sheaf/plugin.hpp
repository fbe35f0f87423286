#pragma once
// All that a section plugin includes, and the one line that makes a library a section:
//
//   SHEAF_SECTION(Parameters, render, {.id = "service-closures", .version = "1.0.0",
//                                      .title = "Service closures"})
//
// where `Parameters` is described (describe.hpp) and render is
// `void render(const Parameters& parameters, sheaf::Section& out)`. One section per library.

#include <exception>

#include <sheaf/data_table.hpp>
#include <sheaf/manifest.hpp>
#include <sheaf/section.hpp>
#include <sheaf/sum.hpp>

// The least feature level that a host must have; raise it only for what the plugin really needs.
#ifndef SHEAF_TARGET_MINOR
#define SHEAF_TARGET_MINOR 0u
#endif

namespace sheaf {
inline namespace sdk_1 {

/// The section is the host behind it: nothing to allocate, nothing to destroy.
inline sheaf_rc create_section(const sheaf_host* host, sheaf_str, sheaf_section** out) noexcept {
  *out = reinterpret_cast<sheaf_section*>(const_cast<sheaf_host*>(host));
  return SHEAF_OK;
}

inline sheaf_rc fail(const sheaf_host& host, std::string_view what) noexcept {
  host.diag(host.ctx, SHEAF_ERROR, to_abi("plugin-exception"), 0, to_abi(what));
  return SHEAF_E_INTERNAL;
}

/// Runs `body` with a section; whatever it throws stays on this side of the boundary.
template <class Body>
sheaf_rc guarded(sheaf_section* section, const sheaf_values* values, const sheaf_builder* builder,
                 Body body) noexcept {
  const sheaf_host& host = *reinterpret_cast<const sheaf_host*>(section);
  Writer writer(host, *builder);
  try {
    Section out(writer, Source(*values, values->context));
    body(Source(*values, values->root), out);
    writer.finish();
  } catch (const Stopped& stopped) {
    return stopped.rc;
  } catch (const std::exception& exception) {
    return fail(host, exception.what());
  } catch (...) {
    return fail(host, "it threw something that is no std::exception");
  }
  return writer.result();
}

}  // namespace sdk_1
}  // namespace sheaf

#define SHEAF_SECTION(Parameters, render_function, ...)                                            \
  namespace {                                                                                      \
  constexpr ::sheaf::SectionInfo sheaf_section_info __VA_ARGS__;                                   \
  static_assert(::sheaf::is_section_id(sheaf_section_info.id),                                     \
                "Sheaf: .id is lower case letters, digits and hyphens, as in service-closures");   \
  static_assert(!sheaf_section_info.version.empty(), "Sheaf: .version is missing");                \
  static_assert(sheaf_section_info.version.empty() ||                                              \
                    ::sheaf::is_version(sheaf_section_info.version),                               \
                "Sheaf: .version is three numbers, as in 1.0.0 (semver.org)");                     \
  static_assert(!sheaf_section_info.title.empty(), "Sheaf: .title is missing");                    \
  static_assert(sheaf_section_info.blocks.fits(),                                                  \
                "Sheaf: .blocks names at most 32 kinds; leave it out to declare all");             \
  [[maybe_unused]] constexpr bool sheaf_section_kinds_known =                                      \
      ::sheaf::check_kind<::sheaf::name_of<::sheaf::unknown_kind(sheaf_section_info).size()>(      \
          ::sheaf::unknown_kind(sheaf_section_info))>();                                           \
  static_assert(::sheaf::Recorded<Parameters>,                                                     \
                "Sheaf: the parameters need a description; write, in their namespace, "            \
                "constexpr auto describe(sheaf::Type<Parameters>) { return sheaf::record(…); }");  \
  [[maybe_unused]] constexpr bool sheaf_section_checked =                                          \
      ::sheaf::check_description<Parameters>();                                                    \
  SHEAF_MANIFEST constexpr auto sheaf_section_manifest =                                           \
      ::sheaf::manifest_bytes<Parameters, ::sheaf::manifest_size<Parameters>(sheaf_section_info)>( \
          sheaf_section_info);                                                                     \
  sheaf_rc SHEAF_CALL sheaf_section_render(sheaf_section* section, const sheaf_values* values,     \
                                           const sheaf_builder* builder) noexcept {                \
    return ::sheaf::guarded(section, values, builder,                                              \
                            [](const ::sheaf::Source& from, ::sheaf::Section& out) {               \
                              Parameters parameters{};                                             \
                              ::sheaf::read(from, parameters);                                     \
                              render_function(std::as_const(parameters), out);                     \
                            });                                                                    \
  }                                                                                                \
  constexpr sheaf_plugin sheaf_section_plugin = {                                                  \
      sizeof(sheaf_plugin),                                                                        \
      SHEAF_MINOR,                                                                                 \
      SHEAF_TARGET_MINOR,                                                                          \
      0,                                                                                           \
      ::sheaf::to_abi(sheaf_section_info.id),                                                      \
      ::sheaf::to_abi(sheaf_section_info.version),                                                 \
      ::sheaf::to_abi(__VERSION__),                                                                \
      {sheaf_section_manifest.data(), sheaf_section_manifest.size()},                              \
      ::sheaf::create_section,                                                                     \
      nullptr,                                                                                     \
      sheaf_section_render,                                                                        \
      nullptr,                                                                                     \
      nullptr};                                                                                    \
  }                                                                                                \
  extern "C" SHEAF_EXPORT const sheaf_plugin* SHEAF_CALL sheaf_section_entry_1(std::uint32_t) {    \
    return &sheaf_section_plugin;                                                                  \
  }
