import { LISTS } from "replywright/lexicon/drafting"
import { pairsOf, wordPattern } from "../../../../lexicon/lexicon.ts"
import { facts, type Fact, type FactKind } from "../../../../text/facts.ts"
import type { Language } from "../../../../text/languages.ts"
import { sentences } from "../../../../text/sentences.ts"
import type { Voice } from "../../voices/voice.ts"
import { onceEach } from "../../../../text/memo/text-memory.ts"

export interface AdaptedReply {
  /** The reply without greeting and closing. Values of its own ticket are blanks, as `[[a date]]`. */
  text: string
  /** Its sentences that are left out, because they tell what was done there, or hold a link that is known nowhere else. */
  left: string[]
}

/**
 * Adapts the reply of a solved ticket to another one. A value stays only if the ticket or one of its pages has it too;
 * any other one becomes a blank, so that no customer gets an amount, a date or a number of somebody else's.
 * @param known the texts of the ticket and of its pages
 */
export function adaptReply(
  reply: string,
  known: readonly string[],
  language: Language,
  { macroLetter, claimsAction, forAgents }: Pick<Voice, "macroLetter" | "claimsAction" | "forAgents">
): AdaptedReply {
  const letter = withBlanks(macroLetter.exec(reply)?.[1] ?? reply)
  const values = new Set(known.flatMap((text) => facts(text, language).map(keyOf)))
  const left: string[] = []
  const kept = letter.split("\n").map((line) =>
    sentences(line, language)
      .flatMap(({ text }) => {
        const foreign = facts(text, language).filter((fact) => isOwn(fact) && !values.has(keyOf(fact)))
        const isUnusable =
          claimsAction.test(text) ||
          doneThere(language).test(text) ||
          forAgents.test(text) ||
          foreign.some(({ kind }) => ADDRESS.has(kind))
        if (!isUnusable) return [blanked(text, foreign, language)]
        left.push(text)
        return []
      })
      .join(language === "ja" ? "" : " ")
  )
  return {
    text: kept
      .join("\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim(),
    left
  }
}

/** Turns the gaps of an imported reply, such as "[a name]", into blanks. */
const withBlanks = (text: string) => text.replace(/(?<!\[)\[([^[\]\n]{1,60})\](?!\]|\()/gu, "[[$1]]")

function blanked(text: string, foreign: readonly Fact[], language: Language): string {
  return foreign.toReversed().reduce((out, { kind, start, end }) => {
    const name = blankNames(language).get(BLANKS.get(kind) ?? "number")
    return `${out.slice(0, start)}[[${name}]]${out.slice(end)}`
  }, text)
}

/** A small bare number belongs to an instruction: "two turns to the left". */
const isOwn = ({ kind, value }: Fact): boolean => BLANKS.has(kind) && !(kind === "number" && Number(value) < 100)

const keyOf = ({ kind, unit, value }: Fact) => `${kind} ${unit} ${value}`

const ADDRESS: ReadonlySet<FactKind> = new Set(["link", "email"])

/** What was done for the other customer, without saying by whom: "has been sent", "is on its way", "attached". */
const doneThere = onceEach((language: Language) => wordPattern(LISTS, language, "done-there") ?? /(?!)/)

type BlankName = "amount" | "period" | "day" | "time" | "number"
const BLANKS: ReadonlyMap<FactKind, BlankName> = new Map([
  ["money", "amount"],
  ["percent", "amount"],
  ["duration", "period"],
  ["date", "day"],
  ["weekday", "day"],
  ["time", "time"],
  ["number", "number"],
  ["code", "number"],
  ["link", "number"],
  ["email", "number"]
])

const blankNames = onceEach((language: Language) => pairsOf(LISTS, language, "blank-names"))
