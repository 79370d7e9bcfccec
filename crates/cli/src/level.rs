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
}

/// What a name says of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Standing {
    /// Its level.
    pub(crate) level: Level,
    /// Government or department.
    pub(crate) kind: UnitKind,
}

/// Ends of names of governments below the prefecture, with their level.
const GOVERNMENTS: &[(&str, Level)] = &[
    ("街道办事处", Level::Street),
    ("街道办", Level::Street),
    ("镇人民政府", Level::Township),
    ("乡人民政府", Level::Township),
    ("苏木人民政府", Level::Township),
    ("镇政府", Level::Township),
    ("乡政府", Level::Township),
    ("县人民政府", Level::County),
    ("区人民政府", Level::County),
    ("旗人民政府", Level::County),
    ("市人民政府", Level::County),
];
/// How the seat of a place's own government is called.
const SEATS: [&str; 3] = ["人民政府", "政府", "行政公署"];
/// Ends of names of departments; other bodies (schools, hospitals, parks) are not told by their name.
const DEPARTMENTS: [&str; 6] = ["局", "厅", "办公室", "委员会", "办", "委"];
/// Characters that end the name of a place below the prefecture.
const BELOW: [&str; 9] = ["县", "区", "市", "旗", "镇", "乡", "街道", "苏木", "村"];
/// Words in names of departments that hold such a character and name no place.
const NO_PLACES: [&str; 14] =
    ["市场", "市政", "市容", "城市", "市民", "城乡", "乡村", "城镇", "乡镇", "社区", "区划", "地区", "县域", "农村"];

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
        if let Some(level) = above.filter(|_| SEATS.contains(&rest)) {
            return Some(Standing { level, kind: UnitKind::Government });
        }
        if name.ends_with("自治区人民政府") {
            return Some(Standing { level: Level::Province, kind: UnitKind::Government });
        }
        if let Some((_, level)) = GOVERNMENTS.iter().find(|(end, _)| rest.len() > end.len() && rest.ends_with(end)) {
            return Some(Standing { level: *level, kind: UnitKind::Government });
        }
        let level = above.filter(|_| is_department(rest))?;
        Some(Standing { level, kind: UnitKind::Department })
    }
}

/// Whether the name begins with a place, and what follows it.
fn strip<'a>(name: &'a str, places: impl Iterator<Item = &'a String>) -> (bool, &'a str) {
    let rest = places.filter_map(|place| name.strip_prefix(place.as_str())).min_by_key(|rest| rest.len());
    rest.map_or((false, name), |rest| (true, rest))
}

/// Whether what follows a place's name is a department of that place and not of one inside it.
fn is_department(rest: &str) -> bool {
    let managed = rest.ends_with("管委会") || (rest.ends_with("管理委员会") && !rest.ends_with("监督管理委员会"));
    let mut without = rest.to_owned();
    for word in NO_PLACES {
        without = without.replace(word, "");
    }
    !managed && DEPARTMENTS.iter().any(|end| rest.ends_with(end)) && !BELOW.iter().any(|end| without.contains(end))
}
