#include "config/outputs.hpp"

#include <algorithm>
#include <span>
#include <string_view>

#include "config/shape.hpp"

namespace sheaf::config {
namespace {

using model::Edition;
using model::Member;
using model::Node;

/// The maps of all outputs, as typed.
std::span<const Node> outputs_of(const Node& layout) {
  if (const Node* several = layout.find("outputs"); several && !several->items.empty())
    return several->items;
  const Node* one = layout.find("output");
  return one ? std::span(one, 1) : std::span<const Node>();
}

bool is_exempt(const Node& output) {
  const Node* edition = text_of(output, "edition");
  return edition && edition->text == "exempt";
}

model::OutputSpec take_output(const Node& given, Edition unless_said) {
  model::OutputSpec output;
  output.source = given.source;
  output.edition = is_exempt(given)            ? Edition::Exempt
                   : text_of(given, "edition") ? Edition::Public
                                               : unless_said;
  if (const Node* name = given.find("name")) output.name = *name;
  const Node* formats = given.find("formats");
  if (!formats || formats->items.empty()) return output;
  output.formats.clear();
  for (const Node& format : formats->items) output.formats.push_back(format.text);
  return output;
}

}  // namespace

void check_outputs(const Node& file, Diagnostics& diagnostics) {
  const Member* one = file.find_member(kOutputKeys[0]);
  const Member* several = file.find_member(kOutputKeys[1]);
  if (!one || !several) return;
  diagnostics
      .error("output-and-outputs", several->key_source,
             "This file gives both `output` and `outputs`",
             "Write all files under `outputs:`, or keep `output:` for a single one")
      .notes.push_back({one->key_source, "first given here"});
}

void drop_replaced_outputs(Node& base, const Node& over) {
  if (!over.find("output") && !over.find("outputs")) return;
  const std::string_view other = over.find("output") ? "outputs" : "output";
  std::erase_if(base.members, [&](const Member& member) { return member.key == other; });
}

Edition edition_to_read(const Node& layout, std::optional<Edition> asked) {
  if (asked) return *asked;
  const auto outputs = outputs_of(layout);
  const bool all_exempt = !outputs.empty() && std::ranges::all_of(outputs, is_exempt);
  return all_exempt ? Edition::Exempt : Edition::Public;
}

std::vector<model::OutputSpec> take_outputs(const Node& layout, Edition read) {
  const auto given = outputs_of(layout);
  const Edition unless_said = std::ranges::any_of(given, is_exempt) ? Edition::Public : read;
  std::vector<model::OutputSpec> outputs;
  for (const Node& output : given) outputs.push_back(take_output(output, unless_said));
  if (outputs.empty()) outputs.push_back(take_output({}, unless_said));
  return outputs;
}

}  // namespace sheaf::config
