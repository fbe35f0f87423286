#pragma once
// The workings of bind(): one per build, not thread-safe.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "document/bind.hpp"
#include "document/data_places.hpp"
#include "document/input_files.hpp"
#include "document/names.hpp"
#include "document/placeholder.hpp"
#include "document/tables.hpp"
#include "document/value_text.hpp"
#include "model/conform.hpp"

namespace sheaf::document {

struct OtherBrackets;

class Binder final : public model::ConformHooks {
 public:
  Binder(const model::LayoutSpec& spec, const BindWorld& world, Diagnostics& diagnostics);

  model::Report run();
  std::vector<NamedTable> tables(std::string_view only);

  // What conforming asks of the world.
  bool reach_outside() const override { return true; }
  std::optional<model::Node> resolve(const model::Node& node, const model::Type& type,
                                     std::vector<model::Replacement>& replacements) override;
  std::optional<model::Node> read_text(const model::Node& file_name) override;
  bool has_file(const model::Node& file_name) const override;
  const model::Node* read_rows(const model::Node& data_name) override;
  model::Value make_table(model::Node rows, const model::Node* data) override;
  std::optional<model::Value> find_person(const model::Node& key) override;
  std::optional<int> read_image(const model::Node& file_name) override;

 private:
  /// Of data that it may reach through a query.
  struct PublicFigure {
    std::string asked_of;
    SourceId place;
  };

  // bind.cpp
  std::string text_of(std::string_view path);
  model::Value record_of(std::string_view prefix, const model::Type& type, const model::Node& map);
  void check_time();
  model::Value bind_people();
  std::string output_name(const model::OutputSpec& output);
  void bind_outputs();
  bool has_exempt_section() const;
  void bind_section(const model::SectionSpec& section);
  std::optional<model::ReportSection> bound_section(const model::SectionSpec& section);
  void tell_with_way(const Diagnostics& found);
  void unknown_data(const model::Node& name);
  std::optional<std::string_view> key_of_name(std::string_view name) const;
  const model::Type* parameters_of(const model::SectionSpec& section);
  bool has_version(const model::SectionSpec& section);
  std::optional<std::string> printed(const model::Node& text, std::string_view path);
  void check_reason(const model::Node& typed, std::string_view reason);
  void check_brackets(const model::Node& typed, std::string_view reason);
  model::Exemption bind_exemption(const model::SectionSpec& section);
  bool has_room(const std::string& image, SourceId said);
  void bind_notice(const model::SectionSpec& section);

  // release.cpp
  std::optional<model::PartialDate> meeting_date();
  model::Value date_of(const model::Node& typed, model::TypeKind kind, std::string_view path);
  void check_review(const model::SectionSpec& section);
  void check_approvals();
  bool is_own(const model::ApprovalSpec& approval);
  bool is_known(const model::ApprovalSpec& approval);
  void check_day(const model::ApprovalSpec& approval);
  void tell_missing(const std::vector<const model::Node*>& missing);

  // unseen.cpp
  void look_into_unseen();
  Diagnostics findings_of_left_out();
  void tell_left_out(const Diagnostics& found);
  void look_into_data(const model::DataSpec& data);
  bool is_unused(const model::DataSpec& data);

  // exempt_data.cpp
  void note_rows(std::string_view name);
  void note_withheld_rows(const model::Node& content);
  void note_figure(std::string_view path, SourceId place);
  void note_figures_in(const model::Node& printed);
  void note_filled(const model::Node& text);
  void tell_exempt_figures();
  void give_withheld_data();

  // when.cpp
  bool is_wanted(const model::Node& when);
  bool holds(const model::Member& condition);
  bool can_hold(const model::Member& condition);
  void tell_near_miss(const model::Member& condition, const model::Value& value);
  std::optional<bool> holds_amount(const model::Member& condition);

  // resolve.cpp
  void tell_slip(const model::Node& node, const Placeholder& slip);
  const model::Value* named_value(const model::Node& node, const Placeholder& placeholder);
  std::optional<std::string> placeholder_text(const model::Node& node,
                                              const Placeholder& placeholder, TextStyle style);
  std::optional<std::string> help_for_amount(const Placeholder& placeholder);
  bool has_room(const model::Node& node, const Placeholder& placeholder, std::size_t length,
                std::size_t more);
  std::optional<std::string> substitute(const model::Node& node, TextStyle style);
  bool replace_in_markdown(const model::Node& node, std::vector<model::Replacement>& replacements);
  void tell_bracket_slips(const model::Node& node);
  Names::Meant meant_in(std::string_view written, const OtherBrackets& brackets);
  void tell_slips_in(const model::Node& node, const OtherBrackets& brackets);
  SourceId place_of(const model::Node& node, const Placeholder& placeholder) const;
  SourceId place_of(const model::Node& node, std::string_view part) const;

  const model::LayoutSpec& spec_;
  const BindWorld& world_;
  Diagnostics& diagnostics_;
  const bool has_exempt_;  // in either edition
  DataPlaces data_places_;
  InputFiles files_;
  Names names_;
  Tables tables_;
  model::Report report_;
  std::vector<const model::SectionSpec*> left_out_;  // by `when`
  DataNames public_rows_, exempt_rows_;  // data whose rows such sections show, through queries, too
  DataNames shown_whole_;                // by public sections, not through queries
  std::map<std::string, PublicFigure, std::less<>> public_figures_;  // of data, each the first
  std::set<std::string, std::less<>> noted_paths_;                   // whose figures are public
  DataNames noted_data_;                                             // of which they are
  std::size_t filled_ = 0;            // bytes that placeholders put in, in the whole build
  std::size_t left_in_markdown_ = 0;  // errors of the section at hand that its Markdown bears
  bool images_fit_ = true;            // all images of the report together
  bool in_exempt_ = false;            // the section at hand is
  bool incomplete_ = false;  // the section at hand lacks a value whose error was reported elsewhere
};

}  // namespace sheaf::document
