import * as z from "zod/mini"
import { answerList, count, instant, line, ordinal, pipelineVersion, textUpTo } from "./fields.ts"

/**
 * One thing that differs from the version before. Models have their configured names, or "" without one; a voice or a
 * playbook that was taken out has no version. "unrecorded" means that one of the two is older than such records.
 */
export const versionChangePart = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["model", "search", "verifier"]), before: line, after: line }),
  z.object({ kind: z.enum(["prompt", "verifier-prompt", "program", "team", "memories", "unrecorded"]) }),
  z.object({ kind: z.enum(["voice", "playbook"]), name: line, version: z.nullable(ordinal) }),
  z.object({ kind: z.literal("pages"), imported: count, removed: count })
])
export type VersionChangePart = z.infer<typeof versionChangePart>

/** In characters. */
export const MAX_VERSION_NAME = 60

export const draftVersion = z.object({
  pipeline: pipelineVersion,
  /** What a lead named it, or "". */
  name: textUpTo(MAX_VERSION_NAME),
  began: instant,
  /** Replies for which it was asked. */
  cases: count,
  /** What differs from the version that began before it. Null for the first one. */
  changes: z.nullable(answerList(versionChangePart))
})
export type DraftVersion = z.infer<typeof draftVersion>

/** The newest versions that have replies, the newest first. */
export const draftVersionsAnswer = z.object({ versions: answerList(draftVersion) })

/** An empty name takes the name away. */
export const versionNameRequest = z.object({ name: textUpTo(MAX_VERSION_NAME) })
/** The version that is named. */
export const versionQuery = z.object({ pipeline: pipelineVersion })
