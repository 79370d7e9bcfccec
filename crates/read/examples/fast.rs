#![allow(clippy::print_stdout, missing_docs, clippy::unwrap_used)]
fn main() {
    let l = gouji_read::Limits::default();
    for f in std::env::args().skip(1) {
        let b = std::fs::read(&f).unwrap();
        let mut best = u128::MAX;
        for _ in 0..6000 {
            let t = std::time::Instant::now();
            let r = gouji_read::read(&b, &l);
            let e = t.elapsed().as_nanos();
            drop(std::hint::black_box(r));
            best = best.min(e);
        }
        let mut d = u128::MAX;
        for _ in 0..6000 {
            let r = gouji_read::read(&b, &l);
            let t = std::time::Instant::now();
            drop(std::hint::black_box(r));
            d = d.min(t.elapsed().as_nanos());
        }
        let mut u = u128::MAX;
        for _ in 0..6000 {
            let t = std::time::Instant::now();
            std::hint::black_box(std::str::from_utf8(std::hint::black_box(&b)).is_ok());
            u = u.min(t.elapsed().as_nanos());
        }
        println!(
            "{:>7.1} µs  drop {:>5.1} utf8 {:>5.1} {} B  {f}",
            best as f64 / 1000.,
            d as f64 / 1000.,
            u as f64 / 1000.,
            b.len()
        );
    }
}
