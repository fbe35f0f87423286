#include "model/theme.hpp"

namespace sheaf::model {
namespace {

constexpr std::array<std::string_view, kRoles> kRoleNames{
    "body",          "lead",         "title",           "subtitle",       "heading.2",
    "heading.3",     "heading.4",    "heading.5",       "heading.6",      "list.label",
    "table.caption", "table.head",   "table.cell",      "fact.label",     "fact.value",
    "metric.label",  "metric.value", "metric.note",     "callout.title",  "callout.body",
    "quote.text",    "quote.source", "pictogram.label", "pictogram.text", "caption",
    "sign-off",      "page.header",  "page.footer",     "draft-mark"};

}  // namespace

std::string_view name_of(Role role) { return kRoleNames[static_cast<std::size_t>(role)]; }

}  // namespace sheaf::model
