import type { Visibility } from "../../ticket/ticket.ts"
import { LoggedOut, PageChanged, type Page } from "../contract/adapter.ts"
import { ownElements, part, outsideNotes } from "../contract/own-nodes.ts"
import { readDocument } from "../contract/session-requests.ts"
import { fs } from "./selectors.ts"
import { isoTime, timeOfDay } from "../contract/shown-time.ts"
import { withLatinDigits } from "../contract/time-words.ts"

/** Returns the conversation's own page as it is now. @throws PageChanged, LoggedOut, Unreadable */
export async function readConversation(page: Page, ticketId: string, signal: AbortSignal): Promise<Document> {
  return checkedConversation(await readDocument(page, addressOf(page, ticketId), "text/html", signal), ticketId)
}

/** Returns a page that is this conversation's. @throws PageChanged, LoggedOut */
export function checkedConversation(document: Document, ticketId: string): Document {
  if (!document.querySelector(fs.product)) throw new LoggedOut("the helpdesk answered as to a stranger")
  if (!document.querySelector(fs.conversation)) throw new PageChanged("messages")
  if (document.body.dataset["conversation_id"] !== ticketId) throw new PageChanged("ticket number")
  return document
}

/**
 * FreeScout may be installed below a path. The folder stays in the address, because FreeScout would otherwise redirect
 * to one.
 */
function addressOf({ url }: Page, ticketId: string): string {
  const folder = url.searchParams.get("folder_id")
  const path = `${url.pathname.replace(/\/conversation\/.*$/, "")}/conversation/${ticketId}`
  return folder ? `${path}?folder_id=${encodeURIComponent(folder)}` : path
}

/** Returns messages and notes in the page's order. Drafts are none yet. */
export function threadsOf(document: Document): HTMLElement[] {
  return ownElements(document, fs.thread, fs.written).filter((thread) => !thread.classList.contains(fs.draft))
}

/** A message or note, with its time (ISO 8601) and who may read it. */
export interface DatedThread {
  thread: HTMLElement
  at: string
  visibility: Visibility
}

/**
 * Returns messages and notes with the time of each, oldest first. The page shows the newest on top, except in some
 * views of chats, so the time decides and the page only within a minute. @throws PageChanged
 */
export function datedThreads(document: Document): DatedThread[] {
  return threadsOf(document)
    .reverse()
    .map((thread) => ({ thread, at: timeOf(thread), visibility: visibilityOf(thread) }))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

/**
 * Creates the check that what is read of a conversation is no note's.
 * @param threads its messages and notes
 */
export const outsideInternal = (document: Document, threads: readonly Pick<DatedThread, "thread" | "visibility">[]) =>
  outsideNotes([
    ...document.querySelectorAll(fs.internal),
    ...threads.filter(({ visibility }) => visibility === "internal").map(({ thread }) => thread)
  ])

/** What isn't known to have reached or come from the customer is internal, as is a reply that couldn't be sent. */
export function visibilityOf(thread: HTMLElement): Visibility {
  const isSent = thread.classList.contains(fs.fromAgent) && !thread.querySelector(fs.unsent)
  return isSent || thread.classList.contains(fs.fromCustomer) ? "public" : "internal"
}

/** To the minute, by the clock of the agent's computer. */
function timeOf(thread: HTMLElement): string {
  const date = part(thread, fs.date, "time")
  const shown = date.getAttribute("data-original-title") || date.getAttribute("title") || ""
  return isoShown(shown, thread.ownerDocument.documentElement.lang)
}

/**
 * Reads a date as FreeScout writes it in each language: month, day, year and time, "Nov 16, 2026 06:30" or "Nov 16,
 * 2026 06:30am". The name of the month, the half of the day and the digits are those of the language, without dots.
 * @param language of the page, a BCP 47 tag, or "" when the page has none
 * @throws PageChanged
 */
export function isoShown(shown: string, language: string): string {
  const [, month = "", day = "", year, rest = ""] =
    /^(.+?)\s+(\d{1,2}),?\s+(\d{4})\s+(.*)$/.exec(withLatinDigits(shown).trim()) ?? []
  const number = /^\d{1,2}/.exec(month)?.[0] ?? monthOf(month, language)
  const time = timeOfDay(rest, language)
  if (number === undefined || time === undefined) throw new PageChanged("time")
  return isoTime(`${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}T${time}`)
}

/** By language. Formats are slow to make, and a page has as many dates as messages. */
const months = new Map<string, string[]>()

/** Servers and browsers may shorten a name differently ("Sept", "Sep"), so its beginning is compared. */
function monthOf(name: string, language: string): number | undefined {
  const wanted = letters(name)
  for (const locale of [language, "en"]) {
    const names = months.get(locale) ?? monthsIn(locale)
    months.set(locale, names)
    // In Vietnamese the name of the first month begins those of three others.
    const whole = names.indexOf(wanted)
    const at = whole === -1 ? names.findIndex((each) => each.startsWith(wanted) || wanted.startsWith(each)) : whole
    if (at !== -1) return (at % 12) + 1
  }
  return undefined
}

/** Returns the short names of the months, as they are alone and then as they are beside a day. */
function monthsIn(language: string): string[] {
  try {
    const styles: Intl.DateTimeFormatOptions[] = [{ month: "short" }, { month: "short", day: "numeric" }]
    return styles.flatMap((style) => {
      const format = new Intl.DateTimeFormat(`${language || "en"}-u-ca-gregory`, { ...style, timeZone: "UTC" })
      return Array.from({ length: 12 }, (_, month) =>
        letters(format.formatToParts(Date.UTC(2026, month, 15)).find(({ type }) => type === "month")?.value ?? "")
      )
    })
  } catch (error) {
    // The page names a language in a way that browsers don't know.
    if (error instanceof RangeError) return []
    throw error
  }
}

const letters = (name: string) => name.toLowerCase().replace(/[.\s]/g, "")
