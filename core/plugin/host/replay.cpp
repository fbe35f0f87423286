#include "plugin/host/replay.hpp"

#include "base/clean_line.hpp"
#include "plugin/abi_text.hpp"
#include "plugin/host/output_lines.hpp"

namespace sheaf::plugin::host {
namespace {

constexpr sheaf_str kImpossible{nullptr, 1};

Replay::Verdict taken_if(bool whole) {
  return whole ? Replay::Verdict::Taken : Replay::Verdict::Garbled;
}

}  // namespace

Replay::Verdict Replay::take(const FrameBuffer::Frame& frame) {
  if (++frames_ > limits_.frames) return Verdict::Flood;
  return call(frame);
}

Replay::Verdict Replay::call(const FrameBuffer::Frame& frame) {
  const sheaf_builder& out = *bridge_.builder();
  PayloadReader in(frame.payload);
  switch (frame.type) {
    case FrameType::Open: {
      const auto kind = in.number<sheaf_kind>();
      const auto origin = in.number<sheaf_node>();
      if (in.is_whole()) out.open(out.ctx, kind, origin);
      return taken_if(in.is_whole());
    }
    case FrameType::Place: {
      const auto value = in.number<sheaf_node>();
      if (in.is_whole()) out.place(out.ctx, value);
      return taken_if(in.is_whole());
    }
    case FrameType::Attribute: return attribute(in);
    case FrameType::Text: out.text(out.ctx, borrow(frame.payload)); break;
    case FrameType::Close: out.close(out.ctx); break;
    case FrameType::Data: out.data(out.ctx, {}, nullptr, 0); break;
    case FrameType::BadText: out.text(out.ctx, kImpossible); break;
    case FrameType::BadAttribute: out.attr(out.ctx, kImpossible, kImpossible); break;
    case FrameType::Stale:
      bridge_.values()->kind(bridge_.values()->ctx, in.number<sheaf_node>());
      break;
    case FrameType::Finding: return finding(in);
    case FrameType::Log: return log(in);
    case FrameType::Thrown: bridge_.thrown(frame.payload); break;
    case FrameType::Result:
      rc_ = in.number<sheaf_rc>();
      return in.is_whole() ? Verdict::Result : Verdict::Garbled;
    default: return Verdict::Garbled;
  }
  return Verdict::Taken;
}

Replay::Verdict Replay::attribute(PayloadReader in) {
  const sheaf_str name = borrow(in.text());
  const sheaf_str value = borrow(in.rest());
  const sheaf_builder& out = *bridge_.builder();
  if (in.is_whole()) out.attr(out.ctx, name, value);
  return taken_if(in.is_whole());
}

Replay::Verdict Replay::finding(PayloadReader in) {
  if (++messages_ > limits_.messages) return Verdict::Flood;
  const auto level = in.number<std::int32_t>();
  const auto at = in.number<sheaf_node>();
  const sheaf_str code = borrow(in.text());
  const sheaf_str message = borrow(in.rest());
  const sheaf_host& host = *bridge_.host();
  if (in.is_whole()) host.diag(host.ctx, level, code, at, message);
  return taken_if(in.is_whole());
}

Replay::Verdict Replay::log(PayloadReader in) {
  (void)in.number<std::int32_t>();
  const std::string_view message = in.rest();
  if ((logged_ += message.size() + OutputLines::kLine) > limits_.output) return Verdict::Flood;
  log_(clean_line(message));
  return taken_if(in.is_whole());
}

}  // namespace sheaf::plugin::host
