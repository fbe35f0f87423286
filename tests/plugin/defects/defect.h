/* A section plugin in plain C with one fault. Each file defines ID, includes this, and plants its
 * fault in the function `fault`, which is called as the section's text is about to be written; what
 * it returns ends the section unless it is SHEAF_OK. Everything else is as it should be. */
#ifndef SHEAF_TESTS_DEFECT_H
#define SHEAF_TESTS_DEFECT_H

#include <sheaf/abi.h>
#include <stdlib.h>
#include <string.h>

#ifndef NOTE_KEY
#define NOTE_KEY "note"
#endif

/* A further parameter that has to be given: its name and its schema, in JSON. */
#ifdef MORE_KEY
#define MORE_REQUIRED ",\"" MORE_KEY "\""
#define MORE_PARAMETER ",\"" MORE_KEY "\":" MORE_SCHEMA
#else
#define MORE_REQUIRED ""
#define MORE_PARAMETER ""
#endif

#define MANIFEST_OF(id)                                                                      \
  "{\"id\":\"" id                                                                            \
  "\",\"version\":\"1.0.0\",\"title\":\"With one fault\",\"generation\":1,"                  \
  "\"blocks\":[\"paragraph/1\"],\"parameters\":{\"type\":\"object\",\"x-sheaf\":\"record\"," \
  "\"required\":[\"text\"" MORE_REQUIRED                                                     \
  "],\"properties\":{\"text\":{\"type\":\"string\",\"x-sheaf\":"                             \
  "\"text\",\"description\":\"A text\",\"examples\":[\"Our teams have kept going.\"]},"      \
  "\"" NOTE_KEY                                                                              \
  "\":{\"type\":\"string\",\"x-sheaf\":\"text\",\"description\":\"A note\","                 \
  "\"examples\":[\"So far\"]}" MORE_PARAMETER "}}}"

/* What a fault can reach. */
typedef struct defect_call {
  const sheaf_host* host;
  const sheaf_values* values;
  const sheaf_builder* out;
  sheaf_str text; /* of the parameter `text` */
  sheaf_str note; /* of the parameter `note`, which may be left out */
} defect_call;

static sheaf_rc fault(const defect_call* call);

static inline sheaf_str defect_str(const char* text) {
  sheaf_str str = {text, 0};
  str.n = strlen(text);
  return str;
}

static inline sheaf_str defect_parameter(const sheaf_values* values, const char* name) {
  sheaf_str text = {0, 0};
  values->text(values->ctx, values->get(values->ctx, values->root, defect_str(name)), &text);
  return text;
}

static inline sheaf_rc defect_open(const defect_call* call, const char* kind) {
  const sheaf_kind known = call->host->intern(call->host->ctx, defect_str(kind));
  return call->out->open(call->out->ctx, known, 0);
}

static sheaf_rc defect_render(sheaf_section* section, const sheaf_values* values,
                              const sheaf_builder* out) {
  defect_call call;
  call.host = (const sheaf_host*)(const void*)section;
  call.values = values;
  call.out = out;
  call.text = defect_parameter(values, "text");
  call.note = defect_parameter(values, NOTE_KEY);
  sheaf_rc rc = fault(&call);
  if (rc == SHEAF_OK) rc = defect_open(&call, "paragraph/1");
  if (rc == SHEAF_OK) rc = out->text(out->ctx, call.text);
  if (rc == SHEAF_OK) rc = out->close(out->ctx);
  return rc;
}

static sheaf_rc defect_create(const sheaf_host* host, sheaf_str id, sheaf_section** out) {
  (void)id;
  *out = (sheaf_section*)(void*)host;
  return SHEAF_OK;
}

#ifndef EMBEDDED_ID
#define EMBEDDED_ID ID
#endif

static const char defect_manifest[sizeof(MANIFEST_OF(EMBEDDED_ID)) - 1] = MANIFEST_OF(EMBEDDED_ID);
/* What sheaf_add_plugin() writes beside the library. */
SHEAF_MANIFEST static const char defect_sidecar[sizeof(MANIFEST_OF(ID)) - 1] = MANIFEST_OF(ID);

static const sheaf_plugin defect_plugin = {sizeof(sheaf_plugin),
                                           SHEAF_MINOR,
                                           0,
                                           0,
                                           {ID, sizeof(ID) - 1},
                                           {"1.0.0", 5},
                                           {"C", 1},
                                           {defect_manifest, sizeof(defect_manifest)},
                                           defect_create,
                                           0,
                                           defect_render,
                                           0,
                                           0};

SHEAF_EXPORT const sheaf_plugin* SHEAF_CALL sheaf_section_entry_1(uint32_t host_minor) {
  (void)host_minor;
  return &defect_plugin;
}

#endif
