/**
 * The parts of a helpdesk's page, and of what it answers, that are counted when they don't fit. The words of the
 * interface for each are in `ui/messages/en/common/page-parts.ts`. What isn't in the list is "something else", so that
 * a count of broken parts never holds a word of a page.
 */
export const PAGE_PARTS = [
  "ticket number",
  "ticket pane",
  "subject",
  "requester",
  "messages",
  "message id",
  "message text",
  "author",
  "role of the author",
  "time",
  "visibility",
  "reply editor",
  "known editor",
  "public marker",
  "answer",
  "something else"
] as const
export type PagePart = (typeof PAGE_PARTS)[number]

/** Everything that an adapter can miss. The agent reads which; the relay counts parts that aren't above as one. */
export type MissedPart = PagePart | (typeof UNCOUNTED_PARTS)[number]
export const UNCOUNTED_PARTS = [
  "end of the messages",
  "ticket",
  "earlier tickets",
  "attachments",
  "attachment id",
  "attachment name",
  "fields",
  "custom fields",
  "kind of message",
  "macro id",
  "macro title",
  "merged ticket",
  "next page",
  "role",
  "user id",
  "signed-in agent",
  "status",
  "tags",
  "people",
  "users",
  "macro",
  "comments",
  "events",
  "macros"
] as const

export function pagePartOf(name: string): PagePart {
  return PAGE_PARTS.find((one) => one === name) ?? "something else"
}

/** Whether a page is as its adapter knows it, by part. What may be missing, such as a closed editor, is absent. */
export interface PartFit {
  part: PagePart
  fit: "fits" | "absent" | "broken"
}

export const brokenParts = (parts: readonly PartFit[]): PagePart[] =>
  parts.filter(({ fit }) => fit === "broken").map(({ part }) => part)
