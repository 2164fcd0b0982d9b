import {
  NoEditor,
  NotPublic,
  PageChanged,
  Unreadable,
  type HelpdeskAdapter,
  type Page
} from "../../helpdesks/contract/adapter.ts"
import { testEditor, testParts } from "../../helpdesks/contract/self-test.ts"
import { readDocument } from "../../helpdesks/contract/session-requests.ts"
import { shortHash } from "../../text/hash.ts"
import { TAUGHT_PAGE, type PageRecipe } from "../../ticket/page-recipe.ts"
import type { Message, Ticket } from "../../ticket/ticket.ts"
import { createKnownThreads, seenOfFetched } from "./known-threads.ts"
import { observePlaces } from "./observe-places.ts"
import { isSeen } from "./deep-page.ts"
import { editorNoteSigns } from "./editor-note-signs.ts"
import { commonContainer, readMessages, type ShownMessage } from "./read-messages.ts"
import { ticketInFront, isTicketAddress, nameOf, subjectOf } from "./ticket-in-front.ts"
import { fitsAddress, unfitPart } from "./unfit-part.ts"
import { linkedFilesIn } from "./message-text.ts"

/** What the agent said of single messages of the ticket in front. It is forgotten with the page. */
export interface MessageChoices {
  /** Ids of messages that are not read. */
  out: readonly string[]
  /** Who wrote messages that would have been left out, by their ids. */
  roles: Readonly<Record<string, "customer" | "agent">>
}

/**
 * Makes an adapter of the places that an agent has shown. It reads what the page shows, and nothing else; messages that
 * look like notes, and those that don't say by whom they are, are not read.
 * @param mayBeReply what the helpdesk itself is known to say of what is written in it
 */
export function recipeAdapter(
  recipe: PageRecipe,
  choices: MessageChoices = { out: [], roles: {} },
  mayBeReply: () => boolean = () => true
): HelpdeskAdapter {
  const started = new Date()
  const thread = new ShownThread(recipe, choices)
  const findReplyEditor = (page: Page, ticketId: string | undefined) => {
    if (ticketId === undefined || thread.openId(page) !== ticketId) throw new NoEditor()
    if (!mayBeReply()) throw new NotPublic()
    return replyBox(page.document, recipe)
  }
  return {
    id: TAUGHT_PAGE,
    changes: { childList: true, subtree: true, characterData: true },
    observe: (document, look, signal) => observePlaces(document, recipe, look, signal),
    matches: ({ document, url }) => url.origin === recipe.site && readMessages(document, recipe, started).length > 0,

    openTicket(page) {
      if (nameOf(page, recipe) === undefined) return undefined
      const ids = thread.ids(page.document)
      const ticketId = thread.openId(page, ids)
      return ticketId === undefined || ids.length === 0 ? undefined : { ticketId, thread: ids.join(" ") }
    },

    async readTicket(page, ticketId, signal) {
      const { messages } = await thread.read(page, ticketId, signal)
      return ticketOf(recipe, page, ticketId, messages, started)
    },

    async newestPublic(page, ticketId, signal) {
      const { version } = await thread.read(page, ticketId, signal)
      return { version }
    },

    findReplyEditor,

    messageElement: (page, ticketId, { id }) =>
      thread.openId(page) === ticketId
        ? thread.messages(page.document).find((one) => one.id === id)?.element
        : undefined,

    selfTest: (page) => [
      ...testParts(partTests(page, recipe, thread.ids(page.document).length > 0)),
      // A reply box may be closed, so it is broken only where something else stands at its place.
      ...testEditor(() => findReplyEditor(page, thread.openId(page)))
    ]
  }
}

/** Tests of the places, each of which throws PageChanged where a place isn't as it was shown. */
function partTests(page: Page, recipe: PageRecipe, hasMessages: boolean): Parameters<typeof testParts>[0] {
  const unfit = unfitPart(page, recipe)
  return [
    [
      "subject",
      () => {
        if (unfit === "subject") throw new PageChanged("subject")
        return recipe.subject && hasMessages
      }
    ],
    [
      "messages",
      () => {
        // The agent may have said by whom they are where the page doesn't.
        if (unfit === "messages" && !hasMessages) throw new PageChanged("messages")
        return hasMessages
      }
    ]
  ]
}

/** The thread of the ticket that the page shows. */
class ShownThread {
  readonly #recipe: PageRecipe
  readonly #choices: MessageChoices
  readonly #threads = createKnownThreads()
  #isDrawnByScript: boolean

  constructor(recipe: PageRecipe, choices: MessageChoices) {
    this.#recipe = recipe
    this.#choices = choices
    this.#isDrawnByScript = recipe.messages.through.length > 0
  }

