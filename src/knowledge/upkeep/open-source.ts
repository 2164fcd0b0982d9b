import type { Kysely } from "kysely"
import * as z from "zod/mini"
import type { ImportRequest } from "../../protocol/knowledge.ts"
import { Problem } from "../../runtime/problem.ts"
import type { Schema } from "../../storage/schema.ts"
import { rulesOfArticles } from "../import/refresh-words.ts"
import type { SourceArguments, OpenedSource } from "../../ingest/source/source-kind.ts"
import { SourceError } from "../../ingest/source/source.ts"
import { TENANT } from "../../storage/tenant.ts"

export interface ConfiguredSource extends OpenedSource {
  /** The configuration that opens it again, as the command line stores it. */
  config: Record<string, unknown>
}

type NewPlace = Extract<ImportRequest, { source: string }>
export type Environment = Record<string, string | undefined>

/**
 * Opens a source that an admin names over HTTP. It refuses what only the person at the relay's machine may name: its
 * folders, hosts inside its network, and hosts to which its credentials would be sent for the first time.
 * @throws Problem 400 or 403, with a sentence
 */
export async function openNamedSource(
  db: Kysely<Schema>,
  environment: Environment,
  { source: argument, internal = false, options = {} }: NewPlace
): Promise<ConfiguredSource[]> {
  const { sourceKinds } = await import("../../ingest/sources/index.ts")
  if ("allow-host" in options)
    throw new Problem(
      403,
      "machine-only",
      "Hosts inside your network are named on the relay's machine: npm run relay -- import SOURCE --allow-host HOST. Then the source can be imported again from here."
    )
  const values: SourceArguments["values"] = { ...(internal && { internal: true }), ...options }
  const given = givenOf(db, environment, values)
  for (const { kind, open, options: known = {} } of sourceKinds) {
    if (kind === "files") break
    const opened = await open(argument, given).catch(refuse)
    if (opened === undefined) continue
    const unknown = Object.keys(options).find((name) => !(name in known))
    if (unknown !== undefined)
      throw new Problem(400, "bad-request", `A source of the kind ${kind} has no option "${unknown}".`)
    const all = [opened].flat()
    for (const one of all) await trustHost(db, kind, one)
    return all.map((one) => ({ ...one, config: { argument: one.argument, ...values } }))
  }
  throw new Problem(
    400,
    "no-place",
    "This is no address that can be imported from here. A file is uploaded; folders of the relay's machine are imported there, with npm run relay -- import FOLDER."
  )
}

/** Opens a source again by its stored configuration. @throws Problem 409 if it needs somebody's file, SourceError */
export async function openStoredSource(
  db: Kysely<Schema>,
  environment: Environment,
  collection: string,
  config: unknown
): Promise<ConfiguredSource> {
  const { sourceKinds } = await import("../../ingest/sources/index.ts")
  const parsing = keptConfig.safeParse(config)
  if (!parsing.success) throw needsFile("send the file again.")
  const { argument, ...values } = parsing.data
  for (const { open } of sourceKinds) {
    const opened = [(await open(argument, givenOf(db, environment, values))) ?? []].flat()
    const match = opened.find(({ source }) => source.collection === collection)
    if (match) return { ...match, config: parsing.data }
    if (opened.length > 0) break
  }
  throw new SourceError("source-unreadable", `What ${argument} names is another source now. Import it anew.`)
}

/** The refusal for a source whose file only its sender has. */
export const needsFile = (then: string) =>
  new Problem(409, "needs-file", `This source was a file that somebody sent: ${then}`)
/** Whether {@link openStoredSource} can open it. */
export const isOpenable = (config: unknown): boolean => keptConfig.safeParse(config).success
export const isInternal = (config: unknown): boolean =>
  config !== null && typeof config === "object" && "internal" in config && config.internal === true

const option = z.union([z.string(), z.boolean(), z.array(z.union([z.string(), z.boolean()]))])
const keptConfig = z.catchall(z.object({ argument: z.string() }), option)

function givenOf(db: Kysely<Schema>, environment: Environment, values: SourceArguments["values"]): SourceArguments {
  return {
    folder: "/",
    visibility: values["internal"] === true ? "internal" : "public",
    values,
    environment,
    rules: (signal) => rulesOfArticles(db, signal)
  }
}

function refuse(error: unknown): never {
  throw error instanceof SourceError ? new Problem(400, error.code, error.message, { cause: error }) : error
}

/** Credentials are only sent to hosts to which the machine's owner has sent them before, or to the helpdesk's maker. */
async function trustHost(db: Kysely<Schema>, kind: string, { argument }: OpenedSource): Promise<void> {
  if (!WITH_CREDENTIALS.has(kind)) return
  const origin = originOf(argument)
  if (kind === "zendesk" && origin !== undefined && /\.zendesk\.com$/.test(new URL(origin).hostname)) return
  const rows = await db
    .selectFrom("knowledge_sources")
    .select("config")
    .where("tenant", "=", TENANT)
    .where("kind", "=", kind)
    .execute()
  if (
    origin !== undefined &&
    rows.some(({ config }) => originOf(keptConfig.safeParse(config).data?.argument) === origin)
  )
    return
  throw new Problem(
    403,
    "machine-only",
    `The relay's credentials would be sent to ${origin ?? argument}. Begin its first import on the relay's machine: npm run relay -- import ${argument}. Then it can be imported from here.`
  )
}

const WITH_CREDENTIALS = new Set(["zendesk", "rt", "redmine"])

function originOf(argument: string | undefined): string | undefined {
  const [address] = /https?:\/\/\S+/i.exec(argument ?? "") ?? []
  return address !== undefined && URL.canParse(address) ? new URL(address).origin : undefined
}
