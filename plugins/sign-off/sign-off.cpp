// sign-off: who signs the report, and when.

#include <sheaf/plugin.hpp>

namespace {

using sheaf::field;
using sheaf::Inline;

struct SignOff {
  sheaf::Person by;
  std::optional<sheaf::Timing> dated;
  std::optional<sheaf::Image> signature;
};

constexpr auto describe(sheaf::Type<SignOff>) {
  return sheaf::record(
      field("by", &SignOff::by, "Who signs: a key of `people`, or a person", R"("director")"),
      field("dated", &SignOff::dated, "When: a date or words; the meeting's date when not given",
            "2020-11"),
      field("signature", &SignOff::signature, "A picture of the signature",
            R"({ "file": "signature.png", "alt": "Signature of the director" })"));
}

void render(const SignOff& sign_off, sheaf::Section& out) {
  if (sign_off.signature) out.figure(*sign_off.signature);
  Inline lines = sheaf::strong(sign_off.by.name);
  if (!sign_off.by.post.empty()) lines += sheaf::text(sheaf::line_break(), sign_off.by.post);
  const Inline date = sign_off.dated ? Inline(sign_off.dated) : Inline(out.meeting_date());
  if (!date.empty()) lines += sheaf::text(sheaf::line_break(), date);
  out.sign_off(lines);
}

}  // namespace

SHEAF_SECTION(SignOff, render,
              {.id = "sign-off",
               .version = "1.0.0",
               .title = "Sign-off",
               .description = "Who signs the report, and when",
               .blocks = {"paragraph/1", "figure/1"}})
