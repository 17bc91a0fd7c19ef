//! Runs the program in a folder of its own.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// The moment at which every test stands.
pub(crate) const NOW: &str = "2026-03-02T09:00:00Z";

pub(crate) struct Program {
    folder: TempDir,
}

/// What came of a run.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    /// The answer of a command that was done.
    pub(crate) fn done(self) -> String {
        assert_eq!((self.status, self.err.as_str()), (0, ""), "{}", self.out);
        self.out
    }

    pub(crate) fn json(self) -> Value {
        serde_json::from_str(&self.done()).unwrap()
    }
}

impl Program {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn file(&self, name: &str, bytes: &[u8]) {
        std::fs::File::create(self.path(name)).unwrap().write_all(bytes).unwrap();
    }

    pub(crate) fn bytes(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, b"")
    }

    pub(crate) fn run_with(&self, arguments: &[&str], input: &[u8]) -> Ran {
        let mut child = Command::new(env!("CARGO_BIN_EXE_praktijkdossier"))
            .args(arguments)
            .current_dir(self.folder.path())
            .env_clear()
            .envs([("USER", "toets"), ("TZ", "UTC")])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that refuses at once does not read what it is given.
        child.stdin.take().unwrap().write_all(input).ok();
        let output = child.wait_with_output().unwrap();
        Ran {
            status: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Makes `d.dossier` with this many invented learners.
    pub(crate) fn example(&self, learners: &str) {
        let ran = self.run(&["voorbeeld", "d.dossier", "--leerlingen", learners, "--nu", NOW]);
        assert_eq!(ran.status, 0, "{}", ran.err);
    }

    pub(crate) fn set(&self, kind: &str, json: &str) -> Ran {
        self.run_with(&["zet", "d.dossier", kind, "--json", "-", "--nu", NOW], json.as_bytes())
    }

    pub(crate) fn show(&self, what: &str) -> Value {
        self.run(&["toon", "d.dossier", what, "--json"]).json()
    }
}

/// A small picture in a file.
pub(crate) fn png() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let picture = image::RgbImage::from_pixel(60, 30, image::Rgb([20, 90, 160]));
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// The one PDF in a folder.
pub(crate) fn only_file(folder: &Path) -> PathBuf {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(files.len(), 1, "{files:?}");
    files.remove(0)
}
