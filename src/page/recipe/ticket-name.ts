import type { Page } from "../../helpdesks/contract/adapter.ts"
import type { PageRecipe } from "../../ticket/page-recipe.ts"
import { isSeen } from "./deep-page.ts"
import { ticketInFront } from "./ticket-in-front.ts"
import { lineOf } from "../../helpdesks/contract/own-nodes.ts"
import { wordsInName } from "./structure-words.ts"

/**
 * Returns what address and subject name, or undefined if the page shows no ticket. The fragment belongs to it where it
 * tells tickets apart.
 */
export function nameOf({ document, url }: Page, recipe: PageRecipe): string | undefined {
  if (url.origin !== recipe.site) return undefined
  const subject = subjectOf(document, recipe)
  if (recipe.subject && subject === "") return undefined
  return `${url.pathname}${url.search}${recipe.fragment ? url.hash : ""} ${subject}`
}

/** Returns whether something in the address names the ticket: a part of its path, or a parameter such as "?id=21". */
export const isTicketAddress = ({ searchParams }: URL, { address }: PageRecipe): boolean =>
  address.split("/").includes("*") || [...searchParams].some(([name, value]) => NAMES_TICKET.test(name) && value !== "")

const NAMES_TICKET =
  /^(?:(?:ticket|case|issue|request|conversation|thread|chat)s?(?:[-_]?(?:id|key|number|no|nr))?|id|key|number|no|nr)$/i

/** Returns whether a part of a path is a word or two, which name a list or a view rather than a ticket. */
export const isPlainPart = (part: string): boolean =>
  /^[#!]?[a-zA-Z_-]{0,20}$/.test(part) && wordsInName(part).length <= 2

export const subjectOf = (document: Document, recipe: PageRecipe): string =>
  recipe.subject ? lineOf(ticketInFront(document, recipe)?.(recipe.subject).find(isSeen)) : ""
