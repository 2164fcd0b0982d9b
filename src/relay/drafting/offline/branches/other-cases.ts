import { type LeftOutCase, answeredNames } from "../../../../ticket/left-out-case.ts"
import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import type { Quotable } from "../reading/quotable.ts"
import { decideByCondition, decideByFigure, isNear } from "./decide-by-figure.ts"
import { decideByGroup } from "./decide-by-group.ts"
import { decideByName } from "./decide-by-name.ts"
import { escapeRegExp } from "../../../../text/escape-reg-exp.ts"
import { plainWords } from "../../../../text/words/words.ts"
import { stems } from "../../../../search/words/stems.ts"
import { tableRow } from "../reading/table-row.ts"

/** A sentence of a page that is about another case than the customer's, and what in the ticket says so. */
export interface OtherCase {
  other: Quotable
  /** The sentence for the customer's case, where the page has one beside it. */
  applies?: Quotable
  /** The words of the ticket that decide; empty where it leaves open which case it is. */
  because: string
  /** The name of the question that the agent answered with it. */
  answered?: string
  /** For a day that decides: how many days lie between it and the newest message; below 0 after it. */
  days?: number
  /** For a day with its time of day: in how many hours it comes. */
  ahead?: { least: number; most: number }
  /** For two clock times: by how many minutes it was late. */
  late?: number
  /** The reckoning: this day (YYYY-MM-DD), and the page's limit in days from it. */
  from?: string
  plus?: number
}

/**
 * Finds the sentences of a page that are about other plans, amounts, periods, rows of a table or items of a list than
 * the customer's.
 */
export function otherCases(quotable: Quotable[], ticket: MaskedTicket, language: string): OtherCase[] {
  return [
    ...decideByAnswer(quotable, ticket, language),
    ...decideByFigure(quotable, ticket, language),
    ...decideByCondition(quotable, ticket, language),
    ...decideByName(quotable, ticket, language),
    ...decideByGroup(quotable, ticket, language),
    ...decideByRow(quotable, ticket, language),
    ...decideByItem(quotable, ticket, language)
  ]
}

/** Returns the cases as the panel shows them: only those of pages that the draft quotes, each sentence once. */
export function shownCases(cases: OtherCase[], chosen: Quotable[]): LeftOutCase[] {
  const quoted = new Set(chosen.map(({ source }) => source))
  const seen = new Set<string>()
  return cases
    .filter(
      ({ other, because }) => because && quoted.has(other.source) && !seen.has(other.text) && seen.add(other.text)
    )
    .slice(0, MAX_CASES)
    .map(({ other, applies, because, answered, days, ahead, late, from, plus }) => ({
      source: other.source.n,
      text: other.text,
      because,
      ...(applies && chosen.includes(applies) && { applies: applies.text }),
      ...(answered !== undefined && { answered }),
      ...(days !== undefined && { days }),
      ...(ahead && { ahead }),
      ...(late !== undefined && { late }),
      ...(from !== undefined && plus !== undefined && { from, plus })
    }))
}

/** More cases than this are no longer read. */
const MAX_CASES = 4

/** What an agent answered to a question which case it is. */
interface CaseAnswer {
  /** The name of the field, which names all cases. */
  fact: string
  kept: string
  others: string[]
}

/** Returns the agent's answers among the fields of a ticket: "members / non-members" is "members". */
function caseAnswers(fields: MaskedTicket["fields"]): CaseAnswer[] {
  return Object.entries(fields ?? {}).flatMap(([fact, kept]): CaseAnswer[] => {
    const others = answeredNames(fact, kept).filter((name) => name !== kept)
    return others.length > 0 ? [{ fact, kept, others }] : []
  })
}

/**
 * Finds the sentences of the cases that the agent's answer rules out. The page's own words say which case a sentence is
 * for.
 */
function decideByAnswer(quotable: Quotable[], ticket: MaskedTicket, language: string): OtherCase[] {
  return caseAnswers(ticket.fields).flatMap(({ fact, kept, others }) => {
    const casesIn = (text: string) => namesIn(text, [kept, ...others], language)
    const applying = quotable.filter(({ text }) => casesIn(text).includes(kept))
    return quotable.flatMap((other): OtherCase[] => {
      const applies = applying.find((one) => isNear(one, other))
      const isOther = !applying.includes(other) && casesIn(other.text).length > 0
      return applies && isOther ? [{ other, applies, because: kept, answered: fact }] : []
    })
  })
}

/** Returns which of these names a text holds. "Non-members" doesn't hold "members". */
function namesIn(text: string, names: string[], language: string): string[] {
  let rest = text
  return names
    .toSorted((a, b) => b.length - a.length)
    .filter((name) => {
      const pattern = escapeRegExp(name)
      const whole = language === "ja" ? pattern : `(?<![\\p{L}\\p{N}-])${pattern}(?![\\p{L}\\p{N}])`
      const without = rest.replace(new RegExp(whole, "gu"), "#")
      const isThere = without !== rest
      rest = without
      return isThere
    })
}

