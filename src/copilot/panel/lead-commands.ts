import * as z from "zod/mini"
import {
  mayReview,
  UNSAVED_REVIEWS,
  type LeadAnswer,
  type LeadCommand,
  type LeadStatus,
  type LeadValues
} from "../../protocol/lead.ts"
import { DEFAULT_ADDRESS } from "../../protocol/panel.ts"
import { MAX_SETTLE_NOTE, reportQuery, settleRequest } from "../../protocol/knowledge-report.ts"
import { MAX_MEMORY_TEXT, memoryChange } from "../../protocol/operating/memories.ts"
import { confirmPageRequest, solvedTicketsQuery } from "../../protocol/past-tickets.ts"
import type { MaskedText } from "../../protocol/outgoing.ts"
import {
  exportQuery,
  figuresQuery,
  MAX_REVIEW_NOTE as MAX_NOTE,
  queueQuery,
  reviewChanged,
  reviewRequest
} from "../../protocol/review.ts"
import type { Account } from "../session/account.ts"
import { createEgress, type Egress } from "../relay-client/egress.ts"
import { endedPairing, isSamePairing, signedInAs, signedOutReason, type Pairing } from "../session/pairings.ts"
import type { CopilotParts } from "../relay-client/copilot-parts.ts"
import { isRevoked, RelayError } from "../relay-client/relay-error.ts"

/** The commands that the lead's pages may send. */
export const leadCommandSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("lead-status") }),
  z.object({ kind: z.literal("lead-sign-out") }),
  z.object({ kind: z.literal("lead-queue"), query: queueQuery }),
  z.object({ kind: z.literal("lead-case"), caseId: z.string() }),
  z.object({ kind: z.literal("lead-save"), caseId: z.string(), review: reviewRequest }),
  z.object({ kind: z.literal("lead-figures"), query: figuresQuery }),
  z.object({ kind: z.literal("lead-tone") }),
  z.object({ kind: z.literal("lead-recommendations") }),
  z.object({ kind: z.literal("lead-intents") }),
  z.object({ kind: z.literal("lead-export"), query: exportQuery }),
  z.object({ kind: z.literal("lead-report"), query: reportQuery }),
  z.object({ kind: z.literal("lead-settle"), findingId: z.string(), settling: settleRequest }),
  z.object({ kind: z.literal("lead-solved"), query: solvedTicketsQuery }),
  z.object({ kind: z.literal("lead-confirm-page"), request: confirmPageRequest }),
  z.object({ kind: z.literal("lead-memories") }),
  z.object({ kind: z.literal("lead-memory-save"), id: z.uuid(), change: memoryChange }),
  z.object({ kind: z.literal("lead-memory-remove"), id: z.uuid() })
])

/**
 * Answers the lead's pages with the reviewer's token. The panel's sign-in is only changed if it is the reviewer's too.
 */
export function createLeadCommands(
  { browser, relay, masker }: Pick<CopilotParts, "browser" | "relay" | "masker">,
  account: Account,
  changed: () => void
) {
  const { pairings, renewals } = account
  const clientOf = (one: Pairing) => relay(one.address, renewals.bearerOf(one))

  const signOut = async (): Promise<null> => {
    const { reviewer } = pairings
    if (reviewer && !isSamePairing(reviewer, pairings.main)) await browser.session.remove(UNSAVED_REVIEWS)
    await signOutSecondary(account, reviewer, changed)
    return null
  }
  const ask = async (command: LeadCommand): Promise<LeadValues[LeadCommand["kind"]]> => {
    await account.load()
    if (command.kind === "lead-status") return statusOf(account)
    if (command.kind === "lead-sign-out") return signOut()
    const { reviewer } = pairings
    if (reviewer?.token === undefined)
      throw new RelayError(reviewer ? "signed-out" : "no-lead", "Review is for leads: pair with a lead's code.", false)
    const { review, masking } = clientOf(reviewer)
    const signal = new AbortController().signal
    // These are the rules of the relay that keeps the note. The panel may be signed in at another relay, or not at all.
    const egress = createEgress(masker, () => masking.rules(signal))
    try {
      switch (command.kind) {
        case "lead-queue":
          return await review.queue(command.query, signal)
        case "lead-case":
          return await review.case(command.caseId, signal)
        case "lead-save":
          return await review.save(
            command.caseId,
            { ...command.review, note: await masked(egress, command.review.note, MAX_NOTE, signal) },
            signal
          )
        case "lead-settle":
          return await review.settle(
            command.findingId,
            { ...command.settling, note: await masked(egress, command.settling.note ?? "", MAX_SETTLE_NOTE, signal) },
            signal
          )
        case "lead-figures":
          return await review.figures(command.query, signal)
        case "lead-tone":
          return await review.toneDecisions(signal)
        case "lead-recommendations":
          return await review.recommendations(signal)
        case "lead-intents":
          return await review.intents(signal)
        case "lead-export":
          return await review.export(command.query, signal)
        case "lead-report":
          return await review.report(command.query, signal)
        case "lead-solved":
          return await review.solvedTickets(command.query, signal)
        case "lead-confirm-page":
          await review.confirmPage(command.request, signal)
          return null
        case "lead-memories":
          return await review.memories(signal)
        case "lead-memory-save": {
          const { word, text, ...change } = command.change
          await review.saveMemory(
            command.id,
            {
              ...change,
              ...(word !== undefined && { word: await masked(egress, word, MAX_MEMORY_TEXT, signal) }),
              ...(text !== undefined && { text: await masked(egress, text, MAX_MEMORY_TEXT, signal) })
            },
            signal
          )
          return null
        }
        case "lead-memory-remove":
          await review.removeMemory(command.id, signal)
          return null
      }
    } catch (error) {
      await handleCallFailure(account, reviewer, error, changed)
      throw error
    }
  }
  return async (command: LeadCommand): Promise<LeadAnswer> => {
    try {
      return { ok: true, value: await ask(command) }
    } catch (error) {
      if (!(error instanceof RelayError)) throw error
      const changed = reviewChanged.safeParse(error.said)
      return {
        ok: false,
        code: faultCodeOf(error),
        message: error.message,
        ...(changed.success ? { review: changed.data.review } : {})
      }
    }
  }
}

