#pragma once
// Whether this build is watched by a sanitizer, which takes time and terabytes of addresses.

namespace sheaf {

#if defined(__has_feature)
#define SHEAF_HAS_FEATURE(name) __has_feature(name)  // clang
#else
#define SHEAF_HAS_FEATURE(name) 0
#endif

#if defined(__SANITIZE_ADDRESS__) || SHEAF_HAS_FEATURE(address_sanitizer)
constexpr bool kAddressSanitizer = true;
#else
constexpr bool kAddressSanitizer = false;
#endif

#if defined(__SANITIZE_THREAD__) || SHEAF_HAS_FEATURE(thread_sanitizer)
constexpr bool kThreadSanitizer = true;
#else
constexpr bool kThreadSanitizer = false;
#endif

#undef SHEAF_HAS_FEATURE

constexpr bool kSanitised = kAddressSanitizer || kThreadSanitizer;

}  // namespace sheaf
