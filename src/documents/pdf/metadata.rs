//! What a file says of itself: title, moment, standards, language, colours, and ids from its content.
//!
//! Nothing personal: metadata travel further than paper.

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use crate::documents::pdf::file::{self, File};
use crate::documents::pdf::structure::{Structure, count};
use crate::documents::pdf::write;

/// The colours of screens, as a small profile of the first version that PDF/A knows (public domain).
const SRGB: &[u8] = include_bytes!("../../../assets/icc/sRGB-v2-magic.icc");

const PRODUCER: &str = "Praktijkdossier";
const LANGUAGE: &str = "nl-NL";

/// `drawn` is the digest of all that is drawn; the id of the file comes back.
pub(crate) fn add(
    file: &mut File,
    pages: usize,
    title: &str,
    moment: Timestamp,
    structure: &Structure,
    mut drawn: Sha256,
) -> [u8; 16] {
    drawn.update(title);
    drawn.update(moment.as_nanosecond().to_be_bytes());
    let digest: [u8; 32] = drawn.finalize().into();
    let id = digest.first_chunk().copied().unwrap_or_default();
    // Not packed: readers that know no PDF look for it.
    file.stream(file::METADATA, b"/Type/Metadata/Subtype/XML", xmp(title, moment, &id).as_bytes());
    file.stream(file::PROFILE, b"/N 3", SRGB);

    let date = moment.strftime("D:%Y%m%d%H%M%SZ").to_string();
    file.begin(file::INFORMATION);
    file.put(b"<</Title");
    write::text(&mut file.bytes, title);
    for (entry, text) in [
        ("Creator", PRODUCER),
        ("Producer", PRODUCER),
        ("CreationDate", &*date),
        ("ModDate", &*date),
    ] {
        file.put(format!("/{entry}({text})").as_bytes());
    }
    file.put(b">>");
    file.end();

    file.begin(file::PAGES);
    file.put(b"<</Type/Pages/Count ");
    count(file, pages);
    file.put(b"/Kids[");
    for page in 0..pages {
        file.reference(file::of_page(page));
        file.put(b" ");
    }
    file.put(b"]>>");
    file.end();
    catalogue(file, structure);
    id
}

fn catalogue(file: &mut File, Structure { root, outline }: &Structure) {
    file.begin(file::CATALOG);
    file.put(
        b"<</Type/Catalog/PageLayout/OneColumn/PageMode/UseNone/MarkInfo<</Marked true>>\
          /ViewerPreferences<</DisplayDocTitle true>>/Lang(",
    );
    file.put(LANGUAGE.as_bytes());
    file.put(b")/Pages ");
    file.reference(file::PAGES);
    file.put(b"/StructTreeRoot ");
    file.reference(*root);
    if let Some(outline) = outline {
        file.put(b"/Outlines ");
        file.reference(*outline);
    }
    file.put(b"/Metadata ");
    file.reference(file::METADATA);
    file.put(
        b"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)\
          /Info(sRGB IEC61966-2.1)/DestOutputProfile ",
    );
    file.reference(file::PROFILE);
    file.put(b">>]>>");
    file.end();
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn xmp(title: &str, moment: Timestamp, id: &[u8; 16]) -> String {
    let title = escaped(title);
    let id: String = id.iter().map(|byte| format!("{byte:02x}")).collect();
    let date = moment.strftime("%Y-%m-%dT%H:%M:%SZ");
    format!(
        r#"<?xpacket begin="{mark}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:xmp="http://ns.adobe.com/xap/1.0/"
  xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
  xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
  xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
  xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
  xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
  xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{LANGUAGE}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>
<pdf:Producer>{PRODUCER}</pdf:Producer>
<xmpMM:DocumentID>urn:sha256:{id}</xmpMM:DocumentID>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"#,
        mark = '\u{feff}',
    )
}
