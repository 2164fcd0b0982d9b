import type { Wish } from "../../../../text/wishes.ts"
import type { UndoneWish } from "../../../../ticket/draft.ts"
import { stems } from "../../../../search/words/stems.ts"
import { sentenceAbout, type ChoiceOptions, type SentenceChoice } from "../choosing/choose-sentences.ts"
import type { Quotable } from "../reading/quotable.ts"
import type { DraftPart } from "../../../../models/drafter/contract.ts"

export interface WishedChoice extends SentenceChoice {
  notDone: UndoneWish[]
}

type Choose = (
  pool: Quotable[],
  options: Pick<ChoiceOptions, "budget" | "short" | "long" | "without">
) => SentenceChoice

/**
 * Chooses the sentences as the agent wants them: fewer or more words, without what is to be left out, and another choice
 * each time that it is asked for.
 * @param attempt how many other choices were asked for
 */
export function chooseAsWished(
  quotable: Quotable[],
  wishes: Wish[],
  { language, attempt, choose }: { language: string; attempt: number; choose: Choose }
): WishedChoice {
  const left = wishes.flatMap((wish) => (wish.kind === "leave-out" ? [wish] : []))
  const sizes = wishes.filter(({ kind }) => kind === "shorter" || kind === "longer")
  const level = sizes.reduce((sum, { kind }) => sum + (kind === "longer" ? 1 : -1), 0)
  const without = left.map(({ thing }) => wordsOf(thing, language))
  const of = (pool: Quotable[], out: string[][], at: number) =>
    choose(pool, { budget: budgetAt(at), short: at < 0, long: at > 0, without: out })
  const plain = of(quotable, [], level)
  const wished = without.length > 0 ? of(quotable, without, level) : plain
  if (wished.sentences.length === 0 && plain.sentences.length > 0)
    return { ...wished, notDone: left.map(({ part }) => ({ part, why: "nothing-left" })) }
  const { choice, isLast } = anotherChoice(quotable, attempt, (pool) => of(pool, without, level))
  const notDone: UndoneWish[] = [
    ...left.flatMap(({ part }, at): UndoneWish[] =>
      isSaid(plain.sentences, without[at] ?? []) ? [] : [{ part, why: "not-said" }]
    ),
    ...sameSize(sizes.at(-1), level, (at) => of(quotable, without, at)),
    ...(isLast ? [{ part: "", why: "no-other" } as const] : [])
  ]
  return { ...choice, notDone }
}

/** Returns what the agent wants mentioned and a source says, and what no source says. */
export function mentioned(
  quotable: Quotable[],
  wishes: Wish[],
  language: string
): { sentences: Quotable[]; notDone: UndoneWish[] } {
  const sentences: Quotable[] = []
  const notDone: UndoneWish[] = []
  for (const wish of wishes) {
    if (wish.kind !== "mention") continue
    const one = sentenceAbout(quotable, stems(wish.thing, language))
    if (!one) notDone.push({ part: wish.part, why: "no-source" })
    else if (!sentences.includes(one)) sentences.push(one)
  }
  return { sentences, notDone }
}

/** How many words of quotation a reply has, by how often it was wished shorter or longer. */
const BUDGETS = [20, 45, 110, 150, 200]
const PLAIN = 2
const budgetAt = (level: number) => BUDGETS[Math.min(Math.max(PLAIN + level, 0), BUDGETS.length - 1)] ?? 0

/** The page doesn't say more than what is quoted, or one sentence is all that there is. */
function sameSize(size: Wish | undefined, level: number, choose: (level: number) => SentenceChoice): UndoneWish[] {
  if (!size) return []
  const step = size.kind === "longer" ? 1 : -1
  const [before, after] = [choose(level - step), choose(level)].map(({ sentences }) => sentences)
  const isSame = before?.length === after?.length && before?.every((one) => after?.includes(one))
  return isSame ? [{ part: size.part, why: step > 0 ? "no-longer" : "no-shorter" }] : []
}

/**
 * Goes on to the next-best sentences, until nothing is left that says nearly as much of what was asked as the first
 * draft: another draft may differ from the first, and never be far below it.
 */
function anotherChoice(
  quotable: Quotable[],
  attempt: number,
  choose: (pool: Quotable[]) => SentenceChoice
): { choice: SentenceChoice; isLast: boolean } {
  let pool = quotable
  const first = choose(pool)
  let choice = first
  for (let at = 0; at < attempt; at++) {
    pool = withoutSaid(pool, choice.sentences)
    const next = choose(pool)
    if (next.sentences.length === 0 || next.said < first.said * MIN_SHARE_OF_FIRST) return { choice, isLast: true }
    choice = next
  }
  return { choice, isLast: false }
}

/** Another draft has to say this share of what the first says of the question. */
const MIN_SHARE_OF_FIRST = 0.75

/** Leaves out what was said, and what can't stand without it. */
function withoutSaid(pool: Quotable[], said: Quotable[]): Quotable[] {
  const lists = new Set(said.flatMap(({ source, list }) => (list === undefined ? [] : [`${source.id} ${list}`])))
  return pool.filter(
    (one) =>
      !said.includes(one) &&
      !(one.list !== undefined && lists.has(`${one.source.id} ${one.list}`)) &&
      !(one.needsContext && said.some(({ source, at }) => source === one.source && at === one.at - 1))
  )
}

const isSaid = (sentences: Quotable[], words: string[]) =>
  words.length > 0 && sentences.some((one) => words.every((word) => one.words.has(word)))

/** Reads the thing in the language of the pages. Numbers such as "5" count as words. */
const wordsOf = (thing: string, language: string) => [...new Set(stems(thing, language))]

/** Adds to the answer what can't be done. */
export function withNotDone(parts: DraftPart[], more: UndoneWish[]): DraftPart[] {
  if (more.length === 0) return parts
  return parts.map((part) =>
    "answer" in part ? { answer: { ...part.answer, notDone: [...(part.answer.notDone ?? []), ...more] } } : part
  )
}

/** Returns the wishes that can't be done because there is no draft. */
export const noDraft = (wishes: Wish[]): UndoneWish[] =>
  wishes.map(({ kind, part }) => ({ part, why: kind === "unknown" ? "unknown" : "no-draft" }))
