#pragma once
// Ownership of a file descriptor.

#include <unistd.h>

#include <utility>

namespace sheaf {

/// Closes what it holds; -1 holds nothing.
class Descriptor {
 public:
  explicit Descriptor(int value = -1) : value_(value) {}
  ~Descriptor() { close(); }
  Descriptor(Descriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(value_, other.value_);
    return *this;
  }
  int value() const { return value_; }
  explicit operator bool() const { return value_ >= 0; }
  /// Closes now, because close() may be the first to tell of a full disk.
  bool close() { return value_ < 0 || ::close(std::exchange(value_, -1)) == 0; }

 private:
  int value_;
};

}  // namespace sheaf
