//! The tokens of the own tokenizer are those of html5ever's, on sound and on damaged pages.
use std::cell::RefCell;

use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, Token, TokenSink, TokenSinkResult, Tokenizer};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{LocalName, local_name};

use crate::damaged::{a_damaged_page, pages, runner};

// The sources themselves, so that no part of the crate is public for a test alone.
#[path = "../../src/html/references.rs"]
mod references;
#[path = "../../src/html/tokens.rs"]
mod tokens;

mod nodes {
    //! A tree builder's sink that keeps names only.
    use std::borrow::Cow;
    use std::cell::{Ref, RefCell};

    use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
    use html5ever::tendril::StrTendril;
    use html5ever::{Attribute, ExpandedName, LocalName, Namespace, QualName};

    #[derive(Default)]
    pub(super) struct Names(RefCell<Vec<Option<QualName>>>);

    #[derive(Debug)]
    pub(super) struct Name<'a>(Ref<'a, QualName>);

    impl html5ever::interface::ElemName for Name<'_> {
        fn ns(&self) -> &Namespace {
            &self.0.ns
        }
        fn local_name(&self) -> &LocalName {
            &self.0.local
        }
        fn expanded(&self) -> ExpandedName<'_> {
            self.0.expanded()
        }
    }

    impl Names {
        fn node(&self, name: Option<QualName>) -> usize {
            self.0.borrow_mut().push(name);
            self.0.borrow().len() - 1
        }
    }

    impl TreeSink for Names {
        type Handle = usize;
        type Output = ();
        type ElemName<'a> = Name<'a>;
        fn finish(self) {}
        fn parse_error(&self, _: Cow<'static, str>) {}
        fn get_document(&self) -> usize {
            self.node(None)
        }
        fn elem_name<'a>(&'a self, target: &'a usize) -> Name<'a> {
            Name(Ref::map(self.0.borrow(), |names| names[*target].as_ref().unwrap()))
        }
        fn create_element(&self, name: QualName, _: Vec<Attribute>, _: ElementFlags) -> usize {
            self.node(Some(name))
        }
        fn create_comment(&self, _: StrTendril) -> usize {
            self.node(None)
        }
        fn create_pi(&self, _: StrTendril, _: StrTendril) -> usize {
            self.node(None)
        }
        fn append(&self, _: &usize, _: NodeOrText<usize>) {}
        fn append_based_on_parent_node(&self, _: &usize, _: &usize, _: NodeOrText<usize>) {}
        fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}
        fn get_template_contents(&self, _: &usize) -> usize {
            self.node(None)
        }
        fn same_node(&self, left: &usize, right: &usize) -> bool {
            left == right
        }
        fn set_quirks_mode(&self, _: QuirksMode) {}
        fn append_before_sibling(&self, _: &usize, _: NodeOrText<usize>) {}
        fn add_attrs_if_missing(&self, _: &usize, _: Vec<Attribute>) {}
        fn remove_from_parent(&self, _: &usize) {}
        fn reparent_children(&self, _: &usize, _: &usize) {}
    }
}

/// Writes tokens down and hands them to a tree builder, which decides how scripts and titles are read.
struct Recorder {
    builder: TreeBuilder<usize, nodes::Names>,
    lines: RefCell<Vec<String>>,
}

impl Recorder {
    fn new() -> Self {
        let options = TreeBuilderOpts { scripting_enabled: true, ..TreeBuilderOpts::default() };
        Self { builder: TreeBuilder::new(nodes::Names::default(), options), lines: RefCell::default() }
    }

    fn write(&self, token: &Token) {
        let mut lines = self.lines.borrow_mut();
        match token {
            Token::CharacterTokens(text) if text.is_empty() => {}
            Token::CharacterTokens(text) => match lines.last_mut() {
                // How a text is cut into tokens does not matter.
                Some(last) if last.starts_with("text ") => last.push_str(text),
                _ => lines.push(format!("text {text}")),
            },
            Token::TagToken(tag) => lines.push(written(tag)),
            Token::CommentToken(_) => lines.push("comment".to_owned()),
            Token::ParseError(_) => {}
            other => lines.push(format!("{other:?}")),
        }
    }
}

/// A tag with the attributes that the own tokenizer keeps.
fn written(tag: &Tag) -> String {
    let kept = [
        local_name!("alt"),
        local_name!("class"),
        local_name!("colspan"),
        local_name!("href"),
        local_name!("rowspan"),
        local_name!("src"),
        local_name!("start"),
        local_name!("style"),
        local_name!("type"),
        local_name!("value"),
    ];
    let kept = |name: &LocalName| kept.contains(name) && tag.kind == html5ever::tokenizer::StartTag;
    let attributes = tag.attrs.iter().filter(|attribute| kept(&attribute.name.local));
    let attributes: Vec<String> =
        attributes.map(|attribute| format!("{}={}", attribute.name.local, attribute.value)).collect();
    format!("{:?} {} {} {attributes:?}", tag.kind, tag.name, tag.self_closing)
}

impl TokenSink for Recorder {
    type Handle = usize;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<usize> {
        self.write(&token);
        self.builder.process_token(token, line)
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

impl tokens::Target for Recorder {
    fn is_full(&self) -> bool {
        false
    }
}

/// Both tokenizers on one text.
fn tokens_of(text: &str) -> (Vec<String>, Vec<String>) {
    let own = Recorder::new();
    tokens::tokenize(&text.replace("\r\n", "\n").replace('\r', "\n"), &own);
    let library = Tokenizer::new(
        Recorder::new(),
        html5ever::tokenizer::TokenizerOpts { discard_bom: false, ..Default::default() },
    );
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(text));
    while !matches!(library.feed(&queue), html5ever::TokenizerResult::Done) {}
    library.end();
    (own.lines.into_inner(), library.sink.lines.into_inner())
}

#[test]
fn on_marks_in_every_order() {
    let marks = [
        "<",
        ">",
        "/",
        "!",
        "-",
        "--",
        "a",
        "script",
        "title",
        " ",
        "=",
        "\"",
        "'",
        "&",
        "amp",
        ";",
        "#x",
        "?",
        "]]>",
        "<![CDATA[",
        "<svg>",
        "\0",
        "doctype",
        "A",
        "not",
        "0",
        "一",
    ];
    let mut seed = 20_240_131_u64;
    for _ in 0..20_000 {
        let mut text = String::new();
        for _ in 0..12 {
            // A linear congruential generator (Knuth, MMIX).
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(marks[usize::try_from(seed >> 33).unwrap() % marks.len()]);
        }
        let (own, library) = tokens_of(&text);
        assert_eq!(own, library, "{text:?}");
    }
}

#[test]
fn on_damaged_pages() {
    for page in pages() {
        let text = String::from_utf8_lossy(&page);
        let (own, library) = tokens_of(&text);
        assert_eq!(own, library);
    }
    runner(2_000)
        .run(&a_damaged_page(), |bytes| {
            let text = String::from_utf8_lossy(&bytes);
            let (own, library) = tokens_of(&text);
            proptest::prop_assert_eq!(own, library);
            Ok(())
        })
        .unwrap();
}
