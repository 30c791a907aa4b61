import Models
import Testing

@Suite struct FargateSizeTests {
  @Test func theTableAscends() {
    #expect(FargateSize.all.map(\.cpu) == FargateSize.all.map(\.cpu).sorted())
    for size in FargateSize.all { #expect(size.memory == size.memory.sorted()) }
  }

  /// The counts are those of the documentation: 4 vCPU end at 30 GB, 8 at 60, 16 at 120, 32 at 244.
  @Test(arguments: [
    (256, 3, 2048), (512, 4, 4096), (1024, 7, 8192), (2048, 13, 16384), (4096, 23, 30720), (8192, 12, 61440),
    (16384, 12, 122_880), (32768, 3, 249_856),
  ])
  func everySizeHasItsMemory(_ cpu: Int, _ count: Int, _ largest: Int) {
    #expect(FargateSize.of(cpu: cpu)?.memory.count == count)
    #expect(FargateSize.of(cpu: cpu)?.memory.last == largest)
  }

  @Test func windowsHasThreeSizes() {
    #expect(FargateSize.all.filter(\.isForWindows).map(\.cpu) == [1024, 2048, 4096])
  }

  @Test func theSmallestSizeThatIsEnough() {
    #expect(FargateSize.smallest(cpu: 0, memory: 0).map { [$0.cpu, $0.memory] } == [256, 512])
    #expect(FargateSize.smallest(cpu: 256, memory: 2049).map { [$0.cpu, $0.memory] } == [512, 3072])
    #expect(FargateSize.smallest(cpu: 3000, memory: 30721).map { [$0.cpu, $0.memory] } == [8192, 32768])
    #expect(FargateSize.smallest(cpu: 256, memory: 300_000) == nil)
  }

  @Test func memoryReadsWell() {
    #expect(FargateSize.of(cpu: 512)?.memoryInWords == "1024, 2048, 3072 or 4096 MiB")
    #expect(FargateSize.of(cpu: 8192)?.memoryInWords == "16384 to 61440 MiB in steps of 4096")
  }
}
