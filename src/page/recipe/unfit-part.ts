import type { Page } from "../../helpdesks/contract/adapter.ts"
import type { PageRecipe } from "../../ticket/page-recipe.ts"
import { readMessages } from "./read-messages.ts"
import { ticketInFront } from "./ticket-in-front.ts"
import { isPlainPart, isTicketAddress, subjectOf } from "./ticket-name.ts"

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
