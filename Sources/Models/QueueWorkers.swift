/// The program of a command that takes jobs from a queue one after the other: `celery`; nil when it is none that is known.
///
/// From the documentation of Celery, Sidekiq, RQ, Dramatiq, Laravel, Resque and Faktory, as of 2026-11.
package func queueWorker(in command: [String]) -> String? {
  let words = command.flatMap { $0.contains(" ") ? shellWords($0) : [$0] }
  for (index, word) in words.enumerated() {
    let program = programName(word)
    let rest = words[(index + 1)...]
    switch program {
    case "celery" where rest.contains("worker"), "rq" where rest.contains("worker"): return program
    case "sidekiq", "dramatiq", "faktory-worker", "resque-pool", "good_job": return program
    case "artisan" where rest.contains("queue:work") || rest.contains("horizon"): return "queue:work"
    default: continue
    }
  }
  return nil
}