  messages(document: Document): ShownMessage[] {
    return chosenMessages(readMessages(document, this.#recipe, new Date()), this.#choices)
  }

  ids(document: Document): string[] {
    return this.messages(document).map(({ id }) => id)
  }

  /**
   * Address and subject name the ticket. Where the address is the same for all tickets, which may have one subject, the
   * thread's first message does so, too.
   * @param ids of the messages that are shown, where they are known
   */
  openId(page: Page, ids?: readonly string[]): string | undefined {
    const name = nameOf(page, this.#recipe)
    if (name === undefined || isTicketAddress(page.url, this.#recipe)) return name && idOf(name)
    const messageIds = ids ?? this.ids(page.document)
    return messageIds.length === 0 ? undefined : idOf(`${name} ${this.#threads.firstOf(name, messageIds)}`)
  }

  /** Returns the thread with what the helpdesk has and this page doesn't show yet. */
  async read(page: Page, ticketId: string, signal: AbortSignal) {
    const recipe = this.#recipe
    this.#requireOpen(page, ticketId)
    const mayBeGiven = fitsAddress(page.url, recipe)
    const fetched = this.#isDrawnByScript ? [] : await fetchedMessages(recipe, page, signal)
    // While the helpdesk answered, the page may have gone on, to another ticket or to another message of this one.
    this.#requireOpen(page, ticketId)
    const here = readMessages(page.document, recipe, new Date())
    // The address of a list, or of the next ticket, may come before what is drawn there.
    if (mayBeGiven && fetched.length === 0) this.#isDrawnByScript = true
    const isThread = fetched.some(({ id }) => id === here[0]?.id)
    const newer = isThread ? newerOf(fetched, here, page, recipe) : []
    const messages = chosenMessages([...here, ...newer], this.#choices)
    if (messages.length === 0) throw new PageChanged("messages")
    // A message that this page doesn't show yet is newer, even where only its place on the screen says by whom it is.
    const counted = new Set([...messages, ...newer].map(({ id }) => id))
    const ids = [...here, ...newer].map(({ id }) => id).filter((id) => counted.has(id))
    return { messages, version: this.#threads.versionOf(nameOf(page, recipe) ?? "", ids) }
  }

  #requireOpen(page: Page, ticketId: string): void {
    if (this.openId(page) !== ticketId) throw new Unreadable("not-found")
  }
}

/** @throws NoEditor, NotPublic, PageChanged when several are shown */
export function replyBox(document: Document, recipe: PageRecipe): HTMLElement {
  const { site, messages, reply } = recipe
  if (!reply) throw new NoEditor()
  const [box, another] = ticketInFront(document, recipe)?.(reply).filter(isSeen) ?? []
  if (!box) throw new NoEditor()
  // It isn't sure which of them the agent has shown.
  if (another || !isEditable(box)) throw new PageChanged("reply editor")
  if (editorNoteSigns(box, site, messages).length > 0) throw new NotPublic()
  return box
}

export function isEditable(element: HTMLElement): boolean {
  return element.localName === "textarea" || element.isContentEditable || element.hasAttribute("contenteditable")
}

const idOf = (name: string) => shortHash(name, `${name.length} ${name}`)

/** Returns what is read, after what the agent said about single messages. */
export function chosenMessages(messages: ShownMessage[], { out, roles }: MessageChoices): ShownMessage[] {
  return messages.flatMap((message) => {
    if (out.includes(message.id)) return []
    const said = roles[message.id]
    return said ? [{ ...message, role: said }] : message.doubt || !message.role ? [] : [message]
  })
}

function ticketOf(recipe: PageRecipe, page: Page, ticketId: string, messages: ShownMessage[], started: Date): Ticket {
  const customer = messages.find(({ role, author }) => role === "customer" && author !== "")?.author
  const authors = new Set(messages.map(({ author }) => author).filter((name) => name !== "" && name !== customer))
  const { document } = page
  const { lang } = document.documentElement
  return {
    helpdesk: TAUGHT_PAGE,
    ticketId,
    subject: subjectOf(document, recipe),
    requester: customer ? { name: customer } : {},
    people: [...authors].map((name) => ({ name })),
    tags: [],
    ...(/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(lang) ? { locale: lang } : {}),
    messages: messagesOf(page, messages, started)
  }
}

/** A message whose time the page doesn't say was written no later than the next one. */
function messagesOf(page: Page, messages: ShownMessage[], started: Date): Message[] {
  let next = started.toISOString()
  return messages
    .toReversed()
    .map(({ id, element, author, role = "customer", at, text }): Message => {
      next = at ?? next
      return { id, author, role, visibility: "public", at: next, text, ...linkedFilesIn(page, element) }
    })
    .reverse()
}

/** Returns what was fetched and isn't in the page yet, as far as the page would show it. A note is left out. */
function newerOf(fetched: ShownMessage[], here: ShownMessage[], { document }: Page, recipe: PageRecipe) {
  // What is here and hidden, as in another tab of the page, is no news.
  const known = new Set([...here, ...readMessages(document, recipe, new Date(), false)].map(({ id }) => id))
  // A page that draws the end of a long thread leaves out older messages, which stand before the first one here.
  const first = fetched.findIndex(({ id }) => here.some((one) => one.id === id))
  const isOlder = ({ at = "" }: ShownMessage, n: number) => n < first && at !== "" && at < (fetched[first]?.at ?? "")
  const unknown = fetched.filter((one, n) => !known.has(one.id) && one.doubt !== "note" && !isOlder(one, n))
  return seenOfFetched(unknown, fetched, document, commonContainer(here.map(({ element }) => element)))
}

/**
 * Reads the page again from the helpdesk, because many pages don't show by themselves that the customer has written. Of
 * a page that draws itself nothing comes, and while the address is ahead of what is drawn, another thread does.
 * @throws LoggedOut, Unreadable
 */
async function fetchedMessages(recipe: PageRecipe, page: Page, signal: AbortSignal): Promise<ShownMessage[]> {
  const { pathname, search } = page.url
  const read = await readDocument(page, pathname + search, "text/html", signal).catch((error: unknown) => {
    if (error instanceof PageChanged || (error instanceof Unreadable && error.part === "not-found")) return undefined
    throw error
  })
  return read ? readMessages(read, recipe, new Date()) : []
}
