import { createHash } from "node:crypto"
import { sql, type Kysely } from "kysely"
import { tellIntent, type IntentClassifier, type ToldIntent } from "../../intent/classifier/classifier.ts"
import { noteError } from "../../runtime/metrics/error-tally.ts"
import { runInLane } from "../../runtime/worker-thread/run-in-worker.ts"
import { meaningsOf } from "../../search/synonyms/synonyms.ts"
import { asLongWork } from "../../storage/pool/time-limit.ts"
import type { Schema } from "../../storage/schema.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import { train } from "./train.ts"
import { readTrainingExamples, textToTell } from "./training-examples.ts"
import { urgencySigns, type UrgencySigns } from "../../intent/urgency.ts"
import { choosePlaybook } from "../../playbooks/engine/choose-playbook.ts"
import { runPlaybook } from "../../playbooks/engine/run-playbook.ts"
import type { Playbook, KnownTicket } from "../../playbooks/playbook.ts"
import type { TicketAbout } from "../../ticket/ticket-about.ts"
import { ticketDanger } from "../drafting/pipeline/ticket-danger.ts"
import { angerIn } from "../drafting/summary/summary.ts"
import { customerTexts } from "./customer-texts.ts"
import { readPlaybooks } from "../playbooks/stored-playbooks.ts"

/** What this process has learnt of the team's intents. PostgreSQL holds what it is learnt from, and nothing else does. */
export interface Intents {
  /**
   * Tells what a ticket is about with what is learnt so far, and looks in the background whether there is more to learn.
   * @param language ISO 639-1, or null
   * @returns undefined if there is nothing learnt
   */
  tell(ticket: Pick<MaskedTicket, "subject" | "messages">, language: string | null): ToldIntent | undefined
  /** The names of all intents, sorted. */
  names(): string[]
  /** Which examples it was learnt from, as a hash, and how many there were. Undefined if nothing is learnt. */
  learnt(): { version: string; examples: number } | undefined
  /** Learns anew if the examples have changed. @throws Error of the database */
  refresh(): Promise<void>
}

/** Returns the intents of a database, which are the same for all who ask. */
export function intentsOf(db: Kysely<Schema>): Intents {
  const there = known.get(db)
  if (there) return there
  const own = createIntents(db)
  known.set(db, own)
  return own
}

const known = new WeakMap<Kysely<Schema>, Intents>()

function createIntents(db: Kysely<Schema>): Intents {
  let classifier: IntentClassifier | undefined
  let learnt: { version: string; examples: number; from: string } | undefined
  let looking: Promise<void> | undefined
  let lookedAt = -Infinity

  async function learn(): Promise<void> {
    const from = await stateOf(db)
    if (learnt?.from === from) return
    const examples = await readTrainingExamples(db)
    classifier = examples.length === 0 ? undefined : await runInLane("large", TRAINING, examples)
    const version = createHash("sha256").update(JSON.stringify(examples)).digest("hex").slice(0, 12)
    learnt = { version, examples: examples.length, from }
  }

  function refresh(): Promise<void> {
    lookedAt = performance.now()
    looking ??= asLongWork(learn).finally(() => (looking = undefined))
    return looking
  }

  return {
    tell(ticket, language) {
      // What is learnt so far is good enough for this ticket.
      if (performance.now() - lookedAt > LOOK_MS) refresh().catch(() => noteError("request", "intents-not-learnt"))
      return classifier && tellIntent(classifier, { text: textToTell(ticket), language }, meaningsOf)
    },
    names: () => (classifier?.intents ?? []).toSorted(),
    learnt: () => (classifier && learnt ? { version: learnt.version, examples: learnt.examples } : undefined),
    refresh
  }
}

/** Training has the thread for long work, so that streams go on. */
const TRAINING = { module: new URL("./train.ts", import.meta.url).href, run: train }

/** Between two looks whether there is more to learn, in milliseconds. */
const LOOK_MS = 30_000

/** Returns a text that changes whenever an import ends, a playbook is changed or an agent corrects an intent. */
async function stateOf(db: Kysely<Schema>): Promise<string> {
  const { rows } = await sql<{ state: string }>`
    select concat_ws(' ',
      (select concat(count(*), ' ', max(ended_at)) from imports),
      (select concat(count(*), ' ', max(at)) from playbook_versions),
      (select concat(count(*), ' ', max(at)) from intent_corrections)) as state`.execute(db)
  return rows[0]?.state ?? ""
}

/**
 * Returns what a ticket is about, whether it can wait, and who else should see it. It advises only; nothing is passed on
 * by itself.
 */
export async function aboutTicket(
  db: Kysely<Schema>,
  ticket: MaskedTicket,
  language: string | null,
  now: Date
): Promise<TicketAbout> {
  const intents = intentsOf(db)
  const told = intents.tell(ticket, language)
  const intent = told?.intent ?? undefined
  const signs = signsOf(ticket, language)
  const known = { ticket, language, now: now.getTime(), ...(intent !== undefined && { intent }) }
  const escalate = adviceFor(signs.escalate, known, await readPlaybooks(db))
  return {
    ...(told && intent !== undefined && { intent: { name: intent, because: [...told.reasons] } }),
    ...(signs.urgent !== undefined && { urgent: { because: signs.urgent } }),
    ...(escalate && { escalate }),
    choices: intents.names()
  }
}

/** Returns the signs of urgency. What the lists take for a danger is one if it is told as one. */
function signsOf(ticket: MaskedTicket, language: string | null): UrgencySigns {
  const danger = ticketDanger(ticket, language)
  const signs = urgencySigns(newestWords(ticket), language)
  // Who calls a lawyer says it in words that the lists have, and fraud is graver.
  if (danger?.level === "sure" && signs.escalate?.reason !== "law" && signs.escalate?.reason !== "fraud")
    return { urgent: signs.urgent ?? danger.because, escalate: { reason: "danger", because: danger.because } }
  if (signs.escalate?.reason !== "danger") return signs
  const { escalate, urgent } = signs
  return urgent === undefined || urgent === escalate.because ? {} : { urgent }
}

/** Advises by a sign in the customer's words, by anger, or by the playbook, which also names the group. */
function adviceFor(
  sign: TicketAbout["escalate"],
  known: KnownTicket,
  playbooks: readonly Playbook[]
): TicketAbout["escalate"] {
  const playbook = choosePlaybook(playbooks, known)
  const standing = playbook && runPlaybook(playbook, known)
  const anger = angerIn(customerTexts(known.ticket), known.language)
  const found = sign ?? (anger === undefined ? undefined : { reason: "mood" as const, because: anger })
  if (found) {
    const group = standing?.escalate?.group ?? groupOf(playbook)
    return { ...found, ...(group !== undefined && { group }) }
  }
  if (standing?.state !== "escalates" || !standing.escalate) return undefined
  return { reason: "playbook", because: standing.escalate.why, group: standing.escalate.group }
}

/** Returns the first group to which a step of the playbook passes a ticket on. */
const groupOf = (playbook: Playbook | undefined) =>
  [...(playbook?.steps ?? []), ...(playbook ? [playbook.fallback] : [])].find(({ escalate }) => escalate)?.escalate
    ?.group

/** What was urgent two messages ago may be settled. */
const newestWords = ({ subject, messages }: MaskedTicket) =>
  [subject, ...customerTexts({ messages: messages.slice(-NEWEST) })].join("\n")
const NEWEST = 2