/**
 * Finds the items of a list that begin with another case than the customer's: "After a return: ...", "After a search:
 * ...". The cases begin with the same word, and the ticket names one of them by all the words that the others don't
 * have. What an item goes on to say belongs to its case.
 */
function decideByItem(quotable: Quotable[], ticket: MaskedTicket, language: string): OtherCase[] {
  const ticketStems = writtenStems(ticket, language)
  const lists = Map.groupBy(
    quotable.filter(({ inItem }) => inItem),
    ({ source, paragraph }) => JSON.stringify([source.n, paragraph])
  )
  return [...lists.values()].flatMap((sentencesOfList) => {
    const items = sentencesOfList.flatMap((sentence, at): [Quotable, ...Quotable[]][] =>
      sentence.goesOn ? [] : [[sentence, ...goingOn(sentencesOfList, at)]]
    )
    const names = items.map(([first]) => CASE.exec(first.text)?.[1] ?? "")
    if (items.length < 2 || new Set(names.map((name) => plainWords(name.toLowerCase())[0])).size !== 1) return []
    const words = names.map((name) => stems(name, language))
    const shared = words.reduce((common, ofItem) => common.filter((word) => ofItem.includes(word)))
    const cases = items.map((sentences, at): PageCase => {
      const distinct = (words[at] ?? []).filter((word) => !shared.includes(word))
      return { name: names[at] ?? "", isTold: isNamed(distinct, ticketStems), sentences }
    })
    return cases.some(({ isTold }) => isTold) ? exceptTold(cases) : []
  })
}

const goingOn = (sentences: Quotable[], at: number): Quotable[] => {
  const next = sentences.findIndex(({ goesOn }, place) => place > at && !goesOn)
  return sentences.slice(at + 1, next < 0 ? undefined : next)
}

/** The case of an item, before its colon. */
const CASE = /^([^:;.]{2,60}):\s/u

/**
 * Finds the rows of tables that aren't for this customer. A table is imported as a list of rows ("Paid by: card; Takes:
 * 5 days"), and the first column is the case. Where the ticket names none of the cases, a short table is said whole,
 * and of a long one no row is for this customer until somebody says which. A sentence beside the table that names
 * another row's case only ("For a transfer, we need the IBAN") is for that case.
 */
function decideByRow(quotable: Quotable[], ticket: MaskedTicket, language: string): OtherCase[] {
  const ticketStems = writtenStems(ticket, language)
  const rows = quotable.flatMap((one) => {
    const row = one.isListItem ? tableRow(one.text) : undefined
    return row ? [{ one, ...row }] : []
  })
  const tables = Map.groupBy(rows, ({ one, column }) => JSON.stringify([one.source.n, one.paragraph, column]))
  return [...tables.values()]
    .filter((table) => table.length > 1)
    .flatMap((table) => {
      const cases = table.map(
        ({ one, value }): PageCase => ({
          name: value,
          isTold: isNamed(stems(value, language), ticketStems),
          sentences: [one]
        })
      )
      if (!cases.some(({ isTold }) => isTold)) return cases.length <= FEW_ROWS ? [] : exceptTold(cases)
      return exceptTold(cases.map((one) => ({ ...one, sentences: withMentions(one, cases, quotable, language) })))
    })
}

/** Returns the row of a case, and the sentences of its section that name this case and no other. */
function withMentions(
  { name, sentences }: PageCase,
  cases: readonly PageCase[],
  quotable: readonly Quotable[],
  language: string
): PageCase["sentences"] {
  const [row] = sentences
  const words = stems(name, language)
  const others = cases.filter((other) => other.name !== name).map((other) => stems(other.name, language))
  const beside = quotable.filter(
    (one) =>
      one.source === row.source &&
      one.section === row.section &&
      tableRow(one.text) === undefined &&
      isNamed(words, one.words) &&
      !others.some((other) => isNamed(other, one.words))
  )
  return [row, ...beside]
}

/** The customer finds the own row among as many; of more rows nobody knows which one is meant. */
const FEW_ROWS = 5

/** One of several cases of a page, with the sentences that are for it. */
interface PageCase {
  name: string
  /** The ticket names it. */
  isTold: boolean
  sentences: [Quotable, ...Quotable[]]
}

/** Returns the sentences of the cases that the ticket doesn't name. Where it names none, `because` is empty. */
function exceptTold(cases: readonly PageCase[]): OtherCase[] {
  const told = cases.filter(({ isTold }) => isTold)
  const because = told.map(({ name }) => name).join(", ")
  const [first] = told
  return cases
    .filter(({ isTold }) => !isTold)
    .flatMap(({ sentences }) =>
      sentences.map((other) => ({ other, because, ...(first && { applies: first.sentences[0] }) }))
    )
}

/** Returns the stems of everything that the thread and the ticket's fields say, typed ones too. */
const writtenStems = ({ subject, messages, fields = {} }: MaskedTicket, language: string): ReadonlySet<string> =>
  new Set(stems([subject, ...messages.map(({ text }) => text), ...Object.values(fields)].join("\n"), language))

/** Returns whether the ticket names a case by all of its words. */
const isNamed = (words: readonly string[], written: ReadonlySet<string>): boolean =>
  words.length > 0 && words.every((word) => written.has(word))
