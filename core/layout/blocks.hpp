#pragma once
// One function per kind of block: element in, boxes at the end of the flow.

#include "layout/builder.hpp"

namespace sheaf::layout {

/// A heading, paragraph, label or caption: a box per line.
void set_text(Builder& builder, model::StructureId id, const Column& column, Flow& flow);
void set_list(Builder& builder, model::StructureId id, const Column& column, Flow& flow);
void set_table(Builder& builder, model::StructureId id, const Column& column, Flow& flow);
void set_facts(Builder& builder, model::StructureId id, const Column& column, Flow& flow);
void set_metrics(Builder& builder, model::StructureId id, const Column& column, Flow& flow);
void set_pictograms(Builder& builder, model::StructureId id, const Column& column, Flow& flow);
void set_callout(Builder& builder, model::StructureId id, const Column& column, Flow& flow);
void set_quote(Builder& builder, model::StructureId id, const Column& column, Flow& flow);
void set_figure(Builder& builder, model::StructureId id, const Column& column, Flow& flow);

}  // namespace sheaf::layout
