// campaign-spotlight: a campaign, a scheme or a piece of research, with its figures and evidence.

#include "parameters.hpp"

namespace campaign {
namespace {

using sheaf::Inline;
using sheaf::text;

void check(const Campaign& campaign, sheaf::Section& out) {
  for (const Figure& figure : campaign.figures.value_or(std::vector<Figure>())) {
    if (figure.of && *figure.of < figure.value) {
      out.error(*figure.of, "The figure is larger than the number that it is out of");
    }
  }
}

void write_figures(const std::vector<Figure>& figures, sheaf::Section& out) {
  if (figures.empty()) return out.paragraph("There are no figures to report.");
  sheaf::Metrics metrics = out.metrics();
  for (const auto& [qualifier, value, of, unit] : figures) {
    metrics.metric(unit, value, {.qualifier = qualifier, .of = of});
  }
}

/// "visits to outdoor summer schools (July and August 2020)"
std::vector<Inline> phrases(const std::vector<Activity>& activities) {
  std::vector<Inline> out;
  for (const auto& [what, when] : activities) {
    Inline& phrase = out.emplace_back(what);
    if (when) phrase += text(" (", *when, ")");
  }
  return out;
}

Inline tagged(const std::vector<sheaf::Text>& hashtags) {
  return listed(hashtags, [](const sheaf::Text& tag) { return text("#", tag); });
}

void write_facts(const Campaign& campaign, sheaf::Section& out) {
  sheaf::Facts facts = out.facts();
  facts.fact("What it is", campaign.what);
  if (campaign.why) facts.fact("What it is for", "To ", *campaign.why);
  facts.fact(campaign.hashtags.size() == 1 ? "Hashtag" : "Hashtags", tagged(campaign.hashtags));
  facts.fact("Since", campaign.since);
  facts.fact("Partners", campaign.partners);
  facts.fact("How it reaches people", listed(campaign.channels));
  facts.fact("Activities", phrases(campaign.activities));
  facts.fact("How it works", campaign.how_it_works);
  facts.fact("What it achieves", campaign.outcomes);
}

/// "an in-depth survey of children about their experience, carried out by our team (summer 2020)"
std::vector<Inline> phrases(const std::vector<Survey>& surveys) {
  std::vector<Inline> out;
  for (const auto& [kind, about, asked, by, when] : surveys) {
    Inline& phrase = out.emplace_back(or_else(kind, "a survey"));
    phrase += text(" of ", asked);
    if (about) phrase += text(" about ", *about);
    phrase += text(", carried out by ", by);
    if (when) phrase += text(" (", *when, ")");
  }
  return out;
}

void write_evidence(const Evidence& evidence, sheaf::Section& out) {
  out.heading(1, "What people told us");
  out.list("The evidence comes from", phrases(evidence.surveys));
  out.list(evidence.surveys.size() > 1 ? "The surveys found" : "The survey found",
           evidence.findings);
  if (evidence.conclusion) out.paragraph(*evidence.conclusion);
  out.list("We will", evidence.what_follows);
}

void write_quotation(const Quotation& quotation, sheaf::Section& out) {
  const sheaf::Person nobody;
  const sheaf::Person& by = quotation.by ? *quotation.by : nobody;
  out.quote(by.name, by.post).paragraph(quotation.words);
}

void render(const Campaign& campaign, sheaf::Section& out) {
  check(campaign, out);
  if (campaign.image) out.figure(*campaign.image);
  if (campaign.context) out.paragraph(*campaign.context);
  out.place(campaign.narrative);
  if (campaign.figures) write_figures(*campaign.figures, out);
  write_facts(campaign, out);
  if (campaign.evidence) write_evidence(*campaign.evidence, out);
  if (campaign.recognition) out.callout(sheaf::Callout::Success).paragraph(*campaign.recognition);
  if (campaign.quotation) write_quotation(*campaign.quotation, out);
  if (campaign.link) out.paragraph("Read more: ", *campaign.link, ".");
}

}  // namespace
}  // namespace campaign

SHEAF_SECTION(campaign::Campaign, campaign::render,
              {.id = "campaign-spotlight",
               .version = "1.0.0",
               .title = "Campaign spotlight",
               .description = "A campaign, a scheme or a piece of research: what it is and why, "
                              "figures, activities, evidence, a quotation and where to read more",
               .blocks = {"figure/1", "paragraph/1", "metrics/1", "facts/1", "list/1", "heading/1",
                          "callout/1", "quote/1"}})
