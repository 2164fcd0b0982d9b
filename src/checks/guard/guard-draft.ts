import { sentences } from "../../text/sentences.ts"
import { findAccounts, findPaymentNames, findWallets } from "./find/account.ts"
import { findAppLinks, findLinks, findImages } from "./find/link.ts"
import { findBlobs } from "./find/blob.ts"
import { findControls, findPrompts } from "./find/prompt.ts"
import { findDisguised } from "./find/disguised.ts"
import { findEmails } from "./find/email.ts"
import { findHidden } from "./find/hidden.ts"
import { findIndirect } from "./find/indirect/find-indirect.ts"
import { findSteps } from "./find/indirect/steps.ts"
import { internalFinder } from "./find/internal.ts"
import { findMessengers } from "./find/messenger.ts"
import { findOddHosts } from "./find/odd-host.ts"
import { findMixedScripts } from "./find/look-alike.ts"
import { findPayments } from "./find/payment.ts"
import { findPhones } from "./find/phone.ts"
import { findPortals } from "./find/portal.ts"
import { findRemoteControl } from "./find/remote-control.ts"
import { findSecretRequests } from "./find/secret-request.ts"
import { findSpelled } from "./find/spelled.ts"
import { isSevere, MESSAGES, type Found, type GuardFinding, type GuardInput } from "./basis/finding.ts"
import { givenOf } from "./read-given.ts"
import { plainOf } from "./basis/plain.ts"

/**
 * Looks for what nobody gave: links, contacts, accounts, hidden characters, encoded text, requests for passwords, for
 * control of the customer's computer or for money that can't be traced, words of mixed scripts, words of the model's
 * instructions, signs that a model writes for itself, and what only an internal note contains. It uses no model, takes
 * linear time and has no side effects. The findings are in order and don't overlap.
 */
export function guardDraft({ draft, ...about }: GuardInput): { ok: boolean; findings: GuardFinding[] } {
  const findings = openGuard(about)(draft)
  return { ok: !findings.some(({ severe }) => severe), findings }
}

/** Does the same as `guardDraft` for several texts of one ticket. Thread, sources and notes are read once. */
export function openGuard({
  thread,
  sources,
  internal = []
}: Omit<GuardInput, "draft">): (draft: string) => GuardFinding[] {
  const given = givenOf(thread, sources)
  const findInternal = internalFinder(given, internal)
  return (draft) => {
    const plain = plainOf(draft)
    const { text } = plain
    // A long run of empty lines is shortened, because each line would be scanned anew.
    const said = sentences(text.replace(/\n{4,}/g, (gap) => `\n\n${" ".repeat(gap.length - 2)}`))
    // The earlier finder wins when two report the same words.
    const own = [
      findControls(text, given),
      findImages(text, given),
      findLinks(text, given),
      findAppLinks(text, given),
      findDisguised(text, given),
      findEmails(text, given),
      findAccounts(text, given),
      findPaymentNames(text, given),
      findWallets(text, given),
      findBlobs(text, given),
      findPhones(text, given),
      findSpelled(text, given),
      findOddHosts(said, given),
      findSecretRequests(said, given),
      findPayments(said, given),
      findRemoteControl(said, given),
      findIndirect(said, given),
      findMixedScripts(text, given),
      findMessengers(text, said, given),
      findPortals(said, given),
      findSteps(said, given),
      findPrompts(text, said, given),
      findInternal(said)
    ]
      .flat()
      .map((one): Found => ({ ...one, ...plain.original(one.start, one.end) }))
    return apart([...findHidden(draft, given), ...own]).map(({ kind, start, end }) => ({
      kind,
      start,
      end,
      message: MESSAGES[kind],
      severe: isSevere(kind)
    }))
  }
}

/** Returns the findings without those that overlap an earlier one of the list, in the order of the text. */
function apart(found: Found[]): Found[] {
  const taken: Found[] = []
  const byRank = found.map((one, rank) => ({ one, rank })).sort((a, b) => a.one.start - b.one.start || a.rank - b.rank)
  let last: { one: Found; rank: number } | undefined
  for (const next of byRank) {
    if (!last || next.one.start >= last.one.end) {
      if (last) taken.push(last.one)
      last = next
    } else if (next.rank < last.rank) last = next
  }
  if (last) taken.push(last.one)
  return taken
}

/**
 * A draft to be checked in another part of the extension, because the tables of phone numbers and words are too large
 * for a worker that is started often.
 */
export interface GuardJob extends GuardInput {
  kind: "guard"
}

export function runGuardJob(job: GuardJob): GuardFinding[] {
  return guardDraft(job).findings
}
