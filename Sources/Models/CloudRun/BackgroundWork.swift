import Syntax

/// A sign that a container works on its own, and not only to answer requests.
package struct BackgroundWork: Sendable {
  /// With its article: `a Celery worker`.
  package let title: String
  package let range: SourceRange
}

extension RunContainer {
  /// The first sign that the container works without being asked; nil when there is none.
  package var backgroundWork: BackgroundWork? { backgroundProgram ?? backgroundImage ?? consumerVariable }

  private var backgroundProgram: BackgroundWork? {
    let words = commandWords
    for entry in programs {
      let start = words.indices.first { index in
        words[index].program == entry.program && (entry.argument != nil || words.startsProgram(at: index))
      }
      guard let start else { continue }
      guard let argument = entry.argument else { return BackgroundWork(title: entry.title, range: words[start].range) }
      guard let found = words[(start + 1)...].first(where: { $0.text == argument }) else { continue }
      return BackgroundWork(title: entry.title, range: found.range)
    }
    return nil
  }

  private var backgroundImage: BackgroundWork? {
    guard case .known(let image, let range) = imageReference, let name = image.name?.lowercased(),
      let title = images[name]
    else { return nil }
    return BackgroundWork(title: title, range: range)
  }

  private var consumerVariable: BackgroundWork? {
    for variable in environment {
      guard case .known(let name, let range) = variable.name, let title = variables[name] else { continue }
      return BackgroundWork(title: title, range: range)
    }
    return nil
  }
}

extension [CommandWord] {
  /// Whether the word at an index is what is run, and no argument of something else.
  fileprivate func startsProgram(at index: Int) -> Bool {
    index == 0 || ["exec", "run", "-m", "-c", ";"].contains(self[index - 1].text)
  }
}

/// From the guides of these tools, as of 2026-11; only what never serves requests by itself.
private let programs: [(program: String, argument: String?, title: String)] = [
  ("celery", "worker", "a Celery worker"),
  ("celery", "beat", "the scheduler of Celery"),
  ("rq", "worker", "a worker of RQ"),
  ("manage.py", "rqworker", "a worker of RQ"),
  ("manage.py", "qcluster", "a worker of Django Q"),
  ("manage.py", "run_huey", "a worker of Huey"),
  ("manage.py", "process_tasks", "a worker of Django"),
  ("manage.py", "db_worker", "a worker of Django"),
  ("rqscheduler", nil, "the scheduler of RQ"),
  ("huey_consumer", nil, "a worker of Huey"),
  ("huey_consumer.py", nil, "a worker of Huey"),
  ("dramatiq", nil, "a worker of Dramatiq"),
  ("arq", nil, "a worker of arq"),
  ("faust", "worker", "a worker of Faust"),
  ("airflow", "scheduler", "the scheduler of Airflow"),
  ("airflow", "triggerer", "the triggerer of Airflow"),
  ("prefect", "worker", "a worker of Prefect"),
  ("dagster-daemon", nil, "the daemon of Dagster"),
  ("sidekiq", nil, "Sidekiq"),
  ("good_job", nil, "a worker of GoodJob"),
  ("rake", "resque:work", "a worker of Resque"),
  ("rake", "jobs:work", "a worker of Delayed Job"),
  ("rails", "jobs:work", "a worker of Delayed Job"),
  ("rails", "solid_queue:start", "a worker of Solid Queue"),
  ("artisan", "queue:work", "a queue worker of Laravel"),
  ("artisan", "queue:listen", "a queue worker of Laravel"),
  ("artisan", "horizon", "Laravel Horizon"),
  ("artisan", "schedule:work", "the scheduler of Laravel"),
  ("console", "messenger:consume", "a worker of Symfony Messenger"),
  ("crond", nil, "cron"),
  ("cron", nil, "cron"),
  ("supercronic", nil, "cron jobs of supercronic"),
]

private let images = [
  "n8n": "n8n, which runs workflows on schedules",
  "actions-runner": "a runner of GitHub Actions",
  "github-runner": "a runner of GitHub Actions",
  "gitlab-runner": "a runner of GitLab",
  "cp-kafka-connect": "Kafka Connect",
]

/// Variables that only a consumer needs which pulls.
private let variables: [String: String] = [
  "KAFKA_CONSUMER_GROUP": "a consumer of Kafka", "KAFKA_CONSUMER_GROUP_ID": "a consumer of Kafka",
  "KAFKA_GROUP_ID": "a consumer of Kafka", "PUBSUB_PULL_SUBSCRIPTION": "a consumer of a Pub/Sub subscription",
  "PULL_SUBSCRIPTION": "a consumer of a Pub/Sub subscription",
]
