import type { Channel } from "../../ticket/ticket.ts"
import type { TeamVoice } from "../../ticket/team-voice.ts"
import { LANGUAGES, type Language } from "../../text/languages.ts"
import type { SampleTicket, SampleTickets } from "./samples/sample-tickets.ts"
import { customerName } from "../../checks/tone/voice/customer-name.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import { de } from "./samples/de.ts"
import { en } from "./samples/en.ts"
import { es } from "./samples/es.ts"
import { fr } from "./samples/fr.ts"
import { ja } from "./samples/ja.ts"
import { pt } from "./samples/pt.ts"

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

export const SAMPLE_TICKETS: Readonly<Record<Language, SampleTickets>> = { en, de, fr, es, pt, ja }

const MIN_SAMPLES = 3
const MAIL: readonly Channel[] = ["mail"]

/**
 * Returns a sample ticket as a browser would send it, and what puts the names back into a letter. Which names it has is
 * known, so nothing needs to be found.
 */
export function maskSample({ agent, language, channel, subject, requester, text }: ChosenSample): {
  ticket: MaskedTicket
  restore: (letter: string) => string
} {
  const { first } = customerName(requester)
  const names: Readonly<Record<string, string>> = {
    [REQUESTER]: requester,
    [AGENT]: agent,
    ...(first !== undefined && { [FIRST]: first })
  }
  const ticket: MaskedTicket = {
    helpdesk: "sample",
    ticketId: "1",
    version: "1",
    subject,
    requester: REQUESTER,
    ...(first !== undefined && { firstName: FIRST }),
    agent: AGENT,
    channel,
    locale: language,
    tags: [],
    messages: [
      {
        id: "1",
        role: "customer",
        author: REQUESTER,
        at: "2026-11-19T08:00:00Z",
        text: text.replaceAll(requester, REQUESTER)
      }
    ]
  }
  return { ticket, restore: (letter) => letter.replace(/\[PERSON_\d\]/g, (gap) => names[gap] ?? gap) }
}

const REQUESTER = "[PERSON_1]"
const AGENT = "[PERSON_2]"
const FIRST = "[PERSON_3]"
