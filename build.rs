//! On Windows: the icon and the version in the program's file. Elsewhere nothing.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=packaging/praktijkdossier.ico");
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("windows") {
        resource();
    }
}

#[cfg(windows)]
fn resource() {
    let mut resource = winresource::WindowsResource::new();
    resource.set("ProductName", "Praktijkdossier").set("FileDescription", "Praktijkdossier");
    if std::fs::exists("packaging/praktijkdossier.ico").unwrap_or(false) {
        resource.set_icon("packaging/praktijkdossier.ico");
    }
    if let Err(err) = resource.compile() {
        // A program without an icon is still a program.
        println!("cargo::warning=no icon and version: {err}");
    }
}

/// Built from another system: the tool that packs the resource is only there on Windows.
#[cfg(not(windows))]
fn resource() {
    println!("cargo::warning=built without icon and version: only Windows itself puts them in");
}
