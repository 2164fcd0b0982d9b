import type { Fields } from "../../runtime/log.ts"
import { unaskedTasks, type Endpoint, type Models } from "../../models/endpoint/models.ts"
import { isLoopback, type Settings } from "../../runtime/settings.ts"
import { unknownVariables } from "../../runtime/unknown-variables.ts"

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
