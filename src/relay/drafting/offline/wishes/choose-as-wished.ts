import type { Wish } from "../../../../text/wishes.ts"
import type { UndoneWish } from "../../../../ticket/draft.ts"
import { stems } from "../../../../search/words/stems.ts"
import type { ChoiceOptions, SentenceChoice } from "../choosing/choose-sentences.ts"
import type { CustomerQuestion } from "../reading/customer-question.ts"
import type { Quotable } from "../reading/quotable.ts"
import type { DraftPart } from "../../../../models/drafter/contract.ts"
import { lengthWished, shorten, type WishedText } from "./shorten.ts"

export type WishedChoice = SentenceChoice & WishedText

type Choose = (pool: Quotable[], options: Pick<ChoiceOptions, "budget" | "long" | "without">) => SentenceChoice

/**
 * Chooses the sentences as the agent wants them: more words, without what is to be left out, and another choice each
 * time that it is asked for.
 * @param attempt how many other choices were asked for
 */
export function chooseAsWished(
  quotable: Quotable[],
  wishes: Wish[],
  { language, attempt, choose }: { language: string; attempt: number; choose: Choose }
): WishedChoice {
  const left = wishes.flatMap((wish) => (wish.kind === "leave-out" ? [wish] : []))
  // A shorter letter is cut from the whole one.
  const level = Math.max(0, lengthWished(wishes))
  const without = leftOut(wishes, language)
  const of = (pool: Quotable[], out: string[][], at: number) =>
    choose(pool, { budget: budgetAt(at), long: at > 0, without: out })
  const plain = of(quotable, [], level)
  const wished = without.length > 0 ? of(quotable, without, level) : plain
  if (wished.sentences.length === 0 && plain.sentences.length > 0)
    return { ...wished, notDone: left.map(({ part }) => ({ part, why: "nothing-left" })) }
  const { choice, isLast } = anotherChoice(quotable, attempt, (pool) => of(pool, without, level))
  const notDone: UndoneWish[] = [
    ...left.flatMap(({ part }, at): UndoneWish[] =>
      isSaid(plain.sentences, without[at] ?? []) ? [] : [{ part, why: "not-said" }]
    ),
    ...noLonger(wishes, level, (at) => of(quotable, without, at)),
    ...(isLast ? [{ part: "", why: "no-other" } as const] : [])
  ]
  return { ...choice, notDone }
}

/** How many words of quotation a reply has, by how often it was wished longer. */
const BUDGETS = [110, 150, 200]
const budgetAt = (level: number) => BUDGETS[Math.min(level, BUDGETS.length - 1)] ?? 0

/** The page doesn't say more than what is quoted. */
function noLonger(wishes: Wish[], level: number, choose: (level: number) => SentenceChoice): UndoneWish[] {
  const longer = wishes.findLast(({ kind }) => kind === "longer")
  if (!longer || level === 0) return []
  const [before, after] = [choose(level - 1), choose(level)].map(({ sentences }) => sentences)
  const isSame = before?.length === after?.length && before?.every((one) => after?.includes(one))
  return isSame ? [{ part: longer.part, why: "no-longer" }] : []
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

const isSaid = (sentences: Quotable[], words: string[]) => sentences.some((one) => holdsAll(one.words, words))

const holdsAll = (words: ReadonlySet<string>, all: string[]) => all.length > 0 && all.every((word) => words.has(word))

/** Returns for each wish to leave something out what it names, by its stems. Numbers such as "5" count as words. */
const leftOut = (wishes: Wish[], language: string): string[][] =>
  wishes.flatMap((wish) => (wish.kind === "leave-out" ? [[...new Set(stems(wish.thing, language))]] : []))

/** Returns a test whether a text says what is to be left out. */
export function saysLeftOut(wishes: Wish[], language: string): (text: string) => boolean {
  const without = leftOut(wishes, language)
  return (text) => {
    const words = new Set(stems(text, language))
    return without.some((all) => holdsAll(words, all))
  }
}

/**
 * Leaves out of the team's own text, a macro's or a step's, what is to be left out, and cuts it if it is wished
 * shorter. What it doesn't say can't make it longer.
 */
export function teamTextAsWished(
  whole: Quotable[],
  {
    wishes,
    question,
    language,
    attempt
  }: { wishes: Wish[]; question: CustomerQuestion; language: string; attempt: number }
): WishedText {
  const left = wishes.filter(({ kind }) => kind === "leave-out")
  const isLeftOut = saysLeftOut(wishes, language)
  const rest = whole.filter(({ text }) => !isLeftOut(text))
  if (rest.length === 0 && whole.length > 0)
    return { sentences: whole, notDone: left.map(({ part }) => ({ part, why: "nothing-left" })) }
  const { sentences, notDone } = shorten(rest, question, { wishes, language })
  const longer = wishes.findLast(({ kind }) => kind === "longer")
  return {
    sentences,
    notDone: [
      ...left.flatMap((wish): UndoneWish[] =>
        whole.some(({ text }) => saysLeftOut([wish], language)(text)) ? [] : [{ part: wish.part, why: "not-said" }]
      ),
      ...notDone,
      ...(longer && lengthWished(wishes) > 0 ? [{ part: longer.part, why: "no-longer" } as const] : []),
      ...(attempt > 0 ? [{ part: "", why: "no-other" } as const] : [])
    ]
  }
}

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
