//! Editions with everything inherited: bases first, overlays in their places.
use gouji_model::Message;

use crate::error::{Fault, RulesError};
use crate::flat::Flat;
use crate::parsed::Parsed;

/// Flattens built-in editions and overlays; what an overlay replaces is left out. Sorted by years.
pub(crate) fn flatten(built_in: Vec<Parsed>, overlays: Vec<Parsed>) -> Result<Vec<Flat>, Vec<RulesError>> {
    let mut editions = built_in;
    editions.retain(|edition| !overlays.iter().any(|overlay| overlay.replaces(edition)));
    editions.extend(overlays);
    let mut errors = Vec::new();
    let mut flat: Vec<Option<Flat>> = Vec::new();
    for index in 0..editions.len() {
        match flatten_one(&editions, index, &mut Vec::new()) {
            Ok(edition) => flat.push(Some(edition)),
            Err(mut own) => {
                errors.append(&mut own);
                flat.push(None);
            }
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    for index in 0..editions.len() {
        leave_out_base(&editions, &mut flat, index);
    }
    let flat: Vec<Flat> = flat.into_iter().flatten().collect();
    check_together(flat)
}

/// The edition that another changes: the last one before it with that id, so that overlays stack in their order.
fn base_of(editions: &[Parsed], index: usize) -> Option<usize> {
    let base = editions[index].file.base.as_ref()?;
    let named = |other: &usize| *other != index && editions[*other].id() == &**base.get_ref();
    (0..index).rev().find(named).or_else(|| (index..editions.len()).find(named))
}

fn flatten_one(editions: &[Parsed], index: usize, above: &mut Vec<usize>) -> Result<Flat, Vec<RulesError>> {
    let edition = &editions[index];
    let Some(base) = &edition.file.base else { return Flat::of(edition, None) };
    let fault = |key: &'static str| Fault::new(Message::new(key).text("base", &**base.get_ref())).at(base.span());
    let Some(base_index) = base_of(editions, index) else {
        let ids = editions.iter().map(Parsed::id).filter(|id| *id != edition.id());
        return Err(vec![edition.source.error(fault("rules-edition-no-base").choices(base.get_ref(), ids))]);
    };
    if above.contains(&base_index) {
        return Err(vec![edition.source.error(fault("rules-edition-cycle"))]);
    }
    above.push(index);
    let base = flatten_one(editions, base_index, above)?;
    above.pop();
    Flat::of(edition, Some(base))
}

/// An edition for the years of its base takes the base's place.
fn leave_out_base(editions: &[Parsed], flat: &mut [Option<Flat>], index: usize) {
    let Some(base) = base_of(editions, index) else { return };
    if let (Some(own), Some(other)) = (&flat[index], &flat[base])
        && own.edition.years == other.edition.years
    {
        flat[base] = None;
    }
}

fn check_together(mut editions: Vec<Flat>) -> Result<Vec<Flat>, Vec<RulesError>> {
    let mut errors = Vec::new();
    end_where_the_next_begins(&mut editions);
    for (position, edition) in editions.iter().enumerate() {
        for other in &editions[..position] {
            if edition.edition.id == other.edition.id {
                errors.push(edition.clash("rules-edition-twice", other));
            } else if edition.overlaps(other) {
                errors.push(edition.clash("rules-edition-overlap", other));
            }
        }
    }
    if errors.is_empty() { Ok(editions) } else { Err(errors) }
}

/// Sorts by years; an edition without a last year is in force until the next one without a last year begins, so that a
/// new edition needs no change of the older ones.
fn end_where_the_next_begins(editions: &mut [Flat]) {
    editions.sort_by_key(|edition| edition.edition.years.from);
    let mut next: Option<i32> = None;
    for years in editions.iter_mut().rev().map(|edition| &mut edition.edition.years).filter(|years| years.to.is_none())
    {
        years.to = next.filter(|next| *next > years.from).map(|next| next - 1);
        next = Some(years.from);
    }
}
