#include "plugin/host/nursery.hpp"

#include <fcntl.h>
#include <linux/close_range.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <vector>

#include "plugin/host/child.hpp"
#include "plugin/host/crash.hpp"
#include "plugin/host/frames.hpp"
#include "plugin/host/lifeline.hpp"

namespace sheaf::plugin::host {
namespace {

constexpr unsigned kPatience = 5;  // seconds for processes that the kernel cannot end at once

sigset_t child_signal() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGCHLD);
  return set;
}

/// In the fork: a group of its own, an end with the host, and no descriptor but its own.
void settle_in(const ChildEnds& ends, pid_t host) {
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != host) std::_Exit(EXIT_FAILURE);  // it went before it could be tied to
  (void)!::chdir("/");
  const sigset_t set = child_signal();
  ::sigprocmask(SIG_UNBLOCK, &set, nullptr);
  ::dup2(ends.output.value(), STDOUT_FILENO);
  ::dup2(ends.output.value(), STDERR_FILENO);
  // Not onto its own number: that would leave it to be closed.
  const int channel = ::fcntl(ends.channel.value(), F_DUPFD, kSocket + 1);
  ::dup2(channel, kSocket);
  ::close_range(kSocket + 1, ~0U, 0);
}

/// A child and its group, which it may have left where nothing keeps it from that.
void signal_all(pid_t child, int signal) {
  ::kill(-child, signal);
  ::kill(child, signal);
}

void grant(Wish wish, pid_t child) {
  switch (wish) {
    case Wish::Pause: return signal_all(child, SIGSTOP);
    case Wish::GoOn: return signal_all(child, SIGCONT);
    case Wish::Speak: ::kill(child, kTimeIsUp);
  }
}

/// The processes whose parent is this one (proc(5), task/[tid]/children).
std::vector<pid_t> own_children() {
  std::ifstream file("/proc/thread-self/children");
  std::vector<pid_t> children;
  for (pid_t child = 0; file >> child;) children.push_back(child);
  return children;
}

}  // namespace

Nursery::Nursery(int socket) : socket_(socket) {
  ::prctl(PR_SET_CHILD_SUBREAPER, 1);
  const sigset_t set = child_signal();
  ::sigprocmask(SIG_BLOCK, &set, nullptr);
  struct sigaction action {};
  action.sa_handler = SIG_DFL;
  action.sa_flags = SA_NOCLDSTOP;  // a pause is no death
  ::sigaction(SIGCHLD, &action, nullptr);
  deaths_ = Descriptor(::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK));
}

void Nursery::serve() {
  while (!is_over_) {
    std::vector<pollfd> events{{socket_, POLLIN, 0}, {deaths_.value(), POLLIN, 0}};
    std::vector<pid_t> children;
    for (const auto& [child, lifeline] : lifelines_) {
      events.push_back({lifeline.value(), POLLIN, 0});
      children.push_back(child);
    }
    if (::poll(events.data(), events.size(), -1) < 0) continue;
    for (std::size_t i = 0; i < children.size(); ++i) {
      if (events[i + 2].revents) heed(children[i]);
    }
    if (events[1].revents) bury();
    if (events[0].revents) take_order();
  }
  end_all();
}

/// A wish of the engine; or it has no more interest in the child.
void Nursery::heed(pid_t child) {
  Descriptor& lifeline = lifelines_[child];
  Wish wish{};
  const ssize_t got = ::recv(lifeline.value(), &wish, sizeof wish, MSG_DONTWAIT);
  if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
  if (got == sizeof wish) return grant(wish, child);
  lifeline.close();
  signal_all(child, SIGKILL);
}

void Nursery::take_order() {
  ChildEnds ends;
  if (!receive_parcel(socket_, ends)) {
    is_over_ = true;
  } else {
    fork_child(std::move(ends));
  }
}

void Nursery::fork_child(ChildEnds ends) {
  const pid_t self = ::getpid();
  const pid_t child = ::fork();
  if (child == 0) {
    settle_in(ends, self);
    plugin::host::serve(kSocket);
  }
  if (child < 0) return;    // its ends close, and the engine sees that
  ::setpgid(child, child);  // whoever comes first
  const Birth birth{child};
  (void)::send(ends.lifeline.value(), &birth, sizeof birth, MSG_NOSIGNAL);
  lifelines_.emplace(child, std::move(ends.lifeline));
}

/// The whole group goes before its leader's number can be given to another process.
void Nursery::bury() {
  signalfd_siginfo signal;
  while (::read(deaths_.value(), &signal, sizeof signal) > 0) {}
  for (;;) {
    siginfo_t dead{};
    if (::waitid(P_ALL, 0, &dead, WEXITED | WNOHANG | WNOWAIT) != 0 || dead.si_pid == 0) break;
    const auto known = lifelines_.find(dead.si_pid);
    if (known != lifelines_.end()) signal_all(dead.si_pid, SIGKILL);
    int status = 0;
    ::waitpid(dead.si_pid, &status, 0);
    if (known == lifelines_.end()) continue;
    (void)::send(known->second.value(), &status, sizeof status, MSG_NOSIGNAL);
    lifelines_.erase(known);
  }
  kill_abandoned();
}

/// What left its group, and was handed to this process when its parent ended.
void Nursery::kill_abandoned() {
  for (const pid_t child : own_children()) {
    if (is_over_ || !lifelines_.contains(child)) ::kill(child, SIGKILL);
  }
}

void Nursery::end_all() {
  ::alarm(kPatience);
  for (const auto& [child, lifeline] : lifelines_) signal_all(child, SIGKILL);
  for (const auto& [child, lifeline] : lifelines_) ::waitpid(child, nullptr, 0);
  do kill_abandoned();
  while (::waitpid(-1, nullptr, 0) > 0);
}

}  // namespace sheaf::plugin::host
