import * as z from "zod/mini"
import { ATTACHMENT_PROBLEMS } from "../ticket/attachment.ts"
import { CHANNELS } from "../ticket/ticket.ts"
import { API_HELPDESKS, type ApiHelpdeskId, type TokenProblem } from "../ticket/helpdesk-api/helpdesk-api.ts"
import { PAGE_PARTS } from "../ticket/page-part.ts"
import { softwareVersion } from "./fields.ts"
import { pickState, type messageChoices } from "./picking/picking.ts"
import { UNREAD_HELPDESKS, type PageRecipe } from "../ticket/page-recipe.ts"

/**
 * The wire between background and content script. The page's side imports only the types: what it sends is parsed here.
 */

const words = z.string()
export const ticketPerson = z.object({ name: z.optional(words), email: z.optional(words) })
export const ticketMessage = z.object({
  id: words,
  author: words,
  role: z.enum(["customer", "agent", "system"]),
  visibility: z.enum(["public", "internal"]),
  at: words,
  text: words,
  html: z.optional(words),
  attachments: z.optional(
    z.array(
      z.object({
        name: words,
        type: z.optional(words),
        size: z.optional(z.number()),
        url: z.optional(words),
        alt: z.optional(words)
      })
    )
  )
})
export const ticket = z.object({
  helpdesk: words,
  ticketId: words,
  subject: words,
  status: z.optional(words),
  requester: ticketPerson,
  people: z.optional(z.array(ticketPerson)),
  agent: z.optional(ticketPerson),
  tags: z.array(words),
  channel: z.optional(z.enum(CHANNELS)),
  locale: z.optional(words),
  fields: z.optional(z.record(words, words)),
  messages: z.array(ticketMessage)
})

/** Messages from page to background. The sender's tab shows which page sent it. */
export const fromPage = z.discriminatedUnion("kind", [
  /** This page may show a ticket of one of these helpdesks, so it needs the scripts that can read it. */
  z.object({ kind: z.literal("ticket-spotted"), helpdesks: z.array(words) }),
  /** This page may show a list of tickets, and no open ticket. It needs the scripts if they are to be prepared. */
  z.object({ kind: z.literal("list-spotted"), helpdesks: z.array(words) }),
  /**
   * This page shows a ticket. The message is sent again when the ticket changes, when the page becomes visible, and
   * after pageshow. `copyOnly`: nothing in this helpdesk's page ever proves a public reply.
   */
  z.object({
    kind: z.literal("ticket-opened"),
    helpdesk: words,
    ticketId: words,
    version: z.optional(words),
    copyOnly: z.optional(z.literal(true))
  }),
  /**
   * The agent has stopped typing for a moment, in the reply or elsewhere. A listener asks for the text of the reply if
   * it needs it.
   */
  z.object({ kind: z.literal("reply-paused"), ticketId: words }),
  /** The tickets of the visible list, or the next ones of the list from which the ticket was opened, in their order. */
  z.object({ kind: z.literal("list-seen"), helpdesk: words, ticketIds: z.array(words).check(z.maxLength(100)) }),
  /** No ticket is open any more. */
  z.object({ kind: z.literal("ticket-left") }),
  /** The agent has pointed at something in the page. */
  z.object({ kind: z.literal("pick-changed"), state: pickState }),
  /** The agent has stopped pointing, in the page. */
  z.object({ kind: z.literal("pick-stopped") }),
  /** The address is one at which tickets were shown, and a part of the ticket is no longer at its place. */
  z.object({ kind: z.literal("recipe-unfit"), part: z.enum(["subject", "messages"]) }),
  z.object({ kind: z.literal("recipe-fits") }),
  /** This helpdesk is recognised, and nobody has shown where its pages have their tickets. */
  z.object({ kind: z.literal("recipe-wanted"), helpdesk: z.enum(UNREAD_HELPDESKS) }),
  /** Answered with ApiAnswer: what the helpdesk's API says at this address of the ticket that the page shows. */
  z.object({ kind: z.literal("api-read"), helpdesk: z.enum(API_HELPDESKS), address: words.check(z.maxLength(2000)) })
])
export type FromPage = z.infer<typeof fromPage>

