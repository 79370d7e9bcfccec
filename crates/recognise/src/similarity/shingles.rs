//! A text as hashed pieces, by sentence.
use super::SAMPLED;
use crate::fold::fold;

/// Signs that end a sentence.
const ENDS: [char; 4] = ['。', '！', '？', '；'];
/// Multiplier of the rolling hash: odd, its bits well mixed.
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

/// A sentence with the hashes of its pieces.
#[derive(Debug)]
pub(super) struct Sentence {
    /// As printed.
    pub(super) text: String,
    shingles: Vec<u32>,
}

/// A text as hashed pieces.
#[derive(Debug)]
pub(super) struct Shingles {
    sentences: Vec<Sentence>,
}

impl Shingles {
    /// The pieces of `size` characters of a text, without the name of its unit and without sentences that hold one of
    /// the prescribed phrases.
    pub(super) fn of(text: &str, name: &str, prescribed: &[Box<str>], size: usize) -> Self {
        let name = fold(name);
        let joined = text.replace('\n', "");
        let sentences = joined
            .split(ENDS)
            .filter(|sentence| !prescribed.iter().any(|phrase| sentence.contains(&**phrase)))
            .map(|sentence| Sentence {
                text: sentence.trim().to_owned(),
                shingles: pieces(&masked(sentence, &name), size),
            })
            .filter(|sentence| !sentence.shingles.is_empty());
        Self { sentences: sentences.collect() }
    }

    /// Number of pieces: about that of characters.
    pub(super) fn len(&self) -> usize {
        self.sentences.iter().map(Sentence::len).sum()
    }

    pub(super) fn sentences(&self) -> impl Iterator<Item = &Sentence> {
        self.sentences.iter()
    }

    /// The pieces, sorted, each once.
    pub(super) fn into_set(self) -> Vec<u32> {
        let mut set: Vec<u32> = self.sentences.into_iter().flat_map(|sentence| sentence.shingles).collect();
        set.sort_unstable();
        set.dedup();
        set
    }
}

impl Sentence {
    pub(super) fn len(&self) -> usize {
        self.shingles.len()
    }

    /// The pieces that stand in the index.
    pub(super) fn sampled(&self) -> impl Iterator<Item = u32> {
        self.shingles.iter().copied().filter(|shingle| shingle % SAMPLED == 0)
    }

    /// Number of pieces that are in a sorted set.
    pub(super) fn within(&self, set: &[u32]) -> usize {
        self.shingles.iter().filter(|shingle| set.binary_search(shingle).is_ok()).count()
    }
}

/// The letters of a sentence; every number is one 0, the unit's name is left out.
fn masked(sentence: &str, name: &str) -> Vec<char> {
    let folded = fold(sentence);
    let folded = if name.is_empty() { folded } else { folded.replace(name, "") };
    let mut letters: Vec<char> = Vec::with_capacity(folded.len() / 3);
    for letter in folded.chars() {
        match letter {
            '0'..='9' if letters.last() == Some(&'0') => {}
            '0'..='9' => letters.push('0'),
            other => letters.push(other),
        }
    }
    letters
}

/// Hashes of all runs of `size` letters.
fn pieces(letters: &[char], size: usize) -> Vec<u32> {
    if size == 0 || letters.len() < size {
        return Vec::new();
    }
    let code = |letter: char| u64::from(u32::from(letter));
    let leaving = (1..size).fold(1_u64, |power, _| power.wrapping_mul(BASE));
    let mut hash =
        letters[..size - 1].iter().fold(0_u64, |hash, letter| hash.wrapping_mul(BASE).wrapping_add(code(*letter)));
    let mut hashes = Vec::with_capacity(letters.len() + 1 - size);
    for (first, last) in letters.iter().zip(&letters[size - 1..]) {
        hash = hash.wrapping_mul(BASE).wrapping_add(code(*last));
        hashes.push(mixed(hash));
        hash = hash.wrapping_sub(code(*first).wrapping_mul(leaving));
    }
    hashes
}

/// The upper half after a last multiplication: the low bits of a rolling hash depend on few letters.
fn mixed(hash: u64) -> u32 {
    let hash = (hash ^ (hash >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    u32::try_from(hash >> 32).unwrap_or_default()
}
