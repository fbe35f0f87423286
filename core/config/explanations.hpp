#pragma once
// What messages mean, in more words than they have room for: configs/messages/*.yaml. Read only
// when somebody asks.

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "base/source.hpp"

namespace sheaf::config {

/// A mistake and its cure, as a report's author would type them. A fragment stands for a whole
/// layout: what it leaves out (`sheaf: 1`, title, sections) is beside the point.
struct MessageExample {
  std::string file;           // the one that both texts are of: "report.yaml"
  std::string before, after;  // → stands for a tab, ⍽ for a no-break space; both empty: no example
  std::vector<std::pair<std::string, std::string>> files;  // what must lie beside it: name and text
  std::string options;                                     // of the command line that shows it
};

struct Explanation {
  std::string id, group;
  std::string summary;  // one sentence without a full stop
  std::string meaning;  // what is wrong, and how to mend it
  std::string why;      // what would go wrong if it stayed
  MessageExample example;
};

/// Of all files in `folders`, in the order of their names; an earlier folder's word counts. Then of
/// the lint rules, which explain themselves. What is wrong in the files is reported.
std::vector<Explanation> read_explanations(std::span<const Path> folders, const FileSystem& files,
                                           SourceMap& sources, Diagnostics& diagnostics);

}  // namespace sheaf::config
