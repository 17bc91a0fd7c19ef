//! Results of other parts of a programme than werkprocessen: generic ones, keuzedelen and kerntaken.

use crate::catalogue::{Catalogue, Found, Kwalificatie};
use crate::domain::{ComponentKind, ComponentResult, ExamComponent, Route};
use crate::example::dice::{day, days_after, value};
use crate::example::maker::Maker;
use crate::example::people::Added;

const GENERIC: &[&str] = &["Nederlands 2F", "Rekenen niveau 2", "Loopbaan en burgerschap"];

/// Adds some to who is at a mbo-school.
pub(super) fn add(
    maker: &mut Maker,
    learner: &Added,
    kwalificatie: Option<&Kwalificatie>,
    catalogue: &Catalogue,
) {
    let some = match learner.route {
        Route::Pro | Route::Vso | Route::VmboLwt => 5,
        Route::DerdeLeerweg => 25,
        Route::MboBol | Route::MboBbl => 70,
    };
    if !maker.dice.happens(some) && !learner.leaver {
        return;
    }
    for title in GENERIC {
        let result = ["5,5", "6", "6,5", "7", "8"];
        let result =
            if *title == "Loopbaan en burgerschap" { "voldaan" } else { maker.dice.word(&result) };
        if let Some(component) = generic(learner, kwalificatie, title) {
            finish(maker, component, result);
        }
    }
    let keuzedeel = maker.dice.pick(catalogue.keuzedelen()).map(Found::Keuzedeel);
    let result = maker.dice.word(&["voldoende", "goed", "onvoldoende"]);
    from_catalogue(maker, learner, catalogue, keuzedeel, result);
    let kerntaak = kwalificatie.and_then(|k| Some(Found::Kerntaak(k, k.kerntaken.first()?)));
    let result = maker.dice.word(&["6", "7", "7,5"]);
    from_catalogue(maker, learner, catalogue, kerntaak, result);
}

fn generic(
    learner: &Added,
    kwalificatie: Option<&Kwalificatie>,
    title: &str,
) -> Option<ExamComponent> {
    Some(ExamComponent {
        crebo: kwalificatie.map(|k| k.crebo.clone()),
        kwalificatie: kwalificatie.map(|k| k.name.clone()),
        niveau: kwalificatie.and_then(|k| k.niveau),
        ..ExamComponent::blank(learner.id, ComponentKind::Generiek, value(title)?)
    })
}

fn from_catalogue(
    maker: &mut Maker,
    learner: &Added,
    catalogue: &Catalogue,
    found: Option<Found<'_>>,
    result: &str,
) {
    if let Some(facts) = found.and_then(|found| catalogue.facts(found)) {
        finish(maker, facts.component(learner.id), result);
    }
}

fn finish(maker: &mut Maker, mut component: ExamComponent, result: &str) {
    component.result = value::<ComponentResult>(result);
    let days_ago = i64::from(maker.dice.between(10, 400));
    component.result_on = day(days_after(maker.today, -days_ago));
    component.partial = component.kind == ComponentKind::Specifiek && maker.dice.happens(30);
    maker.add(component);
}
