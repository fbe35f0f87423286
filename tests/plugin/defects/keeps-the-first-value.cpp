// Keeps what it was first given for every section that comes after.
#include <string>

#include <sheaf/plugin.hpp>

namespace {

struct Director {
  sheaf::Text name;
};

constexpr auto describe(sheaf::Type<Director>) {
  return sheaf::record(
      sheaf::field("name", &Director::name, "Who answers for it", "Catherine Underwood"));
}

/// A static that is made but once, of the first name.
const std::string& post_of(std::string_view name) {
  static const std::string post = "Director " + std::string(name);
  return post;
}

void render(const Director& with, sheaf::Section& out) {
  out.paragraph(post_of(with.name.view()), " answers for it.");
}

}  // namespace

SHEAF_SECTION(Director, render,
              {.id = "keeps-the-first-value", .version = "1.0.0", .title = "Director"})
