#include "config/lone_section.hpp"

#include <catch2/catch.hpp>

#include "support/findings.hpp"
#include "support/memory_file_system.hpp"

using namespace sheaf;
using namespace sheaf::test;
using model::Field;
using model::Type;
using model::TypeKind;

namespace {

Type of(TypeKind kind) {
  Type type;
  type.kind = kind;
  return type;
}

Type list_of(Type item) {
  Type list = of(TypeKind::List);
  list.item.push_back(std::move(item));
  return list;
}

Field field(std::string name, Type type, Json example = {}, bool required = true) {
  return {std::move(name), "What it is", std::move(type), required, std::move(example)};
}

Type record(std::vector<Field> fields) {
  Type type = of(TypeKind::Record);
  type.fields = std::move(fields);
  return type;
}

Type at_least(Type type, std::string least) {
  type.limits.least = std::move(least);
  return type;
}

struct World {
  MemoryFileSystem files;
  SourceMap sources;
  Diagnostics diagnostics;

  Result<model::LayoutSpec> lay_out(const config::LoneSection& section) {
    return config::lay_out_section(section, files, sources, diagnostics);
  }
};

}  // namespace

TEST_CASE("Sample parameters are the examples of the fields") {
  CHECK(config::sample_parameters(
            record({field("name", of(TypeKind::Text), Json::string("Central Library")),
                    field("steps", list_of(of(TypeKind::Text)), Json::string("open on Sundays")),
                    field("left-out", of(TypeKind::Text), {}, false)})) ==
        "name: Central Library\nsteps: [open on Sundays]\n");
}

TEST_CASE("What is required and has no example is made up, within its limits") {
  CHECK(config::sample_parameters(record(
            {field("text", of(TypeKind::Text)), field("whole", of(TypeKind::Whole)),
             field("large", at_least(of(TypeKind::Whole), "500")), field("day", of(TypeKind::Day)),
             field("late", at_least(of(TypeKind::PartialDate), "2030-01")),
             field("yes", of(TypeKind::YesNo)),
             field("rows", list_of(record({field("name", of(TypeKind::Text))})))})) ==
        "text: What it is\nwhole: 12\nlarge: 500\nday: 2021-01-13\nlate: 2030-01\nyes: yes\n"
        "rows:\n  - { name: What it is }\n");
}

TEST_CASE("Samples name nobody and no file that is not there") {
  const Json picture = Json::object({{"file", Json::string("a.png")}});
  CHECK(config::sample_parameters(record(
            {field("by", of(TypeKind::Person), Json::string("director")),
             field("with", list_of(of(TypeKind::Person)), Json::array({Json::string("lead")})),
             field("picture", of(TypeKind::Image), picture)})) ==
        "by: { name: director }\nwith:\n  - { name: lead }\n");
  const Json data = Json::object({{"data", Json::string("grants")}});
  CHECK(config::sample_parameters(record({field("rows", of(TypeKind::Table), data)})) ==
        "rows:\n  - { name: Somebody, number: 12 }\n");
}

TEST_CASE("A section from a file keeps the places that were typed") {
  World world;
  world.files.files["/work/params.yaml"] = "name: Central Library\nvisits: 12\n";
  const auto spec = world.lay_out({"visits", "Visits", "/work/params.yaml"});
  REQUIRE(spec);
  REQUIRE(spec->sections.size() == 1);
  const model::Node* visits = spec->sections[0].with.find("visits");
  REQUIRE(visits);
  CHECK(world.sources.locate(visits->source).line == 2);
  CHECK(spec->sections[0].plugin == "visits");
  CHECK(spec->title.text == "Visits");
  CHECK(spec->root == "/work");
}

TEST_CASE("An empty file of parameters gives none, and what misses them is told there") {
  World world;
  world.files.files["/work/params.yaml"] = "";
  const auto spec = world.lay_out({"visits", "Visits", "/work/params.yaml"});
  REQUIRE(spec);
  CHECK(spec->sections[0].with.members.empty());
  CHECK(world.sources.locate(spec->sections[0].with.source).path.ends_with("params.yaml"));
}

TEST_CASE("What a section makes by itself has no place in the file of its parameters") {
  World world;
  world.files.files["/work/params.yaml"] = "visits: 12\n";
  const auto spec = world.lay_out({"visits", "Visits", "/work/params.yaml"});
  REQUIRE(spec);
  const SourceId section = spec->sections[0].source;
  CHECK(section);
  CHECK(world.sources.file_start(section) != world.sources.file_start(spec->source));
}

TEST_CASE("Parameters that are no map, or no file, are told") {
  World world;
  world.files.files["/work/list.yaml"] = "- a\n";
  CHECK_FALSE(world.lay_out({"visits", "Visits", "/work/list.yaml"}));
  CHECK_FALSE(world.lay_out({"visits", "Visits", "/work/none.yaml"}));
  REQUIRE(world.diagnostics.all().size() == 2);
  CHECK(world.diagnostics.all()[0].message == "A file of parameters should be a map, not a list");
  CHECK(world.diagnostics.all()[1].id == "layout-not-found");
}
