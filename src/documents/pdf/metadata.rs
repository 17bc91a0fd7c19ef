//! What a file says of itself: title, moment, standards, language, colours, and ids from its content.
//!
//! Nothing personal: metadata travel further than paper.

use jiff::Timestamp;
use lopdf::{Document, Object, Stream, StringFormat, dictionary};
use sha2::{Digest as _, Sha256};

use crate::documents::pdf::PdfError;
use crate::documents::pdf::draw::{hexadecimal, utf16};

/// The colours of screens, as a small profile of the first version that PDF/A knows (public domain).
const SRGB: &[u8] = include_bytes!("../../../assets/icc/sRGB-v2-magic.icc");

const PRODUCER: &str = "Praktijkdossier";
const LANGUAGE: &str = "nl-NL";

pub(crate) fn add(document: &mut Document, title: &str, moment: Timestamp) -> Result<(), PdfError> {
    let id = content_id(document, title, moment);
    let metadata = Stream::new(
        dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
        xmp(title, moment, &id).into_bytes(),
    )
    // Readers that know no PDF look for it.
    .with_compression(false);
    let metadata = document.add_object(metadata);
    let profile = document.add_object(Stream::new(dictionary! { "N" => 3 }, SRGB.to_vec()));
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => literal("sRGB"),
        "Info" => literal("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile,
    };
    let catalog = document.catalog_mut()?;
    catalog.set("Lang", literal(LANGUAGE));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("Metadata", metadata);
    catalog.set("OutputIntents", vec![Object::Dictionary(intent)]);

    // printpdf's own has the clock in it, and claims PDF/X.
    let information = document.trailer.get(b"Info")?.as_reference()?;
    let date = moment.strftime("D:%Y%m%d%H%M%SZ").to_string();
    document.set_object(
        information,
        dictionary! {
            "Title" => Object::String(utf16(title), StringFormat::Hexadecimal),
            "Creator" => literal(PRODUCER),
            "Producer" => literal(PRODUCER),
            "CreationDate" => literal(&date),
            "ModDate" => literal(&date),
        },
    );
    let id = Object::String(id.get(..16).unwrap_or(&id).to_vec(), StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![id.clone(), id]);
    Ok(())
}

/// Of all that is drawn, and the moment.
fn content_id(document: &Document, title: &str, moment: Timestamp) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(title);
    hash.update(moment.as_nanosecond().to_be_bytes());
    for object in document.objects.values() {
        if let Ok(stream) = object.as_stream() {
            hash.update(stream.content.len().to_be_bytes());
            hash.update(&stream.content);
        }
    }
    hash.finalize().into()
}

fn literal(text: &str) -> Object {
    Object::String(text.as_bytes().to_vec(), StringFormat::Literal)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn xmp(title: &str, moment: Timestamp, id: &[u8; 32]) -> String {
    let (title, id) = (escaped(title), hexadecimal(id));
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
