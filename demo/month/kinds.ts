import type { Result } from "../../src/protocol/review.ts"
import type { Language } from "../../src/text/languages.ts"
import type { Chance } from "./chance.ts"

/** The properties of a case that are chosen before its texts are made. */
export interface Kind {
  helpdesk: "zendesk" | "request-tracker" | "redmine"
  language: Language
  model: string
  /** 0 is the oldest pipeline. */
  pipeline: number
  result: Result
  /** A draft was requested, also where none was shown because it was refused. */
  requested: boolean
  copied: boolean
  /** This says whether a reply was seen being sent. */
  sent: boolean
}

export const PIPELINES = ["3f0b9d27ac41", "7c1e5b88d0f2", "9a40e6c1173b"]
/** The second and the third pipeline were switched on this many days before the end of the month. */
const SWITCHED = [19, 8]

/** @param leniency how much more often than others the agent accepts drafts, as a share */
export function kindOf(chance: Chance, daysAgo: number, leniency: number): Kind {
  const language = chance.weighed<Language>({ en: 46, de: 20, fr: 12, es: 10, pt: 6, ja: 6 })
  const model = chance.weighed({ "mistral-small-3.2": 45, "qwen3-14b": 35, offline: 20 })
  const pipeline = SWITCHED.filter((day) => daysAgo < day).length
  const kind = chance.weighed({
    none: model === "offline" ? 24 : 12,
    ignored: 13 - 2 * pipeline,
    rejected: 10 - 2 * pipeline,
    used: 67
  })
  const result = kind === "used" ? usedAs(chance, { language, model, pipeline }, leniency) : kind
  return {
    helpdesk: chance.weighed({ zendesk: 55, "request-tracker": 30, redmine: 15 }),
    language,
    model,
    pipeline,
    result,
    // A version that guesses less refuses more.
    requested: result !== "none" || chance.of(0.45 + 0.15 * pipeline),
    copied: chance.of(0.15),
    sent: result === "rejected" || result === "ignored" ? chance.of(0.8) : result !== "unknown"
  }
}

function usedAs(
  chance: Chance,
  { language, model, pipeline }: Pick<Kind, "language" | "model" | "pipeline">,
  leniency: number
): Result {
  if (chance.of(0.04)) return "unknown"
  const accepted =
    0.56 +
    leniency +
    // The second version changed what is accepted, and the third one didn't.
    (pipeline > 0 ? 0.13 : 0) +
    (model === "offline" ? -0.13 : model === "qwen3-14b" ? 0 : 0.04) +
    (language === "ja" ? -0.09 : language === "en" ? 0.03 : 0)
  if (!chance.of(accepted)) return "heavy"
  return chance.of(0.52) ? "unchanged" : "light"
}
