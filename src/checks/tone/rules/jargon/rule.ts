import { LISTS } from "replywright/lexicon/tone"
import { wordsOf } from "../../../../lexicon/lexicon.ts"
import { escapeRegExp } from "../../../../text/escape-reg-exp.ts"
import { finding, type Reply, type ToneFinding, type ToneRule } from "../../basis/finding.ts"
import { mergedSpans, isQuotedSpan, lowerCaseWords, spansOf } from "../../basis/spans.ts"
import { EVERYDAY, findPhrase, hasPhrase, listLines, phrasesOf } from "../../phrases/phrases.ts"

/** Back-office words and specialist abbreviations that the customer has not used first. */
export const jargon: ToneRule = { order: 100, find }

function find(reply: Reply): ToneFinding[] {
  const { shouted } = phrasesOf(reply.written)
  const customer = [
    ...reply.thread.filter(({ role }) => role === "customer").map(({ text }) => text),
    reply.requester
  ].join("\n")
  const small = lowerCaseWords(reply)
  const named = findPhrase(NAMED, reply.text, "gu").flatMap((match) => {
    const word = match.groups?.["word"] ?? ""
    const start = match.index + match[0].lastIndexOf(word)
    return EVERYDAY.has(word) || hasPhrase(shouted, word) || small.has(word.toLowerCase())
      ? []
      : [{ start, end: start + word.length }]
  })
  return mergedSpans([
    ...listLines(reply.written, "jargon").flatMap((source) => spansOf(source, reply)),
    ...spansOf(ABBREVIATIONS, reply, "gu"),
    ...named
  ])
    .filter((span) => !isQuotedSpan(reply, span) && !usedBy(customer, reply, span))
    .map(({ start, end }) => finding(reply, "jargon", start, end))
}

function usedBy(customer: string, { text }: Reply, { start, end }: { start: number; end: number }): boolean {
  return hasPhrase(escapeRegExp(text.slice(start, end)), customer)
}

/** Short words in capitals after "the" or "our" are abbreviations; keys, screens and products have no article. */
const NAMED =
  "(?:the|our|your|an?|der|die|das|den|dem|im|vom|zum|unser\\p{Ll}*|le|la|les|du|des|notre|el|los|las|del|nuestr\\p{Ll}*|do|da|dos|das|nosso|nossa|pelo|pela) (?<word>\\p{Lu}{2,5})(?![\\p{L}\\d]|[ -]?\\p{Lu}{2}|[ -]?\\d|['’\\]])"

/**
 * Abbreviations of support, shops, payment, telephony, insurance, offices and computing, and numbered levels and
 * priorities. They are listed, because most short words in capitals are keys, screens, products or shouting.
 */
const SPECIALIST = [...wordsOf(LISTS, "specialist-abbreviations"), ...wordsOf(LISTS, "levels")].join("|")
const ABBREVIATIONS = `(?:${SPECIALIST})s?(?![ -]?\\p{Lu}{2}|['’\\]])`
