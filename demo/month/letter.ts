import { sentences } from "../../src/text/sentences.ts"
import type { Claim } from "../../src/ticket/draft.ts"
import type { Chance } from "./chance.ts"
import type { Pool, Topic } from "./pool.ts"

type Role = "greeting" | "sorry" | "says" | "wrong" | "doubtful" | "promise" | "offer" | "closing" | "added"
export interface Part {
  role: Role
  text: string /** The same text in an agent's own words. */
  otherwise?: string
}

/** Makes the parts of a draft. An older pipeline guesses and promises more. */
export function draftParts(chance: Chance, pool: Pool, topic: Topic, pipeline: number): Part[] {
  const [first, ...rest] = topic.says.map(
    (text, at): Part => ({ role: "says", text, otherwise: topic.otherwise[at] ?? text })
  )
  const said = [...(first ? [first] : []), ...chance.some(rest, chance.whole(1, 3))]
  const wrong = topic.wrong && chance.of(0.09 - 0.03 * pipeline) ? topic.wrong : undefined
  if (wrong) said[chance.whole(0, said.length - 1)] = { role: "wrong", text: wrong.text }
  const maybe = (role: Role, texts: string[], probability: number): Part[] =>
    chance.of(probability) ? [{ role, text: chance.pick(texts) }] : []
  return [
    { role: "greeting", text: chance.pick(pool.greetings) },
    { role: "sorry", text: chance.pick(pool.sorry) },
    ...said,
    ...maybe("doubtful", pool.doubtful, 0.36 - 0.09 * pipeline),
    ...maybe("promise", pool.promises, 0.2 - 0.06 * pipeline),
    ...maybe("offer", pool.offers, 0.55),
    { role: "closing", text: chance.pick(pool.closings) }
  ]
}

/** Makes what an agent sends of it. With "wholly", hardly a sentence stays. */
export function sentParts(chance: Chance, pool: Pool, parts: Part[], change: "slightly" | "wholly"): Part[] {
  const reword = change === "wholly" ? 0.85 : 0.14
  const kept = parts.flatMap((part): Part[] => {
    if (part.role === "wrong" || part.text.includes("[["))
      return part.otherwise ? [{ ...part, text: part.otherwise }] : []
    if (part.role === "doubtful" || part.role === "promise")
      return chance.of(change === "wholly" ? 0.05 : 0.5) ? [part] : []
    if (part.role === "offer" || part.role === "sorry")
      return chance.of(change === "wholly" ? 0.25 : 0.92) ? [part] : []
    return [part.otherwise && chance.of(reword) ? { ...part, text: part.otherwise } : part]
  })
  const added = chance
    .some(pool.adds, change === "wholly" ? chance.whole(1, 3) : chance.whole(0, 1))
    .map((text): Part => ({ role: "added", text }))
  return [...kept.slice(0, -1), ...added, ...kept.slice(-1)]
}

/** Makes a reply that somebody wrote without a draft. */
export function ownParts(chance: Chance, pool: Pool, topic: Topic): Part[] {
  const parts = draftParts(chance, pool, topic, 2).map((part): Part => ({ ...part, text: part.otherwise ?? part.text }))
  return sentParts(chance, pool, parts, "wholly")
}

/** Joins parts as they stand in a reply: paragraphs apart, and the sentences of a paragraph in a row. */
export function textOf(parts: Part[], language: string): string {
  const between = language === "ja" ? "" : " "
  return parts
    .map(({ role, text }, at) => {
      const before = parts[at - 1]?.role
      const apart = role === "closing" || role === "offer" || before === "greeting" || before === "offer"
      return at === 0 ? text : `${apart ? "\n\n" : between}${text}`
    })
    .join("")
}

const STATES: Record<Role, Claim["state"]> = {
  greeting: "courtesy",
  sorry: "courtesy",
  says: "supported",
  wrong: "contradicts",
  doubtful: "no-source",
  promise: "needs-approval",
  offer: "courtesy",
  closing: "courtesy",
  added: "no-source"
}

/** Returns what the checks report about each sentence of the draft. */
export function claimsOf(text: string, parts: Part[], topic: Topic, language: string): Claim[] {
  return sentences(text, language).map(({ start, end, text: sentence }): Claim => {
    const role = parts.find((part) => part.text.includes(sentence))?.role ?? "says"
    const state = /[?？]$|か。$/.test(sentence) ? "courtesy" : STATES[role]
    const claim: Claim = { start, end, state, sources: state === "supported" || state === "contradicts" ? [1] : [] }
    if (state === "contradicts") return { ...claim, reason: "duration", ...(topic.wrong && { says: topic.wrong.says }) }
    if (state === "no-source") return { ...claim, reason: "words" }
    if (state === "needs-approval")
      return {
        ...claim,
        reason: /\d/.test(sentence)
          ? "promise-money"
          : /refund|erstatt|rembours|reembols|返金/i.test(sentence)
            ? "promise-refund"
            : "promise-date"
      }
    return claim
  })
}
