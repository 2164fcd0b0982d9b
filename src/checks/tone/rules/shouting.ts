import { finding, type Reply, type ToneFinding, type ToneRule } from "../basis/finding.ts"
import { hasPhrase, phrasesOf } from "../phrases/phrases.ts"
import {
  mergedSpans,
  conversationTexts,
  isQuotedSpan,
  lowerCaseWords,
  spanOf,
  spansOf,
  type Span
} from "../basis/spans.ts"

/**
 * Ordinary words in capitals for weight, one or several; three exclamation marks. The way out: the same without weight.
 */
export const shouting: ToneRule = (reply) => {
  const { shouted } = phrasesOf(reply.written)
  const small = lowerCaseWords(reply)
  const wordAt = ({ start, end }: Span) => reply.text.slice(start, end)
  const runs = spansOf(RUN, reply, "gu").filter((span) => isShouted(wordAt(span), shouted))
  const words = spansOf(shouted, reply, "gu").filter((span) => wordAt(span).length > 1)
  const known = spansOf("\\p{Lu}{3,}", reply, "gu").filter((span) => small.has(wordAt(span).toLowerCase()))
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

/** Two words or more, all of them capitals. */
const RUN = "\\p{Lu}[\\p{Lu}'’]+(?:[ ,]+\\p{Lu}[\\p{Lu}'’]*)+"

/** A run of names and abbreviations is none; one with a word that is usually small is. */
function isShouted(run: string, shouted: string): boolean {
  const words = run.split(/[ ,]+/)
  return hasPhrase(shouted, run) || (words.length >= 4 && words.every((word) => word.length > 1))
}

/** Beside another word in capitals that is no shout: "MUST HAVE 2", the product. */
function isPartOfName(text: string, { start, end }: Span): boolean {
  return (
    /\p{Lu}{2}[ -]$|[-_/.]$/u.test(text.slice(Math.max(0, start - BESIDE), start)) ||
    /^[ -]\p{Lu}{2}|^[-_/\d]/u.test(text.slice(end, end + BESIDE))
  )
}

/** Units that hold two capitals, of whatever script, and what parts them. */
const BESIDE = 5

/** In a bracket that stands open: what is to be filled in, not said. */
function isBracketed(text: string, { start }: Span): boolean {
  return /\[[^\]\n]*$/.test(text.slice(Math.max(0, start - 60), start))
}

/** Written so on the thing itself: in the thread, in a source, on a screen or a key. */
function isGiven(reply: Reply, { start, end }: Span): boolean {
  const { text } = reply
  if (conversationTexts(reply).some((each) => each.includes(text.slice(start, end)))) return true
  return /(?:press|click|tap|button|key|labelled|marked|reads|says|taste|knopf|schaltfläche|drücken|touche|bouton|botón|tecla|botão)\s*$/iu.test(
    text.slice(Math.max(0, start - 24), start)
  )
}

/** Whether every word of it is one that is written small, `safeFix` tells. */
function quieter({ text, written }: Reply, { start, end }: Span): Pick<ToneFinding, "fix"> {
  const lower = text.slice(start, end).toLowerCase()
  const small = written === "en" ? lower.replace(/(?<!\p{L})i(?!\p{L})/gu, "I") : lower
  const before = text.slice(0, start).replace(/[¡¿("“«]+$/u, "")
  const bare = before.trimEnd()
  const begins = bare === "" || /[.!?。]$/u.test(bare.slice(-1)) || before.slice(bare.length).includes("\n")
  return { fix: { from: start, to: end, text: begins ? small.charAt(0).toUpperCase() + small.slice(1) : small } }
}
