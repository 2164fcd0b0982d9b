import { PageChanged } from "../contract/adapter.ts"
import { addressIn } from "../contract/mail-address.ts"
import { ownElements } from "../contract/own-nodes.ts"
import { findMoment } from "../contract/shown-moment.ts"
import { gm } from "./selectors.ts"

/** The one conversation that is in front. */
export interface OpenThread {
  ticketId: string
  heading: HTMLElement
  /** Everything of this conversation, and nothing of the others that Gmail keeps in the page. */
  pane: HTMLElement
}

/** Returns the conversation in front, or undefined when none is, or more than one may be. */
export function openThread(document: Document): OpenThread | undefined {
  const [heading, another] = shownHeadings(document)
  const pane = heading?.closest<HTMLElement>(gm.pane)
  const ticketId = shortId(heading?.getAttribute(gm.threadId))
  return heading && pane && ticketId && !another ? { ticketId, heading, pane } : undefined
}

/** Subjects of conversations that can be seen. Those that were opened before stay in the page. */
export const shownHeadings = (document: Document): HTMLElement[] =>
  ownElements(document, gm.heading, gm.content).filter(isShown)

/** A message of which the page knows at least who sent it and when. */
export interface Row {
  element: HTMLElement
  /** The open message, or else the row. */
  head: HTMLElement
  /** Undefined for a collapsed message, whose text isn't in the page. */
  content: HTMLElement | undefined
}

/**
 * Returns the messages in the page's order, without drafts, and without collapsed ones of which nothing but their
 * number is in the page.
 */
export function rowsOf({ pane }: OpenThread): Row[] {
  return [...pane.querySelectorAll<HTMLElement>(gm.row)]
    .filter(
      (element) => !element.parentElement?.closest(`${gm.row}, ${gm.content}`) && element.querySelector(gm.message)
    )
    .flatMap((element): Row[] => {
      const content = ownPart(element, gm.content)
      if (content && isLoaded(element, content))
        return [{ element, head: content.closest<HTMLElement>(gm.message) ?? element, content }]
      // What was begun in the browser and has no text is a draft.
      const isDraft = element.querySelector("[data-message-id*='msg-a:']") !== null
      return isDraft || !ownPart(element, gm.sender) ? [] : [{ element, head: element, content: undefined }]
    })
}

/** The page has an empty place for the text of a collapsed message that was never opened. */
const isLoaded = (row: HTMLElement, content: HTMLElement) =>
  content.childNodes.length > 0 || ownPart(row, gm.snippet) === undefined

/** Returns the first that stands neither in what somebody wrote nor in what is being written. */
export const ownPart = (root: HTMLElement, selector: string): HTMLElement | undefined => ownParts(root, selector)[0]

export const ownParts = (root: HTMLElement, selector: string): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>(selector)].filter(
    (one) => !one.parentElement?.closest(gm.content) && !one.closest(gm.composer)
  )

/**
 * Returns the id of a message. One that was just sent from this page has none of the server's yet.
 * @throws PageChanged
 */
export function idOf({ head }: Row): string {
  const element = head.matches(gm.message) ? head : ownPart(head, gm.message)
  const local = element?.getAttribute("data-message-id") ?? ""
  const [, from = "", digits] = /msg-([a-z]:r?-?)(\d+)/.exec(local) ?? []
  const id =
    shortId(element?.getAttribute("data-legacy-message-id")) ??
    (digits && `${from === "f:" ? "" : from.replace(/\W/g, "")}${BigInt(digits).toString(36)}`)
  if (!id) throw new PageChanged("message id")
  return id
}

/** Gmail's ids are 64 bits in hexadecimal. They are given in base 36, because so many digits may be a card's. */
const shortId = (id: string | null | undefined): string | undefined =>
  id && /^[0-9a-f]{1,16}$/i.test(id) ? BigInt(`0x${id}`).toString(36) : undefined

