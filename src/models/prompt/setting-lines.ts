import type { Channel } from "../../ticket/ticket.ts"
import type { TeamWords } from "../drafter/contract.ts"
import { promptBlock } from "./prompt-blocks.ts"
import { oneLine } from "./prompt-fence.ts"

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
