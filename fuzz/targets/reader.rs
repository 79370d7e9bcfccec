//! Any bytes through one reader, as through the list of readers: it reads or refuses, and never panics. The name of the
//! target is that of the reader.
#![no_main]
use std::sync::LazyLock;

use gouji_read::{Limits, READERS, Reader};
use libfuzzer_sys::fuzz_target;

static READER: LazyLock<&Reader> =
    LazyLock::new(|| READERS.iter().find(|reader| reader.name == env!("CARGO_BIN_NAME")).expect("a reader of this name"));

fuzz_target!(|bytes: &[u8]| {
    if (READER.sniff)(bytes) {
        let _ = (READER.read)(bytes, &Limits::default());
    }
});
