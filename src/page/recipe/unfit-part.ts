import type { Page } from "../../helpdesks/contract/adapter.ts"
import type { PageRecipe } from "../../ticket/page-recipe.ts"
import { readMessages } from "./read-messages.ts"
import { ticketInFront, isPlainPart, isTicketAddress, subjectOf } from "./ticket-in-front.ts"
import type { FromPage } from "../../protocol/page.ts"
import { observeChanges } from "../../helpdesks/contract/observe-changes.ts"
import { observePlaces } from "./observe-places.ts"

/** A page that draws itself has this many ms without a change to show its ticket. */
const SETTLE_MS = 1500

/**
 * Reports when an address at which tickets were shown has none at its places any more, because the page has changed. At
 * other addresses of the site, such as a list, nothing is said.
 */
export function watchFit(page: Page, recipe: PageRecipe, send: (message: FromPage) => void, signal: AbortSignal): void {
  const { document } = page
  let timer: ReturnType<typeof setTimeout> | undefined
  let told: string | undefined
  const tell = (part: ReturnType<typeof unfitPart>) => {
    if (part === told || signal.aborted) return
    told = part
    send(part ? { kind: "recipe-unfit", part } : { kind: "recipe-fits" })
  }
  const look = () => {
    clearTimeout(timer)
    if (unfitPart(page, recipe) === undefined) return tell(undefined)
    timer = setTimeout(() => tell(unfitPart(page, recipe)), SETTLE_MS)
  }
  observeChanges(document.documentElement, { childList: true, subtree: true, characterData: true }, look, signal)
  observePlaces(document, recipe, look, signal)
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true })
  look()
}

/**
 * Returns the part of the ticket that isn't at its place, at an address at which a ticket was shown. Where that address
 * is the same for every ticket and for the list of them, only a subject tells that a ticket is in front.
 */
export function unfitPart({ document, url }: Page, recipe: PageRecipe): "subject" | "messages" | undefined {
  // Of several tickets side by side none is in front.
  if (!fitsAddress(url, recipe) || !ticketInFront(document, recipe)) return undefined
  const messages = readMessages(document, recipe, new Date())
  const subject = subjectOf(document, recipe)
  if (messages.length === 0 || messages.every(({ role }) => role === undefined))
    return isTicketAddress(url, recipe) || subject !== "" ? "messages" : undefined
  return recipe.subject && subject === "" ? "subject" : undefined
}

/** Returns whether tickets are shown at this address. */
export function fitsAddress(url: URL, { site, address, fragment }: PageRecipe): boolean {
  const parts = address.split("/")
  const own = (fragment ? url.pathname + url.hash : url.pathname).split("/")
  return url.origin === site && own.length === parts.length && parts.every((part, n) => fits(own[n] ?? "", part))
}

const fits = (own: string, part: string) => (part === "*" ? !isPlainPart(own) : own === part)
