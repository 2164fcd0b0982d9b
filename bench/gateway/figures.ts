import { readFileSync } from "node:fs"
import type { Program } from "../child.ts"
import type { Stream } from "../load.ts"

/** The times of several streams, in milliseconds. */
export interface Times {
  first: number[]
  each: number[]
  ahead: number[]
}

/**
 * Returns the milliseconds from the endpoint's write to the reader's read, for first tokens and for all, and from the
 * reader's request to its arrival at the endpoint.
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

/** Returns the user and system time of this process alone, in milliseconds. It works on Linux only. */
export function cpuOf({ pid }: Program): number {
  const [user, system] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ").slice(11, 13) ?? []
  return (Number(user) + Number(system)) * 10
}

/** Returns the memory in use, in bytes. It works on Linux only. */
export function memoryOf({ pid }: Program): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) * 1024
}

export const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`
