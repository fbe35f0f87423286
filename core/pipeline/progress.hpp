#pragma once
// How far a build is, for whoever waits for it.

#include <cstddef>
#include <string_view>

#include "page/page_sink.hpp"

namespace sheaf::pipeline {

/// Told by the building thread, before each piece of work: an implementation must be quick.
class Progress {
 public:
  virtual ~Progress() = default;
  /// `step` is a word for people: "section inspection". `total` is 0 where it is not known how much
  /// there is.
  virtual void at(std::string_view step, std::size_t done, std::size_t total) = 0;
};

/// Passes pages on and tells how many there are. Both borrowed; `progress` may be null.
class CountedPages final : public page::PageSink {
 public:
  CountedPages(page::PageSink& pages, Progress* progress) : pages_(pages), progress_(progress) {}
  void body(page::Page page) override {
    pages_.body(std::move(page));
    if (progress_) progress_->at("pages set", ++count_, 0);
  }
  void furniture(page::Furniture furniture) override { pages_.furniture(std::move(furniture)); }

 private:
  page::PageSink& pages_;
  Progress* progress_;
  std::size_t count_ = 0;
};

}  // namespace sheaf::pipeline
