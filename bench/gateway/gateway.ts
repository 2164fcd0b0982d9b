import { startProgram, withFolder } from "../child.ts"
import { added, joined, megabytes, timesOf, type Times } from "./figures.ts"
import { memory, mostStreams, TOKENS } from "./limits.ts"
import { load, pace } from "../load.ts"
import { direct } from "../targets.ts"
import { usedBy } from "./processes.ts"
import { millisecondsOf, quantile, type Row } from "../table.ts"
import { startWays, type Way } from "./ways.ts"

/**
 * Compares the relay, with search and all checks on, with Portkey's gateway, a plain pipe and the bare endpoint, which
 * takes 100 ms to the first of 100 tokens and then writes 50 a second. All of them, the database and the reader share
 * this machine, and take turns in each round. "Added" is what a way takes longer than the bare endpoint.
 */
export const gateway = (signal: AbortSignal): Promise<Row[]> =>
  withWays(200, signal, async (endpoint, ways) => [
    ...(await rounds(endpoint, ways, { streams: 50, withinMs: 2000, rounds: 5 }, signal)),
    ...(await rounds(endpoint, ways, { streams: 100, withinMs: 1000, rounds: 3 }, signal)),
    await mostStreams(endpoint, ways, signal),
    await memory(endpoint, ways, signal)
  ])

/** The same for tuning, in a minute: 50 streams begun within two seconds, three times. */
export const quickGateway = (signal: AbortSignal): Promise<Row[]> =>
  withWays(10, signal, (endpoint, ways) => rounds(endpoint, ways, { streams: 50, withinMs: 2000, rounds: 3 }, signal))

async function withWays(
  people: number,
  signal: AbortSignal,
  measure: (endpoint: string, ways: Way[]) => Promise<Row[]>
): Promise<Row[]> {
  return withFolder(async (folder) => {
    const upstream = startProgram("bench/gateway/upstream.ts", {}, signal)
    const [, endpoint = ""] = await upstream.says(/^Upstream: (\S+)/)
    const { ways, missing } = await startWays(folder, endpoint, people, signal)
    try {
      const atStart: Row = ["memory before the first draft", ...ways.map(memoryNow)]
      // Everybody has compiled and opened what they need before anything counts.
      for (const { target } of ways) {
        await pace(endpoint, { first: 100, each: 20, tokens: TOKENS })
        await load(target, 50, signal, 2000)
      }
      const rows = await measure(endpoint, ways)
      return [["", ...ways.map(({ name }) => name)], atStart, ...rows, ...missing.map((sentence) => [sentence])]
    } finally {
      await Promise.all([upstream.stop(), ...ways.map(({ program }) => program.stop())])
    }
  })
}

/** Returns a program's memory, and that of its database apart. */
function memoryNow({ program }: Way): string {
  const { own, database } = usedBy(program)
  return megabytes(own.memory) + (database.memory > 0 ? `, database ${megabytes(database.memory)}` : "")
}

interface Plan {
  streams: number
  withinMs: number
  rounds: number
}

async function rounds(endpoint: string, ways: Way[], plan: Plan, signal: AbortSignal): Promise<Row[]> {
  const { streams, withinMs } = plan
  const bare: Times[] = []
  const seen = ways.map((way) => ({ way, times: [] as Times[], cpu: [] as number[], database: [] as number[] }))
  const stream = async (target: Way["target"]) => {
    await pace(endpoint, { first: 100, each: 20, tokens: TOKENS })
    return timesOf(endpoint, await load(target, streams, signal, withinMs))
  }
  for (let round = 0; round < plan.rounds; round++) {
    bare.push(await stream(direct(endpoint)))
    for (const { way, times, cpu, database } of seen) {
      const before = usedBy(way.program)
      times.push(await stream(way.target))
      const after = usedBy(way.program)
      const thousands = (streams * TOKENS) / 1000
      cpu.push((after.own.cpuMs - before.own.cpuMs) / thousands)
      database.push((after.database.cpuMs - before.database.cpuMs) / thousands)
    }
  }
  const base = joined(bare)
  const what = `${streams} streams begun within ${withinMs / 1000} s`
  const row = (name: string, cell: (times: Times) => string): Row => [
    `${what}: ${name}`,
    ...seen.map(({ times }) => cell(joined(times)))
  ]
  return [
    row("added to the first token since the request, p50/p95/p99 ms", ({ first }) => added(first, base.first)),
    row("added to a token since the endpoint wrote it, p50/p95/p99 ms", ({ each }) => added(each, base.each)),
    row("until the endpoint is asked, p50/p95/p99 ms", ({ ahead }) => added(ahead)),
    [
      `${what}: CPU for 1,000 tokens, median of ${plan.rounds}`,
      ...seen.map(({ cpu, database }) => {
        const its = quantile(database, 0.5)
        return millisecondsOf(quantile(cpu, 0.5)) + (its > 0 ? `, database ${millisecondsOf(its)}` : "")
      })
    ]
  ]
}
