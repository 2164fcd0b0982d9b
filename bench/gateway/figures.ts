import { readFileSync } from "node:fs"
import type { Program } from "../child.ts"
import type { Stream } from "../load.ts"

/** What each of some streams took, in milliseconds. */
export interface Times {
  first: number[]
  each: number[]
  ahead: number[]
}

/**
 * Milliseconds from the endpoint's writing to the reader's reading: of first tokens, of all; and from asking to the
 * endpoint's being asked.
 */
export async function timesOf(endpoint: string, streams: Stream[]): Promise<Times> {
  const log = (await (await fetch(`${endpoint}/log`)).json()) as Record<string, number[]>
  const late = streams.map(({ name, tokens }) =>
    tokens.map((at, n) => at - (log[name]?.[n + 1] ?? Number.NaN)).filter((ms) => !Number.isNaN(ms))
  )
  return {
    first: late.flatMap((each) => each.slice(0, 1)),
    each: late.flat(),
    ahead: streams.map(({ name, asked }) => (log[name]?.[0] ?? Number.NaN) - asked).filter((ms) => !Number.isNaN(ms))
  }
}

/** Milliseconds of both kinds, of this process alone. Linux only. */
export function cpuOf({ pid }: Program): number {
  const [user, system] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ").slice(11, 13) ?? []
  return (Number(user) + Number(system)) * 10
}

/** Bytes held in memory. Linux only. */
export function memoryOf({ pid }: Program): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) * 1024
}

export const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`
