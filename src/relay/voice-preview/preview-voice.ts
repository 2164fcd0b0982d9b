import { checkTone } from "../../checks/tone/tone.ts"
import type { DraftEnd, PairedPerson } from "../../protocol/relay.ts"
import type { Mistake } from "../../runtime/yaml/mistake-lines.ts"
import { ownWords, signedWords } from "../../text/mail/mail-parts.ts"
import { plainBlanks, type Source } from "../../ticket/draft.ts"
import type { ToneFinding } from "../../ticket/tone-finding.ts"
import { replyVoiceOf, voiceRulesOf, type TeamVoice, type VoiceRules } from "../../ticket/team-voice.ts"
import { createOfflineDrafter } from "../drafting/offline/offline-drafter.ts"
import { createPipeline } from "../drafting/pipeline/pipeline.ts"
import { createOfflineSummariser } from "../drafting/summary/summary.ts"
import { readVoice } from "../voices/read-voice.ts"
import { chooseSamples, type ChosenSample, maskSample } from "./choose-samples.ts"
import type { PreviewedLetter, VoicePreview } from "../../protocol/routes/voices.ts"

/** Reads a voice and shows it as `previewVoice` does, or returns its mistakes. A worker thread runs it. */
export async function previewSource(source: string): Promise<{ preview: VoicePreview } | { mistakes: Mistake[] }> {
  const { voice, mistakes } = readVoice(source)
  return voice ? { preview: await previewVoice(voice) } : { mistakes }
}

/**
 * Shows how letters to sample tickets sound in a voice and without it, and what the voice's check finds in each.
 * Everything happens in memory: the letters are written without a model, from the sample shop's pages, and nothing is
 * stored or counted. The voice counts for each ticket, whatever brand and group it is for.
 */
export async function previewVoice(voice: TeamVoice): Promise<VoicePreview> {
  const forAll = { ...voice, of: { ...voice.of, brands: [], groups: [] } }
  const letters: VoicePreview["letters"] = []
  for (const sample of chooseSamples(voice)) {
    const { language, channel, subject, requester, text } = sample
    const rules = voiceRulesOf(replyVoiceOf(voice, language, channel))
    letters.push({
      ...{ language, channel, subject, requester, asked: text },
      with: checked(await letterTo(sample, [forAll]), sample, rules),
      without: checked(await letterTo(sample, []), sample, rules)
    })
  }
  return { name: voice.name, letters }
}

/** Writes the letter as the relay does, from the page that answers the sample. */
async function letterTo(sample: ChosenSample, voices: TeamVoice[]): Promise<string> {
  const { ticket, restore } = maskSample(sample)
  const { language } = sample
  const source = sourceOf(sample)
  const pipeline = createPipeline({
    retriever: {
      find: async () => ({ sources: [source], chosen: [source.id], searched: [], documents: 1, language })
    },
    drafter: createOfflineDrafter(),
    summariser: createOfflineSummariser(),
    voices: async () => ({ voices, hash: undefined })
  })
  let end: DraftEnd | undefined
  await pipeline.run(
    { draftId: NO_DRAFT, ticket },
    NOBODY,
    (event) => {
      if (event.type === "draft-end") end = event
    },
    new AbortController().signal
  )
  return restore(end?.text ?? "")
}

/** What the check of the tone card finds of the voice's rules in this letter, as it would in an editor. */
function checked(text: string, sample: ChosenSample, voice: VoiceRules): PreviewedLetter {
  const signed = signedWords(text)
  const findings = checkTone(ownWords(text), {
    requester: sample.requester,
    language: sample.language,
    thread: [{ role: "customer", text: sample.text }],
    sources: [sample.page.passage],
    channel: sample.channel,
    firstReply: true,
    agent: sample.agent,
    ...(signed !== undefined && { signed }),
    voice
  })
  // A blank looks as it would in an editor.
  return { text: plainBlanks(text), findings: counted(findings.filter(({ kind }) => kind.startsWith("voice-"))) }
}

/** The same words that break the same rule are one entry. */
function counted(findings: readonly ToneFinding[]): PreviewedLetter["findings"] {
  const byWords = Map.groupBy(findings, ({ kind, quote }) => `${kind} ${quote}`)
  return [...byWords.values()].flatMap((same) => {
    const [first] = same
    return first ? [{ rule: first.kind, quote: first.quote, times: same.length, data: first.data ?? {} }] : []
  })
}

const sourceOf = ({ language, page: { title, passage } }: ChosenSample): Source => ({
  n: 1,
  id: "sample",
  title,
  kind: "article",
  headings: [],
  passage,
  visibility: "public",
  locale: language,
  score: 1
})

const NO_DRAFT = "00000000-0000-4000-8000-000000000000"
const NOBODY: PairedPerson = { id: "", name: "", role: "admin", groups: [] }
