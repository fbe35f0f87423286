/* Changes the layout and what lies beside it. */
#include <sys/stat.h>
#include <sys/xattr.h>

#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  char layout[5000], other[5000];
  snprintf(layout, sizeof layout, "%s/report.yaml", folder);
  snprintf(other, sizeof other, "%s/harm", folder);
  tell("write", open(layout, O_WRONLY));
  tell("empty", open(layout, O_WRONLY | O_TRUNC));
  tell("truncate", truncate(layout, 0));
  tell("create", open(other, O_WRONLY | O_CREAT, 0600));
  tell("mkdir", mkdir(other, 0700));
  tell("symlink", symlink("/etc/passwd", other));
  tell("link", link(layout, other));
  tell("mkfifo", mkfifo(other, 0600));
  tell("mknod", mknod(other, S_IFREG | 0600, 0));
  tell("rename", rename(layout, other));
  tell("unlink", unlink(layout));
  tell("rmdir", rmdir(folder));
  tell("chmod", chmod(layout, 0));
  tell("chown", chown(layout, 1, 1));
  tell("utime", utimensat(AT_FDCWD, layout, 0, 0));
  tell("setxattr", setxattr(layout, "user.harm", "x", 1, 0));
}

HARM_PLUGIN
