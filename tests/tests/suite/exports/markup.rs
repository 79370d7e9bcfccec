//! HTML as a browser's tokeniser sees it: no errors, tags in pairs, ids unique, every link and header with its target.
use std::cell::RefCell;
use std::collections::HashMap;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

const VOID: [&str; 2] = ["meta", "br"];

/// A page that was looked through.
#[derive(Debug, Default)]
pub(super) struct Markup {
    ids: HashMap<String, usize>,
    targets: Vec<String>,
    open: Vec<String>,
    faults: Vec<String>,
}

struct Sink(RefCell<Markup>);

impl Markup {
    /// Looks a page through.
    #[track_caller]
    pub(super) fn of(page: &str) -> Self {
        let tokenizer =
            Tokenizer::new(Sink(RefCell::default()), TokenizerOpts { exact_errors: true, ..TokenizerOpts::default() });
        let input = BufferQueue::default();
        input.push_back(StrTendril::from(page));
        let _ = tokenizer.feed(&input);
        tokenizer.end();
        let markup = tokenizer.sink.0.into_inner();
        assert_eq!(markup.faults, [""; 0]);
        assert_eq!(markup.open, [""; 0], "not closed");
        let twice: Vec<_> = markup.ids.iter().filter(|(_, count)| **count > 1).collect();
        assert!(twice.is_empty(), "{twice:?}");
        let lost: Vec<_> = markup.targets.iter().filter(|target| !markup.ids.contains_key(*target)).collect();
        assert!(lost.is_empty(), "no such id: {lost:?}");
        markup
    }

    /// How often an id stands there.
    pub(super) fn count(&self, id: &str) -> usize {
        self.ids.get(id).copied().unwrap_or(0)
    }

    fn tag(&mut self, tag: &html5ever::tokenizer::Tag) {
        let name = tag.name.to_string();
        if tag.kind == TagKind::EndTag {
            if self.open.pop().as_ref() != Some(&name) {
                self.faults.push(format!("</{name}> closes nothing"));
            }
            return;
        }
        for attribute in &tag.attrs {
            let value = attribute.value.to_string();
            match &*attribute.name.local {
                "id" => *self.ids.entry(value).or_default() += 1,
                "headers" | "aria-labelledby" => self.targets.extend(value.split(' ').map(ToOwned::to_owned)),
                "href" => self.targets.push(value.trim_start_matches('#').to_owned()),
                _ => {}
            }
        }
        if !VOID.contains(&&*name) {
            self.open.push(name);
        }
    }
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) => self.0.borrow_mut().tag(&tag),
            Token::ParseError(error) => self.0.borrow_mut().faults.push(format!("line {line}: {error}")),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}
