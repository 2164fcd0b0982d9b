import type { Program } from "../child.ts"
import { megabytes, memoryOf, type Times } from "./figures.ts"
import { direct, load, pace, type Target } from "../load.ts"
import { quantile } from "../table.ts"

/** A program that passes streams on, and the address at which it is reached. */
export interface Way {
  program: Program
  target: Target
}

/** Each stream holds this many tokens. */
export const TOKENS = 100

/** Returns the number of parallel streams up to which a token is passed on within 50 ms. */
export async function mostStreams(
  at: (target: Target, count: number) => Promise<Times>,
  endpoint: string,
  { target }: Way
): Promise<string> {
  let most = 0
  for (const count of [50, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000]) {
    const bare = await at(direct(endpoint), count)
    const added = quantile((await at(target, count)).each, 0.95) - quantile(bare.each, 0.95)
    if (added > 50) return most === 0 ? `fewer than ${count}` : String(most)
    most = count
  }
  return `${most} or more`
}

/** Returns the most memory that a program uses while 1,000 slow streams run. */
export async function memory(endpoint: string, { program, target }: Way, signal: AbortSignal): Promise<string> {
  await pace(endpoint, { first: 500, each: 500, tokens: TOKENS })
  const idle = memoryOf(program)
  let most = idle
  const look = setInterval(() => (most = Math.max(most, memoryOf(program))), 1000)
  try {
    const whole = (await load(target, 1000, signal)).filter(({ tokens }) => tokens.length === TOKENS).length
    return `${megabytes(most)} (idle ${megabytes(idle)}; ${whole} of 1,000 came whole)`
  } finally {
    clearInterval(look)
  }
}
