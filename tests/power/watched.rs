//! Running a program, or a test of this file in a process of its own, on a disk that is watched: `disk.c` stands
//! between it and the system.

use std::ffi::OsStr;
use std::fs::File;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::LazyLock;

use tempfile::TempDir;

/// Built once, with the C compiler that the program itself needs to be built.
static LIBRARY: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (made, ready) =
        (folder.join(format!("disk-{}.so", std::process::id())), folder.join("disk.so"));
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/power/disk.c");
    let mut compiler = Command::new("cc");
    compiler.args(["-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Werror", "-o"]);
    let done = compiler.arg(&made).arg(&source).args(["-ldl", "-pthread"]).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    std::fs::rename(&made, &ready).unwrap();
    ready
});

/// Whether everything is to be tried, which takes minutes.
pub(crate) fn in_full() -> bool {
    std::env::var_os("PROEF").is_some_and(|form| form == "vol")
}

/// A folder in memory where the system has that: what a real disk keeps is played here, not waited for.
pub(crate) fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap()
}

/// A folder of which everything that is done to it is written down.
pub(crate) struct Watched {
    folder: TempDir,
    log: TempDir,
    recorded: bool,
}

impl Watched {
    pub(crate) fn new() -> Self {
        Self { folder: folder(), log: folder(), recorded: true }
    }

    /// Where the disk is only made to fail.
    pub(crate) fn without_record() -> Self {
        Self { recorded: false, ..Self::new() }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.root().join(name)
    }

    pub(crate) fn root(&self) -> PathBuf {
        self.folder.path().canonicalize().unwrap()
    }

    pub(crate) fn log(&self) -> PathBuf {
        self.log.path().join("log")
    }

    fn on(&self, mut command: Command, kill_at: Option<u64>) -> Output {
        command.env("LD_PRELOAD", &*LIBRARY).env("DISK_FOLDER", self.root());
        if self.recorded {
            command.env("DISK_LOG", self.log());
        }
        if let Some(at) = kill_at {
            command.env("DISK_KILL", at.to_string());
        }
        command.output().unwrap()
    }

    /// Runs the program itself, in the folder.
    pub(crate) fn program(&self, arguments: &[&str], kill_at: Option<u64>) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_praktijkdossier"));
        command.args(arguments).current_dir(self.root()).env_clear();
        command.envs([("USER", "toets"), ("TZ", "UTC")]);
        self.on(command, kill_at)
    }

    /// Begins a test of this file that is going to be ended from outside.
    pub(crate) fn begin_test(&self, name: &str, given: &[(&str, &OsStr)]) -> Child {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", name, "--nocapture", "--test-threads=1"]);
        with(command, given).stdout(Stdio::piped()).spawn().unwrap()
    }

    /// Runs one test of this file by itself; it finds what it is about under this name in its environment.
    pub(crate) fn test(&self, name: &str, given: &[(&str, &OsStr)]) -> String {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", name, "--nocapture", "--test-threads=1"]);
        let output = self.on(with(command, given), None);
        let said = format!(
            "{}{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
        assert!(output.status.success() && said.contains("1 passed"), "{said}");
        said
    }
}

fn with(mut command: Command, given: &[(&str, &OsStr)]) -> Command {
    command.envs(given.iter().copied());
    command
}

/// How a disk fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Failing {
    /// One change, and all is well again.
    Once(Why),
    /// Every change from here on; what is there can be read.
    Always(Why),
    /// Nothing that takes room, until there is some again.
    Full,
    /// The stick is pulled out: nothing can be read either.
    Gone,
    /// One time that something is read.
    Read,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    Broken,
    ReadOnly,
}

impl Why {
    const fn number(self) -> i32 {
        match self {
            Self::Broken => 5,
            Self::ReadOnly => 30,
        }
    }
}

/// From the `nth` change or read counted from now the disk under this process fails.
pub(crate) fn fail(how: Failing, nth: u64) {
    let (word, number) = match how {
        Failing::Once(why) => ("once", why.number()),
        Failing::Always(why) => ("always", why.number()),
        Failing::Full => ("full", 28),
        Failing::Gone => ("gone", 5),
        Failing::Read => ("read", 5),
    };
    assert!(ask(&format!("fail/{word}/{nth}/{number}")), "the disk does as asked");
}

/// All is well again; whether anything failed since.
pub(crate) fn well() -> bool {
    let fired = ask("fired");
    assert!(ask("well"), "the disk does as asked");
    fired
}

fn ask(what: &str) -> bool {
    let answer = File::open(Path::new("/disk-of-tests").join(what)).unwrap_err().kind();
    assert_ne!(answer, ErrorKind::NotFound, "there is no watched disk below this process");
    answer == ErrorKind::AlreadyExists
}
