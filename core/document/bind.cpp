#include "document/bind.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "base/text_distance.hpp"
#include "base/version.hpp"
#include "document/binder.hpp"
#include "document/notice.hpp"
#include "document/output_name.hpp"
#include "model/builtin_types.hpp"
#include "model/limits.hpp"
#include "model/section_context.hpp"

namespace sheaf::document {

using model::Node;
using model::NodeKind;
using model::Value;
using model::ValueKind;

namespace {

/// The ending belongs to the format, and is added when the file is written.
std::string_view without_ending(std::string_view name) {
  if (name.ends_with(".pdf")) name.remove_suffix(4);
  return name;
}

/// 60 is too many, and so is 5: two digits are wanted.
bool is_sixtieth(std::string_view text) {
  return text.size() == 2 && text[0] < '6' && text.find_first_of(".:") == text.npos;
}

/// 18:30, 18:30:00 and 24:00, all of digits; not 25:00, 0900 or 18.3.
bool is_time_in_digits(std::string_view text) {
  const auto sign = std::min(text.find_first_of(".:"), text.size());
  const auto hours = text.substr(0, sign);
  const auto rest = text.substr(std::min(sign + 1, text.size()));
  const auto minutes = rest.substr(0, rest.find(':')), seconds = rest.substr(minutes.size());
  if (!is_sixtieth(minutes) || !(seconds.empty() || is_sixtieth(seconds.substr(1)))) return false;
  const bool is_midnight = hours == "24" && rest.find_first_not_of("0:") == rest.npos;
  return hours.size() == 1 || (hours.size() == 2 && hours < "24") || is_midnight;
}

}  // namespace

Binder::Binder(const model::LayoutSpec& spec, const BindWorld& world, Diagnostics& diagnostics)
    : spec_(spec),
      world_(world),
      diagnostics_(diagnostics),
      has_exempt_(std::ranges::any_of(
          spec.sections, [](const auto& section) { return section.exemption.has_value(); })),
      files_({spec.path, spec.root, world.files, world.sources, diagnostics}),
      names_(spec, tables_, diagnostics),
      tables_({spec, world.files, world.sources, world.read_yaml, diagnostics, data_places_},
              files_, names_, *this) {}

model::Report Binder::run() {
  report_.title = text_of("title");
  report_.subtitle = text_of("subtitle");
  report_.language = spec_.language;
  report_.theme = spec_.theme;
  report_.title_source = spec_.title.source;
  report_.subtitle_source = spec_.subtitle.source;
  report_.language_source = spec_.language_source;
  report_.source = spec_.source;
  report_.status = spec_.status;
  report_.numbering = spec_.numbering;
  report_.meeting = record_of("meeting", model::meeting_type(), spec_.meeting);
  check_time();
  report_.people = bind_people();
  for (const model::SectionSpec& section : spec_.sections) bind_section(section);
  name_notices(report_.sections);
  if (has_exempt_section()) report_.edition = spec_.edition;
  bind_outputs();
  if (world_.approvals == Approvals::Needed) check_approvals();
  look_into_unseen();
  tell_exempt_figures();
  give_withheld_data();
  return std::move(report_);
}

std::string Binder::text_of(std::string_view path) {
  const Value* value = names_.find(path, *this).value;
  return value && !model::is_blank(value->text) ? value->text : std::string();
}

/// The fields of a record that Names has typed already.
Value Binder::record_of(std::string_view prefix, const model::Type& type, const Node& map) {
  if (!map.is_absent() && map.kind != NodeKind::Map) {
    return model::conform(map, type, prefix, *this, diagnostics_);  // which says what is wrong
  }
  Value record;
  record.kind = ValueKind::Record;
  record.source = map.source;
  if (map.kind == NodeKind::Map) model::check_keys(map, type, prefix, diagnostics_);
  for (const model::Field& field : type.fields) {
    const auto answer = names_.find(fmt::format("{}.{}", prefix, field.name), *this);
    if (answer.value) record.members.push_back({field.name, *answer.value});
  }
  return record;
}

/// A time with letters is anybody's: 6.30pm, "at noon".
void Binder::check_time() {
  const Value* time = report_.meeting.find("time");
  if (!time || time->text.find_first_not_of("0123456789.:") != std::string::npos) return;
  const std::string& text = time->text;
  if (is_time_in_digits(text)) return;
  diagnostics_.error("wrong-type", time->source,
                     fmt::format("meeting.time should be a time of day, not \"{}\"", text),
                     "Write 18:30 or 6:30pm");
}

Value Binder::bind_people() {
  Value people;
  people.kind = ValueKind::Record;
  people.source = spec_.people.source;
  for (const model::Member& member : spec_.people.members) {
    Value person =
        record_of(fmt::format("people.{}", member.key), model::person_type(), member.value);
    if (!person.find("name")) continue;
    person.kind = ValueKind::Person;
    people.members.push_back({member.key, std::move(person)});
  }
  return people;
}

bool Binder::has_exempt_section() const {
  return std::ranges::any_of(report_.sections, &model::ReportSection::is_exempt);
}

/// What may not be published is told by the end of its name, whatever the name.
std::string Binder::output_name(const model::OutputSpec& output) {
  std::string name = default_output_name(spec_.path);
  if (!output.name.is_absent()) {
    const Value text =
        model::conform(output.name, model::Type{}, "output.name", *this, diagnostics_);
    if (!text.is_absent()) name = safe_file_name(without_ending(text.text));
  }
  if (spec_.status == model::Status::Draft) name += "-draft";
  return output.edition == model::Edition::Exempt ? name + "-exempt" : name;
}

/// Two files of one name would be one file, also those of two editions.
void Binder::bind_outputs() {
  std::map<std::string, SourceId> known;
  for (const model::OutputSpec& output : spec_.outputs) {
    const std::string name = output_name(output);
    const auto [same, is_new] = known.emplace(name, output.source);
    if (!is_new) {
      diagnostics_
          .error("duplicate-output", output.name.source ? output.name.source : output.source,
                 fmt::format("Two outputs are called \"{}\"", name),
                 "Give each file a name of its own")
          .notes.push_back({same->second, "first given here"});
    }
    if (output.edition == spec_.edition)
      report_.outputs.push_back({name, output.formats, output.source});
  }
}

const model::Type* Binder::parameters_of(const model::SectionSpec& section) {
  const model::Type* type = world_.types.find(section.plugin);
  if (type) return has_version(section) ? type : nullptr;
  const auto ids = world_.types.ids();
  const auto near = nearest(section.plugin, ids);
  std::string help = world_.types.why_missing(section.plugin);
  if (world_.types.may_hide_some() && help.empty() && !near) return nullptr;
  if (!help.empty()) help += ". ";
  if (near) help += fmt::format("Did you mean `{}`? ", *near);
  help +=
      ids.empty() ? "No plugins are installed" : fmt::format("Installed: {}", fmt::join(ids, ", "));
  diagnostics_
      .error("unknown-plugin", section.plugin_source,
             fmt::format("There is no plugin `{}`", section.plugin), std::move(help))
      .fixes = model::nearest_fix(section.plugin_source, section.plugin, ids);
  return nullptr;
}

/// Whether the installed version is one that the section asks for; if not, that is told.
bool Binder::has_version(const model::SectionSpec& section) {
  const auto asked = parse_version_range(section.version.text);
  const std::string_view installed = world_.types.version(section.plugin);
  const auto given = parse_version(installed);
  if (!asked || installed.empty() || (given && asked->holds(*given))) return true;
  diagnostics_.error("plugin-version", section.version.source,
                     fmt::format("This section asks for version {} of the plugin `{}`, and {} is "
                                 "installed",
                                 section.version.text, section.plugin, installed),
                     "Install a version that it asks for, or ask for the one that is installed "
                     "once you have looked at what it prints");
  return false;
}

std::optional<std::string> Binder::printed(const Node& text, std::string_view path) {
  if (text.is_absent()) return {};
  return model::conform(text, type_of_printed(text), path, *this, diagnostics_).text;
}

model::Exemption Binder::bind_exemption(const model::SectionSpec& section) {
  const model::ExemptionSpec& given = *section.exemption;
  const bool in_exempt = std::exchange(in_exempt_, false);  // the notice is for everybody
  note_figures_in(given.public_title);
  std::string reason = printed(given.because, "access.because").value_or(std::string());
  in_exempt_ = in_exempt;
  check_reason(given.because, reason);
  return {given.source, given.paragraphs, std::move(reason),
          section.is_withheld() ? section.id : std::string()};
}

/// Of a section that is left out, nothing is known but why, and which data it shows.
void Binder::bind_notice(const model::SectionSpec& section) {
  note_withheld_rows(section.with);
  model::ReportSection notice;
  notice.id = section.id;
  notice.source = section.source;
  notice.title = printed(section.exemption->public_title, "access.public_title");
  notice.exemption = bind_exemption(section);
  report_.sections.push_back(std::move(notice));
}

/// A section with a mistake in it is left out, so that no plugin sees a value it must not expect;
/// plugins place Markdown, and never read it.
void Binder::bind_section(const model::SectionSpec& section) {
  const SectionScope scope(diagnostics_, model::context_of(section));
  if (!is_wanted(section.when)) {
    report_.left_out.push_back(section.id);
    return left_out_.push_back(&section);
  }
  if (section.is_withheld()) return bind_notice(section);
  check_review(section);
  if (auto bound = bound_section(section)) report_.sections.push_back(std::move(*bound));
}

std::optional<model::ReportSection> Binder::bound_section(const model::SectionSpec& section) {
  const std::size_t errors = diagnostics_.errors();
  left_in_markdown_ = 0;
  in_exempt_ = section.exemption.has_value();
  model::ReportSection bound;
  bound.id = section.id;
  bound.plugin = section.plugin;
  bound.owner = section.owner;
  bound.part = section.part;
  bound.on_error = section.on_error;
  bound.source = section.source;
  bound.title_source = section.title.source;
  bound.title = printed(section.title, "title");
  if (section.exemption) bound.exemption = bind_exemption(section);
  const model::Type* type = parameters_of(section);
  // What a plugin for a newer Sheaf takes is not known; the runner says that it cannot be run.
  incomplete_ = section.with.is_absent();
  if (type && type->kind != model::TypeKind::Any && !incomplete_) {
    Diagnostics found;
    bound.with = model::conform(section.with, *type, "with", *this, found);
    tell_with_way(found);
  }
  in_exempt_ = false;
  const bool sound = type && !incomplete_ && diagnostics_.errors() == errors + left_in_markdown_;
  return sound ? std::optional(std::move(bound)) : std::nullopt;
}

void Binder::tell_with_way(const Diagnostics& found) {
  SourceId last;
  std::optional<Note> way;
  for (Diagnostic one : found.all()) {
    if (one.source != std::exchange(last, one.source)) way = tables_.way_of(one.source);
    if (way) one.notes.push_back(*way);
    diagnostics_.report(std::move(one));
  }
}

std::optional<Node> Binder::read_text(const Node& file_name) {
  const auto file = files_.read_text(file_name.text, file_name.source, kLongestText);
  if (!file) return {};
  Node text;
  text.kind = NodeKind::Plain;
  text.source = file->start;
  text.text = file->text;
  return text;
}

bool Binder::has_file(const Node& file_name) const {
  return files_.has(file_name.text, file_name.source);
}

void Binder::unknown_data(const Node& name) {
  std::vector<std::string_view> known;
  for (const model::DataSpec& data : spec_.data) known.push_back(data.name);
  diagnostics_
      .error("unknown-data", name.source, fmt::format("There is no data `{}`", name.text),
             known.empty() ? "Name the file under `data:`" : model::offer(name.text, known))
      .fixes = model::slip_fix(name.source, name.text, known);
}

const Node* Binder::read_rows(const Node& data_name) {
  if (!tables_.is_known(data_name.text)) {
    unknown_data(data_name);
    return nullptr;
  }
  note_rows(data_name.text);
  const data::Table* table = tables_.find_readable(data_name.text);
  incomplete_ = incomplete_ || !table || !table->is_whole;
  return table ? &table->rows : nullptr;
}

std::vector<NamedTable> Binder::tables(std::string_view only) {
  std::vector<NamedTable> all;
  if (!only.empty() && !tables_.is_known(only)) {
    unknown_data(model::text_node(std::string(only), {}));
    return all;
  }
  for (const model::DataSpec& data : spec_.data) {
    if (!only.empty() && data.name != only) continue;
    const data::Table* table = tables_.find_typed(data.name);
    if (table) all.push_back({data.name, *table});
  }
  return all;
}

/// Of the one person whose name this is.
std::optional<std::string_view> Binder::key_of_name(std::string_view name) const {
  std::optional<std::string_view> key;
  for (const model::NamedValue& person : report_.people.members) {
    const Value* given = person.value.find("name");
    if (!given || given->text != name) continue;
    if (key) return {};
    key = person.name;
  }
  return key;
}

std::optional<Value> Binder::find_person(const Node& key) {
  if (spec_.people.find(key.text)) {
    const Value* person = report_.people.find(key.text);
    incomplete_ = incomplete_ || !person;  // a broken one was reported
    return person ? std::optional(*person) : std::nullopt;
  }
  if (const auto named = key_of_name(key.text)) {
    diagnostics_
        .error("unknown-person", key.source, fmt::format("There is no `{}` in `people`", key.text),
               fmt::format("A person is named by the key: write {}", *named))
        .fixes = {model::replacement_of(key, std::string(*named))};
    return {};
  }
  std::vector<std::string_view> known;
  for (const model::Member& person : spec_.people.members) known.push_back(person.key);
  Diagnostic& finding = diagnostics_.error(
      "unknown-person", key.source, fmt::format("There is no `{}` in `people`", key.text),
      known.empty() ? "Add the person under `people:`" : model::offer(key.text, known));
  if (const auto meant = same_but_for_capitals(key.text, known))
    finding.fixes = {model::replacement_of(key, std::string(*meant))};
  return {};
}

std::optional<int> Binder::read_image(const Node& file_name) {
  const auto path = files_.find(file_name.text, file_name.source);
  if (!path) return {};
  auto& assets = report_.assets;
  const auto known = std::ranges::find(assets, *path, &model::Asset::path);
  if (known != assets.end()) return static_cast<int>(known - assets.begin());
  if (!images_fit_) return {};  // which was reported
  auto bytes = files_.read_bytes(*path, file_name.text, file_name.source, kLargestImages);
  if (!bytes || !has_room(*bytes, file_name.source)) return {};
  assets.push_back({*path, std::move(*bytes), file_name.source});
  return static_cast<int>(assets.size()) - 1;
}

bool Binder::has_room(const std::string& image, SourceId said) {
  std::uint64_t bytes = image.size();
  for (const model::Asset& asset : report_.assets) bytes += asset.bytes.size();
  images_fit_ = bytes <= kLargestImages;
  if (images_fit_) return true;
  diagnostics_.error("images-too-large", said,
                     "With this image, the images of the report have more than 50 MB together",
                     "Make the images smaller; for a full page, 2500 by 3500 pixels are plenty");
  return false;
}

Result<model::Report> bind(const model::LayoutSpec& spec, const BindWorld& world,
                           Diagnostics& diagnostics) {
  return Binder(spec, world, diagnostics).run();
}

std::vector<NamedTable> read_tables(const model::LayoutSpec& spec, const BindWorld& world,
                                    std::string_view only, Diagnostics& diagnostics) {
  return Binder(spec, world, diagnostics).tables(only);
}

}  // namespace sheaf::document
