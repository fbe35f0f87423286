#include "plugin/host/line.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.hpp"
#include "plugin/host/usage.hpp"

namespace sheaf::plugin::host {
namespace {

constexpr std::chrono::seconds kLastMoments{2};
constexpr std::chrono::milliseconds kLastWords{500};
constexpr std::chrono::milliseconds kGlance{50};  // between two looks at what a child uses
constexpr int kWaking = 100;  // a child that uses less than this part of a processor is asleep
constexpr int kMostLate = 3;  // sections of one library, before no more of them is asked for

std::string encode(std::string_view section, const ValueTable& table, bool is_cancelled) {
  const auto entries = table.entries();
  PayloadWriter out;
  out.text(section).number(std::uint32_t{is_cancelled}).number(table.base());
  out.number(static_cast<std::uint32_t>(entries.size()));
  out.rest({reinterpret_cast<const char*>(entries.data()), entries.size_bytes()});
  return out.rest(table.texts()).bytes();
}

/// What library.cpp says of a library. A plugin that runs as it is loaded may speak in its place.
constexpr std::array<std::string_view, 6> kRefusals{"plugin-not-loaded", "no-plugin",
                                                    "unsound-plugin",    "newer-plugin",
                                                    "manifest-mismatch", "untrusted-plugin"};

bool is_clean(std::string_view text) {
  return !find_control_character(text) && !find_invalid_utf8(text);
}

}  // namespace

void Line::begin() {
  while (!current_ && !waiting_.empty()) {
    SectionWork& next = *waiting_.front();
    waiting_.pop_front();
    give(next);
  }
}

void Line::give(SectionWork& section) {
  if (world_.work.told) world_.work.told(section.section());
  if (!child_ || !child_->is_alive()) {
    auto child = world_.children.borrow(manifest_, world_.work.root);
    if (!child) {
      world_.problem = child.error();
      return;
    }
    child_ = std::move(*child);
  }
  current_ = &section;
  late_ = false;
  bridge_.emplace(section.run(child_->handles.next(), world_.setup.stop), section.diagnostics());
  replay_.emplace(*bridge_, world_.setup.limits, logger());
  child_->handles.took(bridge_->table());
  child_->output().count_anew();
  cancelled_ = world_.setup.stop.stop_requested();
  child_->send(FrameType::Render, encode(section.section().id, bridge_->table(), cancelled_));
  begin_clock();
}

/// What was used before is not counted.
void Line::begin_clock() {
  const Limits& limits = world_.setup.limits;
  const auto now = Clock::now();
  deadline_ = now + (cancelled_ ? limits.grace : limits.time);
  look_ = now + kGlance;
  asleep_ = false;
  spent_before_ = spent_ = processor_time(child_->process());
  waited_before_.reset();
  amends_ = limits.time;
}

void Line::serve(const pollfd* events) {
  child_->serve(events, logger());
  ending_ ? take_last_words() : take_frames();
  if (!current_) return;
  if (!ending_ && child_->output().size() > world_.setup.limits.output) {
    return fail(Failure::Kind::Flooded);
  }
  if (!ending_ && child_->is_gone()) wait_for_status(Failure::Kind::Ended);
  if (!ending_) return;
  if (child_->is_forgotten() && !world_.children.has_host()) return lose_host();
  if (child_->status()) fail(*ending_);
}

void Line::take_frames() {
  while (current_ && !ending_) {
    const auto frame = child_->frames().next();
    if (!frame) break;
    take(*frame);
  }
  if (current_ && child_->frames().is_broken()) wait_for_status(Failure::Kind::Garbled);
  // What comes after a result was not asked for, and is not to be taken for the next one.
  if (!current_ && child_ && child_->frames().has_rest()) child_.reset();
}

void Line::take(const FrameBuffer::Frame& frame) {
  switch (frame.type) {
    case FrameType::Loaded:
      if (std::exchange(child_->is_loaded, true)) return wait_for_status(Failure::Kind::Garbled);
      return cancelled_ ? void() : begin_clock();
    case FrameType::Refused:
      return child_->is_loaded ? wait_for_status(Failure::Kind::Garbled) : refused(frame.payload);
    case FrameType::Crash: signal_ = PayloadReader(frame.payload).number<int>(); return;
    case FrameType::Trace:
      if (trace_.empty()) trace_ = frame.payload;
      return;
    default:
      if (!child_->is_loaded) return wait_for_status(Failure::Kind::Garbled);
      return replay(frame);
  }
}

void Line::replay(const FrameBuffer::Frame& frame) {
  switch (replay_->take(frame)) {
    case Replay::Verdict::Taken:
      if (bridge_->is_broken()) finish();
      return;
    case Replay::Verdict::Result: return finish();
    case Replay::Verdict::Flood: return fail(Failure::Kind::Flooded);
    case Replay::Verdict::Garbled: return wait_for_status(Failure::Kind::Garbled);
  }
}

void Line::refused(std::string_view payload) {
  PayloadReader in(payload);
  const std::string id(in.text()), message(in.text()), help(in.text());
  const bool is_known = std::ranges::find(kRefusals, id) != kRefusals.end();
  if (!in.is_whole() || !is_known || !is_clean(message) || !is_clean(help)) {
    return wait_for_status(Failure::Kind::Garbled);
  }
  give_up({.id = id, .source = {}, .message = message, .help = help});
  child_.reset();
  end_section();
}

/// No section of this library will be written: what keeps this one from it keeps all.
void Line::give_up(const Diagnostic& finding) {
  waiting_.push_front(current_);
  for (SectionWork* section : waiting_) {
    Diagnostic own = finding;
    own.source = section->section().source;
    section->diagnostics().report(std::move(own));
  }
  waiting_.clear();
}

/// With a result, or when the contract was broken: such a child is not trusted with another one.
void Line::finish() {
  if (late_) return fail(Failure::Kind::Hung);
  const bool broken = bridge_->is_broken();
  child_->drain(logger());  // what it printed before belongs to this section
  current_->take(bridge_->finish(replay_->rc()));
  if (broken) child_.reset();
  end_section();
}

/// All children have gone with it, and the plugin is not to blame.
void Line::lose_host() {
  world_.problem = "sheaf-host has ended";
  waiting_.clear();
  child_.reset();
  end_section();
}

/// A process that ends closes its end of the channel a moment before its status is known. One that
/// garbles may have crashed in the middle of a frame; as a rule, it is not about to end.
void Line::wait_for_status(Failure::Kind kind) {
  ending_ = kind;
  child_->stop_listening();
  const bool ends = kind == Failure::Kind::Ended;
  deadline_ = Clock::now() + (ends ? kLastMoments : world_.setup.limits.grace);
}

/// One that does not end in time, or works for too long, is asked where it is before it is ended.
void Line::hear_out(Failure::Kind kind) {
  ending_ = kind;
  child_->ask_for_last_words();
  deadline_ = Clock::now() + kLastWords;
}

void Line::take_last_words() {
  while (const auto frame = child_->frames().next()) {
    if (frame->type == FrameType::Trace && trace_.empty()) trace_ = frame->payload;
  }
  if (child_->frames().is_broken()) child_->stop_listening();
}

void Line::fail(Failure::Kind kind) {
  child_->drain(logger());
  const Failure failure{.kind = kind,
                        .was_loaded = child_->is_loaded,
                        .status = child_->status(),
                        .signal = std::exchange(signal_, 0),
                        .trace = std::exchange(trace_, {}),
                        .last = child_->output().last()};
  Diagnostic finding =
      describe(failure, manifest_.id, current_->section().source, world_.setup.limits);
  tell_of_fall(failure, finding);
  if (!failure.was_loaded) {
    give_up(finding);
  } else {
    current_->diagnostics().report(std::move(finding));
    if (kind == Failure::Kind::Hung && ++late_sections_ == kMostLate) leave_rest();
  }
  child_.reset();
  end_section();
}

/// A crash, or an exit, as it was loaded. That the system ends a process, or that it takes long,
/// may be the machine's fault.
void Line::tell_of_fall(const Failure& failure, const Diagnostic& finding) const {
  const bool is_own = finding.id == "plugin-crash" || finding.id == "plugin-exit";
  const auto& loaded = child_->library;
  if (failure.was_loaded || !is_own || !loaded || !world_.setup.fell_over) return;
  world_.setup.fell_over(manifest_, *loaded, finding.message);
}

/// Many sections that wait ten seconds each are as good as one that never ends.
void Line::leave_rest() {
  for (SectionWork* section : waiting_) {
    section->diagnostics().report(
        describe_left_out(kMostLate, manifest_.id, section->section().source));
  }
  waiting_.clear();
}

void Line::end_section() {
  signal_ = 0;
  trace_.clear();
  ending_.reset();
  replay_.reset();
  bridge_.reset();
  current_ = nullptr;
}

void Line::look_at(Clock::time_point now) {
  if (!current_) return;
  if (now < deadline_) return now < deadline() ? void() : look_at_usage(now);
  if (ending_) return fail(*ending_);
  if (late_) return hear_out(Failure::Kind::Hung);
  if (cancelled_) return abandon();
  if (had_no_processor()) return;
  late_ = true;
  cancel();
}

/// On a busy machine a section is given the time that it had to wait, but no more than once over.
bool Line::had_no_processor() {
  const auto waited = time_without_processor(child_->process());
  const auto before = waited_before_.value_or(std::chrono::nanoseconds{});
  const auto owed = std::min<std::chrono::nanoseconds>(waited - before, amends_);
  amends_ -= owed;
  waited_before_ = waited;
  deadline_ += std::chrono::duration_cast<Clock::duration>(owed);
  return owed > kGlance;
}

/// One thread alone is late before it has used more than it may.
void Line::look_at_usage(Clock::time_point now) {
  const Limits& limits = world_.setup.limits;
  const auto spent = processor_time(child_->process());
  const auto since = now - look_ + kGlance;
  asleep_ = (spent - std::exchange(spent_, spent)) * kWaking < since;
  look_ = now + kGlance;
  if (!waited_before_) waited_before_ = time_without_processor(child_->process());
  if (spent - spent_before_ > limits.processor) return hear_out(Failure::Kind::Spent);
  if (threads(child_->process()) > limits.threads) fail(Failure::Kind::Crowded);
}

/// It was asked to give up, and does not answer.
void Line::abandon() {
  current_->take(bridge_->finish(SHEAF_CANCELLED));
  child_.reset();
  end_section();
}

void Line::cancel() {
  if (!current_ || ending_ || std::exchange(cancelled_, true)) return;
  child_->send(FrameType::Cancel, {});
  deadline_ = Clock::now() + world_.setup.limits.grace;
}

void Line::give_back() {
  // What a plugin remembers of an exempt edition must not come into a public one.
  if (world_.work.report.edition == model::Edition::Exempt) child_.reset();
  if (child_) world_.children.give_back(std::move(child_), manifest_, world_.work.root);
}

void Line::log(std::string_view line) const {
  if (world_.setup.log) world_.setup.log(manifest_.id, line);
}

}  // namespace sheaf::plugin::host
