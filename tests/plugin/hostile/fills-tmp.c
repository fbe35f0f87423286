/* Fills what others need, where it may. */
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>

#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  const char* const files[] = {"/tmp/sheaf-hostile", "/var/tmp/sheaf-hostile",
                               "/dev/shm/sheaf-hostile", "/run/sheaf-hostile", "sheaf-hostile"};
  for (size_t i = 0; i < sizeof files / sizeof *files; ++i)
    tell(files[i], open(files[i], O_RDWR | O_CREAT, 0600));
  tell("shm_open", shm_open("/sheaf-hostile", O_RDWR | O_CREAT, 0600));
  tell("tmpfile", tmpfile() ? 0 : -1);
  tell("O_TMPFILE", open("/tmp", O_TMPFILE | O_RDWR, 0600));
  tell("memfd", memfd_create("harm", 0));
  tell("shmget", shmget(IPC_PRIVATE, 4096, 0600));
  tell("msgget", msgget(IPC_PRIVATE, 0600));
  tell("semget", semget(IPC_PRIVATE, 1, 0600));
  tell("mq_open", syscall(SYS_mq_open, "sheaf-hostile", O_RDWR | O_CREAT, 0600, 0));
}

HARM_PLUGIN
