/**
 * Returns how many times as much processor time this thread needs now for a hundred million additions as the machine
 * that the bars were measured on (65 ms; bench/README.md), at least 1. A shared machine may be slower for minutes.
 * A bar in milliseconds is multiplied by it. Waiting for a core isn't counted.
 */
export function slowness(): number {
  const before = process.threadCpuUsage()
  let sum = 0
  for (let n = 0; n < 1e8; n++) sum += n
  const { user, system } = process.threadCpuUsage(before)
  return sum > 0 ? Math.max(1, (user + system) / 65_000) : Infinity
}
