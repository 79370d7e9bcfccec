//! Work on many files by several threads, with the results in the order of the files.
use std::sync::Arc;

use rayon::ThreadPool;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use gouji_model::Message;

use crate::Interruption;
use crate::fault::Explain;

/// So many files for each thread are worked on before their results are taken: enough that a slow one among them
/// keeps no thread waiting for long, few enough that results take little memory.
const FILES_PER_THREAD: usize = 16;

/// The threads of a run.
#[derive(Debug)]
pub(crate) struct Workers {
    pool: ThreadPool,
    interruption: Arc<Interruption>,
}

impl Workers {
    /// So many threads, or one for each processor; not more than there are files.
    ///
    /// # Errors
    /// When the system gives no threads.
    pub(crate) fn new(jobs: Option<u16>, files: usize, interruption: Arc<Interruption>) -> anyhow::Result<Self> {
        let jobs = jobs.map_or_else(rayon::current_num_threads, usize::from);
        let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs.clamp(1, files.max(1))).build();
        Ok(Self { pool: pool.explain(|| Message::new("jobs-cannot-start"))?, interruption })
    }

    /// Does `work` for every item, and gives the results to `take` in the order of the items; says how many were taken.
    ///
    /// It ends early where `take` fails, or where the user asked to stop: what was begun is finished and taken then.
    pub(crate) fn in_order<T: Send, R: Send>(
        &self,
        items: Vec<T>,
        work: impl Fn(T) -> R + Sync,
        mut take: impl FnMut(R) -> anyhow::Result<()>,
    ) -> anyhow::Result<usize> {
        self.interruption.heed();
        let size = self.pool.current_num_threads() * FILES_PER_THREAD;
        let (mut items, mut taken) = (items.into_iter(), 0);
        loop {
            let block: Vec<T> = items.by_ref().take(size).collect();
            if block.is_empty() {
                return Ok(taken);
            }
            let begun = |item| (!self.interruption.is_asked()).then(|| work(item));
            let results: Vec<Option<R>> = self.pool.install(|| block.into_par_iter().map(begun).collect());
            // Threads stop at different places: what stands behind the first gap is not told of, as it has no order.
            for result in results {
                let Some(result) = result else { return Ok(taken) };
                take(result)?;
                taken += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workers(jobs: u16) -> Workers {
        Workers::new(Some(jobs), usize::MAX, Arc::default()).unwrap()
    }

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let numbers: Vec<usize> = (0..1000).collect();
        for jobs in [1, 2, 3] {
            let mut taken = Vec::new();
            let work = |number: usize| {
                if number.is_multiple_of(7) {
                    std::thread::yield_now();
                }
                number * 2
            };
            let count = workers(jobs).in_order(numbers.clone(), work, |double| {
                taken.push(double);
                Ok(())
            });
            assert_eq!(count.unwrap(), 1000);
            assert_eq!(taken, numbers.iter().map(|number| number * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn an_interruption_leaves_what_is_finished_and_no_gap() {
        let workers = workers(2);
        let mut taken = Vec::new();
        let work = |number: usize| {
            if number == 100 {
                assert!(workers.interruption.ask());
            }
            number
        };
        let count = workers.in_order((0..1000).collect(), work, |number| {
            taken.push(number);
            Ok(())
        });
        let count = count.unwrap();
        assert!(count < 1000, "{count}");
        assert_eq!(taken, (0..count).collect::<Vec<_>>());
    }
}
