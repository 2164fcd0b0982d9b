import type { VersionParts } from "./version-parts.ts"
import type { HeldUsage, RetrievedSources } from "../../../models/drafter/contract.ts"
import type { DraftRequest, PairedPerson } from "../../../protocol/relay.ts"
import type { Claim, Verification, Repair, Source, SummaryLine } from "../../../ticket/draft.ts"
import type { MaskedTicket } from "../../../ticket/masked-ticket.ts"
import type { TeamVoice, TeamWording } from "../../../ticket/team-voice.ts"
import type { CurrentStep } from "../../playbooks/find-step.ts"
import type { Recommendation } from "../../recommendations/recommend.ts"
import type { Danger } from "../../../ticket/danger.ts"
import { findDanger, onlyHandOver, withoutModel, withoutPages } from "./danger-stage.ts"
import { addDisclosure } from "./disclosure.ts"
import { finishDraft } from "./finish-draft.ts"
import type { FinishedLetter } from "./letter-in-progress.ts"
import { type LetterVerification, verifyLetter } from "./letter-verification.ts"
import { addLookups } from "./lookup-sources.ts"
import type { Emit } from "./pipeline-events.ts"
import type { PipelineParts } from "./pipeline.ts"
import { addPlaybookStep } from "./playbook-step.ts"
import { retrieve } from "./retrieve.ts"
import { writeLetter } from "./write-letter.ts"

/**
 * Writes one draft. Each stage takes what the stage before it returned and returns something new. Writing emits the
 * sources, the text and the checked sentences as they come; all that is left is emitted at the end.
 * @throws ModelError, and the signal's reason once it is aborted
 */
export async function writeDraft(task: DraftTask): Promise<void> {
  const retrievedContext = await retrieve(task)
  const danger = await findDanger(retrievedContext.language, task)
  const safeTask = withoutModel(task, danger)
  const guidedContext = await addPlaybookStep(withoutPages(retrievedContext, danger), safeTask)
  const context = await addLookups(onlyHandOver(guidedContext, danger), safeTask)
  const letter = await writeLetter(context, safeTask)
  const disclosedLetter = addDisclosure(letter, context, safeTask)
  const verifiedLetter = await verifyLetter(disclosedLetter, safeTask)
  task.emit(finishDraft(verifiedLetter, { ...context, danger }, safeTask))
}

/** One draft that is to be written: what was asked for, by whom, what writes it, and who receives its events. */
export interface DraftTask extends PipelineParts {
  request: DraftRequest
  /** The ticket with the part of its thread that is read closely, by the summary and the checks. */
  readTicket: MaskedTicket
  person: PairedPerson
  emit: Emit
  signal: AbortSignal
  /** Holds what models use until it is stored with the draft. */
  held: HeldUsage | undefined
  /** The version of the pipeline, without the team's voices and memories. */
  version: string
  /** What it is made of. */
  versionParts: Omit<VersionParts, "voices" | "memories">
  /**
   * The day on which it is written, as YYYY-MM-DD, where the agent is. The prompt, the checks and whatever else counts
   * from today take this one.
   */
  today: string
  /** When the draft began, in milliseconds of `performance.now()`. */
  began: number
}

/** `retrieve` returns what search finds for the ticket, and how the team's settings want the reply. */
export interface RetrievedContext {
  readonly retrieval: RetrievedSources
  /** The customer's language, or null if nothing shows it. */
  readonly language: string | null
  readonly voice: TeamVoice | undefined
  /** The words that the team writes in place of others. */
  readonly wordings: readonly TeamWording[]
  /** The version of the pipeline with these voices and memories. */
  readonly pipelineVersion: string
  /** What was asked and tried, for a model. It is read while search runs. The offline drafter has none. */
  readonly threadSummary: Promise<SummaryLine[]> | undefined
}

/** `addPlaybookStep` returns it with the team's own words for the ticket as a source that leads, if there are any. */
export interface GuidedContext extends RetrievedContext {
  /** Where the ticket stands in the team's playbook. */
  readonly step: CurrentStep | undefined
}

/** `addLookups` returns it with what the browser read elsewhere, and with products, as further sources. */
export interface DraftContext extends GuidedContext {
  readonly products: readonly Recommendation[]
  /** The danger of which the ticket tells. */
  readonly danger?: Danger | undefined
}

/** `writeLetter` returns a letter, each sentence of which the rules have checked, or a refusal. */
export interface WrittenLetter extends Readonly<Omit<FinishedLetter, "writer">> {
  /** The name of the model that wrote it, or "offline". */
  readonly model: string
  /** The public sources. The drafter saw no others, and the sentences were checked against them. */
  readonly sources: readonly Source[]
  /** What became of the faults of a model's first letter. */
  readonly repair?: Repair | undefined
  /** Verifies what a model wrote, and began with it while the letter was written. */
  readonly verification?: LetterVerification | undefined
}

/** `addDisclosure` returns the letter with the team's line below it, if it has one. */
export interface DisclosedLetter extends WrittenLetter {
  /** The team's line below its letters. */
  readonly disclosure: string | undefined
  /** What follows the text of the letter, and its claims. */
  readonly below: { text: string; claims: readonly Claim[] }
}

/** `verifyLetter` returns the letter with what the verifier says about its claims. */
export interface VerifiedLetter extends Omit<DisclosedLetter, "verification"> {
  readonly verification?: Verification | undefined
}
