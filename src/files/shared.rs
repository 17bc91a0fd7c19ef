//! Whether a file lies where others copy or share it while it is in use. What is looked at is given, so that it can be
//! tried without any of it; [`Surroundings::of_this_computer`] asks.

use std::path::{Path, PathBuf};

/// Who copies or shares what lies there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SharedPlace {
    OneDrive,
    Dropbox,
    GoogleDrive,
    ICloud,
    Nextcloud,
    Network,
}

/// What this computer says of its folders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// Folders that a program keeps the same elsewhere.
    pub kept_elsewhere: Vec<(PathBuf, SharedPlace)>,
    /// Where file systems hang, and of which kind they are.
    pub mounts: Vec<(PathBuf, String)>,
}

const NETWORK: &[&str] = &[
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "afpfs",
    "webdav",
    "davfs",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.davfs2",
    "fuse.gvfsd-fuse",
    "9p",
    "afs",
    "ncpfs",
];

/// Names of folders as these programs make them, and as they begin: `OneDrive - Naam van de school`.
const NAMES: &[(&str, SharedPlace)] = &[
    ("onedrive", SharedPlace::OneDrive),
    ("dropbox", SharedPlace::Dropbox),
    ("google drive", SharedPlace::GoogleDrive),
    ("googledrive", SharedPlace::GoogleDrive),
    ("mijn drive", SharedPlace::GoogleDrive),
    ("my drive", SharedPlace::GoogleDrive),
    ("icloud", SharedPlace::ICloud),
    ("iclouddrive", SharedPlace::ICloud),
    ("com~apple~clouddocs", SharedPlace::ICloud),
    ("mobile documents", SharedPlace::ICloud),
    ("nextcloud", SharedPlace::Nextcloud),
    ("owncloud", SharedPlace::Nextcloud),
];

/// What shares the place of this file; `path` in full, links followed.
pub fn shared_place(path: &Path, around: &Surroundings) -> Option<SharedPlace> {
    let text = path.to_string_lossy();
    let unc =
        text.strip_prefix(r"\\?\").map_or(text.starts_with(r"\\"), |rest| rest.starts_with("UNC"));
    let kept = around.kept_elsewhere.iter().find(|(folder, _)| path.starts_with(folder));
    if let Some((_, place)) = kept {
        return Some(*place);
    }
    // Names of folders, also of a path that another system writes: only the file itself is left out.
    let folders: Vec<&str> = text.split(['/', '\\']).collect();
    let (_, folders) = folders.split_last()?;
    for folder in folders {
        let folder = folder.to_lowercase();
        let named = NAMES.iter().find(|(name, _)| {
            let rest = folder.strip_prefix(name);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        });
        if let Some((_, place)) = named {
            return Some(*place);
        }
    }
    if unc {
        return Some(SharedPlace::Network);
    }
    // The innermost one counts.
    let mount = around.mounts.iter().filter(|(at, _)| path.starts_with(at));
    let mount = mount.max_by_key(|(at, _)| at.components().count());
    let network = mount.is_some_and(|(_, kind)| NETWORK.contains(&kind.as_str()));
    network.then_some(SharedPlace::Network)
}

impl Surroundings {
    /// Asks the system. What cannot be had is left out.
    pub fn of_this_computer() -> Self {
        let mut kept_elsewhere = Vec::new();
        for name in ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"] {
            let folder = std::env::var_os(name).filter(|folder| !folder.is_empty());
            kept_elsewhere
                .extend(folder.map(|folder| (PathBuf::from(folder), SharedPlace::OneDrive)));
        }
        let home =
            |name: &str, below: &str| Some(PathBuf::from(std::env::var_os(name)?).join(below));
        let told = [
            home("HOME", ".dropbox/info.json"),
            home("APPDATA", "Dropbox/info.json"),
            home("LOCALAPPDATA", "Dropbox/info.json"),
        ];
        for path in told.into_iter().flatten() {
            let text = super::read_limited(&path, LIMIT).unwrap_or_default();
            let folders = dropbox(&String::from_utf8_lossy(&text));
            kept_elsewhere.extend(folders.into_iter().map(|folder| (folder, SharedPlace::Dropbox)));
        }
        let mounts = std::fs::read_to_string("/proc/self/mounts").unwrap_or_default();
        Self { kept_elsewhere, mounts: read_mounts(&mounts) }
    }
}

const LIMIT: u64 = 64 * 1024;