/** To the minute, by the clock of the agent's computer. @throws PageChanged */
export function timeOf({ head }: Row): string {
  const shown = ownPart(head, gm.time)?.getAttribute("title") ?? ""
  const at = findMoment(shown, new Date(), head.ownerDocument.documentElement.lang)?.at
  if (at === undefined) throw new PageChanged("time")
  return at
}

/** Whom a message is by. */
export interface Sender {
  name: string
  /** Undefined when only a mailing list's address is known. */
  address: string | undefined
  role: "customer" | "agent" | "system"
}

/** @param account the address of whoever is signed in @throws PageChanged */
export function senderOf({ head }: Row, account: string): Sender {
  const element = ownPart(head, gm.sender)
  const address = addressIn(element?.getAttribute("email"))
  if (!element || !address) throw new PageChanged("author")
  const name = element.getAttribute("name")?.trim() || (element.textContent ?? "").trim()
  if (/^(mailer-daemon|postmaster)@/.test(address)) return { name, address, role: "system" }
  if (!isOfTeam(address, account)) return { name, address, role: "customer" }
  // A group of the team passes mail on under its own address and says by whom it is.
  const [, behind] = /^'(.+)' via .+$/.exec(name) ?? []
  return behind && address !== account
    ? { name: behind, address: undefined, role: "customer" }
    : { name, address, role: "agent" }
}

/** Returns the address of whoever is signed in. @throws PageChanged */
export function accountOf(document: Document): string {
  const account =
    addressIn(document.head.querySelector(gm.account)?.getAttribute("content")) ??
    addressIn(ownElements(document, gm.accountButton, gm.content)[0]?.getAttribute("aria-label"))
  if (!account) throw new PageChanged("role of the author")
  return account
}

/** Returns whom an open message went to. A collapsed one doesn't tell. */
export function recipientsOf({ head, content }: Row): { name: string; address: string }[] {
  if (!content) return []
  return ownParts(head, gm.recipient).flatMap((one) => {
    const address = addressIn(one.getAttribute("email"))
    return address ? [{ name: one.getAttribute("name")?.trim() ?? "", address }] : []
  })
}

/**
 * Returns whom the conversation is with: the first sender from outside, or else the first from outside whom the team
 * wrote to. The page must have messages. @throws PageChanged
 */
export function requesterOf(
  rows: readonly Row[],
  account: string
): { name: string; address: string | undefined } | undefined {
  const asked = rows.map((row) => senderOf(row, account)).find(({ role }) => role === "customer")
  return asked ?? rows.flatMap(recipientsOf).find(({ address }) => !isOfTeam(address, account))
}

/** Returns whether the element can be seen. Where nothing is laid out, the styles around it tell. */
export function isShown(element: Element): boolean {
  if (typeof element.checkVisibility === "function") return element.checkVisibility({ visibilityProperty: true })
  return element.closest("[hidden], [style*='display: none'], [style*='display:none']") === null
}

/** Providers whose addresses anybody may have, so that the same domain tells nothing. */
const PROVIDERS = [
  "gmail googlemail outlook hotmail live msn yahoo ymail icloud me mac aol proton protonmail pm zoho mail fastmail",
  "gmx web t-online orange wanadoo free laposte libero uol bol terra yandex comcast verizon",
  "qq 163 126 naver daum hanmail"
].flatMap((names) => names.split(" "))
/** "yahoo.com" and "yahoo.co.uk", and not a company's "mail.pots.example". */
const PUBLIC = new RegExp(`^(?:${PROVIDERS.join("|")})\\.(?:com?\\.)?[a-z]{2,4}$`)

/** Returns whether an address is one of the team: the account's own, or of the same domain if that is no provider's. */
function isOfTeam(address: string, account: string): boolean {
  const [domain, own] = [domainOf(address), domainOf(account)]
  return address === account || (domain === own && !PUBLIC.test(own))
}

const domainOf = (address: string) => address.slice(address.lastIndexOf("@") + 1)
