//! Small writers of web pages in one file and of zip files.
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use encoding_rs::Encoding;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A part: its headers and its body as it is sent.
pub(crate) struct Part(String);

impl Part {
    /// A page, sent as quoted-printable.
    pub(crate) fn quoted(kind: &str, encoding: &str, body: &str) -> Self {
        let mut sent = String::new();
        for (count, byte) in Encoding::for_label(encoding.as_bytes()).unwrap().encode(body).0.iter().enumerate() {
            match byte {
                b'\n' => sent.push('\n'),
                b'=' | 0x80.. => write!(sent, "={byte:02X}").unwrap(),
                _ => sent.push(char::from(*byte)),
            }
            if count % 20 == 19 {
                sent.push_str("=\n");
            }
        }
        let charset = if kind.contains("charset") { String::new() } else { format!("; charset=\"{encoding}\"") };
        Self(format!(
            "Content-Location: file:///C:/page.htm\nContent-Transfer-Encoding: quoted-printable\nContent-Type: {kind}{charset}\n\n{sent}"
        ))
    }

    /// A part with these headers and this body.
    pub(crate) fn plain(headers: &str, body: &str) -> Self {
        Self(format!("{headers}\n\n{body}"))
    }
}

/// A file of parts, as Word writes it.
pub(crate) fn mht(parts: &[Part]) -> Vec<u8> {
    let mut text = String::from(
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"----=_NextPart_01\"\n\nThis document is a web archive.\n\n",
    );
    for Part(part) in parts {
        write!(text, "------=_NextPart_01\n{part}\n\n").unwrap();
    }
    text.push_str("------=_NextPart_01--\n");
    text.replace('\n', "\r\n").into_bytes()
}

/// A zip of files, each with its name as bytes.
pub(crate) fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The zip with a name written in GBK and without the mark of UTF-8, as Windows writes it. Names must be as long in GBK.
pub(crate) fn in_gbk(mut zip: Vec<u8>, stand_in: &str, name: &str) -> Vec<u8> {
    let name = encoding_rs::GBK.encode(name).0.into_owned();
    assert_eq!(name.len(), stand_in.len());
    replace(&mut zip, stand_in.as_bytes(), &name);
    zip
}

/// Replaces bytes by as many others, everywhere.
pub(crate) fn replace(bytes: &mut [u8], old: &[u8], new: &[u8]) {
    let mut found = 0;
    for at in 0..bytes.len().saturating_sub(old.len()) {
        if bytes[at..].starts_with(old) {
            bytes[at..at + old.len()].copy_from_slice(new);
            found += 1;
        }
    }
    assert!(found > 0);
}
