#pragma once
// Where a command prints: standard output for results, standard error for people.

#include <string>
#include <string_view>

namespace sheaf::cli {

enum class Ink { Plain, Bold, Red, Yellow, Blue, Cyan, Dim };

/// One of the two standard streams. Colour only on a terminal, never with NO_COLOR or TERM=dumb.
class Stream {
 public:
  Stream(int descriptor, bool coloured) : descriptor_(descriptor), coloured_(coloured) {}
  /// Writes all of it, unbuffered.
  void write(std::string_view text) const;
  /// `text` in a colour, if this stream has colours.
  std::string paint(Ink ink, std::string_view text) const;

 private:
  int descriptor_;
  bool coloured_;
};

struct Terminal {
  Stream out, err;
};

/// The process's own streams. `wish` is "auto", "always" or "never".
Terminal standard_terminal(std::string_view wish);

}  // namespace sheaf::cli
