import { finding, type Reply, type ToneFinding, type ToneRule } from "../finding.ts"
import { find, has, phrasesOf } from "../phrases/phrases.ts"
import { apart, literal, quoted, type Span } from "../spans.ts"

/** Ordinary words in capitals for weight, one or several; three exclamation marks. The way out: the same without weight. */
export const shouting: ToneRule = (reply) => {
  const { shouted } = phrasesOf(reply.written)
  const runs = find(RUN, reply.text, "gu").flatMap((match) => isShouted(match[0], shouted) ? [{ start: match.index, end: match.index + match[0].length }] : [])
  const words = find(shouted, reply.text, "gu").filter((match) => match[0].length > 1 || /^[ÉYO]$/.test(match[0]) === false).map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter((span) => reply.text.slice(span.start, span.end).length > 1 && !isPartOfName(reply.text, span))
  const small = ordinary(reply)
  const known = find("\\p{Lu}{3,}", reply.text, "gu").filter((match) => small.has(match[0].toLowerCase())).map((match) => ({ start: match.index, end: match.index + match[0].length })).filter((span) => !isPartOfName(reply.text, span))
  const bracketed = (span: Span) => /\[[^\]\n]*$/.test(reply.text.slice(Math.max(0, span.start - 60), span.start))
  const loud = apart([...runs, ...words, ...known]).filter((span) => !quoted(reply, span) && !isGiven(reply, span) && !bracketed(span))
  const marks = [...reply.text.matchAll(/[!！]{3,}/gu)].map((match) => {
    const start = match.index
    return finding(reply, "shouting", start, start + match[0].length, { fix: { from: start, to: start + match[0].length, text: match[0].slice(0, 1) } })
  })
  return [...loud.map((span) => finding(reply, "shouting", span.start, span.end, quieter(reply, span))), ...marks]
}

/** Words that stand in small letters in this conversation: in capitals they are the same words, said louder. */
function ordinary({ text, thread, sources }: Reply): Set<string> {
  return new Set([text, ...thread.map((message) => message.text), ...sources].flatMap((each) => each.match(/(?<![\p{L}])\p{Ll}{3,}(?![\p{L}])/gu) ?? []))
}

/** Two words or more, all of them capitals. */
const RUN = "\\p{Lu}[\\p{Lu}'’]+(?:[ ,]+\\p{Lu}[\\p{Lu}'’]*)+"

/** A run of names and abbreviations is none; one with a word that is usually small is. */
function isShouted(run: string, shouted: string): boolean {
  const words = run.split(/[ ,]+/)
  return has(shouted, run) || (words.length >= 4 && words.every((word) => word.length > 1))
}

/** Beside another word in capitals that is no shout: "MUST HAVE 2", the product. */
function isPartOfName(text: string, { start, end }: Span): boolean {
  return /\p{Lu}{2,}[ -]$|[-_/.]$/u.test(text.slice(0, start)) || /^[ -]\p{Lu}{2,}|^[-_/\d]/u.test(text.slice(end))
}

/** Written so on the thing itself: in the thread, in a source, on a screen or a key. */
function isGiven({ text, thread, sources }: Reply, { start, end }: Span): boolean {
  const given = [...thread.map((message) => message.text), ...sources]
  if (given.some((each) => [...each.matchAll(new RegExp(literal(text.slice(start, end)), "gu"))].length > 0)) return true
  return /(?:press|click|tap|button|key|labelled|marked|reads|says|taste|knopf|schaltfläche|drücken|touche|bouton|botón|tecla|botão)\s*$/iu.test(text.slice(Math.max(0, start - 24), start))
}

function quieter({ text }: Reply, { start, end }: Span): Pick<ToneFinding, "fix"> {
  const small = text.slice(start, end).toLowerCase()
  const begins = /(?:^|[.!?。]\s*|\n\s*)$/u.test(text.slice(0, start))
  return { fix: { from: start, to: end, text: begins ? small.charAt(0).toUpperCase() + small.slice(1) : small } }
}
