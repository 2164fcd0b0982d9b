import { createOfflineDrafter } from "../src/relay/drafting/offline/offline-drafter.ts"
import type { Drafter } from "../src/models/drafter/contract.ts"
import { chooseDrafter } from "../src/models/choose-model.ts"
import { readModels } from "../src/models/read-models.ts"
import { StartError } from "../src/runtime/problem.ts"
import { readSettings } from "../src/runtime/settings.ts"
import type { UsageEntry, UsageBook } from "../src/models/usage/usage-book.ts"
import { UsageError } from "./task.ts"

/**
 * Returns the drafter that the relay would use with this one model, by its name in `models.yaml` or as its endpoint
 * lists it. Without a name, it is the offline drafter.
 * @throws UsageError for a model that isn't configured, or settings that can't be read
 */
export function drafterNamed(name: string | undefined, environment = process.env): Drafter {
  const offline = createOfflineDrafter()
  if (name === undefined || name === offline.name) return offline
  const models = configured(environment)
  const one =
    models.endpoints.find((endpoint) => endpoint.name === name) ??
    models.endpoints.find((endpoint) => endpoint.kind !== "offline" && endpoint.model === name)
  if (!one) {
    const names = models.endpoints.map((endpoint) => endpoint.name).join(", ")
    throw new UsageError(
      `There is no model "${name}". ${names ? `Configured are: ${names}.` : "None is configured: MODELS_FILE or MODEL_BASE_URL and MODEL_NAME say which there are."}`
    )
  }
  return chooseDrafter({ ...models, tasks: { ...models.tasks, draft: [one] } }, offline, bookOfThisRun())
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
function bookOfThisRun(): UsageBook {
  const entries: UsageEntry[] = []
  return {
    spent: async (person, currency) =>
      entries
        .filter((entry) => entry.person === person && entry.currency === currency)
        .reduce((sum, { cost }) => sum + cost, 0),
    begin: () => () => undefined,
    add: async (entry) => void entries.push(entry),
    settled: async () => undefined
  }
}
