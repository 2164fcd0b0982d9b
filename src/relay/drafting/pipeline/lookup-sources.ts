import { addSources, type RetrievedSources } from "../../../models/drafter/contract.ts"
import { attachmentSource } from "../../../ticket/attachment.ts"
import { isReadElsewhere, type Source } from "../../../ticket/draft.ts"
import { promiseLine } from "../../../ticket/earlier-ticket.ts"
import type { MaskedTicket } from "../../../ticket/masked-ticket.ts"
import { addProducts } from "../../recommendations/product-sources.ts"
import type { DraftContext, DraftTask, GuidedContext } from "./write-draft.ts"

/**
 * Adds what the browser read elsewhere for the ticket as further sources, behind those of search: looked-up facts,
 * promises in earlier tickets, attachments. The records of products that fit what it asks about buying come last.
 */
export async function addLookups(context: GuidedContext, task: DraftTask): Promise<DraftContext> {
  const { ticket } = task.request
  const products = (await task.products?.(ticket, task.person, context.language)) ?? []
  return { ...context, products, retrieval: addProducts(addReadElsewhere(context.retrieval, ticket), products) }
}

/** Adds what the browser read elsewhere for the ticket: looked-up facts, promises in earlier tickets, attachments. */
export const addReadElsewhere = (retrieval: RetrievedSources, ticket: MaskedTicket): RetrievedSources =>
  addAttachments(addEarlier(addLookedUpFacts(retrieval, ticket), ticket), ticket)

/**
 * Adds each lookup of the ticket as a source of its own number, behind the pages. A fact that a system didn't give is
 * named as not known, so that a model doesn't read it as "none".
 */
export function addLookedUpFacts(retrieval: RetrievedSources, { lookups = [] }: MaskedTicket): RetrievedSources {
  return addSources(
    retrieval,
    lookups.map(({ name, title, facts }) => ({
      id: `lookup:${name}`,
      title,
      kind: "lookup",
      headings: [],
      passage: facts.map(({ label, value }) => `${label}: ${value ?? "not known"}`).join("\n"),
      visibility: "public",
      score: 0
    }))
  )
}

/** Adds each earlier ticket in which the team promised something as a source of its own number, behind the lookups. */
export function addEarlier(retrieval: RetrievedSources, { earlier = [] }: MaskedTicket): RetrievedSources {
  const tickets = Map.groupBy(earlier, ({ ticketId }) => ticketId)
  return addSources(
    retrieval,
    [...tickets].map(([ticketId, promises]) => ({
      ...{ id: `earlier:${ticketId}`, title: `Earlier ticket ${ticketId}`, kind: "earlier", headings: [] },
      ...{ passage: promises.map(promiseLine).join("\n"), visibility: "public", score: 0 }
    }))
  )
}

/** Adds what was read of each attachment as a source of its own number, behind the earlier tickets. */
export function addAttachments(retrieval: RetrievedSources, { attached = [] }: MaskedTicket): RetrievedSources {
  return addSources(
    retrieval,
    attached.map(({ n, name, text }) => ({
      ...{ id: attachmentSource(n), title: `Attachment ${name}`, kind: "attachment", headings: [] },
      ...{ passage: text, visibility: "public", score: 0 }
    }))
  )
}

/** Returns the sources as they are sent and stored: the browser has what it read, and the relay keeps none of it. */
export const forBrowser = (sources: readonly Source[]): Source[] =>
  sources.map((source) => (isReadElsewhere(source) ? { ...source, passage: "" } : source))

/**
 * Returns a request to a model as it is stored for the inspector: without the facts that were looked up, the sentences
 * of earlier tickets and the texts of attachments. They are taken out as the prompt has them.
 */
export function bodyToStore(body: string, ticket: MaskedTicket): string {
  return withoutFacts(withoutPromises(withoutAttached(body), ticket), ticket)
}

/** A prompt may have shortened a text, so all that stands between the two lines of its fence is taken out. */
const withoutAttached = (body: string): string =>
  body.replace(ATTACHED, String.raw`$<begin>\n| (read in the browser, not kept)\n$<end>`)

/** A text can't end its fence, because it doesn't know the boundary. */
const ATTACHED =
  /(?<begin>--- SOURCE (?<n>\d+) \(attachment\) (?<boundary>\S+) ---).*?(?<end>--- END SOURCE \k<n> \(attachment\) \k<boundary> ---)/gs

function withoutPromises(body: string, { earlier = [] }: MaskedTicket): string {
  return earlier.reduce((text, promise) => {
    const bare = promiseLine({ ...promise, text: "(read in your helpdesk, not kept)" })
    return text.replaceAll(jsonText(promiseLine(promise)), jsonText(bare))
  }, body)
}

const jsonText = (line: string) => JSON.stringify(line).slice(1, -1)

function withoutFacts(body: string, { lookups = [] }: MaskedTicket): string {
  const lines = lookups.flatMap(({ facts }) =>
    facts.flatMap(({ label, value }) => (value === undefined ? [] : [{ label, value }]))
  )
  return lines.reduce((text, { label, value }) => {
    return text.replaceAll(jsonText(`${label}: ${value}`), jsonText(`${label}: (looked up, not kept)`))
  }, body)
}
