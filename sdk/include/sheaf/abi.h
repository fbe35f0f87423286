/* abi.h - the boundary between Sheaf and a section plugin, generation 1. Freestanding C11 / C++11.
 *
 * A plugin is a shared library that exports one function, sheaf_section_entry_1. Sheaf hands it the
 * values that an administrator typed and a builder; the plugin returns meaning (headings, tables,
 * facts, ...), never drawing. C++ authors include <sheaf/plugin.hpp> instead of this file.
 *
 * The laws, for both sides:
 *  1. Every pointer is borrowed for the duration of the call in which it was handed over, unless a
 *     comment says longer. The receiver copies what it keeps; nobody frees the other's memory.
 *  2. Structs only grow at the end; a member exists if and only if SHEAF_HAS() says so. Constants,
 *     kinds and extension ids are added, never reordered, retyped or reused.
 *  3. Integers have a fixed width. No enum, bool, bit-field, long or variable arguments cross.
 *  4. No exception, longjmp or exit() crosses.
 *  5. Calls into one library never overlap. A plugin calls the host only from the thread, and
 *     during the call, in which the functions were handed over, except those marked [any thread];
 *     threads of its own are joined before it returns.
 *  6. The same values give the same blocks: no clock, no random numbers, no files, no network.
 */
#ifndef SHEAF_ABI_H
#define SHEAF_ABI_H

#include <stddef.h>
#include <stdint.h>

#if defined(_WIN32)
#define SHEAF_CALL __cdecl
#define SHEAF_EXPORT __declspec(dllexport)
#else
#define SHEAF_CALL
#define SHEAF_EXPORT __attribute__((visibility("default")))
#endif

/* Before the bytes of the manifest: objcopy takes this section out, and nothing but the manifest
 * may be in it. The address sanitizer of clang would put its red zones there. */
#if defined(__clang__)
#define SHEAF_MANIFEST __attribute__((section(".sheaf.manifest"), used, no_sanitize("address")))
#else
#define SHEAF_MANIFEST __attribute__((section(".sheaf.manifest"), used))
#endif

/* Feature level of this header: plus one for every member or constant that is added. */
#define SHEAF_MINOR 0u
/* Is member f of struct type T there? Test the pointer itself for null too. */
#define SHEAF_HAS(T, s, f) ((s)->size >= offsetof(T, f) + sizeof((s)->f))

