#include "base/diagnostic.hpp"

#include <utility>

namespace sheaf {

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::Advice: return "advice";
    case Severity::Warning: return "warning";
    case Severity::Error: return "error";
  }
  return {};
}

Diagnostic& Diagnostics::add(Severity severity, std::string id, SourceId source,
                             std::string message, std::string help) {
  report({std::move(id), severity, source, std::move(message), std::move(help), {}, {}});
  return dropped_ > 0 ? overflow_ : all_.back();
}

void Diagnostics::report(Diagnostic diagnostic) {
  if (diagnostic.severity == Severity::Error) ++errors_;
  if (diagnostic.severity == Severity::Error && diagnostic.leaves_gap) ++gaps_;
  if (diagnostic.severity == Severity::Warning) ++warnings_;
  if (diagnostic.context == SectionContext{}) diagnostic.context = context_;
  if (all_.size() < kLimit) {
    all_.push_back(std::move(diagnostic));
  } else {
    ++dropped_;
  }
}

Diagnostic& Diagnostics::error(std::string id, SourceId source, std::string message,
                               std::string help) {
  return add(Severity::Error, std::move(id), source, std::move(message), std::move(help));
}

Diagnostic& Diagnostics::warning(std::string id, SourceId source, std::string message,
                                 std::string help) {
  return add(Severity::Warning, std::move(id), source, std::move(message), std::move(help));
}

Diagnostic& Diagnostics::advice(std::string id, SourceId source, std::string message,
                                std::string help) {
  return add(Severity::Advice, std::move(id), source, std::move(message), std::move(help));
}

}  // namespace sheaf
