import { currentScope } from "./scope/request-scope.ts"

/** The fields that a line may hold: ids, codes and counts. They never hold text from a person or a model. */
export type Fields = Record<string, string | number | boolean | null | undefined>

export interface Log {
  info(event: string, fields?: Fields): void
  warn(event: string, fields?: Fields): void
  /**
   * Logs an error with its name, its code and its places in this project's code only, because its message may quote a
   * ticket.
   */
  error(event: string, error: unknown, fields?: Fields): void
}

/**
 * Creates a log that writes one line for each event, as JSON or as text for people. A line that belongs to a request
 * names its id.
 * @param always what each line holds besides its own fields
 */
export function createLog(
  write: (line: string) => void = (line) => process.stderr.write(line),
  now: () => Date = () => new Date(),
  format: LogFormat = "json",
  always: Fields = {}
): Log {
  const line = (level: string, event: string, given: Fields) => {
    const fields = short({ ...always, ...(currentScope() && { requestId: currentScope()?.requestId }), ...given })
    const at = now().toISOString()
    write(format === "json" ? `${JSON.stringify({ at, level, event, ...fields })}\n` : textOf(at, level, event, fields))
  }
  return {
    info: (event, fields = {}) => line("info", event, fields),
    warn: (event, fields = {}) => line("warn", event, fields),
    error: (event, error, fields = {}) => line("error", event, { ...fields, ...describe(error) })
  }
}

/** The log of a relay, on the error output. Without a format it is text on a terminal, and JSON anywhere else. */
export function createRelayLog(format: LogFormat | undefined, always: Fields = {}): Log {
  return createLog(undefined, undefined, format ?? (process.stderr.isTTY ? "text" : "json"), always)
}

/** How lines are written: JSON for machines, text for people. */
export type LogFormat = "json" | "text"

export const silentLog: Log = createLog(() => undefined)

function describe(error: unknown): Fields {
  if (!(error instanceof Error)) return { error: typeof error }
  const errorCode = "code" in error && typeof error.code === "string" ? error.code : undefined
  return { error: error.name, errorCode, places: placesOf(error) }
}

/** Returns the frames of the stack, without the message above them. */
function placesOf(error: Error): string | undefined {
  const frames = (error.stack ?? "").split("\n").filter((frame) => /^ {4}at .*:\d+:\d+\)?$/.test(frame))
  return (
    frames
      .slice(0, 3)
      .map((frame) => /([^/\\(]+:\d+):\d+\)?$/.exec(frame)?.[1] ?? "?")
      .join(" < ") || undefined
  )
}

/** Returns a line such as `2026-11-24 21:41:57 warn import why="no binary fits"`, in UTC. */
function textOf(at: string, level: string, event: string, fields: Fields): string {
  const told = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [`${name}=${plain(String(value))}`]
  )
  return `${[at.slice(0, 19).replace("T", " "), level, event, ...told].join(" ")}\n`
}

/** A value with spaces, quotes or line ends is quoted, so that no value can look like another field or line. */
function plain(value: string): string {
  return /^[\w.:/@+-]+$/.test(value) ? value : JSON.stringify(value)
}

function short(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === "string" ? value.slice(0, 200) : value])
  )
}
