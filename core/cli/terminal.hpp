#pragma once
// Where a command prints: standard output for results, standard error for people.

#include <cstddef>
#include <string>
#include <string_view>

namespace sheaf::cli {

enum class Ink { Plain, Bold, Red, Green, Yellow, Blue, Cyan, Dim };

/// One of the two standard streams. Colour only on a terminal, never with NO_COLOR or TERM=dumb.
class Stream {
 public:
  Stream(int descriptor, bool coloured, std::size_t width = 0)
      : descriptor_(descriptor), coloured_(coloured), width_(width) {}
  /// Writes all of it, unbuffered. What cannot be written is lost, and problem() tells.
  void write(std::string_view text) const;
  /// Why something could not be written, as errno says; 0 when all was.
  int problem() const { return problem_; }
  /// Columns to break text into; 0 when this is no terminal, and lines stay as long as they are.
  std::size_t width() const { return width_; }
  /// `text` in a colour, if this stream has colours.
  std::string paint(Ink ink, std::string_view text) const;

 private:
  int descriptor_;
  bool coloured_;
  std::size_t width_;
  mutable int problem_ = 0;  // told once, at the end, not at each of a hundred writes
};

struct Terminal {
  Stream out, err;
};

/// The process's own streams. `wish` is "auto", "always" or "never".
Terminal standard_terminal(std::string_view wish);

}  // namespace sheaf::cli
