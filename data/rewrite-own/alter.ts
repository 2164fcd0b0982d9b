import { readFileSync } from "node:fs"
import { pathToFileURL } from "node:url"
import { byRule } from "./rules.ts"
import { ALTERATION_KINDS, type Altered, type AlterationKind, type Rewritten, type Translated } from "./shapes.ts"

/**
 * Two altered texts of each row: one made out of its text, one out of one of its faithful rewrites. The kinds are
 * spread as evenly as the rows allow. The same rows and seed give the same texts. Throws when a row's own words don't
 * occur exactly once where they should.
 */
export function alteredRewrites(rows: readonly Rewritten[], seed: number): Altered[] {
  const slots = rows.flatMap((row): Slot[] => {
    const [first, second] = row.rewrites
    const places = { text: row.text, first: first.text, second: second.text }
    const made = (at: keyof typeof places) =>
      choices(
        row.id,
        places[at],
        row.alterations.filter((each) => each.at === at)
      ).map((choice) => ({ ...choice, from: at }))
    return [
      { id: row.id, before: row.text, choices: made("text") },
      { id: row.id, before: row.text, choices: [...made("first"), ...made("second")] }
    ]
  })
  return spread(slots, seed, "kinds of all")
}

/** Three altered translations of each pair, of three kinds where the pair allows it. Throws as the other does. */
export function alteredTranslations(rows: readonly Translated[], seed: number): Altered[] {
  const slots = rows.flatMap((row): Slot[] => {
    const made = choices(row.id, row.translation, row.alterations).map((choice) => ({
      ...choice,
      from: "translation" as const
    }))
    return Array.from({ length: 3 }, () => ({ id: row.id, before: row.source, choices: made }))
  })
  return spread(slots, seed, "kinds of a row")
}

interface Choice {
  kind: AlterationKind
  from: Altered["from"]
  after: string
  change: [old: string, changed: string]
}

/** One altered text that is to be made, and what it may become. */
interface Slot {
  id: string
  before: string
  choices: Choice[]
}

interface Pair {
  kind: AlterationKind
  old: string
  new: string
}

/** What may be made out of a text: by hand where the row says how, else by rule. */
function choices(id: string, text: string, pairs: readonly Pair[]): Omit<Choice, "from">[] {
  const byHand = pairs.map(({ kind, old, new: changed }) => {
    const parts = text.split(old)
    if (parts.length !== 2) throw new Error(`${id}: "${old}" occurs ${parts.length - 1} times`)
    return { kind, after: parts.join(changed), change: [old, changed] as [string, string] }
  })
  return [...byHand, ...byRule(text)]
}

/**
 * The kind that is rarest so far takes the slot that can become least else, until no slot is left. Two slots of a row
 * never become the same text. Where not both can be had, `first` says whether the kinds of a row differ or the kinds of
 * all are equally many.
 */
function spread(slots: readonly Slot[], seed: number, first: "kinds of a row" | "kinds of all"): Altered[] {
  const random = randomFrom(seed)
  const count = new Map(ALTERATION_KINDS.map((kind) => [kind, 0]))
  const chosen = new Map<Slot, Choice>()
  const taken = new Set<string>()
  const kindsOf = new Set<string>()
  const free = (slot: Slot) => slot.choices.filter(({ after }) => !taken.has(`${slot.id} ${after}`))
  while (chosen.size < slots.length) {
    const candidates = slots
      .filter((slot) => !chosen.has(slot))
      .flatMap((slot) => {
        const open = free(slot)
        const else_ = new Set(open.map(({ kind }) => kind)).size
        return open.map((choice) => {
          const rare = count.get(choice.kind) ?? 0
          const again = Number(kindsOf.has(`${slot.id} ${choice.kind}`))
          const both = first === "kinds of all" ? [rare, again] : [again, rare]
          return { slot, choice, rank: [...both, else_, random()] }
        })
      })
    const best = candidates.reduce<(typeof candidates)[number] | undefined>(
      (least, each) => (least && before(least.rank, each.rank) ? least : each),
      undefined
    )
    if (!best) throw new Error(`no alteration is left for ${slots.find((slot) => !chosen.has(slot))?.id}`)
    chosen.set(best.slot, best.choice)
    taken.add(`${best.slot.id} ${best.choice.after}`)
    kindsOf.add(`${best.slot.id} ${best.choice.kind}`)
    count.set(best.choice.kind, (count.get(best.choice.kind) ?? 0) + 1)
  }
  return slots.flatMap((slot) => {
    const choice = chosen.get(slot)
    return choice ? [{ id: slot.id, before: slot.before, ...choice }] : []
  })
}

function before(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((each, i) => each !== b[i])
  return at < 0 || (a[at] ?? 0) < (b[at] ?? 0)
}

/** Numbers from 0 up to 1, always the same ones for a seed (mulberry32, public domain). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const rowsOf = (file: string) =>
  readFileSync(new URL(file, import.meta.url), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown)

/** `node data/rewrite-own/alter.ts dev|held|translate-dev|translate-held [SEED]` prints the altered texts as lines of JSON. */
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , part = "dev", seed = "1"] = process.argv
  const rows = rowsOf(`${part}.jsonl`)
  const made = part.startsWith("translate")
    ? alteredTranslations(rows as Translated[], Number(seed))
    : alteredRewrites(rows as Rewritten[], Number(seed))
  for (const each of made) console.log(JSON.stringify(each))
}
