/** One file a command. `run` with no name is what `npm run relay` does. */
export interface Command {
  /** @throws StartError or UsageError in one sentence. */
  run(args: string[], context: CommandContext): Promise<void>
}

export interface CommandContext {
  environment: Record<string, string | undefined>
  /** Writes one line for the person who asked. */
  print(line: string): void
  /** Aborted by Ctrl-C. */
  signal: AbortSignal
  /** Where somebody watches. */
  terminal?: Terminal
}

export interface Terminal {
  /** Writes as it is, without a line's end. */
  write(text: string): void
  columns: number
}

/** The command was called in a way that it does not know. */
export class UsageError extends Error {
  override name = "UsageError"
  readonly code = "usage"
  readonly retryable = false
}
