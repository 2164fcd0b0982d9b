import type { ParseArgsConfig } from "node:util"
import type { MaskRules } from "../../masking/basis/masking-rules.ts"
import type { Visibility } from "../../ticket/ticket.ts"
import type { ImportSource } from "./source.ts"

/** A kind of place that knowledge comes from. One file of this folder each, found by its export. */
export interface ImportSourceKind {
  kind: string
  /** What is written after `import`, and what that takes, for the list of commands. */
  usage: string
  /** Options of its own, beside those of every import. */
  options?: NonNullable<ParseArgsConfig["options"]>
  /**
   * Undefined where the argument names no place of this kind. Several where it has parts with a state of their own;
   * each has an argument of its own.
   * @throws SourceError or UsageError in one sentence
   */
  open(argument: string, given: SourceArguments): Promise<OpenedSource | readonly OpenedSource[] | undefined>
}

export interface SourceArguments {
  /** Of documents that don't say their own. */
  visibility: Visibility
  /** The options as they were written, each under its name. */
  values: Record<string, string | boolean | (string | boolean)[] | undefined>
  /** Secrets come from here, and are kept nowhere. */
  environment: Record<string, string | undefined>
  /** Where the person stands: paths begin there. */
  folder: string
  /** The team's masking rules, as they are when it is read. @throws the signal's reason */
  rules?: (signal: AbortSignal) => Promise<MaskRules>
}

export interface OpenedSource {
  source: ImportSource
  /** The argument as it opens the same from anywhere: an absolute path. */
  argument: string
}
