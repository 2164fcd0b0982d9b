import type { Kysely } from "kysely"
import type { Models } from "../../../models/endpoint/models.ts"
import { TASKS } from "../../../models/endpoint/models.ts"
import type { Settings } from "../../../runtime/settings.ts"
import type { Schema } from "../../../storage/schema.ts"
import { readLookups } from "../../lookups/stored-lookups.ts"

/** Somebody who gets data from this installation, as it is configured now. */
export interface Recipient {
  /** A host, or a place on this machine. */
  who: string
  why: string
  gets: string
  /** Where the data leaves from. */
  from: "relay" | "browser"
}

/** Reads who gets data: from the settings, the models and what admins have set. Keys and paths of addresses are left out. */
export async function readRecipients(db: Kysely<Schema>, settings: Settings, models: Models): Promise<Recipient[]> {
  return [
    ...ofDatabase(settings),
    ...ofModels(models),
    ...ofSignIn(settings),
    ...(await ofLookups(db, settings)),
    ...(await ofWebhooks(db)),
    ...(settings.tracesEndpoint === undefined
      ? []
      : [fromRelay(hostOf(settings.tracesEndpoint), "collector of traces", "ids, codes, times; no text")])
  ]
}

const fromRelay = (who: string, why: string, gets: string): Recipient => ({ who, why, gets, from: "relay" })

function ofDatabase({ data, databaseUrl, databaseReadUrl }: Settings): Recipient[] {
  const ALL = "everything in the data map below"
  if (databaseUrl === undefined) return [fromRelay(`this machine, folder ${data}`, "database", ALL)]
  return [
    fromRelay(hostOf(databaseUrl), "database", ALL),
    ...(databaseReadUrl === undefined ? [] : [fromRelay(hostOf(databaseReadUrl), "read replica of the database", ALL)])
  ]
}

function ofModels({ endpoints, tasks, embed, rerank }: Models): Recipient[] {
  return endpoints.flatMap((endpoint) => {
    if (endpoint.kind === "offline") return []
    const uses = [
      ...TASKS.filter((task) => tasks[task].includes(endpoint)),
      ...(endpoint === embed ? ["embed"] : []),
      ...(endpoint === rerank ? ["rerank"] : [])
    ]
    if (uses.length === 0) return []
    const why = `model ${endpoint.model} for ${uses.join(", ")}`
    return [
      fromRelay(hostOf(endpoint.url), why, "masked text of tickets, passages of public articles; no name, no address")
    ]
  })
}

const ofSignIn = ({ signIn }: Settings): Recipient[] =>
  signIn
    ? [fromRelay(hostOf(signIn.issuer), "sign-in of agents, leads and admins", "what OpenID Connect sends; no ticket")]
    : []

/** A lookup asks with the customer's own values, from the agent's browser: it is how a system finds the customer. */
async function ofLookups(db: Kysely<Schema>, { lookupDatabaseUrl }: Settings): Promise<Recipient[]> {
  const { lookups, views = [] } = await readLookups(db)
  const ofBrowser = lookups.map(
    ({ name, url }): Recipient => ({
      who: hostOf(url),
      why: `lookup ${name}`,
      gets: "the values that its address names, as they are in the ticket, such as an order number or an e-mail address",
      from: "browser"
    })
  )
  if (views.length === 0 || lookupDatabaseUrl === undefined) return ofBrowser
  const names = views.map(({ name }) => name).join(", ")
  return [...ofBrowser, fromRelay(hostOf(lookupDatabaseUrl), `views ${names}`, "the values that the views ask by")]
}

async function ofWebhooks(db: Kysely<Schema>): Promise<Recipient[]> {
  const endpoints = await db.selectFrom("webhook_endpoints").select("url").orderBy("created_at").execute()
  return endpoints.map(({ url }) => fromRelay(hostOf(url), "webhook", "ids, states and figures of cases; no text"))
}

/** The host with its port. A template such as `https://{site}/orders` is shown up to its path. */
function hostOf(address: string): string {
  const host = URL.parse(address)?.host
  return host === undefined || host === "" ? (/^[a-z+]+:\/\/[^/?#]*/i.exec(address)?.[0] ?? "unknown") : host
}