/** `retryAfter` is in seconds, with a status of 429. Without an answer, what the person has to do, or nothing came. */
export type ApiAnswer =
  | { ok: true; status: number; json: unknown; retryAfter?: number }
  | { ok: false; problem: TokenProblem | "unreachable" }

/** Background to page; each is answered by the type named. */
export type ToPage =
  | { kind: "ticket-read"; ticketId: string } // TicketAnswer
  | { kind: "newest-public"; ticketId: string } // VersionAnswer
  /** Answered with EarlierAnswer. `since` is ISO 8601: no ticket that was opened before is named. */
  | { kind: "earlier-find"; ticketId: string; since: string }
  /**
   * Answered with InsertAnswer. `version` is the id of the newest public message that the text answers. If it is left
   * out, the text answers none (a macro), and a newer message does not stop it. `note` is the id of the newest internal
   * note on the ticket that the draft was made from, or "" for none. Without it the answer never says `newerNote`.
   */
  | {
      kind: "draft-insert"
      ticketId: string
      version?: string
      note?: string
      text: string
      former?: string
      below?: boolean /** At the caret, over what is selected, instead of its own place. */
      at?: "caret"
    }
  | { kind: "editor-read"; ticketId: string } // EditorAnswer
  /**
   * Answered with ShownAnswer. `at` is when the message was written (ISO 8601), for pages that don't show the ids of
   * messages.
   */
  | { kind: "message-show"; ticketId: string; messageId: string; at: string }
  /** Answered with EditorAnswer. It replaces only if `was` is at offset `from`. */
  | { kind: "editor-replace"; ticketId: string; from: number; was: string; text: string }
  | { kind: "page-probe" } // ProbeAnswer
  | { kind: "api-use"; helpdesk: ApiHelpdeskId } // Done. There is a token for the API of the helpdesk in front.
  | { kind: "tell-again" } // Done. The page says anew which ticket or list it shows, as when it came into view.
  | { kind: "self-test" } // SelfTestAnswer
  /**
   * Answered with MacrosAnswer. Without words it only says whether this helpdesk has macros. "" lists from the first.
   */
  | { kind: "macros-find"; words?: string }
  | { kind: "macro-read"; ticketId: string; macroId: string } // MacroAnswer
  /** Answered with AttachmentAnswer. `at` is the attachment's place in its message. */
  | { kind: "attachment-read"; ticketId: string; messageId: string; at: number; name: string }
  /** Answered with SelectionAnswer. What is selected becomes the open ticket of a page that no adapter knows. */
  | { kind: "selection-take" }
  /** Answered with RecipeAnswer. From now on the page is read by these places. */
  | { kind: "recipe-use"; recipe: PageRecipe; choices?: z.infer<typeof messageChoices> }
  /** Answered with CorrectionsUsed. These replace all corrections before; none takes them back. */
  | { kind: "corrections-use"; corrections: readonly { helpdesk: string; name: string; selector: string }[] }

