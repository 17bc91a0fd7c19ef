//! A password without a window: given, changed, taken away.

use expect_test::expect;

use crate::program::Program;

/// What a recovery code is in an answer, so that answers can be compared.
fn code_in(said: &str) -> Option<&str> {
    said.lines().find_map(|line| line.strip_prefix("Herstelcode: "))
}

#[test]
fn a_password_is_given_changed_and_taken_away() {
    let program = Program::new();
    program.example("3");
    program.file("een.txt", b"een\n");
    program.file("twee.txt", b"twee\n");
    let show = |password: &str| {
        program.run(&["toon", "d.dossier", "leerlingen", "--wachtwoord-bestand", password])
    };
    let before = program.run(&["toon", "d.dossier", "leerlingen"]).done();

    let given =
        program.run(&["wachtwoord", "d.dossier", "--nieuw-wachtwoord-bestand", "een.txt"]).done();
    let code = code_in(&given).unwrap();
    expect![[r#"
        Herstelcode: …
        Schrijf deze code op papier en bewaar die apart. Hij wordt niet nog eens getoond. Ben je het wachtwoord kwijt, dan open je het dossier met deze code. Zonder wachtwoord en zonder code kan niemand erin.
        Dit dossier heeft nu een wachtwoord. Het is versleuteld. Reservekopieën en kopieën van daarvoor zijn dat niet.
    "#]]
    .assert_eq(&given.replace(code, "…"));
    assert_eq!(show("een.txt").done(), before);

    let of_one = ["--wachtwoord-bestand", "een.txt"];
    let to_two = ["--nieuw-wachtwoord-bestand", "twee.txt"];
    let changed = [&["wachtwoord", "d.dossier"], &of_one[..], &to_two].concat();
    expect![[r#"
        Het wachtwoord is gewijzigd. Het oude opent dit dossier niet meer, maar wel reservekopieën en kopieën van daarvoor.
        De herstelcode is dezelfde gebleven. Een andere maakt --nieuwe-herstelcode.
    "#]]
    .assert_eq(&program.run(&changed).done());
    assert_eq!(show("een.txt").status, 1);
    assert_eq!(show("twee.txt").done(), before);
    program.file("code.txt", code.as_bytes());
    assert_eq!(show("code.txt").done(), before);

    let renew = ["wachtwoord", "d.dossier", "--nieuwe-herstelcode", "--wachtwoord-bestand"];
    let renewed = program.run(&[&renew[..], &["code.txt"]].concat()).done();
    let second = code_in(&renewed).unwrap();
    assert!(renewed.ends_with("De oude herstelcode opent dit dossier niet meer.\n"), "{renewed}");
    assert_eq!(show("code.txt").status, 1);
    program.file("code.txt", second.as_bytes());
    assert_eq!(show("code.txt").done(), before);

    let take = ["wachtwoord", "d.dossier", "--weghalen", "--wachtwoord-bestand", "twee.txt"];
    let taken = program.run(&take);
    assert_eq!((taken.status, taken.out.as_str()), (0, "Het wachtwoord is weggehaald.\n"));
    assert!(taken.err.starts_with("Dit dossier heeft geen wachtwoord."), "{}", taken.err);
    assert_eq!(program.run(&["toon", "d.dossier", "leerlingen"]).done(), before);
    assert!(!program.path("d.dossier.sleutels").exists());
}
