import Models
import Syntax

extension Check {
  static let jobLimits = Check.cloudRun([.job]) { resource, findings in
    guard let job = RunJob(resource) else { return }
    findings.check(job.taskCount, "taskCount", 0...RunJob.mostTasks)
    findings.check(job.maxRetries, "maxRetries", 0...RunJob.mostRetries)
    findings.check(job.parallelism, "parallelism", 0...Int.max)
    findings.checkParallelism(of: job, in: resource.template.value?["spec"])
    findings.checkTimeout(of: job, resource)
    findings.checkTokens(of: job, resource)
  }
}

extension Findings {
  fileprivate mutating func check(_ field: Field<Int>, _ name: String, _ allowed: ClosedRange<Int>) {
    guard case .known(let number, let range) = field, !allowed.contains(number) else { return }
    let words = allowed.upperBound == .max ? "0 or more" : "0 to \(allowed.upperBound)"
    report(
      range, "\(name) is \(number): it must be \(words)", caption: "out of range",
      help: number > allowed.upperBound ? "write \(allowed.upperBound) or less" : nil,
      fixes: number > allowed.upperBound ? writing(String(allowed.upperBound), at: range) : [])
  }

  /// The API takes it, gcloud does not.
  fileprivate mutating func checkParallelism(of job: RunJob, in node: Node?) {
    guard case .known(let parallelism, let range) = job.parallelism, let count = job.taskCount.value(orDefault: 1),
      count > 0, parallelism > count
    else { return }
    report(
      range, "parallelism \(parallelism) is more than there are tasks: \(count)", caption: "more than there are tasks",
      severity: .note, labels: job.taskCount.isKnown ? [label(job.taskCount.range, "the tasks")] : [],
      help: "leave parallelism out for as many as possible" + (job.taskCount.isAbsent ? ", or add taskCount" : ""),
      fixes: removing("parallelism", from: node))
  }

  fileprivate mutating func checkTimeout(of job: RunJob, _ resource: CloudRunResource) {
    guard case .known(let seconds, let range) = job.taskTimeout else { return }
    let most = resource.hasGPU ? RunJob.longestTaskWithGPU : RunJob.longestTask
    if seconds > most {
      report(
        range,
        resource.hasGPU
          ? "a task with a GPU may take \(most) seconds at most, and timeoutSeconds is \(seconds)"
          : "a task may take \(most) seconds at most, seven days, and timeoutSeconds is \(seconds)",
        caption: resource.hasGPU ? "more than an hour" : "more than a week", help: "write \(most) or less",
        fixes: writing(String(most), at: range))
    } else if seconds < 1 {
      report(
        range, "timeoutSeconds is \(seconds): a task may take 1 to \(most) seconds", caption: "out of range",
        severity: seconds == 0 ? .warning : nil, help: "leave it out for the default of 600 seconds")
    }
  }

  fileprivate mutating func checkTokens(of job: RunJob, _ resource: CloudRunResource) {
    guard let name = resource.name.value, Text(placeholdersIn: name) == nil else { return }
    for case .known(let token, let range) in job.executionTokens {
      let count = name.utf8.count + token.utf8.count
      guard count > RunJob.longestExecutionName else { continue }
      report(
        range, "the job's name and this token have \(count) characters together: they must have fewer than 63",
        caption: "too long", labels: [label(resource.name.range, "\(name.utf8.count) characters")],
        help: "write a token of \(max(0, RunJob.longestExecutionName - name.utf8.count)) characters or fewer")
    }
  }
}
