import { LISTS } from "replywright/lexicon/checks"
import { entriesOf } from "../../lexicon/lexicon.ts"
import { LANGUAGES, type Language } from "../../text/languages.ts"
import { evidenceIn, substanceIn } from "./order-evidence.ts"
import { anyOfChecks, withoutQuestions } from "./order-patterns.ts"
import { once } from "../../text/memo/text-memory.ts"

/**
 * Returns where the first line of a text begins to give an order to a machine, and where that line ends. An order may be
 * in another language than the ticket, so the lists of all languages count. It takes linear time.
 */
export function machineOrderIn(text: string): { start: number; end: number } | undefined {
  const pieces = [...text.matchAll(PIECE)]
  for (const [index, { index: start, 0: piece }] of pieces.entries()) {
    const at = orderAt(piece, pieces[index + 1]?.[0] ?? "")
    if (at >= 0) return { start: start + at, end: start + piece.length }
  }
  return undefined
}

/** Matches a line, or a part of a long one. */
const PIECE = /[^\n]{1,2000}/g

/** Returns where an order begins, or -1. A heading leads to the line below as a colon would. */
function orderAt(written: string, next: string): number {
  if (!/\p{L}/u.test(written)) return -1
  const line = /^\s*(?:#|\*\*|\[|=|--)/.test(written) ? `${written}:` : written
  const { sure, announcing, labelling, bracketed, wishes, labels, tells, labelledOrders } = patterns()
  const both = `${line}\n${next}`
  const placesIn = (patterns: readonly RegExp[]) =>
    patterns.map((pattern) => line.search(pattern)).filter((at) => at >= 0)
  const places = placesIn(sure)
  const asked = withoutQuestions(line)
  const announces = (at: number) => /\S/.test(asked[at] ?? "") && evidenceIn(both.slice(at)) >= 2
  places.push(...placesIn(announcing).filter(announces))
  places.push(...placesIn(wishes).filter((at) => saysSomething(sentenceAt(line, at))))
  if (/[:：>\]】]/.test(line)) {
    places.push(...placesIn(labelling).filter(announces), ...placesIn(bracketed))
    const tellsIt = tells.test(line.trimEnd().endsWith(":") ? both : line)
    if (tellsIt || labelledOrders.test(both))
      places.push(...placesIn(labels).filter((at) => evidenceIn(both.slice(at)) >= enoughAt(line.slice(at))))
  }
  return places.length === 0 ? -1 : Math.min(...places)
}

/** A label in brackets before a colon needs less evidence than one that a log has too. */
const enoughAt = (label: string): number => (/^\S+[\]】]:/.test(label) ? 1 : 3)

/** Says whether a wish on the reply grants something, or gives the words or an address. */
const saysSomething = (wish: string): boolean => substanceIn(wish) > 0 || CONTENT.test(wish)
const CONTENT =
  /["“”«»「]|https?:|www\.|@|\p{L}\.(?:com|net|org|example|de|fr|es|pt|jp|uk)(?!\p{L})|\d[\d ()/-]{6,}\d/iu
const sentenceAt = (line: string, at: number): string =>
  /^[^.!?。！？]*(?:[.!?](?=\S)[^.!?。！？]*)*/.exec(line.slice(at))?.[0] ?? ""

interface OrderPatterns {
  /** What is an order by itself. */
  sure: readonly RegExp[]
  /** What announces an order, which must follow. */
  announcing: readonly RegExp[]
  /** Labels that announce an order. */
  labelling: readonly RegExp[]
  /** Labels of several words in square brackets. */
  bracketed: readonly RegExp[]
  /** What the reply has to say. It is an order if something is granted or kept secret. */
  wishes: readonly RegExp[]
  /** Labels that logs have too, and what a line with one must say to be an order. */
  labels: readonly RegExp[]
  labelledOrders: RegExp
  tells: RegExp
}

/** The patterns of all languages. */
const patterns = once(
  (): OrderPatterns => ({
    sure: [anyOfChecks("order-forgets"), anyOfChecks("reply-orders")],
    announcing: [anyOfChecks("machine-addressed"), anyOfChecks("forgets-above")],
    labelling: LANGUAGES.map(labelled),
    bracketed: LANGUAGES.map(
      (language) =>
        new RegExp(
          `\\[/?(?=[^\\]:：\\n]{0,20}[ -])(?:${entriesOf(LISTS, language, "machine-labels").join("|")})(?:\\]|[:：])`,
          "iu"
        )
    ),
    wishes: [anyOfChecks("reply-contents")],
    labels: [
      /^[^\p{L}\p{N}\n]{0,12}(?:system|assistant|developer|sistema|système|システム|asistente|assistente?n?|アシスタント)(?: (?:message|prompt|note))?[\])*\x60"“”»> ]{0,4}[:：>](?= ?\S)/iu,
      new RegExp(
        String.raw`[\[【]\/?(?:admin|root|operator|system\p{L}{0,10}|sistema|système|システム|運営|assistant|developer|ai|ki|ia|` +
          String.raw`bot)[\]】](?!\()`,
        "iu"
      )
    ],
    labelledOrders: anyOfChecks("label-orders"),
    tells: anyOfChecks("machine-tells")
  })
)

/** Matches a label at the beginning of a line, whatever signs stand around it, or in square brackets anywhere. */
const labelled = (language: Language): RegExp => {
  const labels = `(?:${entriesOf(LISTS, language, "machine-labels").join("|")})`
  return new RegExp(
    `^[^\\p{L}\\p{N}\\n]{0,12}${labels}[\\])*\`"“”»> #=-]{0,6}[:：>](?=.*\\p{L})|\\[/?${labels}(?:\\]|[:：])`,
    "iu"
  )
}
