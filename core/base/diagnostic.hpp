#pragma once
// What a stage has to say to the people who wrote its input.

#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"

namespace sheaf {

enum class Severity { Advice, Warning, Error };

/// "advice", "warning", "error".
std::string_view name_of(Severity severity);

/// A further place that explains a diagnostic: "first given here", "merged from here".
struct Note {
  SourceId source;
  std::string text;
};

/// A cure that cannot do harm: `replacement` in place of `typed`, which stands at `at` as typed (or
/// else nothing is replaced). The fixes of one finding are applied together or not at all.
struct Fix {
  SourceId at;
  std::string typed;
  std::string replacement;
};

/// Which section a finding belongs to; empty for findings about the layout as a whole.
struct SectionContext {
  std::string section;  // id or title, as the layout names it
  std::string plugin;
  std::string owner;
  std::string part = {};  // the part of `parts` that it uses, if any
  SourceId source = {};   // where the layout lists it

  friend bool operator==(const SectionContext&, const SectionContext&) = default;
};

/// One finding. `id` is stable and hyphenated ("unknown-key"); `message` is one sentence without a
/// full stop; `help` says how to mend it.
struct Diagnostic {
  std::string id;
  Severity severity = Severity::Error;
  SourceId source;
  std::string message;
  std::string help = {};
  std::vector<Note> notes = {};
  SectionContext context = {};
  std::vector<Fix> fixes = {};
  bool leaves_gap = false;  // an error for which its section is left out, and a gap is labelled
};

/// Collects findings in the order they are made. One per build; not thread-safe.
class Diagnostics {
 public:
  /// Adds a finding; fills in the current section's context. Beyond kLimit they are counted only.
  void report(Diagnostic diagnostic);

  Diagnostic& error(std::string id, SourceId source, std::string message, std::string help = {});
  Diagnostic& warning(std::string id, SourceId source, std::string message, std::string help = {});
  Diagnostic& advice(std::string id, SourceId source, std::string message, std::string help = {});

  std::size_t errors() const { return errors_; }
  /// Those that keep a report from being written: all but those that leave a labelled gap.
  std::size_t blocking_errors() const { return errors_ - gaps_; }
  std::size_t warnings() const { return warnings_; }
  std::size_t dropped() const { return dropped_; }
  const std::vector<Diagnostic>& all() const { return all_; }

  static constexpr std::size_t kLimit = 10'000;

 private:
  friend class SectionScope;
  Diagnostic& add(Severity, std::string id, SourceId, std::string message, std::string help);

  std::vector<Diagnostic> all_;
  SectionContext context_;
  Diagnostic overflow_;
  std::size_t errors_ = 0, gaps_ = 0, warnings_ = 0, dropped_ = 0;
};

/// While it lives, what is reported belongs to one section.
class SectionScope {
 public:
  SectionScope(Diagnostics& diagnostics, SectionContext context)
      : diagnostics_(diagnostics), outer_(std::move(diagnostics.context_)) {
    diagnostics_.context_ = std::move(context);
  }
  ~SectionScope() { diagnostics_.context_ = std::move(outer_); }
  SectionScope(const SectionScope&) = delete;
  SectionScope& operator=(const SectionScope&) = delete;

 private:
  Diagnostics& diagnostics_;
  SectionContext outer_;
};

}  // namespace sheaf
