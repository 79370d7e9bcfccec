//! What an exporter gets and gives, and the text of tables that all of them print.
//!
//! An exporter is a pure function from a [`Publication`] to bytes: no files, no clock, no locale; equal input gives
//! equal bytes.
mod chapters;
mod controls;
mod digest;
mod finding_wire;
mod follow_up;
mod notice;
mod notice_overview;
mod other_cells;
mod place;
mod printed;
mod progress;
mod publication;
mod table_text;
mod unjudged;
mod waiver;
mod wire;
mod words;

pub use chapters::{Chapter, chapters, report_title};
pub use controls::refuse_controls;
pub use digest::{Digest, DigestTable};
pub use finding_wire::{CorrectionWire, FindingWire, MessageWire, SummaryWire, WaiverWire};
pub use follow_up::{Carried, FollowUp, FollowUps, Status, finding_values, unit_or_file};
pub use gouji_model::Date;
pub use notice::{Notice, NoticeGroup, NoticeItem, NoticePart, notice, notices, unjudged_in_notice};
pub use notice_overview::{NoticeOverview, OverviewReport, overview};
pub use other_cells::{OtherCell, other_cells};
pub use place::{finding_place, place_message};
pub use printed::{Printed, other_forms, smoothed};
pub use progress::{Standing, UnitProgress};
pub use publication::{Artifact, Collector, ExportError, Exporter, Judged, Kind, Meta, Publication, Source};
pub use table_text::{TableText, TextCell, report_tables, shown_value};
pub use unjudged::{DoubtKind, Unjudged, unjudged};
pub use waiver::{WaiverEntry, WaiverUse, Waivers, open_findings, waiver_message};
pub use wire::{
    EditionWire, HeadingWire, JudgedWire, MetaWire, PUBLICATION_SCHEMA, PublicationWire, TableCellWire, TableWire,
};
pub use words::{about, severity_message, summary_message, unsupported};
