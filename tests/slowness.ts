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

/**
 * Starts a clock of this thread's processor time and returns what reads it, in milliseconds. A bar for work that stays
 * in the thread holds by it on a busy machine too: waiting for a core isn't counted.
 */
export function threadClock(): () => number {
  const before = process.threadCpuUsage()
  return () => {
    const { user, system } = process.threadCpuUsage(before)
    return (user + system) / 1000
  }
}
