//! Documents by hand: a certificaat and an mbo-verklaring from nothing, gaps that lead to their fields.

use egui::Key;
use praktijkdossier::changes::Change;
use praktijkdossier::domain::{
    Assessment, BpvOption, DocumentNumber, Entry as _, Id, Learner, LearnerStatus, Ondertekenaar,
    PersonName, Route, School, ShortText, Title,
};
use praktijkdossier::store::Store;

use crate::read_back::hear;
use crate::screens::fields::stamp;
use crate::screens::papers::{add, complete};
use crate::screens::window::Window;

/// Learner 1 of [`complete`] at a mbo-school, where someone signs.
pub(crate) fn at_mbo(store: &mut Store) {
    complete(store);
    let learner = store.learner(Id::new(1)).unwrap().value;
    let learner = Learner { route: Some(Route::MboBbl), ..learner };
    edit(store, learner);
    let school = store.school().unwrap();
    let school = School { naam: Title::parse("Roc De Eik").ok(), ..school };
    edit(store, school);
    add(store, signer("Hedwig van Zonderen"));
}

pub(crate) fn edit(store: &mut Store, record: impl Into<praktijkdossier::domain::AnyRecord>) {
    store.apply(&Change::Edit(1, record.into()), &stamp()).unwrap();
}

fn signer(name: &str) -> Ondertekenaar {
    Ondertekenaar {
        naam: PersonName::parse(name).ok(),
        functie: ShortText::parse("Voorzitter").ok(),
        ..Ondertekenaar::blank()
    }
}

pub(crate) fn number(text: &str) -> DocumentNumber {
    DocumentNumber::parse(text).unwrap()
}

/// What the document of this number says.
pub(crate) fn text_of(window: &Window, of: &str) -> String {
    let pdf = window.store().issued_pdf(number(of)).unwrap();
    hear(&pdf).leaves.iter().map(|leaf| leaf.text.clone() + "\n").collect()
}

pub(crate) fn make_final(window: &mut Window) {
    window.click("Definitief maken…");
    window.click("Definitief maken");
    window.click("Sluiten");
}

#[test]
fn a_certificaat_from_nothing() {
    let mut window = Window::on(at_mbo);
    certificaat_ready(&mut window);
    window.click("Definitief maken…");
    assert!(window.says("Bo Vries") && window.says("C0021 Koken in de horeca"));
    assert!(!window.says("waardepapier"), "it takes one sheet");
    window.click("Definitief maken");
    assert!(window.says("MC-2026-0001"));
    window.click("Sluiten");
    let text = text_of(&window, "MC-2026-0001");
    for said in
        ["Bo Vries", "Koken in de horeca", "C0021", "Kok", "Roc De Eik", "Hedwig van Zonderen"]
    {
        assert!(text.contains(said), "{said} is not on paper:\n{text}");
    }
}

#[test]
fn a_certificaat_of_more_than_a_sheet_says_so_before_it_is_final() {
    let mut window = Window::on(|store| {
        at_mbo(store);
        for _ in 0..12 {
            add(store, signer("Hedwig van Zonderen"));
        }
    });
    certificaat_ready(&mut window);
    window.click("Definitief maken…");
    assert!(window.says("past niet op één vel waardepapier: het worden er 2"));
}

fn certificaat_ready(window: &mut Window) {
    window.open("Vries");
    window.click("Documenten");
    window.click("Mbo-certificaat: voeg eerst een onderdeel toe");
    window.click("Onderdeel toevoegen…");
    window.type_in("Onderdeel kiezen", "C0021");
    window.press(Key::Enter);
    assert!(window.says("25180 Kok (mbo-2)"), "its kwalificatie comes along");
    assert_eq!(window.value("Kwalificatiedossier"), "Keuken", "and the dossier");
    window.click("Documenten");
    window.open("Mbo-certificaat – Koken in de horeca");
    assert!(window.says("Voorbeeld: Mbo-certificaat – Koken in de horeca"));
    for (gap, field, typed) in [
        ("Een resultaat", "Resultaat", "7"),
        ("De datum waarop de examencommissie", "Besluit van de examencommissie op", "20-11-2026"),
    ] {
        click_that_begins(window, gap);
        assert!(window.focused(field), "{gap} leads to {field}");
        window.fill(field, typed);
        window.click("Documenten");
    }
}

/// Clicks the button that begins so.
fn click_that_begins(window: &mut Window, begin: &str) {
    let label = window.button_that_begins(begin);
    window.click(&label);
}

