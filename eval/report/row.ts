import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"

/** One line of the report. */
export interface Row {
  set: string
  metric: string
  /** The figure is a share of 1. With `unit` "points" it is a difference of two shares, and with "count" a number. */
  figure: number
  unit?: "points" | "count"
  /** This is the result of others or of a plain method, in words and with its source. */
  baseline?: string
  /** These are the figures of the pass from which the row comes. */
  seconds: number
  linesPerSecond: number
  /** The row is one of many of its kind, such as one of 24 name origins, and is listed below the table. */
  detail?: true
}

/** A set on which tasks can be measured. */
export interface ReportSet {
  /** This is its folder under `data/`. */
  folder: string
  /** The name by which the set is chosen and listed, if it isn't its folder's. */
  name?: string
  /** Without these files, the set counts as missing. */
  files: readonly string[]
  /** The set is read only from the repository, because something else there is generated from it. */
  own?: true
  rows(folder: string, how: How): Row[] | Promise<Row[]>
}

export interface How {
  /** Held-out parts, which serve only for measuring, are measured too. */
  held: boolean
  /** Of a set that is measured with and without a judge, only what the judge says is measured. */
  judgedOnly?: boolean
  say(line: string): void
  signal: AbortSignal
}

/** The time of one pass over lines. */
export interface Pass {
  seconds: number
  linesPerSecond: number
}

/** Runs `work` and measures how long it takes for this many lines. */
export async function passOver<T>(lines: number, work: () => T | Promise<T>): Promise<{ result: T; pass: Pass }> {
  const began = performance.now()
  const result = await work()
  const seconds = (performance.now() - began) / 1000
  return { result, pass: { seconds, linesPerSecond: lines / seconds } }
}

/** Returns the parts of a set of this project that are measured: the open one and, if requested, the held-out one. */
export const partsOf = ({ held }: Pick<How, "held">): readonly string[] => (held ? ["dev", "held"] : ["dev"])

/**
 * Returns the rows of each measured part of a set that has a file for it. A set that was widened has a second file for
 * each part ("dev-2"), because who looked at the first has seen what was missed there.
 * @param work gets a part's file and its name
 * @param prefix what the name of a file has before that of the part
 */
export async function rowsOfParts(
  folder: string,
  how: Pick<How, "held">,
  work: (file: string, part: string) => Promise<Row[]>,
  prefix = ""
): Promise<Row[]> {
  const rows: Row[] = []
  for (const part of partsOf(how).flatMap((first) => [first, `${first}-2`, `${first}-3`, `${first}-4`])) {
    const file = join(folder, `${prefix}${part}.jsonl`)
    if (existsSync(file)) rows.push(...(await work(file, part)))
  }
  return rows
}

/** Returns the existing files of a set that has a folder for each language and a file for each part. */
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
