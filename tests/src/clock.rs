//! What the measuring programs share.
use std::hint::black_box;

use anyhow::Result;

/// The middle one of some times; 0 of none.
fn median(times: impl Iterator<Item = f64>) -> f64 {
    let mut all: Vec<f64> = times.collect();
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or_default()
}

/// Seconds of CPU time of this thread.
fn cpu_seconds() -> f64 {
    cpu_time::ThreadTime::now().as_duration().as_secs_f64()
}

/// Seconds of CPU time that one run of something takes: the middle of several batches, each so long that a clock which only
/// moves with the ticks of the system does not matter.
///
/// # Errors
/// Those of the work.
pub fn seconds<T>(mut work: impl FnMut() -> Result<T>) -> Result<f64> {
    const BATCH: f64 = 0.06;
    const BATCHES: usize = 5;
    let (mut repeats, mut times) = (1_u32, Vec::new());
    while times.len() < BATCHES {
        let start = cpu_seconds();
        for _ in 0..repeats {
            black_box(work()?);
        }
        let time = cpu_seconds() - start;
        if time < BATCH {
            repeats = repeats.saturating_mul(2);
        } else {
            times.push(time / f64::from(repeats));
        }
    }
    Ok(median(times.into_iter()))
}

/// The most memory that this process had, in kilobytes, where the system tells it.
pub fn peak_kb() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}
