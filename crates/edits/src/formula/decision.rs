//! How the truth of an atom is decided step by step, and the verdict from those of an edit.
use crate::formula::VerdictWords;
use crate::formula::logic::{Logic, choose};

/// What an atom can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Truth {
    True,
    False,
    Absent,
    Unknown,
}

impl Truth {
    pub(crate) fn of(holds: bool) -> Self {
        if holds { Self::True } else { Self::False }
    }
}

/// The first condition that is TRUE decides; else the last word holds.
#[derive(Clone, Debug)]
pub(crate) struct Decision {
    pub(crate) steps: Vec<(Logic, Truth)>,
    pub(crate) otherwise: Truth,
}

impl Decision {
    pub(crate) fn always(truth: Truth) -> Self {
        Self { steps: Vec::new(), otherwise: truth }
    }

    /// TRUE where the formula gives what is wanted.
    pub(crate) fn whether(formula: String, wanted: bool) -> Self {
        Self { steps: vec![(Logic::Formula(formula), Truth::of(wanted))], otherwise: Truth::of(!wanted) }
    }

    /// When the atom is one of these, where it is known to be none of `excluded`.
    ///
    /// A step to what is excluded is never taken, so that its condition need not be asked again.
    fn is_among(&self, wanted: &[Truth], excluded: &[Truth]) -> Logic {
        let last = Logic::Const(wanted.contains(&self.otherwise));
        let steps = self.steps.iter().rev().filter(|(_, own)| !excluded.contains(own));
        steps.fold(last, |rest, (condition, own)| {
            if wanted.contains(own) {
                Logic::any([condition.clone(), rest])
            } else {
                Logic::all([condition.clone().negate(), rest])
            }
        })
    }

    /// The words of a lone requirement.
    fn alone(&self, words: &VerdictWords) -> String {
        let word = |truth: Truth| match truth {
            Truth::True => quoted(&words.held),
            Truth::False => quoted(&words.broken),
            Truth::Absent => quoted(&words.inapplicable),
            Truth::Unknown => quoted(&words.unjudged),
        };
        self.steps
            .iter()
            .rev()
            .fold(word(self.otherwise), |rest, (condition, truth)| choose(condition, word(*truth), || rest))
    }
}

/// The verdict of an edit.
pub(crate) fn verdict(when: &[Decision], any: &[Decision], words: &VerdictWords) -> String {
    const FAILING: [Truth; 2] = [Truth::False, Truth::Absent];
    let fails = Logic::any(when.iter().map(|one| one.is_among(&FAILING, &[])));
    let unknown = || Logic::any(when.iter().map(|one| one.is_among(&[Truth::Unknown], &FAILING)));
    choose(&fails, quoted(&words.inapplicable), || choose(&unknown(), quoted(&words.unjudged), || demand(any, words)))
}

fn demand(any: &[Decision], words: &VerdictWords) -> String {
    if let [only] = any {
        return only.alone(words);
    }
    let one_is = |truth: Truth, excluded: &[Truth]| Logic::any(any.iter().map(|one| one.is_among(&[truth], excluded)));
    let all_absent =
        || Logic::all(any.iter().map(|one| one.is_among(&[Truth::Absent], &[Truth::True, Truth::Unknown])));
    choose(&one_is(Truth::True, &[]), quoted(&words.held), || {
        choose(&one_is(Truth::Unknown, &[Truth::True]), quoted(&words.unjudged), || {
            choose(&all_absent(), quoted(&words.inapplicable), || quoted(&words.broken))
        })
    })
}

/// A text in a formula.
pub(crate) fn quoted(text: &str) -> String {
    ["\"", &text.replace('"', "\"\""), "\""].concat()
}
