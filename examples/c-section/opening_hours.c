/* A section plugin in C11, without the C++ wrapper: a table of opening hours.
 *
 * What a plugin is: one struct, sheaf_plugin, one function that hands it out, and the manifest,
 * which lies in the section .sheaf.manifest so that the build can copy it out beside the library.
 */
#include <sheaf/abi.h>

#include <string.h>

#define JSON(...) #__VA_ARGS__

/* JSON, written as JSON: the preprocessor puts it in quotes. */
/* clang-format off */
#define MANIFEST JSON({ \
  "id": "opening-hours", \
  "version": "1.0.0", \
  "title": "Opening hours", \
  "description": "When places are open, as a table", \
  "generation": 1, \
  "blocks": ["paragraph/1", "table/1"], \
  "parameters": { \
    "type": "object", \
    "properties": { \
      "introduction": { \
        "description": "What stands before the table", "type": "string" \
      }, \
      "places": { \
        "description": "One row per place", "type": "array", "x-sheaf": "rows", \
        "minItems": 1, \
        "items": { \
          "type": "object", \
          "properties": { \
            "place": { \
              "description": "What is open", "type": "string", "examples": ["Library"] \
            }, \
            "opens": { \
              "description": "When it opens", "type": "string", "examples": ["09:30"], \
              "pattern": "^[0-2][0-9]:[0-5][0-9]$", "x-form": "a time, such as 09:30" \
            }, \
            "closes": { \
              "description": "When it closes", "type": "string", "examples": ["17:00"], \
              "pattern": "^[0-2][0-9]:[0-5][0-9]$", "x-form": "a time, such as 17:00" \
            }, \
            "since": { \
              "description": "Since when", "type": "string", "x-sheaf": "date" \
            } \
          }, \
          "required": ["place", "opens", "closes"] \
        } \
      } \
    }, \
    "required": ["places"] \
  } \
})
/* clang-format on */

SHEAF_MANIFEST static const char manifest[sizeof(MANIFEST) - 1] = MANIFEST;

static sheaf_str str(const char* text) {
  const sheaf_str made = {text, strlen(text)};
  return made;
}

/* One run of render: what it writes to, and what it was told first that is not SHEAF_OK. After that
 * Sheaf answers every call with the same, so that nothing need be checked in between. */
typedef struct {
  const sheaf_host* host;
  const sheaf_values* values;
  const sheaf_builder* out;
  sheaf_rc rc;
} run;

static void note(run* r, sheaf_rc rc) {
  if (r->rc == SHEAF_OK) r->rc = rc;
}
static void begin(run* r, const char* kind, sheaf_node about) {
  const sheaf_kind known = r->host->intern(r->host->ctx, str(kind));
  note(r, known == 0 ? SHEAF_E_USAGE : r->out->open(r->out->ctx, known, about));
}
static void end(run* r) { note(r, r->out->close(r->out->ctx)); }
static void attribute(run* r, const char* name, const char* value) {
  note(r, r->out->attr(r->out->ctx, str(name), str(value)));
}

static sheaf_node get(const run* r, sheaf_node map, const char* key) {
  return r->values->get(r->values->ctx, map, str(key));
}
static sheaf_str text_of(const run* r, sheaf_node node) {
  sheaf_str text = {"", 0};
  (void)r->values->text(r->values->ctx, node, &text);
  return text;
}

static void column(run* r, const char* heading) {
  begin(r, "column/1", 0);
  note(r, r->out->text(r->out->ctx, str(heading)));
  end(r);
}
/* A value is placed, not copied: Sheaf sets it in house style, and findings name its line. */
static void cell(run* r, sheaf_node value) {
  begin(r, "cell/1", value);
  if (value != 0) note(r, r->out->place(r->out->ctx, value));
  end(r);
}

static void check(const run* r, sheaf_node place) {
  const sheaf_node closes = get(r, place, "closes");
  const sheaf_str from = text_of(r, get(r, place, "opens")), to = text_of(r, closes);
  if (from.n != to.n || memcmp(from.p, to.p, from.n) < 0) return;
  r->host->diag(r->host->ctx, SHEAF_ERROR, str(""), closes, str("It closes before it opens"));
}

static void row(run* r, sheaf_node place) {
  check(r, place);
  begin(r, "row/1", place);
  cell(r, get(r, place, "place"));
  cell(r, get(r, place, "opens"));
  cell(r, get(r, place, "closes"));
  cell(r, get(r, place, "since"));
  end(r);
}

static void table(run* r, sheaf_node places) {
  begin(r, "table/1", places);
  attribute(r, "caption", "Opening hours");
  attribute(r, "row-headers", "yes");
  column(r, "Place");
  column(r, "Opens");
  column(r, "Closes");
  column(r, "Since");
  const uint32_t count = r->values->count(r->values->ctx, places);
  for (uint32_t i = 0; i < count && r->rc == SHEAF_OK; ++i) {
    row(r, r->values->at(r->values->ctx, places, i, NULL));
  }
  end(r);
}

/* The host lives until destroy(), and there is nothing else to keep: it is the section. */
static sheaf_rc create(const sheaf_host* host, sheaf_str section_id, sheaf_section** out) {
  (void)section_id;
  *out = (sheaf_section*)(uintptr_t)host;
  return SHEAF_OK;
}

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* builder) {
  run r = {(const sheaf_host*)section, values, builder, SHEAF_OK};
  const sheaf_node introduction = get(&r, values->root, "introduction");
  if (introduction != 0) {
    begin(&r, "paragraph/1", introduction);
    note(&r, builder->place(builder->ctx, introduction));
    end(&r);
  }
  table(&r, get(&r, values->root, "places"));
  return r.rc;
}

static const sheaf_plugin plugin = {
    .size = sizeof(sheaf_plugin),
    .minor = SHEAF_MINOR,
    .min_host_minor = 0,
    .id = {"opening-hours", sizeof("opening-hours") - 1},
    .version = {"1.0.0", sizeof("1.0.0") - 1},
    .build = {__VERSION__, sizeof(__VERSION__) - 1},
    .manifest = {manifest, sizeof(manifest)},
    .create = create,
    .render = render,
};

SHEAF_EXPORT const sheaf_plugin* SHEAF_CALL sheaf_section_entry_1(uint32_t host_minor) {
  (void)host_minor;
  return &plugin;
}
