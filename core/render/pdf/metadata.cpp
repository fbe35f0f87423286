#include "render/pdf/metadata.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace sheaf::render::pdf {
namespace {

constexpr std::string_view kCreator = "Sheaf";
constexpr std::string_view kProducer = "Sheaf " SHEAF_VERSION " with libharu";

/// XML 1.0 has no way to write other control characters, nor U+FFFE and U+FFFF.
std::string in_xml(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    at += point.bytes;
    switch (point.value) {
      case U'&': out += "&amp;"; break;
      case U'<': out += "&lt;"; break;
      case U'>': out += "&gt;"; break;
      default:
        if (point.value < 0x20 && point.value != '\t' && point.value != '\n') break;
        if (point.value != 0xFFFE && point.value != 0xFFFF) append_utf8(out, point.value);
    }
  }
  return out;
}

/// What is not known of a date is its beginning.
model::PartialDate first_day(model::PartialDate date) {
  return {date.year, std::max(date.month, 1), std::max(date.day, 1)};
}

std::string info_date(const model::PartialDate& date) {
  const auto [year, month, day] = first_day(date);
  return fmt::format("D:{:04}{:02}{:02}000000Z", year, month, day);
}

std::string xmp_date(const model::PartialDate& date) {
  const auto [year, month, day] = first_day(date);
  return fmt::format("{:04}-{:02}-{:02}T00:00:00Z", year, month, day);
}

/// The title for readers of any language, and in its own.
std::string titles(const model::Document& document) {
  const std::string title = in_xml(document.title);
  std::string out = "<rdf:li xml:lang=\"x-default\">" + title + "</rdf:li>";
  if (!document.language.empty()) {
    out += fmt::format("<rdf:li xml:lang=\"{}\">{}</rdf:li>", in_xml(document.language), title);
  }
  return out;
}

std::string described(const model::Document& document) {
  std::string out = "<dc:format>application/pdf</dc:format>\n";
  out += "<dc:title><rdf:Alt>" + titles(document) + "</rdf:Alt></dc:title>\n";
  if (!document.author.empty()) {
    out += "<dc:creator><rdf:Seq><rdf:li>" + in_xml(document.author) +
           "</rdf:li></rdf:Seq></dc:creator>\n";
  }
  if (!document.subtitle.empty()) {
    out += "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">" + in_xml(document.subtitle) +
           "</rdf:li></rdf:Alt></dc:description>\n";
  }
  if (!document.language.empty()) {
    out += "<dc:language><rdf:Bag><rdf:li>" + in_xml(document.language) +
           "</rdf:li></rdf:Bag></dc:language>\n";
  }
  if (document.date.year != 0) {
    out +=
        fmt::format("<xmp:CreateDate>{0}</xmp:CreateDate>\n<xmp:ModifyDate>{0}</xmp:ModifyDate>\n",
                    xmp_date(document.date));
  }
  return out;
}

constexpr std::string_view kBefore =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\"\n"
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n";

/// PDF/A wants every property described that it does not know itself, and it does not know
/// PDF/UA's (ISO 19005-2, 6.6.2.3).
constexpr std::string_view kAfter =
    "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n"
    "<pdfuaid:part>1</pdfuaid:part>\n"
    "</rdf:Description>\n"
    "<rdf:Description rdf:about=\"\"\n"
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
    "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";

}  // namespace

std::string xmp(const model::Document& document) {
  return fmt::format(
      "{}{}<xmp:CreatorTool>{}</xmp:CreatorTool>\n<pdf:Producer>{}</pdf:Producer>\n{}", kBefore,
      described(document), kCreator, kProducer, kAfter);
}

/// Not deflated, so that any tool may read it.
Object add_xmp(const model::Document& document, ObjectStore& objects) {
  return objects.add_stream(xmp(document)).name("Type", "Metadata").name("Subtype", "XML");
}

Object add_info(const model::Document& document, ObjectStore& objects) {
  Object info = objects.add_dictionary()
                    .text("Title", document.title)
                    .text("Creator", kCreator)
                    .text("Producer", kProducer);
  if (!document.author.empty()) info.text("Author", document.author);
  if (!document.subtitle.empty()) info.text("Subject", document.subtitle);
  if (document.date.year != 0) {
    info.text("CreationDate", info_date(document.date)).text("ModDate", info_date(document.date));
  }
  return info;
}

Object add_output_intent(ObjectStore& objects, WriterCache& cache) {
  Object profile = objects.add_borrowed_stream(cache.colour_profile())
                       .raw("/Filter/FlateDecode\n")
                       .integer("N", 3);
  return objects.add_dictionary()
      .name("Type", "OutputIntent")
      .name("S", "GTS_PDFA1")
      .text("OutputConditionIdentifier", "sRGB")
      .text("Info", "sRGB IEC61966-2.1")
      .reference("DestOutputProfile", profile);
}

}  // namespace sheaf::render::pdf
