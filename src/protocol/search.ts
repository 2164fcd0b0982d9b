import * as z from "zod/mini"
import type { ApiHelpdeskId } from "../ticket/helpdesk-api/helpdesk-api.ts"
import type { Claim, Source } from "../ticket/draft.ts"
import { FACT_CHANGE_KINDS, REWRITES, TRANSLATIONS, type Rewrite, type Translation } from "../ticket/rewrite.ts"
import {
  answerList,
  count,
  helpdesk,
  helpdeskId,
  line,
  locale,
  ordinal,
  score,
  longText,
  textUpTo,
  site
} from "./fields.ts"
import { verification } from "./answer.ts"
import { claim, documentId, maskedTicket, source, upstream } from "./relay.ts"

/**
 * What the panel asks of the team's knowledge besides a draft, and the rewording of a text. Every text in it is masked,
 * except ids of documents, which the relay gave.
 */

/**
 * POST /v1/knowledge/search searches with the agent's own words over everything that this person may see. `helpdesk` is
 * that of the open ticket: the sample shop's pages are only found for its own.
 */
export const searchRequest = z.object({
  query: textUpTo(20_000).check(z.minLength(1)),
  locale: z.optional(locale),
  helpdesk: z.optional(helpdesk)
})
export type SearchRequest = z.infer<typeof searchRequest>
/** `found` is best first, with `n` from 1. `documents` is the number that this person may see. */
export const searchAnswer = z.object({ found: answerList(source), documents: count })
export type SearchAnswer = z.infer<typeof searchAnswer>

/** POST /v1/knowledge/replies returns what was sent in threads like this one, and what the team has ready for it. */
export const repliesRequest = z.object({ ticket: maskedTicket })
const found = {
  /** The id of the document in the relay's knowledge. */
  id: documentId,
  title: line,
  locale: z.optional(textUpTo(100)),
  url: z.optional(line),
  changed: z.optional(textUpTo(100)),
  visibility: z.enum(["public", "internal"]),
  version: z.optional(count),
  score
}
/** A solved ticket: what was asked and what was answered, with gaps ("[a name]") for people. */
export const similarTicket = z.object({
  ...found,
  question: longText,
  reply: longText,
  tags: answerList(line),
  satisfaction: z.optional(z.enum(["good", "bad"]))
})
export type SimilarTicket = z.infer<typeof similarTicket>
/**
 * A macro. What can't be filled without the helpdesk is a blank, `[[what is missing]]`. `macroId` is its id in the
 * helpdesk `helpdesk`.
 */
export const rankedMacro = z.object({
  ...found,
  text: longText,
  helpdesk: z.optional(textUpTo(100)),
  macroId: z.optional(textUpTo(200))
})
export type RankedMacro = z.infer<typeof rankedMacro>
/** At most five of each, best first. */
export const repliesAnswer = z.object({ tickets: answerList(similarTicket), macros: answerList(rankedMacro) })
export type RepliesAnswer = z.infer<typeof repliesAnswer>

/**
 * POST /v1/knowledge/feedback reports that a macro or a solved reply was put into the editor. It is reported once by
 * `id`, which the browser makes.
 */
export const usedDocument = z.object({
  id: z.uuid(),
  document: documentId,
  version: z.optional(ordinal),
  site,
  helpdesk,
  ticketId: helpdeskId
})
export type UsedDocument = z.infer<typeof usedDocument>

/**
 * POST /v1/knowledge/ask has the model answer an agent's question from the ticket and from public pages. A relay without
 * a model answers with 409 "no-model".
 */
export const askRequest = z.object({ question: textUpTo(2000).check(z.minLength(1)), ticket: maskedTicket })
export type AskRequest = z.infer<typeof askRequest>
/** `text` is "" if neither answers. Its sentences are checked like those of a draft. */
export const askAnswer = z.object({
  text: longText,
  claims: answerList(claim),
  sources: answerList(source),
  documents: count,
  verification: z.optional(verification),
  upstream
})
export type AskAnswer = z.infer<typeof askAnswer>

