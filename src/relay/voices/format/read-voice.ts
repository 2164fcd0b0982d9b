import { findWordings } from "../../../checks/tone/voice/wordings.ts"
import { inOrder, readYaml } from "../../../playbooks/format/read-yaml.ts"
import type { Mistake } from "../../../runtime/yaml/mistake-lines.ts"
import { LANGUAGES } from "../../../text/languages.ts"
import { sentences } from "../../../text/sentences.ts"
import type { ByLanguage, TeamVoice, Wording } from "../../../ticket/team-voice.ts"
import { knownAt, voiceFile, type VoiceFile } from "./shape.ts"

export type VoiceRead = { voice: TeamVoice; mistakes?: undefined } | { voice?: undefined; mistakes: Mistake[] }

/**
 * Reads a voice from YAML. It returns the voice, or a sentence for each mistake with its line, in the file's order.
 * @param isStored an earlier version of the relay took it in, so words that contradict each other, and braces that are
 * no gap, don't keep the relay from starting
 */
export function readVoice(source: string, isStored = false): VoiceRead {
  const read = readYaml(source, voiceFile, knownAt)
  if (read.mistakes) return { mistakes: read.mistakes }
  const { data, lineAt } = read
  const faults = [...faultsOf(data, isStored), ...(isStored ? [] : contradictions(data))]
  if (faults.length === 0) return { voice: voiceOf(data) }
  return { mistakes: inOrder(faults.map(({ path, sentence }) => ({ line: lineAt(path), sentence }))) }
}

interface Fault {
  path: (string | number)[]
  sentence: string
}

/** What the shape can't tell: texts without a language, and gaps that nothing fills. */
function faultsOf(file: VoiceFile, isStored: boolean): Fault[] {
  const { language = [], persona } = file
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
        .flatMap((written) => [...unknownGaps(written, gap), ...(isStored ? [] : brokenGaps(written, gap))])
        .map((sentence) => ({ path: [key], sentence: `${key} ${sentence}` }))
    })
  ]
}

function unknownGaps(text: string, gap: string): string[] {
  const known = gap === "" ? "no gap in braces" : `only the gap {${gap}}`
  return [...text.matchAll(/\{([^{}]*)\}/g)].flatMap(([whole, name]) =>
    name === gap ? [] : [`knows ${known}, and not ${whole}.`]
  )
}

/** Braces that don't belong to one gap stand in the letter as they are, and a second gap would be lost. */
function brokenGaps(text: string, gap: string): string[] {
  const written = [...text.matchAll(/\{+[^{}]*\}*|\}+/g)].map(([whole]) => whole.trim())
  return written.flatMap((whole, at) => {
    if (whole === `{${gap}}`) return written.indexOf(whole) < at ? [`has ${whole} twice: it can stand once.`] : []
    return /^\{[^{}]*\}$/.test(whole) ? [] : [`has a brace too many or too few: ${whole.slice(0, 40)}.`]
  })
}

/** What is put in the place of a word is said as it stands, so it must have no word that isn't said itself. */
function contradictions({ language: languages = [], words: lists = {} }: VoiceFile): Fault[] {
  const { forbid = [], prefer = {}, products = [] } = lists
  const [language = null] = languages
  const listed: (Wording & Pick<Fault, "path">)[] = [
    ...forbid.map((one, at) => ({ ...(typeof one === "string" ? { word: one } : one), path: ["words", "forbid", at] })),
    ...Object.entries(prefer).flatMap(([instead, over]) =>
      over.map((word) => ({ word, instead, path: ["words", "prefer", instead] }))
    )
  ]
  const isBare = (word: string) => word.replace(/[*\s]/g, "") === ""
  const bare = listed.filter(({ word }) => isBare(word))
  const words = listed.filter(({ word }) => !isBare(word))
  const said = [...new Map(words.map(({ instead, path }) => [instead, path]))].flatMap(([instead, path]) =>
    instead === undefined ? [] : [{ instead, path }]
  )
  return [
    ...bare.map(({ word, path }) => ({ path, sentence: `"${word}" matches every word: say which one is meant.` })),
    ...said.flatMap(({ instead, path }) => {
      if (instead.includes("*")) return [{ path, sentence: `"${instead}" is said as it stands: leave the star out.` }]
      const against = words.find((one) => findWordings(instead, [one], products, language).length > 0)
      if (!against) return []
      const { word, instead: other } = against
      return [
        {
          path,
          sentence:
            other === undefined || other === instead
              ? `"${instead}" is to be said and ${word === instead ? "is forbidden" : `has "${word}" in it, which is forbidden`}: take it out of one of the lists.`
              : `"${instead}" is to be said, and "${other}" in the place of "${word}": take one of them out.`
        }
      ]
    })
  ]
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
