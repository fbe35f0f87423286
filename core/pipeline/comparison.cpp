#include "pipeline/comparison.hpp"

namespace sheaf::pipeline {

Comparison compare(Session& session, Request request, const Path& before, const Path& after) {
  Comparison made;
  request.last = Stage::Document;
  request.approvals = document::Approvals::Ignored;
  request.layout = before;
  made.before = build(session, request);
  if (!made.before.ok()) return made;
  request.layout = after;
  made.after = build(session, request);
  if (!made.after.ok()) return made;
  made.differences = document::differences(*made.before.document, *made.after.document);
  return made;
}

}  // namespace sheaf::pipeline