/// `{"personal": {"path": "/home/a/Dropbox", …}, "business": {…}}`.
fn dropbox(text: &str) -> Vec<PathBuf> {
    let value: serde_json::Value = serde_json::from_str(text).unwrap_or_default();
    let accounts = value.as_object().into_iter().flat_map(|accounts| accounts.values());
    accounts.filter_map(|account| Some(PathBuf::from(account.get("path")?.as_str()?))).collect()
}

/// Lines of `/proc/self/mounts`: what, where, kind. Blanks in a name stand as `\040`.
fn read_mounts(text: &str) -> Vec<(PathBuf, String)> {
    let mount = |line: &str| {
        let mut words = line.split(' ');
        let (_, at, kind) = (words.next()?, words.next()?, words.next()?);
        let at = at.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\");
        Some((PathBuf::from(at), kind.to_owned()))
    };
    text.lines().filter_map(mount).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_copies_or_shares_a_file_is_known_by_where_it_lies() {
        use SharedPlace::{Dropbox, GoogleDrive, ICloud, Network, Nextcloud, OneDrive};
        let mounts = "/dev/sda1 / ext4 rw 0 0\nserver:/school /mnt/school nfs4 rw 0 0\n\
            //srv/data /mnt/onze\\040schijf cifs rw 0 0\n/dev/sdb1 /mnt/school/stick vfat rw 0 0\n\
            gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0\n/dev/sdc /home ext4 rw 0 0\n";
        let json = r#"{"personal": {"path": "/data/wolk", "host": 1}, "business": {"path": "/data/werk"}}"#;
        let mut kept: Vec<_> = dropbox(json).into_iter().map(|path| (path, Dropbox)).collect();
        kept.push((PathBuf::from("/srv/od"), OneDrive));
        let around = Surroundings { kept_elsewhere: kept, mounts: read_mounts(mounts) };
        for (path, place) in [
            ("/home/a/.local/share/Praktijkdossier/school.dossier", None),
            ("/home/a/Documenten/klas.dossier", None),
            ("/home/a/OneDrive/klas.dossier", Some(OneDrive)),
            ("/Users/a/Library/CloudStorage/OneDrive-School/klas.dossier", Some(OneDrive)),
            (r"C:\Users\a\OneDrive - Praktijkschool\Documenten\klas.dossier", Some(OneDrive)),
            (r"\\?\C:\Users\a\OneDrive\klas.dossier", Some(OneDrive)),
            (r"\\?\C:\Users\a\AppData\Local\klas.dossier", None),
            (r"\\?\UNC\server\klassen\klas.dossier", Some(Network)),
            (r"\\server\klassen\klas.dossier", Some(Network)),
            ("/srv/od/map/klas.dossier", Some(OneDrive)),
            ("/data/wolk/klas.dossier", Some(Dropbox)),
            ("/data/werk/a/klas.dossier", Some(Dropbox)),
            ("/data/wolken/klas.dossier", None),
            ("/home/a/Dropbox (Persoonlijk)/klas.dossier", Some(Dropbox)),
            ("/home/a/dropboxen/klas.dossier", None),
            ("/home/a/onedrive.dossier", None),
            ("/Volumes/GoogleDrive/Mijn Drive/klas.dossier", Some(GoogleDrive)),
            (r"G:\Mijn Drive\klas.dossier", Some(GoogleDrive)),
            ("/Users/a/Library/Mobile Documents/com~apple~CloudDocs/klas.dossier", Some(ICloud)),
            (r"C:\Users\a\iCloudDrive\klas.dossier", Some(ICloud)),
            ("/home/a/Nextcloud/klas.dossier", Some(Nextcloud)),
            ("/mnt/school/klas.dossier", Some(Network)),
            ("/mnt/school/stick/klas.dossier", None),
            ("/mnt/onze schijf/a/klas.dossier", Some(Network)),
            ("/run/user/1000/gvfs/smb-share:server=x/klas.dossier", Some(Network)),
        ] {
            assert_eq!(shared_place(Path::new(path), &around), place, "{path}");
        }
    }

    #[test]
    fn what_the_system_says_may_be_nonsense() {
        for text in ["", "{", "[1]", r#"{"personal": {"path": 3}}"#, r#"{"a": null}"#] {
            assert_eq!(dropbox(text), Vec::<PathBuf>::new(), "{text}");
        }
        assert_eq!(
            read_mounts("een\n\n twee drie\n"),
            [(PathBuf::from("twee"), "drie".to_owned())]
        );
    }
}