/** A page's answer when it can't do what was asked. `part` names what no longer looks as known. */
export const pageProblem = z.object({
  ok: z.literal(false),
  code: z.enum([
    "page-changed",
    "logged-out",
    "other-ticket",
    "newer-message",
    "not-public",
    "copy-only",
    "no-editor",
    "not-there",
    "already-inserted",
    "unreadable",
    "timeout",
    "no-ticket",
    "no-macros",
    "macros-unreadable",
    "macro-gone",
    "no-message",
    "words-changed",
    "no-selection",
    "known-helpdesk",
    "bad-recipe",
    "token-wanted",
    "several"
  ]),
  /**
   * For page-changed, what was looked for. For unreadable and macros-unreadable, "not-found", "forbidden",
   * "rate-limit", "server" or "network". For token-wanted, the TokenProblem.
   */
  part: z.optional(words),
  /** For newer-message. */
  version: z.optional(words)
})
export type PageProblem = z.infer<typeof pageProblem>
export const ticketAnswer = z.union([z.object({ ok: z.literal(true), ticket }), pageProblem])
/** `known` is false where the adapter knows no way to find earlier tickets. */
export const earlierAnswer = z.union([
  z.object({
    ok: z.literal(true),
    known: z.boolean(),
    tickets: z.array(z.object({ ticketId: words, url: words })).check(z.maxLength(3))
  }),
  pageProblem
])
export const versionAnswer = z.union([z.object({ ok: z.literal(true), version: words }), pageProblem])
export const insertAnswer = z.union([
  z.object({
    ok: z.literal(true),
    /**
     * The text that was in the editor before, without our own former text, so that the sent reply can be distinguished
     * from it.
     */
    before: words,
    /** The ticket has a newer internal note, which only causes a warning. */
    newerNote: z.optional(z.boolean())
  }),
  pageProblem
])
export const editorAnswer = z.union([z.object({ ok: z.literal(true), text: words }), pageProblem])
export const shownAnswer = z.union([z.object({ ok: z.literal(true) }), pageProblem])
export const probeAnswer = z.object({ ok: z.literal(true), helpdesk: z.optional(words), ticketId: z.optional(words) })
/** How the page in front fits what its adapter knows. `product` is the helpdesk's version, where the page says it. */
export const selfTestAnswer = z.object({
  ok: z.literal(true),
  helpdesk: words,
  ticketId: z.optional(words),
  product: z.optional(softwareVersion),
  parts: z
    .array(z.object({ part: z.enum(PAGE_PARTS), fit: z.enum(["fits", "absent", "broken"]) }))
    .check(z.maxLength(PAGE_PARTS.length))
})
/**
 * `found` is the number of macros that contain the words, of which the first are listed. `more` says that the helpdesk
 * has more than were searched.
 */
export const macrosFound = z.object({
  macros: z.array(z.object({ id: words, title: words, start: words })),
  found: z.number(),
  more: z.boolean()
})
export type MacrosFound = z.infer<typeof macrosFound>
export const macrosAnswer = z.union([z.extend(macrosFound, { ok: z.literal(true) }), pageProblem])
/** What can't be filled from the ticket is a blank, `[[what is missing]]`. */
export const macroAnswer = z.union([z.object({ ok: z.literal(true), text: words }), pageProblem])
/** A file in base64, or what the page says in place of a picture, or why there is neither. */
export const attachmentAnswer = z.union([
  z.object({ ok: z.literal(true), file: z.string().check(z.maxLength(7_000_000)), type: z.optional(words) }),
  z.object({ ok: z.literal(true), alt: words }),
  z.object({ ok: z.literal(true), problem: z.enum(ATTACHMENT_PROBLEMS) }),
  pageProblem
])
/** The page then says which ticket is open. */
export const selectionAnswer = z.union([z.object({ ok: z.literal(true) }), pageProblem])
export type AttachmentAnswer = z.infer<typeof attachmentAnswer>
/** The page then says which ticket is open, or what of it is no longer at its place. */
export const recipeAnswer = z.union([z.object({ ok: z.literal(true) }), pageProblem])
/** `unusable` names the correction for which the page uses none of them. */
export const correctionsUsed = z.object({ ok: z.literal(true), unusable: z.optional(words) })
export type CorrectionsUsed = z.infer<typeof correctionsUsed>
export type RecipeAnswer = z.infer<typeof recipeAnswer>
export type SelectionAnswer = z.infer<typeof selectionAnswer>
export type MacrosAnswer = z.infer<typeof macrosAnswer>
export type MacroAnswer = z.infer<typeof macroAnswer>
export type TicketAnswer = z.infer<typeof ticketAnswer>
export type EarlierAnswer = z.infer<typeof earlierAnswer>
export type VersionAnswer = z.infer<typeof versionAnswer>
export type InsertAnswer = z.infer<typeof insertAnswer>
export type EditorAnswer = z.infer<typeof editorAnswer>
export type ShownAnswer = z.infer<typeof shownAnswer>
export type SelfTestAnswer = z.infer<typeof selfTestAnswer>
export type ProbeAnswer = z.infer<typeof probeAnswer>
