import type { Channel } from "./channel.ts"

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

/** A voice as it holds for one reply, in its language and on its channel. It leaves the relay with the draft. */
export interface ReplyVoice
  extends Pick<
    TeamVoice,
    "name" | "persona" | "formality" | "naming" | "most" | "emoji" | "forbidden" | "preferred" | "products" | "examples"
  > {
  language: string | null
  channel: Channel
  greetings: string[]
  /** Which replies begin with a greeting: all, only the first one of a thread, or none. */
  greets: "all" | "first" | "none"
  /** Empty where a reply on this channel isn't signed. */
  signOffs: string[]
  disclosure?: string | undefined
}

/** The form of a reply by channel. Only mails are letters. */
const FORMS: Readonly<Record<Channel, { greets: ReplyVoice["greets"]; isSigned: boolean; most: Length }>> = {
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
  return {
    ...voice,
    language,
    channel,
    greetings: greeted,
    greets: greeted.length === 0 ? "none" : isOwn && form.greets === "none" ? "all" : form.greets,
    signOffs: form.isSigned || isOwn ? (inLanguage(signOffs) ?? []) : [],
    most: { ...most, ...smaller(most.characters, form.most.characters) },
    disclosure: inLanguage(disclosure)
  }
}

const smaller = (one: number | undefined, other: number | undefined): Pick<Length, "characters"> =>
  other === undefined ? {} : { characters: Math.min(one ?? other, other) }
