import type { ParseArgsConfig } from "node:util"
import type { MaskRules } from "../../masking/basis/masking-rules.ts"
import type { Visibility } from "../../ticket/ticket.ts"
import type { ImportSource } from "./source.ts"

/**
 * A kind of place that knowledge comes from. Each kind is one file of the `sources` folder and is found by its export.
 */
export interface ImportSourceKind {
  kind: string
  /** The usage shows, in the list of commands, what is written after `import` and what it accepts. */
  usage: string
  /** Its own options, in addition to those of every import. */
  options?: NonNullable<ParseArgsConfig["options"]>
  /**
   * Opens the source that an argument names. Returns undefined if the argument names no place of this kind. Returns
   * several sources if the place has parts with a state of their own; each part has an argument of its own.
   * @throws SourceError or UsageError with a message of one sentence
   */
  open(argument: string, given: SourceArguments): Promise<OpenedSource | readonly OpenedSource[] | undefined>
}

export interface SourceArguments {
  /** The visibility of documents that don't state their own. */
  visibility: Visibility
  /** The options as they were written, by name. */
  values: Record<string, string | boolean | (string | boolean)[] | undefined>
  /** Secrets are read from here and are never stored. */
  environment: Record<string, string | undefined>
  /** The person's working directory, to which paths are relative. */
  folder: string
  /** Returns the team's masking rules as they are at the time of reading. @throws the signal's reason */
  rules?: (signal: AbortSignal) => Promise<MaskRules>
}

export interface OpenedSource {
  source: ImportSource
  /** This argument opens the same source from anywhere, so a path is absolute. */
  argument: string
}
