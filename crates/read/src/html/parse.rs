//! A decoded page to its tree.
use std::borrow::Cow;
use std::cell::Cell;

use gouji_model::Message;
use html5ever::interface::TreeSink as _;
use html5ever::tokenizer::{Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};

use super::tokens::{Target, tokenize};
use super::tree::{Fault, Id, Sink, Tree};
use crate::{Limits, ReadError};

/// The tree that a browser makes of a page.
///
/// # Errors
/// When the page has more nodes, deeper ones or more tags than allowed.
pub(super) fn parse(text: &str, limits: &Limits) -> Result<Tree, ReadError> {
    let text =
        if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { text.into() };
    let options = TreeBuilderOpts { scripting_enabled: true, ..TreeBuilderOpts::default() };
    let builder = TreeBuilder::new(Sink::new(limits.html_nodes, limits.html_depth), options);
    // A page has hardly more tokens than nodes; those that make no node, such as stray end tags, cost time as well.
    let guard = Guard { builder, left: Cell::new(limits.html_nodes.saturating_mul(2)) };
    tokenize(&text, &guard);
    match guard.fault() {
        None => Ok(guard.builder.sink.finish()),
        Some(Fault::Depth) => Err(ReadError(Message::new("read-html-too-deep").count("limit", limits.html_depth))),
        Some(Fault::Nodes) => Err(ReadError(Message::new("read-html-too-many-tags").count("limit", limits.html_nodes))),
    }
}

/// A tree builder that stops at the limits.
struct Guard {
    builder: TreeBuilder<Id, Sink>,
    /// Tokens that may still come.
    left: Cell<usize>,
}

impl Guard {
    fn fault(&self) -> Option<Fault> {
        self.builder.sink.fault().or_else(|| (self.left.get() == 0).then_some(Fault::Nodes))
    }
}

impl TokenSink for Guard {
    type Handle = Id;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Id> {
        self.left.set(self.left.get().saturating_sub(1));
        self.builder.process_token(token, line)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

impl Target for Guard {
    fn is_full(&self) -> bool {
        self.fault().is_some()
    }
}
