import { inOrder, readYaml } from "../../../playbooks/format/read-yaml.ts"
import type { Mistake } from "../../../runtime/yaml/mistake-lines.ts"
import { LANGUAGES } from "../../../text/languages.ts"
import { sentences } from "../../../text/sentences.ts"
import type { ByLanguage, TeamVoice, Wording } from "../../../ticket/team-voice.ts"
import { knownAt, voiceFile, type VoiceFile } from "./shape.ts"

export type VoiceRead = { voice: TeamVoice; mistakes?: undefined } | { voice?: undefined; mistakes: Mistake[] }

/** Reads a voice from YAML. It returns the voice, or a sentence for each mistake with its line, in the order of the file. */
export function readVoice(source: string): VoiceRead {
  const read = readYaml(source, voiceFile, knownAt)
  if (read.mistakes) return { mistakes: read.mistakes }
  const { data, lineAt } = read
  const faults = faultsOf(data)
  if (faults.length === 0) return { voice: voiceOf(data) }
  return { mistakes: inOrder(faults.map(({ path, sentence }) => ({ line: lineAt(path), sentence }))) }
}

interface Fault {
  path: string[]
  sentence: string
}

/** What the shape can't tell: texts without a language, gaps that nothing fills, words that are forbidden and preferred. */
function faultsOf(file: VoiceFile): Fault[] {
  const { language = [], persona, words = {} } = file
  const texts = [
    ["greeting", "name"],
    ["sign-off", "agent"],
    ["disclosure", ""]
  ] as const
  return [
    ...(sentences(persona, language[0] ?? null).length > 2
      ? [{ path: ["persona"], sentence: "persona has more than two sentences: say in two who writes." }]
      : []),
    ...texts.flatMap(([key, gap]) => {
      const value = file[key]
      if (value === undefined) return []
      const plain = typeof value === "string" || Array.isArray(value)
      if (plain && language.length !== 1)
        return [
          {
            path: [key],
            sentence: `${key} is in one language, and the voice isn't: write it as {en: ..., de: ...}, or give the voice one language.`
          }
        ]
      return Object.values(plain ? { own: value } : value)
        .flat()
        .flatMap((written) => unknownGaps(written, gap))
        .map((sentence) => ({ path: [key], sentence: `${key} ${sentence}` }))
    }),
    ...contradictions(words)
  ]
}

function unknownGaps(text: string, gap: string): string[] {
  const known = gap === "" ? "no gap in braces" : `only the gap {${gap}}`
  return [...text.matchAll(/\{([^{}]*)\}/g)].flatMap(([whole, name]) =>
    name === gap ? [] : [`knows ${known}, and not ${whole}.`]
  )
}

/** A word that is put in the place of another must not be one that isn't said itself. */
function contradictions({ forbid = [], prefer = {} }: NonNullable<VoiceFile["words"]>): Fault[] {
  const forbidden = new Set(forbid.map((one) => (typeof one === "string" ? one : one.word).toLowerCase()))
  const put = [...Object.keys(prefer), ...forbid.flatMap((one) => (typeof one === "string" ? [] : one.instead))]
  const wrong = put.filter((word) => forbidden.has(word.toLowerCase()))
  return [...new Set(wrong)].map((word) => ({
    path: word in prefer ? ["words", "prefer", word] : ["words", "forbid"],
    sentence: `"${word}" is to be said and is forbidden: take it out of one of the lists.`
  }))
}

function voiceOf(file: VoiceFile): TeamVoice {
  const { brand = [], group = [], channel = [], language = [], words = {}, length = {} } = file
  const small = (names: string[]) => names.map((one) => one.trim().toLowerCase())
  const in_ = <Value extends string | string[]>(
    value: Value | Partial<Record<string, Value>> | undefined
  ): ByLanguage<Value> => {
    if (value === undefined) return {}
    if (typeof value === "string" || Array.isArray(value))
      return Object.fromEntries(language.map((one) => [one, value])) as ByLanguage<Value>
    return Object.fromEntries(
      LANGUAGES.flatMap((one) => {
        const own = value[one]
        return own === undefined ? [] : [[one, own]]
      })
    )
  }
  return {
    name: file.voice,
    of: { brands: small(brand), groups: small(group), channels: channel, languages: language },
    persona: file.persona.trim(),
    formality: file.formality,
    greetings: in_<string[]>(file.greeting),
    signOffs: in_<string[]>(file["sign-off"]),
    naming: file.name,
    most: length,
    emoji: file.emoji,
    forbidden: (words.forbid ?? []).map((one): Wording => (typeof one === "string" ? { word: one } : one)),
    preferred: Object.entries(words.prefer ?? {}).flatMap(([instead, over]) =>
      over.map((word): Wording => ({ word, instead }))
    ),
    products: words.products ?? [],
    disclosure: in_<string>(file.disclosure),
    examples: file.examples ?? []
  }
}
