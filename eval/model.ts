import { createOfflineDrafter } from "../src/relay/drafting/offline/offline-drafter.ts"
import { createOfflineSummariser } from "../src/relay/drafting/summary/summary.ts"
import type { Drafter, Verifier, Summariser, TeamWords } from "../src/models/drafter/contract.ts"
import { chooseDrafter, chooseVerifier, chooseSummariser } from "../src/models/choose-model.ts"
import { OFFLINE, type Endpoint, type Models, type Task } from "../src/models/endpoint/models.ts"
import { readModels } from "../src/models/read-models.ts"
import { createReranker, type Reranker } from "../src/search/reranking/reranker.ts"
import { silentLog } from "../src/runtime/log.ts"
import { StartError } from "../src/runtime/problem.ts"
import { readSettings } from "../src/runtime/settings.ts"
import type { UsageEntry, UsageBook } from "../src/models/usage/usage-book.ts"
import { costOf, tokensOf } from "./compare-drafts.ts"
import { UsageError } from "./task.ts"

/** What writes and verifies drafts in one run, and what its models have used. */
export interface NamedModel {
  drafter: Drafter
  verifier?: Verifier | undefined
  /** It orders the pages for the offline drafter beside it too, so that both write from the same ones. */
  reranker?: Reranker | undefined
  team?: TeamWords | undefined
  used: readonly UsageEntry[]
}

/**
 * Returns what the relay would draft with if it named this one model, by its name in `models.yaml` or as its endpoint
 * lists it. Without a name, it is the offline drafter.
 * @param judge the name of a model that verifies instead of the configured ones
 * @throws UsageError for a model that isn't configured, or settings that can't be read
 */
export function modelNamed(name: string | undefined, judge?: string, environment = process.env): NamedModel {
  const offline = createOfflineDrafter()
  if (name === undefined || name === offline.name) return { drafter: offline, used: [] }
  const models = configured(environment)
  const { book, used } = bookOfThisRun()
  const verifiers = judge === undefined ? models.tasks.verify : [endpointNamed(models, judge)]
  const tasks = { ...models.tasks, draft: [endpointNamed(models, name)], verify: verifiers }
  return {
    drafter: chooseDrafter({ ...models, tasks }, offline, book),
    verifier: chooseVerifier({ ...models, tasks }, book),
    reranker: createReranker(models, book, silentLog),
    team: models.team,
    used
  }
}

/**
 * Returns the verifier that the relay would have if it named this one model, and what it has used. There is none without a
 * name, and none for "offline", which verifies nothing.
 * @throws UsageError as `modelNamed`
 */
export function verifierNamed(
  name: string | undefined,
  environment = process.env
): { verifier?: Verifier | undefined; used: readonly UsageEntry[] } {
  if (name === undefined || name === OFFLINE.name) return { used: [] }
  const models = configured(environment)
  const { book, used } = bookOfThisRun()
  return {
    verifier: chooseVerifier({ ...models, tasks: { ...models.tasks, verify: [endpointNamed(models, name)] } }, book),
    used
  }
}

/**
 * Returns what the relay would verify letters with, as it is configured, or undefined if there is nothing.
 * @throws UsageError for settings that can't be read
 */
export function configuredVerifier(environment = process.env): Verifier | undefined {
  return chooseVerifier(configured(environment), bookOfThisRun().book)
}

/**
 * Returns what the relay would summarise with if it named this one model, and what it has used. Without a name, it is
 * the summariser that uses no model.
 * @throws UsageError as `modelNamed`
 */
export function summariserNamed(
  name: string | undefined,
  environment = process.env
): { summariser: Summariser; used: readonly UsageEntry[] } {
  const offline = createOfflineSummariser()
  if (name === undefined || name === offline.name) return { summariser: offline, used: [] }
  const models = configured(environment)
  const { book, used } = bookOfThisRun()
  const tasks = { ...models.tasks, summary: [endpointNamed(models, name)] }
  return { summariser: chooseSummariser({ ...models, tasks }, offline, book), used }
}

/** Returns a line about the model tokens of one task, and one about what they cost, for a run's summary. */
export function usageLines(used: readonly UsageEntry[], task: Task): string[] {
  return [`model tokens, ${task}  ${tokensOf(used, task)}`, `cost  ${costOf(used)}`]
}

function endpointNamed(models: Models, name: string): Endpoint {
  const one =
    models.endpoints.find((endpoint) => endpoint.name === name) ??
    models.endpoints.find((endpoint) => endpoint.kind !== "offline" && endpoint.model === name)
  if (one) return one
  const names = models.endpoints.map((endpoint) => endpoint.name).join(", ")
  throw new UsageError(
    `There is no model "${name}". ${names ? `Configured are: ${names}.` : "None is configured: MODELS_FILE or MODEL_BASE_URL and MODEL_NAME say which there are."}`
  )
}

function configured(environment: Record<string, string | undefined>) {
  try {
    return readModels(readSettings(environment), environment)
  } catch (error) {
    if (error instanceof StartError) throw new UsageError(error.message, { cause: error })
    throw error
  }
}

/** Creates usage records that keep a team's budget within this run. Nothing is stored. */
function bookOfThisRun(): { book: UsageBook; used: readonly UsageEntry[] } {
  const entries: UsageEntry[] = []
  const book: UsageBook = {
    used: async (person, limits, currency) => {
      const own = entries.filter((entry) => entry.person === person)
      const cost = own.reduce((sum, entry) => sum + (entry.currency === currency ? entry.cost : 0), 0)
      const tokens = own.reduce((sum, entry) => sum + entry.in + entry.out, 0)
      return limits.map(() => ({ cost, tokens }))
    },
    begin: () => () => undefined,
    add: async (entry) => void entries.push(entry),
    settled: async () => undefined
  }
  return { book, used: entries }
}
