import type { Stream } from "../load.ts"
import { millisecondsOf, quantile } from "../table.ts"

/** The times of several streams, in milliseconds. */
export interface Times {
  /** From the reader's request to its first token. */
  first: number[]
  /** From the endpoint's write of a token to the reader's read. */
  each: number[]
  /** From the reader's request to its arrival at the endpoint. */
  ahead: number[]
}

/** Reads the endpoint's log, and returns the times of these streams. */
export async function timesOf(endpoint: string, streams: Stream[]): Promise<Times> {
  const log = (await (await fetch(`${endpoint}/log`)).json()) as Record<string, number[]>
  const known = (values: number[]) => values.filter((ms) => !Number.isNaN(ms))
  return {
    first: known(streams.map(({ tokens, asked }) => (tokens[0] ?? Number.NaN) - asked)),
    each: known(streams.flatMap(({ name, tokens }) => tokens.map((at, n) => at - (log[name]?.[n + 1] ?? Number.NaN)))),
    ahead: known(streams.map(({ name, asked }) => (log[name]?.[0] ?? Number.NaN) - asked))
  }
}

/** Writes "p50/p95/p99" of what a target adds to the bare endpoint. Times without a `bare` are given as they are. */
export function added(times: number[], bare?: number[]): string {
  const percentiles = [0.5, 0.95, 0.99].map((share) => quantile(times, share) - (bare ? quantile(bare, share) : 0))
  return percentiles.map((ms) => millisecondsOf(ms).replace(" ms", "")).join("/")
}

export const joined = (all: Times[]): Times => ({
  first: all.flatMap(({ first }) => first),
  each: all.flatMap(({ each }) => each),
  ahead: all.flatMap(({ ahead }) => ahead)
})

export const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`
