/** A command of `npm run relay`, one file each. Without a name, `run` starts the relay. */
export interface Command {
  /** @throws StartError or UsageError, with one sentence */
  run(args: string[], context: CommandContext): Promise<void>
}

export interface CommandContext {
  environment: Record<string, string | undefined>
  /** Writes one line for the person who ran the command. */
  print(line: string): void
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
