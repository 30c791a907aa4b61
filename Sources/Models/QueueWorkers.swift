/// The program of a command that takes jobs from a queue one after the other: `celery`; nil when it is none that is known.
///
/// From the documentation of Celery, Sidekiq, RQ, Dramatiq, Laravel, Resque and Faktory, as of 2026-11.
package func queueWorker(in command: [String]) -> String? {
  let words = shellWords(ofCommand: command)
  for word in words {
    let program = programName(word)
    switch program {
    case "celery" where words.contains("worker"), "rq" where words.contains("worker"): return program
    case "sidekiq", "dramatiq", "faktory-worker", "resque-pool", "good_job": return program
    case "artisan" where words.contains("queue:work") || words.contains("horizon"): return "queue:work"
    default: continue
    }
  }
  return nil
}
