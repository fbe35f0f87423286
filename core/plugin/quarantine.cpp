#include "plugin/quarantine.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "base/json.hpp"
#include "plugin/trust.hpp"

namespace sheaf::plugin {
namespace {

constexpr std::uint64_t kLargest = 1 << 20;

Json number(std::uint64_t value) { return Json::string(fmt::format("{:x}", value)); }

std::uint64_t number_of(const Json& record, std::string_view key) {
  std::uint64_t value = 0;
  if (const Json* text = record.find(key)) {
    std::from_chars(text->text.data(), text->text.data() + text->text.size(), value, 16);
  }
  return value;
}

std::string text_of(const Json& record, std::string_view key) {
  const Json* text = record.find(key);
  return text ? text->text : std::string();
}

Json as_json(const Quarantined& one) {
  return Json::object(
      {{"id", Json::string(one.id)},
       {"library", Json::string(one.library.string())},
       {"size", number(one.stamp.size)},
       {"modified", number(static_cast<std::uint64_t>(one.stamp.modified))},
       {"inode", number(one.stamp.inode)},
       {"first", number(one.fingerprint.first)},
       {"second", number(one.fingerprint.second)},
       {"host", Json::string(one.host)},
       {"reason", Json::string(one.reason)},
       {"until", number(static_cast<std::uint64_t>(one.until.time_since_epoch().count()))}});
}

Quarantined from_json(const Json& record) {
  return {text_of(record, "id"),
          text_of(record, "library"),
          {number_of(record, "size"), static_cast<std::int64_t>(number_of(record, "modified")),
           number_of(record, "inode")},
          {number_of(record, "first"), number_of(record, "second")},
          text_of(record, "host"),
          text_of(record, "reason"),
          Seconds(std::chrono::seconds(static_cast<std::int64_t>(number_of(record, "until"))))};
}

}  // namespace

LoadProblem problem_of(const Quarantined& one) {
  const auto until = fmt::gmtime(std::chrono::system_clock::to_time_t(one.until));
  return {"plugin-quarantined",
          fmt::format("{}; it is not tried again before {:%Y-%m-%d %H:%M} UTC", one.reason, until),
          fmt::format("Install a mended one, or have it tried with `sheaf plugins release {}`",
                      one.id)};
}

Quarantine::Quarantine(Path file, FileSystem& files, Seconds now)
    : file_(std::move(file)), files_(files), now_(now) {
  const auto text = file_.empty() ? FileResult<std::string>() : files_.read(file_, kLargest);
  const auto json = parse_json(text.value_or(std::string()));
  if (!json) return;
  for (const Json& record : json->items) {
    Quarantined one = from_json(record);
    if (holds(one)) all_.push_back(std::move(one));
  }
}

/// Whether it is still the library, and the Sheaf, of then.
bool Quarantine::holds(const Quarantined& one) const {
  if (one.id.empty() || now_ >= one.until || one.host != SHEAF_VERSION) return false;
  const auto stamp = files_.stamp(one.library);
  if (!stamp || *stamp != one.stamp) return false;
  const auto bytes = read_library(one.library, files_);
  return bytes && fingerprint(*bytes) == one.fingerprint;
}

Registry Quarantine::apply(Registry registry) const {
  return std::move(registry).with([this](Manifest& manifest) {
    const auto found = std::ranges::find(all_, manifest.library, &Quarantined::library);
    if (found != all_.end()) manifest.bar = {problem_of(*found), Bar::Cure::AsItStands};
  });
}

void Quarantine::add(const Manifest& manifest, const FileStamp& loaded, std::string_view reason) {
  const auto stamp = files_.stamp(manifest.library);
  const auto bytes = read_library(manifest.library, files_);
  if (file_.empty() || !stamp || *stamp != loaded || !bytes) return;
  std::erase_if(all_, [&](const Quarantined& one) { return one.library == manifest.library; });
  all_.push_back({manifest.id, manifest.library, *stamp, fingerprint(*bytes), SHEAF_VERSION,
                  std::string(reason), now_ + kTime});
  save();
}

bool Quarantine::release(std::string_view id) {
  const auto gone = std::erase_if(all_, [&](const Quarantined& one) { return one.id == id; });
  if (gone > 0) save();
  return gone > 0;
}

void Quarantine::save() {
  std::ranges::sort(all_, {}, &Quarantined::id);
  std::vector<Json> records;
  for (const Quarantined& one : all_) records.push_back(as_json(one));
  (void)files_.make_folder(file_.parent_path());
  (void)files_.write(file_, write_json(Json::array(std::move(records)), JsonStyle::Indented));
}

}  // namespace sheaf::plugin
