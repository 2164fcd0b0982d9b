import { readFileSync } from "node:fs"
import { Problem } from "../../runtime/problem.ts"

/** A command of `npm run relay`, one file each. Without a name, `run` starts the relay. */
export interface Command {
  /** @throws StartError or UsageError, with one sentence */
  run(args: string[], context: CommandContext): Promise<void>
}

export interface CommandContext {
  environment: Record<string, string | undefined>
  /** Writes one line for the person who ran the command. */
  print(line: string): void
  /** Writes one line beside what the command prints, which another program may read. */
  note?(line: string): void
  /** Aborted by Ctrl-C. */
  signal: AbortSignal
  /** Set if somebody is watching. */
  terminal?: Terminal
}

export interface Terminal {
  /** Writes the text unchanged, without a line break. */
  write(text: string): void
  columns: number
}

/** The command was called with something that it doesn't know. */
export class UsageError extends Error {
  override name = "UsageError"
  readonly code = "usage"
  readonly retryable = false
}

/** One line a table that has rows, aligned, and one for all that have none. */
export function countLines(counts: Readonly<Record<string, number>>): string[] {
  const filled = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, count]) => ({ name, count: count.toLocaleString("en") }))
  const width = Math.max(...filled.map(({ name }) => name.length), 0)
  const widest = Math.max(...filled.map(({ count }) => count.length), 0)
  const empty = Object.keys(counts).length - filled.length
  return [
    ...filled.map(({ name, count }) => `  ${name.padEnd(width)}  ${count.padStart(widest)}`),
    ...(empty > 0 ? [`  and ${empty} tables without rows`] : [])
  ]
}

/**
 * Returns text for a terminal without the characters that would steer it or turn the direction of what follows. Names
 * of imported files, titles of pages and texts of memories were written by others, and could colour, hide or replace
 * what a command prints. Line breaks and tabs stay.
 */
export const plainOutput = (text: string): string => text.replace(/[^\P{Cc}\n\t]+|[\u202a-\u202e\u2066-\u2069]+/gu, " ")

/** Returns the same as one line, so that nothing in it looks like a line of the command's own. */
export const plainLine = (text: string): string => plainOutput(text).replace(/[\n\t]+/g, " ")

/** @throws UsageError if the file can't be read */
export function readNamedFile(file: string): string {
  try {
    return readFileSync(file, "utf8")
  } catch (cause) {
    throw new UsageError(`${file} can't be read.`, { cause })
  }
}

/**
 * Stores what is in a file. What is wrong with its content is reported as a mistake of whoever called the command.
 * @throws UsageError with the file's name and the mistakes, and whatever else `store` throws
 */
export async function storeFile<Stored>(file: string, store: (content: string) => Promise<Stored>): Promise<Stored> {
  try {
    return await store(readNamedFile(file))
  } catch (error) {
    const isRefused = error instanceof Problem && error.status < 500
    throw isRefused ? new UsageError(`${file}:\n${error.message}`, { cause: error }) : error
  }
}
