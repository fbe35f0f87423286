#include "plugin/host/child.hpp"

#include <cstdlib>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "plugin/host/crash.hpp"
#include "plugin/host/recorder.hpp"
#include "plugin/host/sandbox.hpp"
#include "plugin/library.hpp"
#include "plugin/section_call.hpp"

namespace sheaf::plugin::host {
namespace {

void write_list(PayloadWriter& out, const std::vector<std::string>& texts) {
  out.number(static_cast<std::uint32_t>(texts.size()));
  for (const std::string& text : texts) out.text(text);
}

std::vector<std::string> read_list(PayloadReader& in) {
  std::vector<std::string> texts(in.number<std::uint32_t>());
  for (std::string& text : texts) text = in.text();
  return texts;
}

/// The next frame of the engine, which is believed. Ends the process when the engine has gone.
FrameBuffer::Frame receive(FrameBuffer& in, int socket) {
  for (;;) {
    if (const auto frame = in.next()) return *frame;
    if (in.read(socket) == FrameBuffer::Got::End) std::_Exit(0);
  }
}

/// What a section is written from, copied to where numbers may lie.
class Sent {
 public:
  explicit Sent(std::string_view payload) {
    PayloadReader in(payload);
    section_ = in.text();
    is_cancelled_ = in.number<std::uint32_t>() != 0;
    base_ = in.number<std::uint32_t>();
    entries_.resize(in.number<std::uint32_t>());
    const std::string_view entries = in.take(entries_.size() * sizeof(FlatEntry));
    std::memcpy(entries_.data(), entries.data(), entries.size());
    texts_ = in.rest();
  }
  const std::string& section() const { return section_; }
  FlatValues flat() const { return {base_, entries_, texts_}; }
  bool is_cancelled() const { return is_cancelled_; }

 private:
  std::string section_;
  bool is_cancelled_;
  FlatValues::Handle base_;
  std::vector<FlatEntry> entries_;
  std::string texts_;
};

/// As frames to the engine.
class LastFrames final : public LastWords {
 public:
  explicit LastFrames(FrameWriter& out) : out_(out) {}
  void struck(int signal) noexcept override {
    const std::int32_t number = signal;
    out_.write_dying(FrameType::Crash, bytes_of(number));
  }
  void at(std::string_view trace) noexcept override { out_.write_dying(FrameType::Trace, trace); }

 private:
  FrameWriter& out_;
};

class Child {
 public:
  explicit Child(int socket) : socket_(socket), out_(socket) {}

  [[noreturn]] void serve() {
    const auto first = receive(in_, socket_);
    if (first.type != FrameType::Load) std::_Exit(EXIT_FAILURE);
    request_ = decode_load(first.payload);
    kinds_.assign(request_.kinds.begin(), request_.kinds.end());
    auto library = pin(request_.manifest);  // while it still may
    if (!library) refuse(library.error());
    confine();
    const sheaf_plugin plugin = load(std::move(*library));
    for (;;) {
      const auto frame = receive(in_, socket_);
      if (frame.type == FrameType::Render) render(plugin, frame.payload);
      // Cancel of a section that had ended before it came
    }
  }

 private:
  void confine() {
    apply(request_.limits);
    tell_crashes(last_words_);
    if (!enter_sandbox(request_.readable)) refuse(not_confined());
  }

  LoadProblem not_confined() const {
    return {"plugin-not-loaded",
            fmt::format("The plugin \"{}\" was not loaded, for its process could not be confined",
                        request_.manifest.id),
            "Look with `sheaf doctor` at what this system has to confine it with"};
  }

  sheaf_plugin load(PinnedLibrary library) {
    const auto plugin = plugin::load(request_.manifest, std::move(library));
    if (!plugin) refuse(plugin.error());
    if (!leave_libraries(request_.readable)) refuse(not_confined());
    out_.write(FrameType::Loaded);
    out_.flush();
    return *plugin;
  }

  [[noreturn]] void refuse(const LoadProblem& problem) {
    PayloadWriter says;
    says.text(problem.id).text(problem.message.substr(0, 16'000)).text(problem.help);
    out_.write(FrameType::Refused, says);
    out_.flush();
    std::_Exit(0);
  }

  void render(const sheaf_plugin& plugin, std::string_view payload) {
    const Sent sent(payload);
    Recorder recorder(socket_, out_, kinds_, sent.flat());
    if (sent.is_cancelled()) recorder.cancel();
    const sheaf_rc rc = call_section(plugin, sent.section(),
                                     {recorder.host(), recorder.values(), recorder.builder()},
                                     [&](std::string_view what) { recorder.thrown(what); });
    out_.write(FrameType::Result, {bytes_of(rc)});
    out_.flush();
  }

  int socket_;
  FrameBuffer in_;
  FrameWriter out_;
  LastFrames last_words_{out_};
  LoadRequest request_;
  std::vector<std::string_view> kinds_;
};

}  // namespace

std::string encode(const LoadRequest& request) {
  PayloadWriter out;
  out.number(request.limits);
  write_list(out, request.readable);
  write_list(out, request.kinds);
  const Manifest& manifest = request.manifest;
  out.number(manifest.generation).text(manifest.id).text(manifest.version).text(manifest.text);
  out.text(manifest.library.native()).text(manifest.file.native());
  write_list(out, manifest.hashes);
  return out.bytes();
}

LoadRequest decode_load(std::string_view payload) {
  PayloadReader in(payload);
  LoadRequest request;
  request.limits = in.number<Limits>();
  request.readable = read_list(in);
  request.kinds = read_list(in);
  request.manifest.generation = in.number<int>();
  request.manifest.id = in.text();
  request.manifest.version = in.text();
  request.manifest.text = in.text();
  request.manifest.library = Path(in.text());
  request.manifest.file = Path(in.text());
  request.manifest.hashes = read_list(in);
  return request;
}

void serve(int socket) {
  Child child(socket);
  child.serve();
}

}  // namespace sheaf::plugin::host
