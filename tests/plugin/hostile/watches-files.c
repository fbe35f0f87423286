/* Looks at what others do with the layout, and keeps them from it. */
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/xattr.h>

#include "hostile.h"

static void harm(const char* folder) {
  char layout[5000], room[256];
  snprintf(layout, sizeof layout, "%s/report.yaml", folder);
  const int file = open(layout, O_RDONLY), place = open(folder, O_RDONLY);
  int flags = 0;
  struct flock lock = {.l_type = F_RDLCK, .l_whence = SEEK_SET};
  tell("lease", fcntl(file, F_SETLEASE, F_RDLCK));
  tell("notify", fcntl(place, F_NOTIFY, DN_ACCESS | DN_MULTISHOT));
  tell("flock", flock(file, LOCK_SH));
  tell("lock", fcntl(file, F_SETLK, &lock));
  tell("flags", ioctl(file, _IOW('f', 2, long), &flags));
  tell("inotify", syscall(SYS_inotify_init1, 0));
  tell("labels", listxattr(layout, room, sizeof room));
  tell("label", getxattr("/etc/passwd", "security.selinux", room, sizeof room));
  tell("secret memory", syscall(447, 0));
}

HARM_PLUGIN
