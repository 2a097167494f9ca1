import ArgumentParser

@main
struct Benchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tidings-benchmark",
    abstract:
      "Measures tidings on generated posts and feeds, beside what nothing can be faster than.",
    discussion: """
      Each row is a whole process; times are medians. Machines differ and are noisy: compare the \
      ratios of one run.
      """,
    subcommands: [
      BuildBenchmark.self, ValidateBenchmark.self, DiffBenchmark.self, PublishBenchmark.self,
      GenerateCommand.self,
      RenderFloor.self,
      ReadProbe.self,
    ],
    defaultSubcommand: BuildBenchmark.self
  )
}
