//! What the measuring programs share.
use std::sync::LazyLock;
use std::time::Instant;

/// The middle one of some times; 0 of none.
pub fn median(times: impl Iterator<Item = f64>) -> f64 {
    let mut all: Vec<f64> = times.collect();
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or_default()
}

/// Seconds of CPU time of this thread where the system tells them, else of the clock.
pub fn cpu_seconds() -> f64 {
    let spent = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = spent.and_then(|spent| spent.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.map_or_else(
        || {
            static START: LazyLock<Instant> = LazyLock::new(Instant::now);
            START.elapsed().as_secs_f64()
        },
        |nanoseconds| nanoseconds / 1e9,
    )
}

/// The most memory that this process had, in kilobytes, where the system tells it.
pub fn peak_kb() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}
