#pragma once
// What `sheaf` says to the program that ran it.

namespace sheaf::cli {

enum class ExitCode {
  Ok = 0,
  DocumentErrors = 1,  // the layout, its data or a plugin: mend the document
  Usage = 2,           // the command line itself
  Environment = 3,     // fonts, folders, a full disk: mend the machine
};

}  // namespace sheaf::cli
