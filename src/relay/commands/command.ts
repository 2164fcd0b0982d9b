/** One file a command. `run` with no name is what `npm run relay` does. */
export interface Command {
  name: string
  /** What follows the name, and what it does, for the list of commands. */
  usage: string
  /** @throws StartError or UsageError in one sentence. */
  run(args: string[], context: CommandContext): Promise<void>
}

export interface CommandContext {
  environment: Record<string, string | undefined>
  /** Writes one line for the person who asked. */
  print(line: string): void
  /** Aborted by Ctrl-C. */
  signal: AbortSignal
}

/** The command was called in a way that it does not know. */
export class UsageError extends Error {
  override name = "UsageError"
  readonly code = "usage"
  readonly retryable = false
}
