//! The search for every smallest set of cells whose change satisfies all edits of one part.
//!
//! After Fellegi and Holt (1976): a broken edit in which no chosen cell occurs must be hit by any repair, so the search
//! branches over the cells of such an edit; edits implied by others are made by elimination when a cell is chosen. By
//! iterative deepening the first depth with an answer is the fewest, and all answers of that depth are found: branches
//! over earlier cells of an edit exclude these in the later ones, so that each set is met once.
use crate::row::{Row, TooLarge, Var};
use crate::solution::{Found, Verdict, settle};
use crate::system::{Standing, System};

/// Bounds on the work for one part; what passes them is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Sets of cells that are looked at.
    pub nodes: usize,
    /// Answers that are kept.
    pub answers: usize,
    /// Cells of an answer: a report that needs more was not spoiled by slips.
    pub cells: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { nodes: 30_000, answers: 200, cells: 8 }
    }
}

/// What the search of one part came to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outcome {
    /// No set with fewer cells satisfies the edits.
    pub(crate) fewest: usize,
    /// The answers of that many cells; empty where the search was given up.
    pub(crate) found: Vec<Found>,
    /// A bound was met: there may be further answers, or none was found.
    pub(crate) incomplete: bool,
    /// Sets that were looked at.
    pub(crate) nodes: usize,
}

/// A set of chosen cells, with what is left of the equations.
#[derive(Clone, Debug, Default)]
pub(crate) struct Node {
    /// Equations without a chosen or free variable, by their place in the store.
    active: Vec<u32>,
    /// Chosen and free variables, each with the equation that gives it, in the order of elimination.
    pub(crate) given: Vec<(Var, u32)>,
    /// Chosen and free variables that no equation gives.
    pub(crate) loose: Vec<Var>,
    /// The chosen ones.
    pub(crate) chosen: Vec<Var>,
}

/// The search in one part.
pub(crate) struct Search<'a> {
    pub(crate) system: &'a System,
    /// Equations, the part's own first; those of deeper branches are dropped on the way back.
    pub(crate) store: Vec<Row>,
    limits: Limits,
    outcome: Outcome,
    /// Whether a variable may not be chosen any more on this branch.
    excluded: Vec<bool>,
    /// How many broken equations each variable occurs in; 0 between two uses.
    hits: Vec<u16>,
}

impl<'a> Search<'a> {
    /// All answers of a part.
    pub(crate) fn run(system: &'a System, rows: &[usize], limits: Limits) -> Outcome {
        let mut search = Self {
            system,
            store: rows.iter().map(|row| system.rows[*row].clone()).collect(),
            limits,
            outcome: Outcome::default(),
            excluded: vec![false; system.variables.len()],
            hits: vec![0; system.variables.len()],
        };
        let deepest = match search.root() {
            Ok(root) => search.deepen(&root),
            Err(TooLarge) => None,
        };
        if deepest.is_none() {
            search.outcome.incomplete = true;
        }
        search.outcome
    }

    /// The node in which only what is free anyway is chosen, and what cannot stand.
    fn root(&mut self) -> Result<Node, TooLarge> {
        let mut node = Node { active: (0..).take(self.store.len()).collect(), ..Node::default() };
        let mut vars: Vec<Var> = self.store.iter().flat_map(|row| row.terms.iter().map(|(var, _)| *var)).collect();
        vars.sort_unstable();
        vars.dedup();
        let standing = |var: &Var| self.system.variables[usize::from(*var)].standing;
        // What is certainly open is given by equations before blanks, which mostly are 0.
        for kind in [Standing::Open, Standing::Blank, Standing::Impossible] {
            for var in vars.iter().copied().filter(|var| standing(var) == kind).collect::<Vec<_>>() {
                if kind == Standing::Impossible {
                    node.chosen.push(var);
                }
                self.free(&mut node, var, None)?;
            }
        }
        Ok(node)
    }

    fn deepen(&mut self, root: &Node) -> Option<usize> {
        let fewest = root.chosen.len() + self.apart(root);
        for depth in fewest..=self.system.variables.len() {
            self.outcome.fewest = depth;
            if depth > self.limits.cells {
                return None;
            }
            self.visit(root, depth - root.chosen.len()).ok()?;
            if !self.outcome.found.is_empty() {
                return Some(depth);
            }
            if self.outcome.incomplete {
                return None;
            }
        }
        None
    }

    /// Broken equations without a common cell, the shortest first: each needs a change of its own.
    fn apart(&self, node: &Node) -> usize {
        let mut broken: Vec<&Row> =
            node.active.iter().map(|row| &self.store[*row as usize]).filter(|row| row.gap != 0).collect();
        broken.sort_by_key(|row| row.terms.len());
        let (mut taken, mut count) = (vec![false; self.system.variables.len()], 0);
        for row in broken {
            if row.terms.iter().all(|(var, _)| !taken[usize::from(*var)]) {
                row.terms.iter().for_each(|(var, _)| taken[usize::from(*var)] = true);
                count += 1;
            }
        }
        count
    }

