import { readFileSync } from "node:fs"
import { join } from "node:path"
import * as z from "zod/mini"
import { checkTone } from "../../../src/checks/tone/tone.ts"
import { readVoice } from "../../../src/relay/voices/read-voice.ts"
import type { Channel } from "../../../src/ticket/ticket.ts"
import { replyVoiceOf, type VoiceRules } from "../../../src/ticket/team-voice.ts"
import type { ToneRuleName } from "../../../src/ticket/tone-rule-names.ts"
import { readLines } from "../../../training/read-lines.ts"
import { passOver, rowsOfParts, type ReportSet, type Row } from "../row.ts"

/** The rules of a voice as the set names them, and the rule of tone that finds each. */
const RULES = {
  greeting: "voice-greeting",
  "sign-off": "voice-sign-off",
  formality: "voice-formality",
  name: "voice-name",
  length: "voice-length",
  characters: "voice-length",
  emoji: "voice-emoji",
  forbidden: "voice-forbidden",
  preferred: "voice-preferred"
} as const satisfies Record<string, ToneRuleName>

export const draftLine = z.object({
  id: z.string(),
  rule: z.enum(Object.keys(RULES) as (keyof typeof RULES)[]),
  breaks: z.boolean(),
  voice: z.string(),
  requester: z.string(),
  text: z.string()
})
type Draft = z.infer<typeof draftLine>

/** A voice of the set, in the language and on the channel of its drafts. */
interface SetVoice {
  rules: VoiceRules
  language: string | null
  channel: Channel
}

/** Drafts that break a rule of a voice, and drafts that keep it: how many of each are found, by rule. */
export const voicesOwn: ReportSet = {
  folder: "voices-own",
  files: ["dev.jsonl"],
  async rows(folder, how) {
    const voices = new Map<string, SetVoice>()
    const voiceOf = (name: string) => {
      const known = voices.get(name) ?? readSetVoice(folder, name)
      voices.set(name, known)
      return known
    }
    return rowsOfParts(folder, how, (file, part) => rowsOf(readLines(file, draftLine), part, { voiceOf, say: how.say }))
  }
}

/** @throws Error for a voice with a mistake */
export function readSetVoice(folder: string, name: string): SetVoice {
  const file = join(folder, "voices", `${name}.yaml`)
  const { voice, mistakes } = readVoice(readFileSync(file, "utf8"))
  if (!voice) throw new Error(`${file}: ${mistakes[0]?.sentence}`)
  const language = voice.of.languages[0] ?? null
  const channel = voice.of.channels[0] ?? "mail"
  return { rules: replyVoiceOf(voice, language, channel), language, channel }
}

/** Returns whether a draft is found to break the rule that it is about. */
export function isFound({ rule, requester, text }: Draft, { rules, language, channel }: SetVoice): boolean {
  const found = checkTone(text, {
    requester,
    language,
    thread: [],
    sources: [],
    channel,
    firstReply: true,
    voice: rules
  })
  return found.some(({ kind }) => kind === RULES[rule])
}

async function rowsOf(
  drafts: Draft[],
  part: string,
  { voiceOf, say }: { voiceOf: (name: string) => SetVoice; say: (line: string) => void }
): Promise<Row[]> {
  const { result, pass } = await passOver(drafts.length, () =>
    drafts.map((draft) => ({ ...draft, isFound: isFound(draft, voiceOf(draft.voice)) }))
  )
  const set = `voices-own, ${part}`
  const share = (some: typeof result) => some.filter((one) => one.isFound).length / Math.max(1, some.length)
  const breaking = result.filter(({ breaks }) => breaks)
  const keeping = result.filter(({ breaks }) => !breaks)
  if (part === "dev") for (const one of result) if (one.isFound !== one.breaks) say(`missed or wrong: ${one.id}`)
  const by = (what: string, some: typeof result) =>
    [...Map.groupBy(some, ({ rule }) => rule)].map(
      ([rule, own]): Row => ({ set, metric: `${what}: ${rule}`, figure: share(own), ...pass, detail: true })
    )
  return [
    { set, metric: "drafts that break a rule: found", figure: share(breaking), ...pass },
    { set, metric: "drafts that keep it: found by mistake", figure: share(keeping), ...pass },
    ...by("found, by rule", breaking),
    ...by("found by mistake, by rule", keeping)
  ]
}
