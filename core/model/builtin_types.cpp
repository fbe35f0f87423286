#include "model/builtin_types.hpp"

namespace sheaf::model {
namespace {

enum class Need { Required, Optional };

Field field(std::string_view name, TypeKind kind, Need need, std::string_view description) {
  Field made;
  made.name = name;
  made.description = description;
  made.type.kind = kind;
  made.required = need == Need::Required;
  return made;
}

Type record(std::vector<Field> fields) {
  Type made;
  made.kind = TypeKind::Record;
  made.fields = std::move(fields);
  return made;
}

}  // namespace

const Type& person_type() {
  static const Type type =
      record({field("name", TypeKind::Text, Need::Required, "Name of the person"),
              field("post", TypeKind::Text, Need::Optional, "Post that the person holds"),
              field("email", TypeKind::Text, Need::Optional, "E-mail address"),
              field("phone", TypeKind::Text, Need::Optional, "Telephone number")});
  return type;
}

const Type& link_type() {
  static const Type type =
      record({field("text", TypeKind::Text, Need::Required, "What the link leads to, in words"),
              field("to", TypeKind::Any, Need::Required, "Address that the link leads to")});
  return type;
}

const Type& image_type() {
  static const Type type = record(
      {field("file", TypeKind::Any, Need::Required, "PNG or JPEG file"),
       field("alt", TypeKind::Text, Need::Optional, "What the image shows, for who cannot see it"),
       field("decorative", TypeKind::YesNo, Need::Optional, "Whether the image says nothing"),
       field("caption", TypeKind::Text, Need::Optional, "Text below the image")});
  return type;
}

const Type& meeting_type() {
  static const Type type =
      record({field("board", TypeKind::Text, Need::Optional, "Board that meets"),
              field("date", TypeKind::PartialDate, Need::Optional, "Date of the meeting"),
              field("time", TypeKind::Text, Need::Optional, "Time of the meeting"),
              field("place", TypeKind::Text, Need::Optional, "Where the board meets"),
              field("public", TypeKind::YesNo, Need::Optional, "Whether the public may attend")});
  return type;
}

}  // namespace sheaf::model