/** @throws RelayError "note-too-long" if the placeholders are longer than what they stand for; "note-not-masked" */
async function masked(egress: Egress, written: string, most: number, signal: AbortSignal): Promise<MaskedText> {
  const note = await egress.note(written, signal).catch((cause: unknown) => {
    if (cause instanceof RelayError) throw cause
    throw new RelayError("note-not-masked", "The note could not be masked in time, so nothing was sent.", true, 0, {
      cause
    })
  })
  if (note.length > most)
    throw new RelayError("note-too-long", "With its names replaced the note is too long. Shorten it.", false)
  return note
}

/** Handles a failed call of a sign-in. A secondary sign-in ends here if the relay says that it has ended. */
export async function handleCallFailure(
  account: Account,
  one: Pairing,
  error: unknown,
  changed: () => void
): Promise<void> {
  if (isSamePairing(one, account.pairings.main)) return account.heard(error)
  if (!(error instanceof RelayError) || !isRevoked(error)) return
  await account.pairings.replace(one, endedPairing(one, error.code))
  changed()
}

/** Ends a secondary sign-in. The main one ends in the popup, which shows what else is deleted with it. */
export async function signOutSecondary(
  { pairings, renewals }: Account,
  one: Pairing | undefined,
  changed: () => void
): Promise<void> {
  if (!one || isSamePairing(one, pairings.main)) return
  const tell = await renewals.farewell(one)
  await pairings.replace(one, undefined)
  changed()
  // If the relay is out of reach, the sign-in is forgotten here anyway; at the relay it ends by itself after 30 days.
  await tell?.(new AbortController().signal).catch((error: unknown) => {
    if (!(error instanceof RelayError)) throw error
  })
}

/** Returns a code for which the lead's pages have a sentence. */
export function faultCodeOf({ status, code }: RelayError): string {
  if (code === "no-finding" || code === "no-past-ticket" || code === "no-memory") return code
  if (status === 401) return "signed-out"
  if (status === 410 || status === 404) return "erased"
  return status === 426 ? "other-version" : code
}

function statusOf({ pairings: { main, reviewer } }: Account): LeadStatus {
  const person = signedInAs(reviewer)
  return { ...signInStatus(main, reviewer), ...(person && mayReview(person) ? { reviewer: person } : {}) }
}

/** Returns what a page shows about the sign-in that it uses, besides the panel's. */
export function signInStatus(
  main: Pairing | undefined,
  one: Pairing | undefined
): Pick<LeadStatus, "address" | "panel" | "revoked" | "signedOut"> {
  const panel = isSamePairing(main, one) ? undefined : signedInAs(main)
  return {
    address: (one ?? main)?.address ?? DEFAULT_ADDRESS,
    ...(panel ? { panel } : {}),
    ...(one?.revoked ? { revoked: true } : {}),
    ...signedOutReason(one)
  }
}
