import type { DraftPart } from "../../../../models/drafter/contract.ts"
import type { MissingFact } from "../../../../ticket/draft.ts"
import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import type { Voice } from "../../voices/voice.ts"
import type { CustomerQuestion } from "../reading/customer-question.ts"
import type { FrameWishes } from "../wishes/frame-wishes.ts"

/** What stands around the sentences of a reply: for whom, in which language, and how the agent wants it. */
export interface FrameJob {
  voice: Voice
  ticket: MaskedTicket
  question: CustomerQuestion
  wishes: FrameWishes
  /** The body has a courtesy of its own. */
  isPolite?: boolean
}

/** Returns what stands before and after the body of a reply: greeting and courtesy, and closing and the agent's name. */
export function frameOf({ voice, ticket, question, wishes, isPolite }: FrameJob): { opening: string; closing: string } {
  const greeting = greetingOf(voice, ticket, wishes)
  const polite = isPolite ? "" : courtesy(voice, { ...question, trouble: wishes.apology ?? question.trouble })
  return {
    opening: (greeting === "" ? sentenceCase(polite) : `${greeting}\n\n${polite}`) + (isPolite ? "" : voice.space),
    closing: `\n\n${voice.closing}${ticket.agent ? `\n${ticket.agent}` : ""}`
  }
}

/** Returns the whole reply as parts. A list begins a new paragraph. */
export function framed(job: FrameJob, said: DraftPart[], questions: MissingFact[], list = false): DraftPart[] {
  const { opening, closing } = frameOf(job)
  return [
    { text: list ? `${opening.trimEnd()}\n\n` : opening },
    ...said,
    { text: closing },
    ...(questions.length ? [{ questions }] : [])
  ]
}

/** Greets by the first name if the agent wants that, or if an agent has done so in the thread. */
function greetingOf(voice: Voice, { requester, firstName, messages }: MaskedTicket, wishes: FrameWishes): string {
  if (wishes.greeting === "none") return ""
  const isUsed = firstName && messages.some(({ role, text }) => role === "agent" && text.includes(firstName))
  const isFirst = wishes.firstName ?? isUsed === true
  // An e-mail address is not greeted like a name.
  const name = isFirst && firstName ? firstName : requester.startsWith("[EMAIL_") ? "" : requester
  const greeting = wishes.greeting && voice.greetings?.[wishes.greeting]
  return (greeting ?? voice.greeting)(name)
}

function courtesy(voice: Voice, { trouble, again }: { trouble: boolean; again: boolean }): string {
  return trouble ? voice.courtesy.sorry : again ? voice.courtesy.again : voice.courtesy.first
}

/** German goes on in lower case after a greeting. */
const sentenceCase = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
