import type { Channel } from "./ticket.ts"

/** How replies of a brand, group, language or channel sound, as the team wrote it down. */
export interface TeamVoice {
  /** Letters, digits and dashes; a team has each name once. */
  name: string
  /** Of which tickets it is the voice. An empty list stands for all. Brands and groups are in small letters. */
  of: { brands: string[]; groups: string[]; channels: Channel[]; languages: string[] }
  /** Who writes, in two sentences. */
  persona: string
  /** "formal" is Sie, vous, usted, o senhor; "informal" is du, tu, tú, você. */
  formality?: Formality | undefined
  /** Patterns with `{name}` by language. The first is written, and any of them is right. */
  greetings: ByLanguage<string[]>
  /** Patterns with `{agent}` by language, as above. */
  signOffs: ByLanguage<string[]>
  naming?: Naming | undefined
  most: Length
  /** The most emoji of a reply. */
  emoji?: number | undefined
  forbidden: Wording[]
  preferred: Wording[]
  /** Names in which a forbidden word is none. */
  products: string[]
  disclosure: ByLanguage<string>
  /** Replies as they should be. */
  examples: string[]
}
export type Formality = "formal" | "informal"
export type Naming = "first" | "full" | "none"
export type ByLanguage<Value> = Readonly<Record<string, Value>>
/** The longest reply, without limit where one is missing. */
export interface Length {
  words?: number | undefined
  characters?: number | undefined
}
/** A word that isn't said; a star stands for the rest of it. `instead` is what is said. */
export interface Wording {
  word: string
  instead?: string | undefined
}
/** A word that the team's replies put in the place of another, in one language (ISO 639-1). */
export interface TeamWording {
  language: string
  word: string
  instead: string
}

/** What a reply is held against: a voice in the reply's language and on its channel. It leaves the relay with the draft. */
export interface VoiceRules
  extends Pick<TeamVoice, "name" | "formality" | "naming" | "most" | "emoji" | "forbidden" | "preferred" | "products"> {
  greetings: string[]
  /** Which replies begin with one of the greetings: all, only the first one of a thread, or none. */
  greets: (typeof GREETS)[number]
  /** Empty where a reply isn't signed, or any sign-off is right. */
  signOffs: string[]
}
export const GREETS = ["all", "first", "none"] as const

/** A voice as it holds for one reply, with what only its writer needs to know. */
export interface ReplyVoice extends VoiceRules, Pick<TeamVoice, "persona" | "examples"> {
  channel: Channel
  /** Which replies its writer greets in. A voice without a greeting of its own leaves the words to the writer. */
  opens: VoiceRules["greets"]
  /** False on a channel where nobody signs. */
  isSigned: boolean
  disclosure?: string | undefined
}

/** The form of a reply by channel. Only mails are letters. */
const FORMS: Readonly<Record<Channel, { greets: VoiceRules["greets"]; isSigned: boolean; most: Length }>> = {
  mail: { greets: "all", isSigned: true, most: {} },
  chat: { greets: "first", isSigned: false, most: {} },
  messaging: { greets: "first", isSigned: false, most: {} },
  social: { greets: "none", isSigned: false, most: { characters: 280 } }
}

/**
 * Returns a voice as it holds for a reply in this language and on this channel. A voice that is only for the channel
 * says itself whether a reply is greeted and signed; its limits never widen the channel's.
 * @param channel undefined where the helpdesk doesn't tell, which counts as mail
 */
export function replyVoiceOf(
  { of, greetings, signOffs, disclosure, most, ...voice }: TeamVoice,
  language: string | null,
  channel: Channel = "mail"
): ReplyVoice {
  const form = FORMS[channel]
  const isOwn = of.channels.length === 1
  const inLanguage = <Value>(by: ByLanguage<Value>) => (language === null ? undefined : by[language])
  const greeted = inLanguage(greetings) ?? []
  const signed = inLanguage(signOffs) ?? []
  const isSigned = form.isSigned || (isOwn && signed.length > 0)
  const opens = isOwn && greeted.length > 0 && form.greets === "none" ? "all" : form.greets
  return {
    ...voice,
    channel,
    greetings: greeted,
    greets: greeted.length === 0 ? "none" : opens,
    opens,
    isSigned,
    signOffs: isSigned ? signed : [],
    most: { ...most, ...smaller(most.characters, form.most.characters) },
    disclosure: inLanguage(disclosure)
  }
}

/**
 * Returns how a reply sounds: the team's voice, or where it has none, the form of the channel. A mail without a voice
 * has no form of its own.
 */
export function soundOf(
  voice: TeamVoice | undefined,
  language: string | null,
  channel: Channel = "mail"
): ReplyVoice | undefined {
  if (voice) return replyVoiceOf(voice, language, channel)
  return channel === "mail" ? undefined : { ...PLAIN, ...FORMS[channel], opens: FORMS[channel].greets, channel }
}

const PLAIN = {
  name: "",
  persona: "",
  examples: [],
  greetings: [],
  signOffs: [],
  forbidden: [],
  preferred: [],
  products: []
}

/** Returns what leaves the relay of a voice. */
export const voiceRulesOf = ({
  persona: _persona,
  examples: _examples,
  channel: _channel,
  opens: _opens,
  isSigned: _isSigned,
  disclosure: _disclosure,
  ...rules
}: ReplyVoice): VoiceRules => rules

const smaller = (one: number | undefined, other: number | undefined): Pick<Length, "characters"> =>
  other === undefined ? {} : { characters: Math.min(one ?? other, other) }
