//! The unit that reports.
use std::str::FromStr;

use borsh::{BorshDeserialize, BorshSerialize};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Administrative level of a unit (行政层级).
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    JsonSchema,
    BorshSerialize,
    BorshDeserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// 国家级: the State Council and its departments.
    National,
    /// 省级.
    Province,
    /// 市级: prefecture-level cities, prefectures, leagues.
    City,
    /// 县级: counties, county-level cities, districts.
    County,
    /// 乡、镇.
    Township,
    /// 街道.
    Street,
}

/// Whether a unit is a government or one of its departments.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    JsonSchema,
    BorshSerialize,
    BorshDeserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// 人民政府 or 街道办事处: the body that governs the area.
    Government,
    /// 部门: an office, bureau or commission.
    Department,
}

/// What a report covers (口径).
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    JsonSchema,
    BorshSerialize,
    BorshDeserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// 本级: the office itself.
    Agency,
    /// 汇总: the whole region.
    Region,
}

/// A name table of one of the enums above: the value, its id, and the Chinese words it is known by.
macro_rules! words {
    ($type:ty, $($value:path => $id:literal $(, $word:literal)*;)+) => {
        impl $type {
            /// Every value with its id and the Chinese words it is known by.
            pub const WORDS: &'static [(Self, &'static str, &'static [&'static str])] = &[$(($value, $id, &[$($word),*])),+];

            /// The id, as JSON and rule scripts write it.
            pub fn id(self) -> &'static str {
                Self::WORDS.iter().find(|(value, ..)| *value == self).map_or("", |(_, id, _)| id)
            }
        }

        impl FromStr for $type {
            type Err = ();

            /// By id or by Chinese word.
            fn from_str(text: &str) -> Result<Self, ()> {
                let text = text.trim();
                Self::WORDS.iter().find(|(_, id, words)| *id == text || words.contains(&text)).map(|(value, ..)| *value).ok_or(())
            }
        }
    };
}

words! { Level,
    Level::National => "national", "国家级", "国家", "国务院部门";
    Level::Province => "province", "省级", "省", "自治区级", "直辖市级";
    Level::City => "city", "市级", "地市级", "地级市", "设区的市", "地级", "自治州级", "州级", "盟级";
    Level::County => "county", "县级", "区县级", "县", "区级", "县级市", "旗级";
    Level::Township => "township", "乡级", "乡镇级", "乡镇", "镇级", "乡", "镇";
    Level::Street => "street", "街道", "街道级";
}

words! { UnitKind,
    UnitKind::Government => "government", "政府", "人民政府";
    UnitKind::Department => "department", "部门";
}

words! { Scope,
    Scope::Agency => "agency", "本级";
    Scope::Region => "region", "汇总", "全区", "全市", "全县", "全省";
}

/// Who reports.
#[derive(
    Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema, BorshSerialize, BorshDeserialize,
)]
pub struct Unit {
    /// Name as printed or as the unit list has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Box<str>>,
    /// Level, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// Government or department, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<UnitKind>,
    /// What the report covers, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Scope>,
}
