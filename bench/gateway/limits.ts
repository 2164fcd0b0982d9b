import { megabytes, timesOf } from "./figures.ts"
import { load, pace, type Target } from "../load.ts"
import { direct } from "../targets.ts"
import { usedBy } from "./processes.ts"
import { quantile, type Row } from "../table.ts"
import type { Way } from "./ways.ts"

/** Each stream holds this many tokens. */
export const TOKENS = 100

/**
 * Finds the number of parallel streams up to which a token is passed on within 50 ms. A way that misses a step may try
 * it once more, because anything else that the machine does can spoil one.
 */
export async function mostStreams(endpoint: string, ways: Way[], signal: AbortSignal): Promise<Row> {
  const late = async (target: Target, count: number) => {
    await pace(endpoint, { first: 100, each: 20, tokens: TOKENS })
    return quantile((await timesOf(endpoint, await load(target, count, signal))).each, 0.95)
  }
  const most = ways.map((way) => ({ way, streams: 0, open: true, refusal: "" }))
  for (const count of [50, 100, 150, 200, 300, 400, 500, 600, 800, 1000]) {
    for (const one of most.filter(({ open }) => open)) {
      const isWithin = async () => {
        const bare = await late(direct(endpoint), count)
        return (await late(one.way.target, count)) - bare <= 50
      }
      // A way that refuses some of them is over its limit too.
      const isMet = () =>
        isWithin().catch((error: unknown) => {
          signal.throwIfAborted()
          one.refusal = ` (then: ${messageOf(error)})`
          return false
        })
      one.open = (await isMet()) || (await isMet())
      if (one.open) one.streams = count
    }
  }
  const word = ({ streams, open }: { streams: number; open: boolean }) =>
    open ? `${streams} or more` : streams === 0 ? "fewer than 50" : String(streams)
  return ["streams at once while a token's added p95 stays under 50 ms", ...most.map((one) => word(one) + one.refusal)]
}

/** Returns the most memory that each way uses while 1,000 slow streams run, its database apart. */
export async function memory(endpoint: string, ways: Way[], signal: AbortSignal): Promise<Row> {
  const cells: string[] = []
  for (const { program, target } of ways) {
    await pace(endpoint, { first: 500, each: 500, tokens: TOKENS })
    let [own, database] = [0, 0]
    const look = setInterval(() => {
      const used = usedBy(program)
      own = Math.max(own, used.own.memory)
      database = Math.max(database, used.database.memory)
    }, 1000)
    try {
      const whole = (await load(target, 1000, signal)).filter(({ tokens }) => tokens.length === TOKENS).length
      cells.push(
        `${megabytes(own)}${database > 0 ? `, database ${megabytes(database)}` : ""} (${whole} of 1,000 came whole)`
      )
    } catch (error) {
      signal.throwIfAborted()
      cells.push(`${megabytes(own)}, and then: ${messageOf(error)}`)
    } finally {
      clearInterval(look)
    }
  }
  return ["memory with 1,000 streams of 2 tokens a second, at most", ...cells]
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
