//! Where a line of Chinese may end.
//!
//! Unicode's rules (UAX #14, by `unicode-linebreak`) keep 、。） from the start of a line and （《 from its end. They know
//! no side of curly quotation marks, which in Chinese are brackets, and let a line begin with marks that Chinese
//! typography (GB/T 15834-2011) keeps from there.
use unicode_linebreak::linebreaks;

/// Marks that begin no line, beside those of Unicode's rules.
const NEVER_FIRST: &str = "·・・～~％‰℃°／/－–-—…";
/// Marks that end no line, beside those of Unicode's rules.
const NEVER_LAST: &str = "￥¥$№";

/// Whether a line may end behind each character.
pub(crate) fn line_ends(text: &str) -> Vec<bool> {
    let characters: Vec<char> = text.chars().collect();
    let bracketed = bracketed(&characters);
    let mut ends = vec![false; characters.len()];
    let mut places = linebreaks(&bracketed).map(|(place, _)| place).peekable();
    let mut place = 0;
    for (position, character) in bracketed.chars().enumerate() {
        place += character.len_utf8();
        while places.next_if(|end| *end < place).is_some() {}
        let allowed = places.peek() == Some(&place);
        let guarded = characters.get(position + 1).is_some_and(|next| NEVER_FIRST.contains(*next))
            || NEVER_LAST.contains(characters[position]);
        ends[position] = allowed && !guarded;
    }
    ends
}

/// The text with brackets in the place of curly quotation marks; an apostrophe within a Latin word stays.
fn bracketed(characters: &[char]) -> String {
    let is_latin = |position: Option<usize>| {
        position.and_then(|position| characters.get(position)).is_some_and(char::is_ascii_alphanumeric)
    };
    let replaced = characters.iter().enumerate().map(|(position, character)| match character {
        '’' if is_latin(position.checked_sub(1)) && is_latin(Some(position + 1)) => '’',
        '“' | '‘' => '「',
        '”' | '’' => '」',
        other => *other,
    });
    replaced.collect()
}

#[cfg(test)]
mod tests {
    use super::line_ends;

    #[track_caller]
    fn check(marked: &str) {
        let text: String = marked.chars().filter(|character| *character != '|').collect();
        let mut shown = String::new();
        for (character, end) in text.chars().zip(line_ends(&text)) {
            shown.push(character);
            if end {
                shown.push('|');
            }
        }
        assert_eq!(shown.trim_end_matches('|'), marked);
    }

    #[test]
    fn marks_stay_with_what_they_belong_to() {
        check("公|开，|全|年。|一、|二");
        check("（一）|予|以|公|开");
        check("危|及|“三|安|全”|稳|定");
        check("国|办|函|〔2021〕|30|号");
        check("《条|例》|规|定");
        check("第|一——|第|二");
        check("占|12.5%，|计|￥30|元");
        check("张·|李|公|司");
        check("don’t |break");
    }
}
