/**
 * The parts of a helpdesk's page, and of what it answers, that an adapter looks for. Each is named as the agent reads
 * it. What isn't in the list is "something else", so that a count of broken parts never holds a word of a page.
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
