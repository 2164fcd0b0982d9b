import { checkTone } from "../../src/checks/tone/tone.ts"
import type { ToneRuleName } from "../../src/ticket/tone-rule-names.ts"

/** The words that one rule finds in a reply in a chat, in order. */
export function quotesOf(rule: ToneRuleName, reply: string, language: string): string[] {
  const about = { requester: "", language, thread: [], sources: [], firstReply: false }
  return checkTone(reply, { ...about, channel: "chat" })
    .filter(({ kind }) => kind === rule)
    .map(({ quote }) => quote)
}
