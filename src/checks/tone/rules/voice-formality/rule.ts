import { finding, type Reply, type ToneFinding, type ToneRule } from "../../basis/finding.ts"
import { isQuotedSpan, mergedSpans, sentenceAround, spansOf, type Span } from "../../basis/spans.ts"
import { listLines, listPattern } from "../../phrases/phrases.ts"
import { keptSpans } from "../../voice/wordings.ts"

/**
 * The reply addresses the customer formally and the voice doesn't, or the other way round. One finding a sentence; the
 * fix is there where one form stands for just one other, such as "Ihnen" for "dir".
 */
export const voiceFormality: ToneRule = { order: 44, isVoice: true, find }

function find(reply: Reply): ToneFinding[] {
  const { voice, written } = reply
  const form = voice?.formality && FORMS[written ?? ""]?.[voice.formality]
  if (!voice?.formality || form === undefined) return []
  const wrong = voice.formality === "formal" ? "address-informal" : "address-formal"
  const productSpans = keptSpans(reply.text, voice.products)
  const spans = mergedSpans(spansOf(listPattern(written, wrong), reply, "gu")).filter(
    (span) => !isQuotedSpan(reply, span) && !productSpans.some((one) => one.start < span.end && span.start < one.end)
  )
  const bySentence = new Map(spans.toReversed().map((span) => [sentenceAround(reply, span.start).start, span]))
  return [...bySentence.values()].map((span) => {
    const fix = fixOf(reply, span, voice.formality === "formal")
    return finding(reply, "voice-formality", span.start, span.end, { data: { form }, ...(fix && { fix }) })
  })
}

/** How each form is called in its own language. */
const FORMS: Readonly<Record<string, Record<"formal" | "informal", string>>> = {
  de: { formal: "Sie", informal: "du" },
  fr: { formal: "vous", informal: "tu" },
  es: { formal: "usted", informal: "tú" },
  pt: { formal: "o senhor, a senhora", informal: "você" }
}

/** The longest pair whose words begin where the finding begins, or hold it. */
function fixOf({ text, written }: Reply, { start, end }: Span, isFormal: boolean) {
  const pairs = listLines(written, "address-pairs")
    .map((line) => line.split(" = "))
    .flatMap(([formal, informal]) =>
      formal === undefined || informal === undefined ? [] : [isFormal ? [informal, formal] : [formal, informal]]
    )
    .sort((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0))
  for (const [old = "", right = ""] of pairs) {
    for (let from = Math.max(0, end - old.length); from <= start; from++) {
      const words = text.slice(from, from + old.length)
      if (from + old.length < end || lowered(words) !== lowered(old) || !isWhole(text, from, from + old.length))
        continue
      return { from, to: from + old.length, text: /^\p{Lu}/u.test(words) && begins(text, from) ? raised(right) : right }
    }
  }
  return undefined
}

const isWhole = (text: string, from: number, to: number) =>
  !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, from - 2), from)) && !/^[\p{L}\p{N}]/u.test(text.slice(to, to + 2))
const begins = (text: string, at: number) => /(?:^|[.!?:]\s*|\n)$/u.test(text.slice(Math.max(0, at - 4), at))
const lowered = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1)
const raised = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
