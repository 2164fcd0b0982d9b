import type { Channel } from "../../ticket/ticket.ts"
import type { TeamWords } from "../drafter/contract.ts"
import { promptBlock, oneLine } from "./prompt-blocks.ts"
import { wordsIn } from "../../checks/tone/voice/over-length.ts"
import type { Length, ReplyVoice } from "../../ticket/team-voice.ts"

/** The lines by which a prompt says when, by whom and how a letter is sent. Each list has one line at most. */

/** @param today YYYY-MM-DD */
export const dateLine = (today: string): string =>
  promptBlock("date", { weekday: WEEKDAY.format(new Date(today)), day: today.slice(0, 10) })

const WEEKDAY = new Intl.DateTimeFormat("en", { weekday: "long", timeZone: "UTC" })

export const companyLine = (team: TeamWords | undefined): string[] =>
  team?.company ? [promptBlock("company", { company: oneLine(team.company) })] : []

/** The ticket's own channel counts more than what `models.yaml` says of all tickets. */
export function channelLine(ofTicket: Channel | undefined, team: TeamWords | undefined): string[] {
  const channel = ofTicket ? CHANNEL_WORDS[ofTicket] : team?.channel
  return channel ? [promptBlock("channel", { channel: oneLine(channel) })] : []
}

const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  mail: "e-mail",
  chat: "chat",
  messaging: "a messaging app",
  social: "a social network, where everybody can read it"
}

export const factsLine = (team: TeamWords | undefined): string[] =>
  team?.facts?.length
    ? [promptBlock("facts", { facts: team.facts.map((fact) => `- ${oneLine(fact)}`).join("\n") })]
    : []

/**
 * Returns the block that tells a model how the team wants the reply to sound. The voice is the team's own words, so it
 * stands outside the data. Its examples are shown with those of other replies.
 */
export function voiceBlock(voice: ReplyVoice, isAnswered: boolean): string {
  const { persona, formality, naming, emoji, forbidden, preferred, products } = voice
  const most = roomOf(voice)
  const instead = (words: readonly { word: string; instead?: string | undefined }[]) =>
    words.flatMap((one) => (one.instead === undefined ? [] : `"${one.word}": say "${one.instead}"`))
  const never = forbidden.flatMap(({ word, instead: other }) => (other === undefined ? `"${word}"` : []))
  const said = [...instead(forbidden), ...instead(preferred)]
  const lines = [
    ...(persona === "" ? [] : [persona]),
    ...(formality === undefined ? [] : [`Address the customer ${formality}ly.`]),
    ...greetingLines(voice, isAnswered),
    ...(naming === undefined ? [] : [NAMING[naming]]),
    ...(most.words === undefined ? [] : [`At most ${most.words} words.`]),
    ...(most.characters === undefined ? [] : [`At most ${most.characters} characters.`]),
    ...(emoji === undefined ? [] : [emoji === 0 ? "No emoji." : `At most ${emoji} emoji.`]),
    ...(never.length > 0 ? [`Never say ${never.join(", ")}.`] : []),
    ...(said.length > 0 ? [`Instead of ${said.join("; instead of ")}.`] : []),
    ...(products.length > 0 && forbidden.length > 0 ? [`These names stay as they are: ${products.join(", ")}.`] : [])
  ]
  return promptBlock("voice", { lines: lines.map((line) => `- ${line.replace(/\s+/g, " ").trim()}`).join("\n") })
}

/** The disclosure is put below what the model writes, and counts for the length. */
function roomOf({ most: { words, characters }, disclosure = "" }: ReplyVoice): Length {
  if (disclosure === "") return { words, characters }
  return {
    words: words && Math.max(1, words - wordsIn(disclosure).length),
    characters: characters && Math.max(1, characters - disclosure.length - 2)
  }
}

const NAMING = {
  first: "Greet by the first name alone, if it is known.",
  full: "Greet by the full name.",
  none: "Greet without a name."
} as const

function greetingLines({ greetings, opens, signOffs, isSigned, channel }: ReplyVoice, isAnswered: boolean): string[] {
  const [greeting] = greetings
  const [signOff] = signOffs
  const isGreeted = opens === "all" || (opens === "first" && !isAnswered)
  return [
    ...(isGreeted && greeting !== undefined
      ? [`Begin with "${greeting}", the customer's name in place of {name}.`]
      : []),
    ...(!isGreeted && channel !== "mail" ? ["Begin without a greeting."] : []),
    ...(signOff === undefined
      ? []
      : [`End with "${signOff.replace("\n", " / ")}", the agent's name in place of {agent}; a stroke is a new line.`]),
    ...(isSigned ? [] : ["No closing, and no name below."])
  ]
}
