import type { Drafter } from "../drafting/parts.ts"
import { createModelDrafter } from "./openai-drafter.ts"

/** The part of the relay's settings that models need. */
export interface ModelChoice {
  model: { baseUrl: string; apiKey?: string | undefined; name?: string | undefined } | undefined
}

/** The model where address and name are set, else the offline drafter. */
export function chooseDrafter(settings: ModelChoice, offline: Drafter): Drafter {
  const { baseUrl, apiKey, name } = settings.model ?? {}
  return baseUrl && name ? createModelDrafter({ baseUrl, apiKey, name }) : offline
}
