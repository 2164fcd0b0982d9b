import type { Kysely } from "kysely"
import { CODE_MINUTES, isKnownPerson } from "../access/pairing.ts"
import { moveSmallJobs } from "../../runtime/worker-thread/run-in-worker.ts"
import { startRelay, type RunningRelay } from "../server/start.ts"
import type { SharedWork } from "../server/listen.ts"
import type { LocalDatabase } from "../../storage/local-database.ts"
import type { Schema } from "../../storage/schema.ts"
import type { CommandContext } from "./command.ts"

/** Drafts that are being written when the relay is told to stop have this many milliseconds to end. */
const GRACE_MS = 20_000

export interface Serving {
  /** Given if this process is one of several workers. */
  shared?: SharedWork
  /** The database in the data folder, if that was started already. */
  local?: Promise<LocalDatabase>
  /** Whether it prints where the relay is. */
  announces?: boolean
  /** Called once it listens. */
  onReady?: (relay: RunningRelay) => void
}

/** Runs a relay in this process until the signal. */
export async function serveRelay(
  context: CommandContext,
  { shared, local, announces = true, onReady = () => undefined }: Serving = {}
): Promise<void> {
  const { environment, signal } = context
  moveSmallJobs()
  const relay = await startRelay(environment, { signal, ...(shared && { shared }), ...(local && { local }) })
  try {
    onReady(relay)
    if (announces) await announce(relay, context, shared)
    await aborted(signal)
  } finally {
    await relay.close(GRACE_MS)
  }
}

async function announce(
  relay: RunningRelay,
  { environment, print, terminal }: CommandContext,
  shared: SharedWork | undefined
): Promise<void> {
  print(`Relay: ${relay.url}`)
  for (const note of relay.notes) print(note)
  print(`Data: ${relay.location}`)
  if (shared) print(`Workers: ${shared.workers} processes (RELAY_WORKERS)`)
  if (relay.metricsUrl !== undefined) print(`Metrics: ${relay.metricsUrl}`)
  print(
    `Drafts: ${relay.model === null ? "offline drafter, no model is asked (MODEL_BASE_URL and MODEL_NAME name one, or a models.yaml)" : `model ${relay.model}`}`
  )
  // What isn't a terminal is often kept, as a container's log is: a code belongs there only as long as nobody could ask
  // for one.
  if (terminal !== undefined || !(await hasPeople(relay.db))) await printCodes(relay, environment, print)
  print("For another person: npm run relay -- pair --role agent --name NAME. Ctrl-C stops.")
}

async function printCodes(
  relay: RunningRelay,
  environment: CommandContext["environment"],
  print: CommandContext["print"]
): Promise<void> {
  const again = (await isKnownPerson(relay.db, { role: "agent", name: "Agent" }))
    ? "a further browser of the same agent"
    : "an agent"
  print(`Pairing code for ${again}: ${await relay.pair("agent", "Agent")} (good once, for ${CODE_MINUTES} minutes)`)
  // A person who starts alone reviews too. The leads of a team get their codes from whoever runs its relay.
  if (environment["DATABASE_URL"] === undefined && !(await hasLead(relay.db))) {
    print(
      `Pairing code for a lead, to review in the same browser: ${await relay.pair("lead", "Lead")} (good once, for ${CODE_MINUTES} minutes)`
    )
  }
}

async function hasPeople(db: Kysely<Schema>): Promise<boolean> {
  return (await db.selectFrom("people").select("id").limit(1).executeTakeFirst()) !== undefined
}

async function hasLead(db: Kysely<Schema>): Promise<boolean> {
  return (
    (await db.selectFrom("people").select("id").where("role", "in", ["lead", "admin"]).executeTakeFirst()) !== undefined
  )
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) =>
    signal.aborted ? resolve() : signal.addEventListener("abort", () => resolve(), { once: true })
  )
}
