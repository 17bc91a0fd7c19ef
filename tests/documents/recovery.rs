//! The sheet with a recovery code.

use jiff::Timestamp;
use praktijkdossier::documents::layout::shape::Shaper;
use praktijkdossier::documents::paper::Sheet;
use praktijkdossier::documents::recovery::{Recovery, pages, pdf};

use crate::placing::well_placed;
use crate::proof::{keep, valid};
use crate::read_back::hear;

const CODE: &str = "01234-56789-ABCDE-FGHJK-MNPQR-STVWX-YZ01";

#[test]
fn the_sheet_may_be_kept_and_read_aloud() {
    let long = "Praktijkschool voor Vakmanschap en Ondernemen De Wijde Wereld aan de Oude Rijn, locatie Noord";
    for (name, dossier, school) in [
        ("gewoon", "klas4.dossier", "Praktijkschool De Linde"),
        ("zonder-school", "klas4.dossier", ""),
        (
            "lang",
            "een-heel-lange-naam-van-een-dossier-die-iemand-heeft-bedacht-voor-2026-en-2027.dossier",
            long,
        ),
    ] {
        let recovery =
            Recovery { code: CODE, dossier, school, day: jiff::civil::date(2026, 11, 24) };
        let bytes = pdf(recovery, Timestamp::UNIX_EPOCH).unwrap();
        keep(&format!("herstelcode-{name}"), &bytes);
        for profile in ["2a", "ua1"] {
            assert_eq!(valid(&bytes, profile), "", "{name} {profile}");
        }
        assert!(bytes == pdf(recovery, Timestamp::UNIX_EPOCH).unwrap(), "the same bytes");
        well_placed(&pages(recovery, &mut Shaper::new().unwrap()), Sheet::Blank);

        let heard = hear(&bytes);
        let said: Vec<&str> = heard.leaves.iter().map(|leaf| leaf.text.as_str()).collect();
        assert_eq!(heard.leaves[0].tag, "H1");
        let groups: Vec<&str> = CODE.split('-').collect();
        let code = said.iter().find(|text| text.contains(groups[0])).unwrap();
        for group in groups {
            assert!(code.contains(group), "{code}");
        }
        assert!(said.iter().any(|text| text.contains("24-11-2026")), "{said:?}");
        assert!(said.iter().any(|text| text.contains(dossier)), "{said:?}");
        assert_eq!(said.iter().any(|text| text.contains("School")), !school.is_empty());
    }
}