/** POST /v1/replies/check holds what an agent wrote against ticket and public pages, before it is sent. */
export const replyCheckRequest = z.object({ ticket: maskedTicket, text: textUpTo(20_000).check(z.minLength(1)) })
export type ReplyCheckRequest = z.infer<typeof replyCheckRequest>
/**
 * `claims` are the text's sentences, in order. `verification` is there where a model verified them. The relay keeps
 * nothing of it.
 */
export const replyCheckAnswer = z.object({
  claims: answerList(claim),
  sources: answerList(source),
  verification: z.optional(verification)
})
export type ReplyCheckAnswer = z.infer<typeof replyCheckAnswer>

/** What a search found, best first, in how many documents, and its words as they were sent, if masking changed them. */
export interface KnowledgeSearchResult {
  found: Source[]
  documents: number
  sentAs?: string
}

/** The sentences of the ticket (0) and of pages that are nearest to a question, best first. */
export interface AnsweredQuestion {
  /** `deniedBy` is the heading above an item that denies it: shown with it, and never added without it. */
  sentences: { n: number; text: string; deniedBy?: string }[]
  sources: Source[]
  documents: number
  /** The title of the page that came nearest. */
  nearest?: string
  sentAs?: string
  /** What a model answered, restored. */
  answer?: ModelAnswer
  /** Why no model answered although one is set up. */
  unanswered?: "no-answer" | "failed"
}

/** A model's answer, sentence by sentence, and what it was sent. `sources` are numbers; 0 is the ticket. */
export interface ModelAnswer {
  sentences: { text: string; sources: number[]; state: Claim["state"] }[]
  model: string
  /** The exact body of the request to the model. */
  body?: string
}

/**
 * POST /v1/rewrite rewords a masked text: by one of the fixed changes, into another language, or, for "wish", as `wish`
 * says. A relay without a model does what rules can do, and answers everything else with 409 "no-model". `keep` holds
 * words of the text that stand in the ticket or its sources too: without a model, spelling leaves them as they are. With
 * `verify` false no verifier is asked, because what comes back is only read.
 */
export const rewriteRequest = z
  .object({
    text: textUpTo(20_000).check(z.minLength(1)),
    change: z.enum([...REWRITES, ...TRANSLATIONS, "wish"]),
    wish: z.optional(textUpTo(2000).check(z.minLength(1))),
    keep: z.optional(z.array(textUpTo(100)).check(z.maxLength(4000))),
    locale: z.optional(locale),
    verify: z.optional(z.boolean())
  })
  .check(
    z.refine(({ change, wish }) => (change === "wish") === (wish !== undefined), {
      path: ["wish"],
      error: 'say what to change in "wish", for the change "wish" and for no other'
    })
  )
export type RewriteRequest = z.infer<typeof rewriteRequest>

/** What a rewrite may say otherwise, with the words of both texts, "" where one has none. */
export const rewriteChange = z.object({
  kind: z.enum(FACT_CHANGE_KINDS),
  before: longText,
  after: longText
})

/**
 * `rows` are the sentences that differ, in reading order, and for a translation all; one without `changes` keeps every
 * fact, and `settled` are doubts of rules about which a verifier found that both say the same. `safe` is the rewrite
 * with only rows without changes, if there are any and others too. `verification` is there where a verifier was asked;
 * it counts rows.
 */
export const rewriteAnswer = z.object({
  text: longText,
  rows: answerList(
    z.object({
      before: longText,
      after: longText,
      changes: answerList(rewriteChange),
      settled: z.optional(answerList(rewriteChange))
    })
  ),
  verification: z.optional(verification),
  safe: z.optional(longText),
  writer: line,
  upstream
})
export type RewriteAnswer = z.infer<typeof rewriteAnswer>
export type RewriteRow = RewriteAnswer["rows"][number]

/** A rewrite beside the text that it was made from, restored. */
export interface Rewritten extends RewriteAnswer {
  before: string
}

/** A public message beside its translation, restored. One that is in that language already has no rows. */
export interface TranslatedMessage {
  id: string
  author: string
  role: "customer" | "agent"
  at: string
  rows: RewriteRow[]
  writer?: string
}

