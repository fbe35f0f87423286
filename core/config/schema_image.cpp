#include "config/schema_image.hpp"

#include "config/schema_patterns.hpp"
#include "config/schema_writer.hpp"

namespace sheaf::config {
namespace {

Json present(std::string_view key, Json schema) {
  return Json::object({{"properties", Json::object({{std::string(key), std::move(schema)}})},
                       {"required", array_of({std::string(key)})}});
}

}  // namespace

Json one_alternative() {
  const Json words = present(
      "alt",
      of_types({"string", "number", "boolean", "object"}).set("not", matching(kBlankPattern)));
  const Json decorative =
      present("decorative", any_of({Json::object({{"enum", Json::array({Json::boolean(true)})}}),
                                    matching(in_any_case({"yes", "true"}))}));
  return Json::array({words, decorative});
}

void part_of_image(Json& image) {
  Json more = Json::object({{"minProperties", Json::number(2)}});
  Json said = Json::object({{"oneOf", one_alternative()}});
  image.set("allOf",
            Json::array({Json::object({{"if", needing({"file"})}, {"then", std::move(more)}}),
                         Json::object({{"if", any_of({needing({"alt"}), needing({"decorative"})})},
                                       {"then", std::move(said)}})}));
}

}  // namespace sheaf::config
