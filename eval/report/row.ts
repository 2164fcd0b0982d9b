import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"

/** One line of the report. */
export interface Row {
  set: string
  metric: string
  /** A share of 1; with `unit` "points" a difference of two shares, with "count" a number. */
  figure: number
  unit?: "points" | "count"
  /** What others, or a plain method, reach, in words with its source. */
  baseline?: string
  /** Of the pass that the figure comes from. */
  seconds: number
  linesPerSecond: number
  /** One of many of its kind, such as one name origin of 24: below the table. */
  detail?: true
}

/** A set that tasks can be measured on. */
export interface ReportSet {
  /** Its folder under `data/`. */
  folder: string
  /** Without these it isn't there. */
  files: readonly string[]
  /** Taken from the repository alone: something else there is made of it. */
  own?: true
  rows(folder: string, how: How): Row[] | Promise<Row[]>
}

export interface How {
  /** Also what is kept apart for measuring alone. */
  held: boolean
  say(line: string): void
  signal: AbortSignal
}

/** What one pass over lines took. */
export interface Pass {
  seconds: number
  linesPerSecond: number
}

/** Runs `work` and says how long it took for so many lines. */
export async function passOver<T>(lines: number, work: () => T | Promise<T>): Promise<{ result: T; pass: Pass }> {
  const began = performance.now()
  const result = await work()
  const seconds = (performance.now() - began) / 1000
  return { result, pass: { seconds, linesPerSecond: lines / seconds } }
}

/**
 * What a set of our own is measured on: the half that may be looked at, and, where asked for, the one that is kept
 * apart.
 */
export const partsOf = ({ held }: Pick<How, "held">): readonly string[] => (held ? ["dev", "held"] : ["dev"])

/** The files of a set with a folder a language and a file a part: those that are there. */
export function languageParts(
  folder: string,
  how: Pick<How, "held">
): { language: string; part: string; file: string }[] {
  return readdirSync(folder)
    .sort()
    .flatMap((language) =>
      partsOf(how).map((part) => ({ language, part, file: join(folder, language, `${part}.jsonl`) }))
    )
    .filter(({ file }) => existsSync(file))
}
