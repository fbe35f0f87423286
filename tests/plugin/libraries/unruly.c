/* Does whatever its parameter `text` says, all of it against the contract. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "raw.h"

static int is(sheaf_str wish, const char* name) {
  return wish.n == strlen(name) && memcmp(wish.p, name, wish.n) == 0;
}

static void wait_for_ever(void) {
  for (;;) pause();
}

static volatile int depth;
static void* volatile kept;  // or compilers leave out what nobody reads
static int overflow(int n) {
  volatile char room[4096];
  room[0] = (char)n;
  depth = n;
  return n == -1 ? 0 : overflow(n + 1) + room[0];
}

/* The kernel's answer to each wish, as text: "0" where it was granted. */
static void say(const sheaf_builder* out, sheaf_section* section, const char* what, int granted) {
  raw_open(section, out, "paragraph/1");
  out->text(out->ctx, raw_str(what));
  out->text(out->ctx, raw_str(granted ? ": granted" : ": refused"));
  out->close(out->ctx);
}

static int opens(const char* path, int flags) {
  const int file = open(path, flags, 0600);
  if (file >= 0) close(file);
  return file >= 0;
}

static void* idle(void* nothing) { return nothing; }

static int starts_a_thread(void) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, idle, NULL) != 0) return 0;
  pthread_join(thread, NULL);
  return 1;
}

static void* spin(void* nothing) {
  for (;;) depth = 1;
  return nothing;
}

static void leave_a_thread(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, spin, NULL);
}

static void ask_for_everything(sheaf_section* section, const sheaf_builder* out) {
  say(out, section, "read /etc/passwd", opens("/etc/passwd", O_RDONLY));
  say(out, section, "write /tmp/sheaf-unruly", opens("/tmp/sheaf-unruly", O_WRONLY | O_CREAT));
  say(out, section, "a socket", socket(AF_INET, SOCK_STREAM, 0) >= 0);
  const pid_t child = fork();
  if (child == 0) _exit(0);
  say(out, section, "a process", child > 0);
  say(out, section, "a signal to the parent", kill(getppid(), 0) == 0);
  say(out, section, "a thread", starts_a_thread());
  say(out, section, "descriptor 4", fcntl(4, F_GETFD) >= 0);
}

static sheaf_rc render(sheaf_section* section, const sheaf_values* in, const sheaf_builder* out) {
  sheaf_str wish = {"", 0};
  in->text(in->ctx, in->get(in->ctx, in->root, raw_str("text")), &wish);
  if (is(wish, "crash")) *(volatile int*)8 = 1;
  if (is(wish, "abort")) abort();
  if (is(wish, "overflow")) return overflow(0);
  if (is(wish, "exit")) exit(0);
  if (is(wish, "hang")) wait_for_ever();
  if (is(wish, "spin")) {
    for (;;) depth = 1;
  }
  if (is(wish, "burn")) {
    signal(SIGXCPU, SIG_IGN);
    for (;;) depth = 1;
  }
  if (is(wish, "leave")) leave_a_thread();
  if (is(wish, "keep")) memset(kept = malloc(400 << 20), 1, 400 << 20);
  if (is(wish, "close")) {
    for (int file = 0; file < 100; ++file) close(file);
    wait_for_ever();
  }
  if (is(wish, "forge")) {
    (void)!write(3, "these bytes are no frame", 24);
    wait_for_ever();
  }
  if (is(wish, "print")) {
    puts("a line of output");
    fputs("and one with \x1b[31mcolour\n", stderr);
    fflush(stdout);
    abort();
  }
  if (is(wish, "flood")) {
    for (;;) puts("on and on and on and on and on and on and on and on and on and on");
  }
  if (is(wish, "dangle")) {
    const sheaf_str gone = {(const char*)8, 4000};
    raw_host(section)->log(raw_host(section)->ctx, SHEAF_INFO, gone);
  }
  if (is(wish, "log")) raw_host(section)->log(raw_host(section)->ctx, SHEAF_INFO, raw_str("hello"));
  if (is(wish, "nag")) {
    for (;;) {
      const sheaf_host* host = raw_host(section);
      host->diag(host->ctx, SHEAF_INFO, raw_str("nag"), 0, raw_str("Again"));
    }
  }
  if (is(wish, "ask")) ask_for_everything(section, out);
  raw_open(section, out, "paragraph/1");
  out->text(out->ctx, raw_str("Well behaved"));
  return out->close(out->ctx);
}

RAW_PLUGIN("unruly", render)