    /// Looks at a node, and at those below it with at most `budget` more cells.
    fn visit(&mut self, node: &Node, budget: usize) -> Result<(), TooLarge> {
        self.outcome.nodes += 1;
        if self.outcome.nodes > self.limits.nodes || self.outcome.found.len() > self.limits.answers {
            self.outcome.incomplete = true;
            return Err(TooLarge);
        }
        let (branches, through) = match self.broken(node, budget) {
            Broken::None => match self.settle(node) {
                Ok(Verdict::Feasible(found)) => {
                    self.outcome.found.push(found);
                    return Ok(());
                }
                Ok(Verdict::Conflict(cells)) if budget > 0 => (cells, None),
                Ok(Verdict::Conflict(_)) => return Ok(()),
                Ok(Verdict::Unknown) | Err(TooLarge) => {
                    self.outcome.incomplete = true;
                    return Ok(());
                }
            },
            Broken::TooMany => return Ok(()),
            Broken::Branch { cells, row } => (cells, Some(row)),
        };
        let mut tried = Vec::new();
        let mut done = Ok(());
        for var in branches {
            if self.excluded[usize::from(var)] || node.chosen.contains(&var) {
                continue;
            }
            let mark = self.store.len();
            let mut child = node.clone();
            child.chosen.push(var);
            done = self.free(&mut child, var, through).and_then(|()| self.visit(&child, budget - 1));
            self.store.truncate(mark);
            if done.is_err() {
                break;
            }
            self.excluded[usize::from(var)] = true;
            tried.push(var);
        }
        for var in tried {
            self.excluded[usize::from(var)] = false;
        }
        done
    }

    /// Decides a node without broken equations; one whose values are not all given is much more work.
    fn settle(&mut self, node: &Node) -> Result<Verdict, TooLarge> {
        if !node.loose.is_empty() {
            self.outcome.nodes += 2 * node.given.len();
        }
        settle(self, node)
    }

    /// Lets a variable change: the equation `through`, or the shortest it occurs in, gives it from now on.
    fn free(&mut self, node: &mut Node, var: Var, through: Option<u32>) -> Result<(), TooLarge> {
        let length = |row: &u32| self.store[*row as usize].terms.len();
        let occurs = |row: &&u32| self.store[**row as usize].coefficient(var) != 0;
        let Some(pivot) = through.or_else(|| node.active.iter().filter(occurs).copied().min_by_key(length)) else {
            node.loose.push(var);
            return Ok(());
        };
        node.active.retain(|row| *row != pivot);
        for position in 0..node.active.len() {
            let row = &self.store[node.active[position] as usize];
            if row.coefficient(var) != 0 {
                let row = row.without(var, &self.store[pivot as usize])?;
                node.active[position] = u32::try_from(self.store.len()).map_err(|_| TooLarge)?;
                self.store.push(row);
            }
        }
        node.given.push((var, pivot));
        Ok(())
    }

    /// The broken equation to branch over, with the cells that can still lead to an answer.
    fn broken(&mut self, node: &Node, budget: usize) -> Broken {
        let broken: Vec<u32> = node.active.iter().copied().filter(|row| self.store[*row as usize].gap != 0).collect();
        if broken.is_empty() {
            return Broken::None;
        }
        if budget == 0 {
            return Broken::TooMany;
        }
        for row in &broken {
            for (var, _) in &self.store[*row as usize].terms {
                self.hits[usize::from(*var)] += u16::from(!self.excluded[usize::from(*var)]);
            }
        }
        let count = |row: &u32| {
            self.store[*row as usize].terms.iter().filter(|(var, _)| self.hits[usize::from(*var)] > 0).count()
        };
        let row = broken.iter().copied().min_by_key(count).unwrap_or_default();
        // Every broken equation must be hit, and a cell hits no more of them than it occurs in.
        let most =
            broken.iter().flat_map(|row| &self.store[*row as usize].terms).map(|(var, _)| self.hits[usize::from(*var)]);
        let most = usize::from(most.max().unwrap_or(0));
        let enough = |var: &Var| {
            let own = usize::from(self.hits[usize::from(*var)]);
            own > 0 && broken.len() <= own + (budget - 1) * most
        };
        let cells = self.store[row as usize].terms.iter().map(|(var, _)| *var).filter(enough).collect();
        for row in &broken {
            for (var, _) in &self.store[*row as usize].terms {
                self.hits[usize::from(*var)] = 0;
            }
        }
        Broken::Branch { cells, row }
    }
}

enum Broken {
    /// No equation is broken.
    None,
    /// More cells are needed than may be chosen.
    TooMany,
    /// One of these cells must be chosen.
    Branch { cells: Vec<Var>, row: u32 },
}
