#include "config/lone_section.hpp"

#include <fmt/format.h>

#include "config/project_files.hpp"
#include "config/theme_reader.hpp"
#include "config/yaml_reader.hpp"
#include "config/yaml_text.hpp"
#include "model/example.hpp"

namespace sheaf::config {
namespace {

using model::Field;
using model::LayoutSpec;
using model::Node;
using model::NodeKind;
using model::Type;
using model::TypeKind;

constexpr std::string_view kMeeting = "2021-01-13";

/// An example as it can stand alone: a key of `people` becomes somebody of that name, and pictures
/// and data, of which there are no files, are left out.
Json without_others(const Type& type, Json example) {
  const bool takes_data = type.kind == TypeKind::Rows || type.kind == TypeKind::Table;
  if (type.kind == TypeKind::Image || (takes_data && example.find("data"))) return {};
  if (type.kind == TypeKind::Person && example.kind == Json::Kind::String)
    return Json::object({{"name", std::move(example)}});
  if (!type.item.empty()) {
    for (Json& item : example.items) item = without_others(type.item[0], std::move(item));
  }
  for (auto& [key, value] : example.members) {
    if (const Field* field = type.find(key)) value = without_others(field->type, std::move(value));
  }
  std::erase_if(example.members,
                [](const Json::Member& member) { return member.second.kind == Json::Kind::Null; });
  return example;
}

Json sample_of(const Type& type, std::string_view description);

Json sample_of(const Field& field) {
  Json given = without_others(field.type, model::example_of(field));
  if (given.kind != Json::Kind::Null || !field.required) return given;
  return sample_of(field.type, field.description);
}

Json sample_record(const Type& record) {
  Json made = Json::object();
  for (const Field& field : record.fields) {
    if (Json value = sample_of(field); value.kind != Json::Kind::Null)
      made.set(field.name, std::move(value));
  }
  return made;
}

/// The least that the type allows, else `otherwise`.
std::string_view within(const Type& type, std::string_view otherwise) {
  return type.limits.least.empty() ? otherwise : std::string_view(type.limits.least);
}

Json number_of(const Type& type, std::string_view otherwise) {
  Json number = Json::number(0);
  number.text = within(type, otherwise);
  return number;
}

Json sample_of(const Type& type, std::string_view description) {
  switch (type.kind) {
    case TypeKind::Whole:
    case TypeKind::Decimal: return number_of(type, "12");
    case TypeKind::Money: return number_of(type, "1250.00");
    case TypeKind::YesNo: return Json::boolean(true);
    case TypeKind::Choice: return Json::string(type.choices.at(0));
    case TypeKind::KeyedChoice:
      return Json::object({{type.choices.at(0), sample_of(type.item.at(0), description)}});
    case TypeKind::Day:
    case TypeKind::PartialDate: return Json::string(within(type, kMeeting));
    case TypeKind::Person: return Json::object({{"name", Json::string("Somebody")}});
    case TypeKind::Link: return Json::string("https://www.gov.uk");
    case TypeKind::List:
    case TypeKind::Rows: return Json::array({sample_of(type.item.at(0), description)});
    case TypeKind::Record: return sample_record(type);
    case TypeKind::Table:
      return Json::array(
          {Json::object({{"name", Json::string("Somebody")}, {"number", Json::number(12)}})});
    case TypeKind::Any:
    case TypeKind::Image: return {};  // of which there is no file
    case TypeKind::Text:
    case TypeKind::Markdown:
    case TypeKind::Timing: break;
  }
  return Json::string(description);
}

Node map_of(std::string key, Node value) {
  Node map;
  map.kind = NodeKind::Map;
  map.members.push_back({std::move(key), {}, std::move(value)});
  return map;
}

/// What `with:` would hold, from the file or the examples.
Result<Node> read_parameters(const LoneSection& section, ProjectFiles& project, SourceMap& sources,
                             Diagnostics& diagnostics) {
  if (section.parameters.empty()) {
    const SourceId start =
        sources.add(fmt::format("examples of {}", section.plugin), section.examples);
    return read_yaml(sources.text(start), start, diagnostics);
  }
  auto given = project.read(section.parameters, {});
  return given ? Result<Node>(*std::move(given)) : failed();
}

bool is_map(const Node& parameters, Diagnostics& diagnostics) {
  if (parameters.kind == NodeKind::Map || parameters.is_absent()) return true;
  diagnostics.error(
      "wrong-type", parameters.source,
      fmt::format("A file of parameters should be a map, not {}", name_of(parameters.kind)),
      "Write what `with:` would hold, as lines of the form name: value");
  return false;
}

/// `source`: of the section, which nobody has typed.
model::SectionSpec section_of(const LoneSection& section, Node with, SourceId source) {
  with.kind = NodeKind::Map;  // of an empty file, too
  model::SectionSpec made;
  made.id = made.plugin = section.plugin;
  made.source = made.plugin_source = source;
  made.with = std::move(with);
  return made;
}

}  // namespace

Result<LayoutSpec> lay_out_section(const LoneSection& section, FileSystem& files,
                                   SourceMap& sources, Diagnostics& diagnostics) {
  LayoutSpec spec;
  const bool named = !section.parameters.empty();
  spec.path = files.canonical(named ? section.parameters : Path("examples.yaml"));
  spec.root = section.root.empty() ? find_root(spec.path.parent_path(), files)
                                   : files.canonical(section.root);
  ProjectFiles project(spec.root, files, sources, diagnostics, nullptr);
  LoneSection resolved = section;
  if (named) resolved.parameters = spec.path;
  SHEAF_TRY(with, read_parameters(resolved, project, sources, diagnostics));
  if (!is_map(with, diagnostics)) return failed();
  spec.source = sources.file_start(with.source);
  spec.title = model::text_node(section.title, spec.source);
  spec.language = "en-GB";
  spec.theme = kDefaultTheme;
  spec.meeting = map_of("date", model::text_node(std::string(kMeeting), spec.source));
  spec.people.kind = NodeKind::Map;
  if (!with.source) with.source = spec.source;
  const SourceId unseen = sources.add(fmt::format("section \"{}\"", section.plugin), "\n");
  model::SectionSpec& only =
      spec.sections.emplace_back(section_of(section, std::move(with), unseen));
  // Of rows, one is made up.
  if (!named) only.lint = map_of("table-one-row", model::text_node("off", spec.source));
  spec.outputs.emplace_back().name = model::text_node(section.plugin, spec.source);
  return spec;
}

std::string sample_parameters(const model::Type& record) {
  std::string yaml;
  for (const auto& [name, value] : sample_record(record).members) append_yaml(yaml, name, value);
  return yaml;
}

}  // namespace sheaf::config
