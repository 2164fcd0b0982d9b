import type { Kysely } from "kysely"
import type { Fields, Log } from "../../runtime/log.ts"
import { unaskedTasks, type Endpoint, type Models } from "../../models/endpoint/models.ts"
import { isLoopback, type Settings } from "../../runtime/settings.ts"
import { unknownVariables } from "../../runtime/unknown-variables.ts"
import { readNewest } from "../../masking-rules/stored-rules.ts"
import type { Schema } from "../../storage/schema.ts"
import { readOrderPattern } from "../../text/order-pattern.ts"
import { listLookups } from "../lookups/stored-lookups.ts"
import { listPlaybooks } from "../playbooks/stored-playbooks.ts"

/** What the person who starts a relay should know about its settings: as a line of the log, and as a sentence. */
export interface StartNote {
  event: string
  fields?: Fields
  sentence: string
}

export function startNotes(
  { listen, insecure, model }: Settings,
  models: Models,
  environment: Record<string, string | undefined>
): StartNote[] {
  const { file } = models
  const unasked = unaskedTasks(models).join(" and ")
  const keys = models.endpoints.flatMap((one) => (one.kind === "offline" ? [] : (one.keyVariable ?? [])))
  return [
    ...unknownVariables(environment, keys).map(({ name, nearest }) => ({
      event: "unknown-variable",
      fields: { variable: name, nearest },
      sentence:
        nearest === undefined
          ? `${name} isn't a setting, and nothing reads it; docs/environment.md lists the settings.`
          : `${name} isn't a setting; did you mean ${nearest}?`
    })),
    ...(file !== undefined && model !== undefined
      ? [
          {
            event: "models-file-wins",
            sentence: `${file} names the models; MODEL_BASE_URL and what belongs to it don't count.`
          }
        ]
      : []),
    ...(unasked !== ""
      ? [
          {
            event: "tasks-unasked",
            fields: { tasks: unasked },
            sentence: `${file} names only the offline drafter for ${unasked}, which it can't do: no model is asked.`
          }
        ]
      : []),
    ...(insecure && !isLoopback(listen)
      ? [
          {
            event: "insecure-listen",
            sentence:
              "Whoever is on this network can read tokens and tickets on their way: RELAY_INSECURE_LISTEN lets browsers come without HTTPS."
          }
        ]
      : [])
  ]
}

/** Names who writes drafts, in order, and then every other model that is configured. */
export function namesOfModels({ tasks, endpoints }: Models): string {
  const nameOf = (one: Endpoint) => (one.kind === "offline" ? "offline drafter" : one.model)
  return [...new Set([...tasks.draft, ...endpoints].map(nameOf))].join(", ")
}

/**
 * Warns of each lookup and playbook, and of a pattern of the masking rules, that an earlier version stored and this one
 * can't use. The relay goes on without it, so somebody must hear what to do.
 */
export async function warnOfUnreadDefinitions(db: Kysely<Schema>, log: Log): Promise<void> {
  const { lookups } = await listLookups(db)
  for (const { name, version, mistakes } of lookups)
    if (mistakes) log.warn("lookup-unread", { lookup: name, version, todo: todoOf("lookups") })
  const { playbooks } = await listPlaybooks(db)
  for (const { name, version, mistakes } of playbooks)
    if (mistakes) log.warn("playbook-unread", { playbook: name, version, todo: todoOf("playbooks") })
  const { rules, version } = await readNewest(db)
  const pattern = rules.orderPattern === undefined ? undefined : readOrderPattern(rules.orderPattern)
  if (pattern && !pattern.ok)
    log.warn("order-pattern-unread", {
      version,
      why: pattern.why,
      todo: "Order numbers are masked: write a simpler pattern on the admin page, under Masking."
    })
}

const todoOf = (command: "lookups" | "playbooks") =>
  `It isn't used. "npm run relay -- ${command} list" says why: correct its file and add it again, or remove it.`
