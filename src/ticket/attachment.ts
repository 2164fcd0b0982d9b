/** An attachment of the ticket as the panel lists it. */
export interface ListedAttachment {
  /** The id of its message and its place there. */
  id: string
  name: string
  type?: string
  /** In bytes. */
  size?: number
  /** Why it isn't offered. Without it, its text can be read on a press. */
  not?: NotOffered
}

/**
 * internal: it belongs to a note. kind: nothing here reads such a file. elsewhere: the helpdesk names no address on its
 * own host.
 */
export type NotOffered = "internal" | "kind" | "elsewhere" | "too-large"

/** The text of an attachment, which the agent had read. It stays in the browser, encrypted. */
export interface ReadAttachment {
  id: string
  /** Its number among those that were read, from 1. It is part of the id of its source. */
  n: number
  name: string
  text: string
  /** The file has more text than is used. */
  cut?: true
  /** When it was read, ISO 8601. */
  at: string
}

/** What of an attachment goes along with a draft request. Its texts are masked. */
export interface SentAttachment {
  n: number
  name: string
  text: string
}

/** The file of an attachment, whose text is wanted. */
export interface AttachmentJob {
  kind: "attachment"
  name: string
  type?: string | undefined
  /** The bytes in base64, because messages between parts of an extension are JSON. */
  file: string
}

export interface AttachmentText {
  text: string
  /** The file has more text than this. */
  cut: boolean
}

/** What the card "Attachments" shows. */
export interface PanelAttachments {
  /** The team lets agents have attachments read. */
  isOn: boolean
  list: PanelAttachment[]
  /** The draft was written before one of them was read, or with one that was taken out since. */
  draftWithout?: true
  draftWithRemoved?: true
}

export type PanelAttachment = ListedAttachment &
  (
    | { state: "listed" | "reading" }
    | { state: "failed"; problem: AttachmentProblem }
    | {
        state: "read"
        /** The beginning of the text, unmasked, and how long all of it is. */
        start: string
        length: number
        /** The file has more text than is used. */
        cut?: true
        /** Parts of it give orders to a machine. They aren't sent. */
        orders?: true
        /** Nothing of it could be sent with the draft. */
        unsent?: true
        /** The id of its source. */
        source: string
      }
  )

/** Why the text of an attachment could not be read. Each is a sentence in `src/ui/messages/en/lookups/lookups.ts`. */
export const ATTACHMENT_PROBLEMS = [
  "encrypted",
  "no-text",
  "no-description",
  "empty",
  "too-large",
  "gone",
  "forbidden",
  "logged-out",
  "elsewhere",
  "wrong-type",
  "encoding",
  "mail",
  "old-word",
  "broken-pdf",
  "broken-docx",
  "bomb",
  "timeout",
  "too-many",
  "unreadable",
  "internal"
] as const
export type AttachmentProblem = (typeof ATTACHMENT_PROBLEMS)[number]

/** The bytes of one attachment at most. */
export const MAX_ATTACHMENT_BYTES = 5_000_000
/** How many characters of an attachment are used. */
export const MAX_ATTACHMENT_CHARACTERS = 20_000
/** How many attachments of a ticket are read at the same time. */
export const MAX_READ_ATTACHMENTS = 3
/** How many characters of an attachment, masked, go along with a request. */
export const MAX_SENT_CHARACTERS = 3000
/** In milliseconds, for asking the helpdesk and again for reading the file. */
export const ATTACHMENT_MS = 10_000

export type AttachmentKind = "text" | "pdf" | "docx" | "picture"

/**
 * Returns what an attachment is by its name or else its type, or undefined for what isn't read here. Digits behind a
 * dot are a date or a number ("Offer 12.11.2026"), and marks of the writing direction may follow the name.
 */
export function attachmentKind({ name, type = "" }: { name: string; type?: string | undefined }) {
  const [, ending = ""] = /\.(?!\d+$)([a-z0-9]{1,5})$/i.exec(name.replace(/(?<![\s\p{Cf}])[\s\p{Cf}]+$/u, "")) ?? []
  return ENDINGS[ending.toLowerCase()] ?? (ending === "" ? kindOfType(type) : undefined)
}

/** Returns the name of an attachment's source, as the relay gives it. */
export const attachmentSource = (n: number): string => `attachment:${n}`

const ENDINGS: Record<string, AttachmentKind | undefined> = {
  ...Object.fromEntries(["txt", "text", "log", "md", "csv", "tsv", "eml"].map((ending) => [ending, "text"])),
  ...Object.fromEntries(["png", "jpg", "jpeg", "gif", "webp", "heic"].map((ending) => [ending, "picture"])),
  pdf: "pdf",
  docx: "docx"
}

function kindOfType(type: string): AttachmentKind | undefined {
  const [bare = ""] = type.toLowerCase().split(";")
  if (/^text\/(?:plain|csv|markdown|tab-separated-values)$|^message\/rfc822$/.test(bare.trim())) return "text"
  if (bare.trim() === "application/pdf") return "pdf"
  if (bare.includes("wordprocessingml.document")) return "docx"
  return bare.startsWith("image/") ? "picture" : undefined
}
