import type { Channel } from "../../ticket/ticket.ts"
import type { TeamVoice } from "../../ticket/team-voice.ts"
import { LANGUAGES, type Language } from "../../text/languages.ts"
import { SAMPLE_TICKETS } from "./samples/index.ts"
import type { SampleTicket } from "./samples/sample-tickets.ts"

/** A sample ticket as the voice is shown on it. */
export interface ChosenSample extends SampleTicket {
  language: Language
  channel: Channel
  agent: string
}

/**
 * Chooses three to six sample tickets, so that each language and each channel of the voice is among them. A voice that
 * names no language is shown in those in which it says something, or else in all.
 */
export function chooseSamples({ of, greetings, signOffs, disclosure }: TeamVoice): ChosenSample[] {
  const named = of.languages.length > 0 ? of.languages : [greetings, signOffs, disclosure].flatMap(Object.keys)
  const own = LANGUAGES.filter((language) => named.includes(language))
  const languages = own.length > 0 ? own : LANGUAGES
  const channels = of.channels.length > 0 ? of.channels : MAIL
  const rounds = Math.ceil(Math.max(MIN_SAMPLES, channels.length) / languages.length)
  // Otherwise each round would give each language the same channel again.
  const shift = languages.length % channels.length === 0 ? 1 : 0
  return Array.from({ length: rounds }).flatMap((_, round) =>
    languages.flatMap((language, at) => {
      const { agent, tickets } = SAMPLE_TICKETS[language]
      const ticket = tickets[(round + at) % tickets.length]
      const channel = channels[(round * languages.length + at + shift * round) % channels.length]
      return ticket && channel ? [{ ...ticket, agent, language, channel }] : []
    })
  )
}

const MIN_SAMPLES = 3
const MAIL: readonly Channel[] = ["mail"]