/**
 * A text that the browser's own translator gets: `masked`, in the language that it seems to be in (ISO 639-1, or null).
 * `before` is the same as the agent reads it. For the agent's own text the rest is "".
 */
export interface TextToTranslate extends Omit<TranslatedMessage, "rows" | "writer"> {
  before: string
  masked: string
  language: string | null
}

/** The part of an answer to the panel that holds texts in other words. */
export interface Reworded {
  rewrite?: Rewritten
  translated?: TranslatedMessage[]
  texts?: TextToTranslate[]
  /** In the order of the texts that were compared, restored. */
  compared?: Pick<Rewritten, "text" | "rows">[]
}

/** How a text is to be reworded: `wish` holds the agent's own words for the change "wish". */
export interface AskedRewrite {
  change: Rewrite | Translation | "wish"
  wish?: string | undefined
}

export type RewriteCommand =
  /** Has a text reworded: this one or, without any, the reply in the editor. Nothing is changed by it. */
  | ({ kind: "panel-rewrite"; key: string; text?: string | undefined } & AskedRewrite)
  /** Has the newest public messages translated. Nothing is changed by it. */
  | { kind: "panel-translate"; key: string; change: Translation }
  /** Masks what the browser's own translator is to get. Nothing is sent or changed by it. */
  | {
      kind: "panel-texts"
      key: string
      of: "thread" | "draft" | "editor"
      text?: string | undefined
      change: Translation
    }
  /** Holds the browser's translations beside their masked texts. */
  | {
      kind: "panel-compare-translation"
      key: string
      change: Translation
      texts: { before: string; after: string }[]
    }
  /** Puts `text` into the editor in the place of `was`. */
  | { kind: "panel-rewrite-put"; key: string; was: string; text: string }

/** What the card "Customer" asks for. */
export type LookupCommand =
  /** Looks everything up again, without the cache. The draft isn't touched. */
  | { kind: "panel-look-up"; key: string }
  /** Keeps that its user allowed a definition to ask an origin, and looks up again. */
  | { kind: "panel-lookup-allow"; key: string; lookup: string; origin: string; definition: string }
  /** Keeps a secret, encrypted in this browser, and looks up again. */
  | { kind: "panel-lookup-secret"; key: string; lookup: string; secrets: Record<string, string> }

/** What the card on a helpdesk's API asks for. */
type TokenCommand =
  /** Keeps a token for the API, encrypted in this browser, and reads the ticket. "" forgets it. */
  | { kind: "panel-token"; key: string; token: string }
  /** Keeps one where no ticket was read, and has the page in that tab go by the API. */
  | { kind: "panel-token-page"; tabId: number; helpdesk: ApiHelpdeskId; token: string }

/** What the panel asks about the tone of the reply in the editor. */
type ToneCommand =
  | { kind: "panel-tone"; key: string }
  /** Puts a finding's fix into the editor. */
  | { kind: "panel-tone-fix"; key: string; start: number; quote: string }
  /** Takes a finding off the card: in replies to this ticket, or its whole rule in this browser. */
  | { kind: "panel-tone-decide"; key: string; start: number; quote: string; decision: "fine-here" | "never-again" }
  /** Shows the hidden rules again. */
  | { kind: "panel-tone-show-hidden"; key: string }

/** What the panel asks about what the agent wrote in the editor. */
type ReplyCheckCommand =
  /** Has it held against ticket and pages. Nothing is changed by it. `rested`: nobody asked, the text rests. */
  { kind: "panel-check-reply"; key: string; rested?: boolean | undefined }

/** "This ticket is about ...", or about none of the team's intents. It is learnt from. */
interface IntentCommand {
  kind: "panel-intent"
  key: string
  intent: string | null
}

/** What single cards ask for. */
export type CardCommand =
  | RewriteCommand
  | LookupCommand
  | TokenCommand
  | AttachmentCommand
  | ToneCommand
  | ReplyCheckCommand
  | IntentCommand
export type AttachmentCommand =
  /** Fetches the attachment and reads its text. Nothing of it leaves the browser by that. */
  | { kind: "panel-attachment-read"; key: string; id: string }
  /** Takes out what was read, for later drafts. */
  | { kind: "panel-attachment-drop"; key: string; id: string }
