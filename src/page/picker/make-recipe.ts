import type { Page } from "../../helpdesks/contract/adapter.ts"
import type { MessagePlaces, PageRecipe } from "../../ticket/page-recipe.ts"
import { messageText } from "../recipe/message-text.ts"
import { commonContainer, headOf, messageElements, timesFall } from "../recipe/read-messages.ts"
import { type TicketPlaces, isPlainPart } from "../recipe/ticket-in-front.ts"
import { PART_WORDS, wordsInName } from "../recipe/structure-words.ts"
import { messageParts } from "./message-parts.ts"
import { inOneRoot, messageSelector } from "./message-selector.ts"
import { placeOf } from "./place-of.ts"
import { roleMarks } from "./role-marks.ts"
import { lineOf } from "../../helpdesks/contract/own-nodes.ts"
import { noteSigns } from "../recipe/note-words.ts"

/** What the agent has pointed at in the page. */
export interface Pointed {
  subject?: HTMLElement | undefined
  customer: readonly HTMLElement[]
  agent: readonly HTMLElement[]
  reply?: HTMLElement | undefined
  /** What the agent said of the order, if they did. */
  newestFirst?: boolean | undefined
}

/** Makes a recipe of what was pointed at. Returns undefined as long as no message of a customer is among it. */
export function makeRecipe(page: Page, pointed: Pointed, now: Date): PageRecipe | undefined {
  const { document, url } = page
  const personal = personalWords(document, pointed)
  const shown = { personal, messages: [...pointed.customer, ...pointed.agent] }
  const subject = pointed.subject && placeOf(pointed.subject, shown)
  const reply = pointed.reply && placeOf(pointed.reply, shown)
  const messages = messagePlaces(page, pointed, { subject, reply, personal }, now)
  if (!messages) return undefined
  const isFragment = /^#(?:!?\/|[^#]*\d)/.test(url.hash)
  return {
    version: 1,
    site: url.origin,
    address: addressPattern(isFragment ? url.pathname + url.hash : url.pathname, personal),
    ...(isFragment ? { fragment: true as const } : {}),
    ...(subject ? { subject } : {}),
    messages,
    ...(reply ? { reply } : {})
  }
}

type Places = Omit<TicketPlaces, "messages"> & { personal: ReadonlySet<string> }

/** The first message of many tickets stands in a place of its own, and is like no other. */
function messagePlaces(page: Page, pointed: Pointed, places: Places, now: Date): MessagePlaces | undefined {
  const alike = alikePlaces(page, pointed, places, now)
  if (alike || pointed.customer.length < 2) return alike
  for (const first of pointed.customer) {
    const others = pointed.customer.filter((one) => one !== first)
    const opening = placeOf(first, { personal: places.personal, messages: [...others, ...pointed.agent] })
    const made = opening && alikePlaces(page, { ...pointed, customer: others }, { ...places, opening }, now)
    if (made) return made
  }
  return undefined
}

function alikePlaces(
  { document, url }: Page,
  pointed: Pointed,
  { personal, opening, ...others }: Places & Pick<MessagePlaces, "opening">,
  now: Date
): MessagePlaces | undefined {
  const lifted = inOneRoot([...pointed.customer, ...pointed.agent])
  const customer = lifted.slice(0, pointed.customer.length)
  const agent = lifted.slice(pointed.customer.length)
  const found = customer.length > 0 ? messageSelector(lifted, personal) : undefined
  if (!found) return undefined
  const { through, selector } = found
  const any = { through, selector, opening, head: [], customer: { kind: "self" as const, selector: "*" } }
  const elements = messageElements(document, { messages: any, ...others })
  const container = commonContainer(elements)
  if (!container) return undefined
  const places = {
    through,
    selector,
    ...(opening ? { opening } : {}),
    ...messageParts(lifted, personal, now, elements)
  }
  const plainWords = [...new Set(lifted.flatMap((one) => noteSigns(one, container, places, url.origin)))]
  const marks = roleMarks({ customer, agent }, places, container, personal, now)
  if (!marks) return undefined
  const isNewestFirst =
    pointed.newestFirst ?? newestFirst(document, elements, { ...any, ...places }, pointed.reply, now)
  return {
    ...places,
    ...marks,
    ...(isNewestFirst ? { newestFirst: true as const } : {}),
    ...(plainWords.length > 0 ? { plainWords } : {})
  }
}

/** By their times or, where the page shows none, by the side on which the reply is written. */
function newestFirst(
  document: Document,
  elements: readonly HTMLElement[],
  places: MessagePlaces,
  reply: HTMLElement | undefined,
  now: Date
): boolean {
  const times = elements.flatMap((one) => headOf(one, places, now, document.documentElement.lang).at ?? [])
  const fall = timesFall(times)
  if (fall !== undefined) return fall
  const [message] = elements
  if (!message || !reply || message.getRootNode() !== reply.getRootNode()) return false
  return (reply.compareDocumentPosition(message) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

/**
 * Words of the ticket that may name somebody or something, in lower case: those that are written with a capital. No
 * selector may hold one.
 */
function personalWords(document: Document, { subject, customer, agent }: Pointed): Set<string> {
  const texts = [lineOf(subject), document.title, ...[...customer, ...agent].map((one) => messageText(one, [], false))]
  const capitals = texts.flatMap((text) => text.match(/\p{Lu}[\p{L}\d]{2,}|[\p{L}\d.]+(?=@)/gu) ?? [])
  return new Set(capitals.flatMap(wordsInName))
}

/** Returns the address with "*" for what names a ticket or a person. */
function addressPattern(path: string, personal: ReadonlySet<string>): string {
  const parts = path.split("/").map((part) => {
    const isPersonal = wordsInName(part).some((word) => personal.has(word) && !PART_WORDS.includes(word))
    return isPlainPart(part) && !isPersonal ? part : "*"
  })
  return parts.join("/").slice(0, 200)
}
