import { dateFacts } from "../../../text/dates.ts"
import { plainWidth } from "../../../text/numerals.ts"
import { isPublicPage, sentencesOf, type Corpus } from "../corpus/corpus.ts"
import { findingDocument, type FindContext, type NewFinding } from "../corpus/finding.ts"
import { forEachYielding } from "../../../runtime/event-loop.ts"

/**
 * Finds sentences that speak of a past day, given with its year, as if it were in the future ("until 31 March 2025"). A
 * day without a year recurs.
 */
export async function pastDates({ docs }: Corpus, { now, signal }: FindContext): Promise<NewFinding[]> {
  const today = now.toISOString().slice(0, 10)
  const findings: NewFinding[] = []
  await forEachYielding(
    docs.filter((doc) => isPublicPage(doc) || doc.kind === "macro"),
    signal,
    (doc) => {
      if (!doc.passages.some(({ text }) => YEAR.test(text))) return undefined
      return forEachYielding(sentencesOf(doc), signal, ({ text }) => {
        if (!YEAR.test(text) || PAST.test(text)) return
        const plain = plainWidth(text)
        const gone = dateFacts(plain).find(
          ({ kind, value, start, end }) =>
            kind === "date" && isBefore(String(value), today) && isToCome(plain, start, end)
        )
        if (!gone) return
        findings.push({
          documents: [findingDocument(doc, text)],
          says: `It speaks of ${gone.text} as of a day to come.`,
          fix: "Take the sentence away, or give it the date that holds now."
        })
      })
    }
  )
  return findings
}

const YEAR = /[12２][09０９][\d０-９]{2}|\d[./]\d{1,2}[./]\d\d(?!\d)/

/** Compares all readings of the date. A date without a day counts with its whole month. */
const isBefore = (value: string, today: string) =>
  value.split("|").every((date) => /^\d{4}-\d\d/.test(date) && date < today.slice(0, date.length))

function isToCome(text: string, start: number, end: number): boolean {
  return (
    UNTIL.test(text.slice(Math.max(0, start - 40), start)) ||
    AFTERWARDS.test(text.slice(end, end + 8)) ||
    WILL.test(text)
  )
}

/** These words stand right before a date, with at most an article or a similar word between them. */
const UNTIL =
  /(?<![\p{L}])(?:until|till|through|by|before|no later than|ends? on|valid to|deadline(?: is)?|bis(?: zum| einschließlich)?|spätestens(?: am)?|endet am|jusqu'?’?au|avant le|au plus tard le|hasta el|antes del?|a más tardar el|até(?: o dia| ao dia)?|antes de)\s+(?:the |dem |den |le |el |o )?(?:\p{L}+,? )?$/iu
const AFTERWARDS = /^(?:[(（][月火水木金土日][)）])?(?:まで|迄|以前|より前)/u
const WILL = /(?<![\p{L}])(?:will|wird|werden|sera|seront|será|serán|serão)(?![\p{L}])|予定/iu
/** A sentence about the past may name past dates, and a rule may apply to what was bought before a date. */
const PAST =
  /(?<![\p{L}])(?:was|were|had|did|ordered|bought|purchased|placed|war|waren|wurden?|hatten?|gekauft\p{L}*|bestellt\p{L}*|était|étaient|acheté\p{L}*|commandé\p{L}*|fue|fueron|era|eran|comprad\p{L}*|pedid[oa]s|foi|foram|feit[oa]s)(?![\p{L}])|でした|ました|購入|注文/iu
