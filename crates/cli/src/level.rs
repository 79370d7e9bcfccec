//! A unit's level and kind from its name, where the name makes them certain.
use gouji_model::{Level, Message, UnitKind};
use serde::Deserialize;

use crate::books::PLACES;
use crate::fault::Explain;

/// Names of places down to the prefecture level.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Places {
    /// Provinces and autonomous regions.
    provinces: Vec<String>,
    /// Cities directly under the central government.
    municipalities: Vec<String>,
    /// Prefecture-level cities, prefectures, leagues.
    prefectures: Vec<String>,
    /// Prefecture-level cities without districts.
    #[serde(default)]
    cities_without_districts: Vec<String>,
    /// Words in names of units.
    names: NameWords,
}

/// What names of units are made of, beside places.
#[derive(Clone, Debug, Deserialize)]
struct NameWords {
    /// Ends of names of governments below the prefecture, with their level; the first that fits counts.
    governments: Vec<(String, Level)>,
    /// How the seat of a place's own government is called.
    seats: Vec<String>,
    /// How names of provinces' own governments end, where the place is not listed.
    provincial_seat: String,
    /// Ends of names of departments; other bodies (schools, hospitals, parks) are not told by their name.
    departments: Vec<String>,
    /// Ends of names of managing committees, which are no departments, and those that are all the same.
    committees: Vec<String>,
    committees_that_are_departments: Vec<String>,
    /// What ends the name of a place below the prefecture.
    below: Vec<String>,
    /// Words in names of departments that hold such an end and name no place.
    no_places: Vec<String>,
}

/// What a name says of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Standing {
    /// Its level.
    pub(crate) level: Level,
    /// Government or department.
    pub(crate) kind: UnitKind,
}

impl Places {
    /// The places built in.
    pub(crate) fn built_in() -> anyhow::Result<Self> {
        toml::from_str(PLACES).explain(|| Message::new("driver-places-broken"))
    }

    /// What a name says of its unit; `None` where it leaves a doubt.
    pub(crate) fn classify(&self, name: &str) -> Option<Standing> {
        let name: String = name.chars().filter(|char| !char.is_whitespace()).collect();
        let (provincial, rest) = strip(&name, self.provinces.iter().chain(&self.municipalities));
        let (prefectural, rest) = strip(rest, self.prefectures.iter().chain(&self.cities_without_districts));
        let above = match (provincial, prefectural) {
            (_, true) => Some(Level::City),
            (true, false) => Some(Level::Province),
            (false, false) => None,
        };
        let words = &self.names;
        if let Some(level) = above.filter(|_| words.seats.iter().any(|seat| seat == rest)) {
            return Some(Standing { level, kind: UnitKind::Government });
        }
        if name.ends_with(&words.provincial_seat) {
            return Some(Standing { level: Level::Province, kind: UnitKind::Government });
        }
        let below = words.governments.iter().find(|(end, _)| rest.len() > end.len() && rest.ends_with(end.as_str()));
        if let Some((_, level)) = below {
            return Some(Standing { level: *level, kind: UnitKind::Government });
        }
        let level = above.filter(|_| words.is_department(rest))?;
        Some(Standing { level, kind: UnitKind::Department })
    }
}

impl NameWords {
    /// Whether what follows a place's name is a department of that place and not of one inside it.
    fn is_department(&self, rest: &str) -> bool {
        let ends = |ends: &[String]| ends.iter().any(|end| rest.ends_with(end.as_str()));
        let manages = ends(&self.committees) && !ends(&self.committees_that_are_departments);
        let without = self.no_places.iter().fold(rest.to_owned(), |text, word| text.replace(word.as_str(), ""));
        let names_place = self.below.iter().any(|end| without.contains(end.as_str()));
        !manages && ends(&self.departments) && !names_place
    }
}

/// Whether the name begins with a place, and what follows it.
fn strip<'a>(name: &'a str, places: impl Iterator<Item = &'a String>) -> (bool, &'a str) {
    let rest = places.filter_map(|place| name.strip_prefix(place.as_str())).min_by_key(|rest| rest.len());
    rest.map_or((false, name), |rest| (true, rest))
}
