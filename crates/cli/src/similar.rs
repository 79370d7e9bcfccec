//! "Did you mean …?"

/// The choice most like a word, if it is like it at all.
pub(crate) fn nearest<'a>(word: &str, choices: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let near = choices.into_iter().map(|choice| (strsim::osa_distance(word, choice), choice));
    let (distance, choice) = near.min_by_key(|(distance, _)| *distance)?;
    // Half a word that differs is another word; Chinese words are often of two characters.
    (distance * 2 <= word.chars().count().max(2)).then_some(choice)
}
