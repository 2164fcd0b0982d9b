import * as z from "zod/mini"
import { findInjection } from "../../checks/injection/find-injection.ts"
import type { RelayBody } from "../../protocol/outgoing.ts"
import type { DraftEnd } from "../../protocol/relay.ts"
import type { DraftRecord } from "../../store/records.ts"
import { attachmentSource } from "../../ticket/attachment.ts"
import type { Answer } from "../../ticket/draft.ts"
import type { Services } from "../ticket/ticket-state.ts"

/**
 * Adds to what is offered beside a draft the sentences of attachments that are nearest to the customer's newest
 * message. They are found in this browser, because the relay keeps nothing of an attachment, and only offered: a file
 * may be anybody's, so none of its sentences is in a letter before the agent puts it there. All of it is masked.
 * @returns undefined when there is nothing to add
 */
export async function offerSentences(
  services: Pick<Services, "findAnswer" | "reportError">,
  { attached = [], sources }: DraftRecord,
  { answer, language, text: letter }: DraftEnd,
  body: RelayBody
): Promise<Answer | undefined> {
  if (!answer || attached.length === 0) return undefined
  const numbered = attached.flatMap(({ n, name, text }) => {
    const source = sources.find(({ id }) => id === attachmentSource(n))
    return source ? [{ n: source.n, about: name, text }] : []
  })
  try {
    const question = newestOf(body)
    const nearest = await services.findAnswer({ kind: "answer", question, language, sources: numbered })
    const offered = nearest
      .filter(({ text }) => !letter.includes(text) && findInjection(text) === undefined)
      .map(({ n, text }) => ({
        source: n,
        text,
        at: numbered.find((one) => one.n === n)?.text.indexOf(text) ?? 0
      }))
    return offered.length > 0 ? { ...answer, suggestions: [...offered, ...answer.suggestions] } : undefined
  } catch (error) {
    // The draft is whole without them.
    await services.reportError(error)
    return undefined
  }
}

function newestOf(body: RelayBody): string {
  const read = ofMessages.safeParse(JSON.parse(body))
  return read.success ? (read.data.ticket.messages.findLast(({ role }) => role === "customer")?.text ?? "") : ""
}

const ofMessages = z.object({
  ticket: z.object({ messages: z.array(z.object({ role: z.string(), text: z.string() })) })
})
