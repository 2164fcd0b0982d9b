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

/** Creates a log that writes one line of JSON for each event. */
export function createLog(
  write: (line: string) => void = (line) => process.stderr.write(line),
  now: () => Date = () => new Date()
): Log {
  const line = (level: string, event: string, fields: Fields) =>
    write(`${JSON.stringify({ at: now().toISOString(), level, event, ...short(fields) })}\n`)
  return {
    info: (event, fields = {}) => line("info", event, fields),
    warn: (event, fields = {}) => line("warn", event, fields),
    error: (event, error, fields = {}) => line("error", event, { ...fields, ...describe(error) })
  }
}

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

function short(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === "string" ? value.slice(0, 200) : value])
  )
}
