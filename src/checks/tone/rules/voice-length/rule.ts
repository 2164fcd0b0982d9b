import { isCourtesy } from "../../../courtesy.ts"
import type { Length } from "../../../../ticket/team-voice.ts"
import { overLength } from "../../voice/over-length.ts"
import { finding, type Reply, type ToneFinding, type ToneRule } from "../../basis/finding.ts"
import { sentenceAround } from "../../basis/spans.ts"
import { hasPhrase, phrasesOf } from "../../phrases/phrases.ts"

/**
 * The reply has more words or characters than the voice or the channel allows. If it is short enough without its
 * thanks and apologies, the fix takes those out.
 */
export const voiceLength: ToneRule = { order: 45, isVoice: true, find }

function find(reply: Reply): ToneFinding[] {
  const { text, voice } = reply
  const most = voice?.most ?? {}
  const over = overLength(text, most)
  if (!over) return []
  const { start } = sentenceAround(reply, over.at)
  const end = text.trimEnd().length
  const fix = withoutCourtesy(reply, most)
  const { unit, count, limit } = over
  return [
    finding(reply, "voice-length", start, end, {
      data: { unit, count: String(count), most: String(limit) },
      ...(fix && { fix })
    })
  ]
}

/** Takes out thanks and apologies between greeting and sign-off. */
function withoutCourtesy({ text, sentences, written }: Reply, most: Length) {
  const { opening, apology } = phrasesOf(written)
  const thanks = `${opening}|${apology}`
  const polite = sentences.filter(
    (one) => /[.!。]$/u.test(one.text) && hasPhrase(thanks, one.text) && isCourtesy(one.text, written)
  )
  const [first] = polite
  const last = polite.at(-1)
  if (!first || !last) return undefined
  const from = first.start
  const behind = text.slice(0, from).endsWith("\n") ? /^\s+/ : /^[ \t]+/
  const to = last.end + (behind.exec(text.slice(last.end))?.[0].length ?? 0)
  const courtesies = polite
    .reduceRight(
      (before, { start, end }) => before.slice(0, start - from) + before.slice(end - from).replace(/^[ \t]+/, ""),
      text.slice(from, to)
    )
    .replace(/\n{3,}/g, "\n\n")
  return overLength(text.slice(0, from) + courtesies + text.slice(to), most)
    ? undefined
    : { from, to, text: courtesies }
}
