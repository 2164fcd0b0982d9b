import { finding, type Reply, type ToneFinding, type ToneRule } from "../../basis/finding.ts"
import { hasPhrase, phrasesOf, EVERYDAY } from "../../phrases/phrases.ts"
import {
  mergedSpans,
  conversationTexts,
  isQuotedSpan,
  lowerCaseWords,
  spanOf,
  spansOf,
  type Span
} from "../../basis/spans.ts"

/** Ordinary words stand in capitals for emphasis, or three exclamation marks do. The fix removes the emphasis. */
export const shouting: ToneRule = { order: 80, find }

function find(reply: Reply): ToneFinding[] {
  const { shouted } = phrasesOf(reply.written)
  const small = lowerCaseWords(reply)
  const wordAt = ({ start, end }: Span) => reply.text.slice(start, end)
  const runs = spansOf(RUN, reply, "gu").filter((span) => isShouted(wordAt(span), shouted))
  const words = spansOf(shouted, reply, "gu").filter((span) => wordAt(span).length > 1)
  // Customers write "usb" in small letters, too.
  const known = spansOf("\\p{Lu}{3,}", reply, "gu").filter(
    (span) => small.has(wordAt(span).toLowerCase()) && !EVERYDAY.has(wordAt(span))
  )
  const alone = [...words, ...known].filter((span) => !isPartOfName(reply.text, span))
  const loud = mergedSpans([...runs, ...alone]).filter(
    (span) => !isQuotedSpan(reply, span) && !isGiven(reply, span) && !isBracketed(reply.text, span)
  )
  const marks = [...reply.text.matchAll(/[!！]{3,}/gu)]
    .map(spanOf)
    .map(({ start, end }) =>
      finding(reply, "shouting", start, end, { fix: { from: start, to: end, text: reply.text.charAt(start) } })
    )
  return [...loud.map((span) => finding(reply, "shouting", span.start, span.end, quieter(reply, span))), ...marks]
}

/** Two or more words in capitals only. */
const RUN = "\\p{Lu}[\\p{Lu}'’]+(?:[ ,]+\\p{Lu}[\\p{Lu}'’]*)+"

/** A run of names and abbreviations is not shouted; a run with a word that is usually in small letters is. */
function isShouted(run: string, shouted: string): boolean {
  const words = run.split(/[ ,]+/)
  return hasPhrase(shouted, run) || (words.length >= 4 && words.every((word) => word.length > 1))
}

/** The word stands beside another in capitals that is not shouted, as in the product "MUST HAVE 2". */
function isPartOfName(text: string, { start, end }: Span): boolean {
  return (
    /\p{Lu}{2}[ -]$|[-_/.]$/u.test(text.slice(Math.max(0, start - BESIDE), start)) ||
    /^[ -]\p{Lu}{2}|^[-_/\d]/u.test(text.slice(end, end + BESIDE))
  )
}

/** This many UTF-16 units hold two capitals of any script and what separates them. */
const BESIDE = 5

/** The word stands in an open bracket, so it is a blank to fill in. */
function isBracketed(text: string, { start }: Span): boolean {
  return /\[[^\]\n]*$/.test(text.slice(Math.max(0, start - 60), start))
}

/** The word is written like this in the thread, in a source, on a screen or on a key. */
function isGiven(reply: Reply, { start, end }: Span): boolean {
  const { text } = reply
  if (conversationTexts(reply).some((each) => each.includes(text.slice(start, end)))) return true
  return /(?:press|click|tap|button|key|labelled|marked|reads|says|taste|knopf|schaltfläche|drücken|touche|bouton|botón|tecla|botão)\s*$/iu.test(
    text.slice(Math.max(0, start - 24), start)
  )
}

/** The fix lowers every word; `safeFix` refuses it unless every word is known to be written in small letters. */
function quieter({ text, written }: Reply, { start, end }: Span): Pick<ToneFinding, "fix"> {
  const lower = text.slice(start, end).toLowerCase()
  const small = written === "en" ? lower.replace(/(?<!\p{L})i(?!\p{L})/gu, "I") : lower
  const before = text.slice(0, start).replace(/[¡¿("“«]+$/u, "")
  const bare = before.trimEnd()
  const begins = bare === "" || /[.!?。]$/u.test(bare.slice(-1)) || before.slice(bare.length).includes("\n")
  return { fix: { from: start, to: end, text: begins ? small.charAt(0).toUpperCase() + small.slice(1) : small } }
}
