#include "model/example.hpp"

namespace sheaf::model {

Json example_of(const Field& field) {
  const bool one_of_a_list = field.type.kind == TypeKind::List && !field.type.lone &&
                             field.example.kind != Json::Kind::Array &&
                             field.example.kind != Json::Kind::Null;
  return one_of_a_list ? Json::array({field.example}) : field.example;
}

}  // namespace sheaf::model
