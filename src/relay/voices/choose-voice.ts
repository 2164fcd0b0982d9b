import type { Channel } from "../../ticket/ticket.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import type { TeamVoice } from "../../ticket/team-voice.ts"

/** What decides which voice a ticket has. */
export type VoiceSigns = Pick<MaskedTicket, "fields" | "tags"> & { channel?: Channel | undefined }

/**
 * Returns the voice of a ticket: the most specific that is for it. A brand counts more than a group, a group more than a
 * channel, and a channel more than a language.
 * @param language of the reply
 */
export function chooseVoice(
  voices: readonly TeamVoice[],
  { fields = {}, tags, channel = "mail" }: VoiceSigns,
  language: string | null
): TeamVoice | undefined {
  const valuesOf = (names: readonly string[]) =>
    Object.entries(fields).flatMap(([name, value]) => (names.includes(name.toLowerCase()) ? [small(value)] : []))
  const tagged = tags.flatMap((tag) => small(/^brand[:_-](.+)$/i.exec(tag)?.[1] ?? "") || [])
  const brands = [...valuesOf(["brand", "marke", "marque", "marca"]), ...tagged]
  const groups = valuesOf(["group", "queue", "team"])
  const isFor = ({ of }: TeamVoice) =>
    holds(of.brands, brands) &&
    holds(of.groups, groups) &&
    holds(of.channels, [channel]) &&
    holds(of.languages, language === null ? [] : [language])
  return voices.filter(isFor).sort((a, b) => rankOf(b) - rankOf(a))[0]
}

/** Returns another voice that is as specific and for some of the same tickets, so that none of both could be chosen. */
export const rivalOf = (voice: TeamVoice, voices: readonly TeamVoice[]): TeamVoice | undefined =>
  voices.find(
    (other) =>
      other.name !== voice.name &&
      rankOf(other) === rankOf(voice) &&
      KINDS.every((kind) => voice.of[kind].length === 0 || holds(voice.of[kind], other.of[kind]))
  )

/** Returns of which tickets it is the voice, as "brand harbor, channel chat", or "" for all. */
export const wordsOf = ({ of }: TeamVoice): string =>
  KINDS.flatMap((kind) => (of[kind].length > 0 ? [`${kind.slice(0, -1)} ${of[kind].join(" or ")}`] : [])).join(", ")

/** The first counts most. */
const KINDS = ["brands", "groups", "channels", "languages"] as const
const rankOf = ({ of }: TeamVoice) => KINDS.reduce((rank, kind) => rank * 2 + (of[kind].length > 0 ? 1 : 0), 0)
const holds = (wanted: readonly string[], given: readonly string[]) =>
  wanted.length === 0 || wanted.some((one) => given.some((other) => joined(one) === joined(other)))
/** A tag can't hold a blank, so "Harbor Lights" is "harbor_lights" or "harbor-lights" there. */
const joined = (name: string) => name.normalize("NFKC").replace(/[\s_-]+/gu, "_")
const small = (text: string) => text.trim().toLowerCase()