#ifdef __cplusplus
extern "C" {
#endif

/* UTF-8, n bytes; need not end in a null byte. */
typedef struct sheaf_str {
  const char* p;
  size_t n;
} sheaf_str;

typedef int32_t sheaf_rc;    /* SHEAF_OK, SHEAF_CANCELLED, or negative: failed */
typedef uint32_t sheaf_node; /* a value; 0: absent. Valid during one render; else a diagnostic */
typedef uint32_t sheaf_kind; /* an interned block kind ("table/1"); 0: the host does not know it */

/* Results. An unknown negative means "failed". */
enum {
  SHEAF_OK = 0,
  SHEAF_CANCELLED = 1,
  SHEAF_E_PARAM = -1,   /* a value is not what the manifest asks for */
  SHEAF_E_USAGE = -2,   /* a call that the contract does not allow */
  SHEAF_E_LIMIT = -3,   /* too deep, too many or too much */
  SHEAF_E_INTERNAL = -4 /* anything else */
};

/* What a value is. */
enum {
  SHEAF_NULL = 0, /* absent */
  SHEAF_BOOL,     /* i64: 0 or 1 */
  SHEAF_INT,      /* i64 */
  SHEAF_DECIMAL,  /* text: exact, "12.50" */
  SHEAF_TEXT,     /* text */
  SHEAF_DATE,     /* text: ISO 8601 as far as it is known, "2020", "2020-11", "2020-11-25" */
  SHEAF_LIST,     /* count, at */
  SHEAF_MAP,      /* count, at, get */
  SHEAF_OPAQUE    /* Markdown or an image: the host alone reads it; place it */
};

/* Severity of messages. */
enum { SHEAF_DEBUG = 0, SHEAF_INFO, SHEAF_WARNING, SHEAF_ERROR };

/* Host to plugin: the values, a tree that never changes. Given for one render; since minor 0.
 * A function that is asked for what a value is not answers with nothing (0, the fallback,
 * SHEAF_E_PARAM). */
typedef struct sheaf_values {
  uint32_t size;
  uint32_t reserved; /* 0; padding on 64-bit systems */
  const void* ctx;   /* handed back as the first argument */
  sheaf_node root;   /* SHEAF_MAP: the section's "with:", by the manifest's schema */
  /* SHEAF_MAP: language (text), meeting (map), people (map of maps); where sections of the report
   * are not for publication, edition ("public" or "exempt") and, in the exempt one, exempt_under
   * ("paragraph 3 of Part 1 of Schedule 12A") */
  sheaf_node context;
  int32_t(SHEAF_CALL* kind)(const void* ctx, sheaf_node node);
  uint32_t(SHEAF_CALL* count)(const void* ctx, sheaf_node list_or_map);
  /* Member number `index`, in the order of the schema; *key, if asked for, lives as long as the
   * values. */
  sheaf_node(SHEAF_CALL* at)(const void* ctx, sheaf_node list_or_map, uint32_t index,
                             sheaf_str* key_or_null);
  sheaf_node(SHEAF_CALL* get)(const void* ctx, sheaf_node map, sheaf_str key);
  int64_t(SHEAF_CALL* i64)(const void* ctx, sheaf_node bool_or_int, int64_t fallback);
  /* The canonical text of a scalar: "yes", "1250", "12.50", "2020-02"; lives as long as the values.
   */
  sheaf_rc(SHEAF_CALL* text)(const void* ctx, sheaf_node scalar, sheaf_str* out);
} sheaf_values;

/* Host to plugin: takes the blocks, in reading order. Given for one render; since minor 0.
 * After a result that is not SHEAF_OK every further call gives the same result: stop and return it.
 * SHEAF_OK says no more than: go on. A host may look at calls after render() has returned, as one
 * does that runs plugins in processes of their own: what the contract does not allow is then told
 * all the same, and nothing of the section is kept, but no call answers SHEAF_E_USAGE or
 * SHEAF_E_LIMIT. SHEAF_CANCELLED may come from any host.
 * docs: docs/plugins/reference.md lists the kinds, what they hold, and their attributes. */
typedef struct sheaf_builder {
  uint32_t size;
  uint32_t reserved; /* 0; padding on 64-bit systems */
  void* ctx;
  /* `origin`: the value that the block is about, so that findings in it name its line; or 0. */
  sheaf_rc(SHEAF_CALL* open)(void* ctx, sheaf_kind kind, sheaf_node origin);
  /* The host sets a value itself: Markdown, an image, text, a date, money, a person, a link. */
  sheaf_rc(SHEAF_CALL* place)(void* ctx, sheaf_node value);
  /* Directly after open, before anything else. */
  sheaf_rc(SHEAF_CALL* attr)(void* ctx, sheaf_str name, sheaf_str value);
  sheaf_rc(SHEAF_CALL* text)(void* ctx, sheaf_str utf8);
  /* Bytes of a media type, for kinds that take them (none in minor 0: SHEAF_E_USAGE). */
  sheaf_rc(SHEAF_CALL* data)(void* ctx, sheaf_str media_type, const void* bytes, size_t n);
  sheaf_rc(SHEAF_CALL* close)(void* ctx);
} sheaf_builder;

/* The host itself. Valid from create() until destroy() returns; since minor 0. */
typedef struct sheaf_host {
  uint32_t size, minor;
  void* ctx;
  sheaf_str name, version;
  /* A table of further functions by id and revision ("org.sheaf.charts/1"), or null. */
  const void*(SHEAF_CALL* extension)(void* ctx, sheaf_str id);
  /* 0: this host does not know the kind; use another. The answer holds until destroy(). */
  sheaf_kind(SHEAF_CALL* intern)(void* ctx, sheaf_str kind_name);
  /* For people who run Sheaf; hosts may drop it. [any thread] */
  void(SHEAF_CALL* log)(void* ctx, int32_t level, sheaf_str message);
  /* A message to the author of the layout. `code`: a stable, hyphenated id, or empty;
   * "plugin-exception" says that the plugin, not the layout, is at fault. It lands on the line of
   * `at`, or on the section when `at` is 0. An error fails the build. */
  void(SHEAF_CALL* diag)(void* ctx, int32_t level, sheaf_str code, sheaf_node at,
                         sheaf_str message);
  /* Not 0: stop soon and return SHEAF_CANCELLED. [any thread] */
  int32_t(SHEAF_CALL* cancelled)(void* ctx);
} sheaf_host;

/* Opaque, the plugin's own: one section at work. */
typedef struct sheaf_section sheaf_section;

/* Plugin to host: one static constant object; since minor 0. Pointers in it live as long as the
 * library is loaded. */
typedef struct sheaf_plugin {
  uint32_t size, minor;
  uint32_t min_host_minor; /* the host's minor must not be lower */
  uint32_t flags;          /* 0 */
  sheaf_str id;            /* "service-closures": the section's name in layouts */
  sheaf_str version;       /* semantic version of the plugin */
  sheaf_str build;         /* compiler and library, for people */
  sheaf_str manifest;      /* JSON, the same bytes as the file beside the library */
  /* One section; never called before the manifest was compared. `section_id`: the section's `id` in
   * the layout, or one that the host made for it; outside of a report it may be any text. *out may
   * stay null. */
  sheaf_rc(SHEAF_CALL* create)(const sheaf_host* host, sheaf_str section_id, sheaf_section** out);
  /* May be null. Called before render, which follows only SHEAF_OK. Diagnostics only. */
  sheaf_rc(SHEAF_CALL* check)(sheaf_section* section, const sheaf_values* values);
  sheaf_rc(SHEAF_CALL* render)(sheaf_section* section, const sheaf_values* values,
                               const sheaf_builder* builder);
  /* May be null. Called once for every create() that gave SHEAF_OK. */
  void(SHEAF_CALL* destroy)(sheaf_section* section);
  const void*(SHEAF_CALL* extension)(sheaf_str id); /* may be null */
} sheaf_plugin;

/* The only symbol that a plugin exports; its number is the generation of this ABI. It must not
 * allocate, start threads or do input or output. Null: the plugin cannot work with this host. */
SHEAF_EXPORT const sheaf_plugin* SHEAF_CALL sheaf_section_entry_1(uint32_t host_minor);

#ifdef __cplusplus
}
#endif
#endif