#[test]
fn an_mbo_verklaring_with_option_3_from_nothing() {
    let mut window = Window::on(at_mbo);
    window.open("Vries");
    window.click("Documenten");
    window.open("Mbo-verklaring");
    assert!(window.says("nog niet uitgeschreven"), "the rule says why it need not be made");
    window.choose(
        "Resultaat van de beroepspraktijkvorming",
        "Optie 3: deel van de bpv als praktijkverklaring",
    );
    window.fill("Overige resultaten", "VCA Basis behaald");
    assert!(window.says("Voorbeeld: Mbo-verklaring"));
    window.click("Voortgangstoets toevoegen…");
    window.fill("Titel", "Rekenen");
    window.fill("Korte toelichting", "Procenten");
    window.fill("Resultaat", "7");
    window.click("Bewaren");
    window.click("Voortgangstoets: Rekenen");
    window.fill("Resultaat", "8");
    window.click("Bewaren");
    click_that_begins(&mut window, "De kwalificatie");
    assert!(window.focused("Opleiding (kwalificatie)"));
    window.click("Opleiding (kwalificatie)");
    window.type_in("Kwalificatie kiezen", "25180");
    window.press(Key::Enter);
    window.click("Documenten");
    assert!(window.says("Alles is ingevuld."));
    window.click("Deze student is nog niet uitgeschreven.");
    assert!(window.focused("Gestopt of klaar op"), "a warning leads to its field too");
    window.fill("Gestopt of klaar op", "20-11-2026");
    window.choose("Status", "Gestopt");
    window.choose("Heeft een startkwalificatie", "Nee");
    window.click("Documenten");
    assert!(window.says("Deze student moet een mbo-verklaring krijgen."));
    make_final(&mut window);
    let text = text_of(&window, "MV-2026-0001");
    for said in [
        "Bo Vries",
        "Kok",
        "VCA Basis behaald",
        "Rekenen",
        "Procenten",
        "8",
        "Hotel De Kroon",
        "B1-K1-W1",
    ] {
        assert!(text.contains(said), "{said} is not on paper:\n{text}");
    }
    assert!(window.says("De mbo-verklaring is al gemaakt."));
}

#[test]
fn what_is_typed_shows_on_the_page_at_once() {
    let mut window = Window::on(at_mbo);
    window.open("Vries");
    window.click("Documenten");
    window.open("Mbo-verklaring");
    let pages = |window: &Window| window.label_with("Mbo-verklaring, pagina 1 van");
    let before = pages(&window);
    window.choose(
        "Resultaat van de beroepspraktijkvorming",
        "Optie 3: deel van de bpv als praktijkverklaring",
    );
    assert_ne!(pages(&window), before, "there are more pages");
}

#[test]
fn place_and_date_of_signing_are_gaps_that_lead_to_their_fields() {
    let mut window = Window::on(complete);
    window.open("Vries");
    window.click("Documenten");
    window.type_in("Plaats van ondertekening", " ");
    window.click("De plaats van ondertekening");
    assert!(window.focused("Plaats van ondertekening"));
    window.type_in("Plaats van ondertekening", "Urk");
    assert!(window.says("Alles is ingevuld."));
}

#[test]
fn without_a_signer_the_gap_leads_to_where_one_is_added() {
    let mut window = Window::on(|store| {
        at_mbo(store);
        store
            .apply(&Change::Remove(praktijkdossier::domain::RecordKind::Ondertekenaar, 1), &stamp())
            .unwrap();
    });
    window.open("Vries");
    window.click("Documenten");
    window.open("Totaaloverzicht");
    window.click("Een ondertekenaar namens de examencommissie");
    assert!(window.focused("Ondertekenaar toevoegen"));
    window.click("Ondertekenaar toevoegen");
    assert!(window.focused("Naam"));
    window.fill("Naam", "Ru Smit");
    window.fill("Functie", "Secretaris");
    let signers = window.store().ondertekenaars().unwrap();
    assert!(signers[0].value.signs && signers[0].value.functie.is_some());
    window.click("Leerlingen");
    window.open("Vries");
    window.click("Documenten");
    assert!(!window.says("Een ondertekenaar namens de examencommissie"));
    window.click("Minstens één examenresultaat");
    assert!(window.focused("Onderdeel toevoegen…"));
}

#[test]
fn a_signer_who_does_not_sign_is_ticked_where_the_gap_leads() {
    let mut window = Window::on(|store| {
        at_mbo(store);
        let silent = Ondertekenaar { signs: false, ..signer("Hedwig van Zonderen") };
        edit(store, silent);
    });
    window.open("Vries");
    window.click("Documenten");
    window.open("Totaaloverzicht");
    window.click("Een ondertekenaar namens de examencommissie");
    assert!(window.focused("Tekent nu de documenten"));
}

#[test]
fn making_final_asks_first_and_cancelling_makes_nothing() {
    let mut window = Window::on(complete);
    window.open("Vries");
    window.click("Documenten");
    window.click("Definitief maken…");
    for said in ["Bo Vries", "Hotel De Kroon, 25168 Gastheer/-vrouw", "Ens, 24 november 2026"] {
        assert!(window.says(said), "{said}");
    }
    assert!(
        window.says("De overeenkomst is nog niet door iedereen getekend."),
        "what warns, again"
    );
    window.click("Annuleren");
    assert!(window.store().register().unwrap().is_empty());
    make_final(&mut window);
    assert!(window.says("Gemaakt, met nummer PV-2026-0001."));
    assert_eq!(window.store().register().unwrap().len(), 1);
}

