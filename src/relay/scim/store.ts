import type { Kysely } from "kysely"
import type { Schema } from "../../storage/schema.ts"
import { Problem } from "../../runtime/problem.ts"
import { lockDirectory, type DirectoryRules } from "./directory.ts"
import { scimProblem } from "./scim-problem.ts"
import { versionOf } from "./resources.ts"

/** What users and groups are stored with. */
export interface DirectoryParts {
  db: Kysely<Schema>
  clock: () => Date
  rules: DirectoryRules
}

/** Runs `work` in a transaction, one at a time on this database, so that names stay unique and groups whole. */
export function changeDirectory<T>({ db }: DirectoryParts, work: (work: Kysely<Schema>) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (transaction) => {
    await lockDirectory(transaction)
    return work(transaction)
  })
}

/** The version that a request wants to change, from its header `If-Match`. */
export type WantedVersion = string | undefined

/** @throws Problem 412 if somebody else has changed the resource since the client read it */
export function refuseChanged(row: { version: number }, wanted: WantedVersion): void {
  if (wanted === undefined || wanted.trim() === "*") return
  if (!wanted.split(",").some((one) => one.trim() === versionOf(row)))
    throw new Problem(412, "changed", "The resource was changed since you read it: read it again.")
}

export const notThere = () => new Problem(404, "no-resource", "The directory has no such resource.")

export const nameTaken = (attribute: string) =>
  scimProblem(409, "uniqueness", `${attribute}: the directory has it already, for another resource.`)

/** Where a page begins, and how many resources it has at most. */
export interface PageBounds {
  offset: number
  limit: number
}
