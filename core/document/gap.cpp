#include "document/gap.hpp"

#include <string>

#include <fmt/format.h>

#include "document/notice.hpp"

namespace sheaf::document {
namespace {

std::string text_of(const model::Section& section) {
  std::string text =
      fmt::format("The section \"{}\" could not be written when this report was made.",
                  section.title.value_or(section.id));
  if (!section.owner.empty()) text += fmt::format(" {} answers for it.", section.owner);
  return text;
}

}  // namespace

void write_gap(const model::Section& section, Flow& flow) {
  model::Element box = element(model::ElementKind::Callout, section.source);
  box.callout = model::CalloutKind::Warning;
  write_group(flow, std::move(box), model::Role::CalloutBody, [&](Flow& body) {
    write_english(body, model::Role::CalloutTitle, "This section is missing");
    write_english(body, model::Role::CalloutBody, text_of(section));
  });
}

}  // namespace sheaf::document
