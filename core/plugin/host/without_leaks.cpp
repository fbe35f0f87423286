// For programs in which plugins run.

/// Asked by the leak sanitizer, which cannot look for leaks where system calls are filtered: it
/// would end a section's process with an exit code of its own.
extern "C" int __lsan_is_turned_off();               // NOLINT(bugprone-reserved-identifier)
extern "C" int __lsan_is_turned_off() { return 1; }  // NOLINT(bugprone-reserved-identifier)