#[test]
fn what_was_issued_is_looked_at_as_it_was_handed_out() {
    let mut window = Window::on(complete);
    window.open("Vries");
    window.click("Documenten");
    make_final(&mut window);
    window.click("Gegevens");
    window.fill("Voornamen", &"Wilhelmina ".repeat(18));
    window.click("Documenten");
    assert!(window.says("Praktijkverklaring PV-2026-0001, pagina 1 van 1"));
    assert!(
        !window.says("Praktijkverklaring – Hotel De Kroon, pagina"),
        "not what it would say now"
    );
}

#[test]
fn a_concept_may_have_gaps_and_says_so() {
    let mut window = Window::on(|store| {
        complete(store);
        let learner = store.learner(Id::new(1)).unwrap().value;
        edit(store, Learner { geboorteplaats: None, ..learner });
    });
    let path = window.folder.path().join("concept.pdf");
    *window.computer.answer.borrow_mut() = Some(path.clone());
    window.open("Vries");
    window.click("Documenten");
    window.click("Concept opslaan…");
    let text: String =
        hear(&std::fs::read(&path).unwrap()).leaves.iter().map(|leaf| leaf.text.clone()).collect();
    assert!(text.contains("[nog niet ingevuld]"), "{text}");
    assert!(window.store().register().unwrap().is_empty());
    let asked = window.computer.asked.borrow().last().unwrap().kind.clone();
    assert!(format!("{asked:?}").contains("concept-praktijkverklaring"));
    window.click("Definitief maken…");
    assert!(!window.says("Definitief maken?"), "the button is off while something lacks");
}

#[test]
fn an_overneemblad_is_saved_without_a_number() {
    let mut window = Window::on(complete);
    let path = window.folder.path().join("blad.pdf");
    *window.computer.answer.borrow_mut() = Some(path.clone());
    window.open("Vries");
    window.click("Documenten");
    window.click("Andere documenten");
    window.open("Overneemblad");
    assert!(window.says("wordt niet uitgereikt"));
    window.click("Opslaan als PDF…");
    assert!(path.exists() && window.store().register().unwrap().is_empty());
}

#[test]
fn the_learners_status_and_a_positive_assessment_are_entered_where_one_expects_them() {
    let mut window = Window::on(at_mbo);
    window.open("Vries");
    window.click("Documenten");
    window.open("Mbo-verklaring");
    window.choose("Resultaat van de beroepspraktijkvorming", "Optie 1: hele bpv positief afgerond");
    click_that_begins(&mut window, "Minstens één plaatsing met een positieve");
    assert!(window.list_focused("Beoordeling van de plaatsing"));
    window.choose("Beoordeling van de plaatsing", "Positief");
    let traineeship = window.store().traineeships_of(Id::new(1)).unwrap().remove(0).value;
    assert_eq!(traineeship.assessment, Some(Assessment::Positive));
    let learner = window.store().learner(Id::new(1)).unwrap().value;
    assert_eq!(learner.bpv_option, Some(BpvOption::Whole));
    assert_eq!(learner.status, LearnerStatus::Active);
}

#[test]
fn typing_leads_to_where_a_document_is_made() {
    let mut window = Window::on(at_mbo);
    window.command(egui::Modifiers::NONE, Key::K);
    window.type_in("Ga naar of doe…", "mbo-verkl vries");
    window.press(Key::Enter);
    assert!(window.says("Voorbeeld: Mbo-verklaring"), "of the one who was named");
    window.command(egui::Modifiers::NONE, Key::K);
    window.type_in("Ga naar of doe…", "praktijkverklaring maken");
    window.press(Key::Enter);
    assert!(window.says("Voorbeeld: Praktijkverklaring – Hotel De Kroon"), "of who is in sight");
}

#[test]
fn the_head_says_what_was_made() {
    let mut window = Window::on(complete);
    window.open("Vries");
    assert!(window.says("Klaar voor de praktijkverklaring"));
    window.click("Documenten");
    make_final(&mut window);
    assert!(!window.says("Klaar voor de praktijkverklaring"));
    window.click("Gegevens");
    window.click("Gemaakt: PV-2026-0001");
    assert!(window.says("Gemaakt, met nummer PV-2026-0001."));
}

#[test]
fn a_window_that_is_narrow_shows_the_page_when_asked() {
    let mut window = Window::on(complete);
    window.open("Vries");
    window.click("Documenten");
    window.harness.set_size(egui::vec2(853.0, 480.0));
    window.settle();
    assert!(!window.says("Voorbeeld: Praktijkverklaring"), "there is no room beside it");
    window.click("Voorbeeld tonen");
    assert!(window.says("Voorbeeld: Praktijkverklaring – Hotel De Kroon"));
    window.click("Terug naar de gegevens");
    assert!(window.says("Klaar voor uitreiken?"));
}
