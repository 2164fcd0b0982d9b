import type { DraftRequest, PairedPerson } from "../../protocol/relay.ts"
import type { RankedMacro, SimilarTicket } from "../../protocol/search.ts"
import type { Repair, Source, SummaryLine } from "../../ticket/draft.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import type { TicketAbout } from "../../ticket/ticket-about.ts"
import { soundOf, voiceRulesOf, type TeamVoice, type TeamWording } from "../../ticket/team-voice.ts"
import { disclosureAfter, disclosureIn, frameWithDisclosure } from "./disclosure.ts"
import { inSpan } from "../../runtime/scope/span.ts"
import { addLeadingMacro } from "./offline/macros/leading-macro.ts"
import { addLeadingReply } from "./offline/solved/leading-reply.ts"
import { frameWithoutLetter } from "./offline/writing/frame-without-letter.ts"
import { openDraftChecker } from "./open-draft-checker.ts"
import { addAttachments, addEarlier, addLookups, forBrowser, keptBody } from "./lookup-sources.ts"
import { judgeLetter } from "./judge-letter.ts"
import { addProducts, withProducts } from "../recommendations/product-sources.ts"
import type { Recommendation } from "../recommendations/recommend.ts"
import { addPlaybookStep, withMissing, withStanding } from "./playbook-step.ts"
import { Letter } from "./letter.ts"
import { repairLetter } from "./repair-letter.ts"
import {
  ModelError,
  type Drafter,
  type DraftJob,
  type HeldUsage,
  type Judge,
  type RetrievedSources,
  type Retriever,
  type Summariser,
  type TeamWords
} from "../../models/drafter/contract.ts"
import { wordingsBeside, type MemoriesInForce } from "../memories/in-force.ts"
import { chooseVoice } from "../voices/choose-voice.ts"
import type { StoredVoices } from "../voices/stored-voices.ts"
import type { FoundStep } from "../playbooks/find-step.ts"
import type { Emit, Pipeline } from "./pipeline-events.ts"
import { pipelineVersion, versionWith } from "./pipeline-version.ts"
import { markLetterLanguage, ticketLanguage } from "./ticket-language.ts"
import { createOfflineSummariser } from "./summary.ts"
import { wishedLanguage } from "./wished-language.ts"
import { inCustomersWords, withBeginning } from "./without-letter.ts"

/** Raise this when retrieval, the checks or this file change what a draft says. */
const RECIPE = "12"

/** How many sources a draft has. It has more only if the agent chose more. */
const SOURCES = 5

export interface PipelineParts {
  retriever: Retriever
  drafter: Drafter
  summariser: Summariser
  /** Judges the sentences of a model's letter. */
  judge?: Judge | undefined
  /** How long the judge may take, in milliseconds. */
  judgeMs?: number
  /** What the team says of itself. Only a model is told, but each letter has its disclosure. */
  team?: TeamWords | undefined
  /** Finds the macros for a ticket, best first. */
  macros?: ((ticket: MaskedTicket, person: PairedPerson) => Promise<RankedMacro[]>) | undefined
  /** Finds solved tickets like this one, best first, whose reply may lead without a model. */
  solved?: ((ticket: MaskedTicket, person: PairedPerson) => Promise<SimilarTicket[]>) | undefined
  /** Finds the step of the team's playbook for the ticket. */
  step?:
    | ((ticket: MaskedTicket, person: PairedPerson, language: string | null) => Promise<FoundStep | undefined>)
    | undefined
  /** Recommends products for what a ticket asks about buying. */
  products?:
    | ((ticket: MaskedTicket, person: PairedPerson, language: string | null) => Promise<Recommendation[]>)
    | undefined
  /** Tells what a ticket is about, for its summary. */
  about?: ((ticket: MaskedTicket, language: string | null) => Promise<TicketAbout>) | undefined
  /** Reads the team's voices. */
  voices?: (() => Promise<StoredVoices>) | undefined
  /** Reads the team's memories for tickets of a helpdesk, or of none. */
  memories?: ((helpdesk: string | null) => Promise<MemoriesInForce>) | undefined
  /** Finds replies to similar tickets, as examples of style for a model. */
  examples?: ((ticket: MaskedTicket, person: PairedPerson) => Promise<string[]>) | undefined
}

/** Creates the pipeline, which finds sources, has the draft written, and checks each sentence when it is finished. */
export function createPipeline(parts: PipelineParts): Pipeline {
  const { retriever, drafter, summariser, judge, team } = parts
  const version = pipelineVersion([
    RECIPE,
    drafter.name,
    drafter.fingerprint,
    ...(retriever.fingerprint === undefined ? [] : [retriever.fingerprint]),
    ...(judge === undefined ? [] : [judge.name, judge.fingerprint]),
    ...(team === undefined ? [] : [JSON.stringify(team)])
  ])
  return {
    model: drafter.name === "offline" ? null : drafter.name,
    version,
    ...((parts.voices ?? parts.memories) && {
      versionNow: async () => versionWith(version, await parts.voices?.(), await parts.memories?.(null))
    }),
    ...(drafter.refusal && { refusal: (prepared: boolean) => drafter.refusal?.(prepared) }),
    async run(request, person, emit, signal, held) {
      await orFailed(() => write({ ...parts, request, person, emit, signal, held, version }), emit, signal)
    },
    async summarise({ ticket }, person, emit, signal) {
      const lines: SummaryLine[] = []
      let model = summariser.name
      await orFailed(
        async () => {
          for await (const line of summariser.summarise(ticket, signal, { person, writes: (name) => (model = name) })) {
            lines.push(line)
            emit({ type: "summary-line", line })
          }
          const language = await ticketLanguage(ticket)
          const about = await parts.about?.(ticket, language)
          if (!signal.aborted)
            emit({ type: "summary-end", lines, ...(about && { about }), model, pipelineVersion: version, language })
        },
        emit,
        signal
      )
    }
  }
}

/** Reports a model's failure in its own words. After an abort nothing is reported. */
async function orFailed(work: () => Promise<void>, emit: Emit, signal: AbortSignal): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (signal.aborted) return
    if (!(error instanceof ModelError)) throw error
    emit({ type: "draft-error", code: error.code, message: error.message, retryable: error.retryable })
  }
}

interface Writing extends PipelineParts {
  request: DraftRequest
  person: PairedPerson
  emit: Emit
  signal: AbortSignal
  held: HeldUsage | undefined
  version: string
}

async function write(writing: Writing): Promise<void> {
  const { request, person, emit, signal, retriever, drafter } = writing
  const began = performance.now()
  const searching = inSpan("search", {}, () => retriever.find(request.ticket, person, signal, SOURCES, request.sources))
  // The thread is read while the database is asked for pages.
  const known = drafter.name === "offline" ? undefined : readThread(request.ticket, signal)
  const pages = await searching
  const language = pages.language === undefined ? await ticketLanguage(request.ticket) : pages.language
  const { macros, solved } = writing
  const step = pages.hasPlaybooks === false ? undefined : await writing.step?.(request.ticket, person, language)
  const stored = pages.hasVoices === false ? undefined : await writing.voices?.()
  const voice = chooseVoice(
    stored?.voices ?? [],
    request.ticket,
    wishedLanguage(request.instruction, language) ?? language
  )
  const memories = pages.hasMemories === false ? undefined : await writing.memories?.(request.ticket.helpdesk)
  const wordings = wordingsBeside(voice, memories?.wordings ?? [])
  const reading = { writing, language, voice, wordings, known, began }
  const isLed = step !== undefined && step.text !== ""
  const led = isLed
    ? addPlaybookStep(pages, step, language)
    : macros
      ? await addLeadingMacro(pages, request.ticket, language, () => macros(request.ticket, person))
      : pages
  const products = (await writing.products?.(request.ticket, person, language)) ?? []
  const looked = addEarlier(addLookups(led, request.ticket), request.ticket)
  const found = addProducts(addAttachments(looked, request.ticket), products)
  let made = await writeFrom(found, reading)
  if (made?.letter.text === "" && drafter.name === "offline" && solved && !isLed) {
    const more = await addLeadingReply(found, request.ticket, language, () => solved(request.ticket, person))
    if (more !== found) made = await writeFrom(more, reading)
  }
  if (signal.aborted || !made) return
  const { letter, repair, sources } = made
  letter.claims = await markLetterLanguage(letter)
  const { claims, judgement } = await inSpan("judge", {}, () => judgeLetter(letter, writing, sources))
  if (signal.aborted) return
  const sound = soundOf(voice, letter.language, request.ticket.channel)
  const line = sound?.disclosure ?? disclosureIn(writing.team?.disclosure, letter.language)
  const below = line === undefined ? undefined : disclosureAfter(letter.text, line)
  if (below?.text) emit({ type: "draft-delta", text: below.text })
  const framedAnswer = letter.answer && line !== undefined ? frameWithDisclosure(letter.answer, line) : letter.answer
  const frame = () => frameWithoutLetter(request.ticket, letter.language, sound)
  const { refusal, ...offered } = withProducts({ ...letter, answer: framedAnswer }, products, sources, frame)
  const standing = step ? withStanding({ answer: offered.answer, refusal }, step) : offered.answer
  const answer = withBeginning(
    { text: letter.text, answer: standing, refusal },
    {
      ...{ ticket: request.ticket, language: letter.language, sound, disclosure: line },
      asked: (step?.standing.missing ?? []).flatMap(({ ask }) => ask ?? [])
    }
  )
  emit({
    type: "draft-end",
    draftId: request.draftId,
    text: `${letter.text}${below?.text ?? ""}`,
    claims: [...claims, ...(below?.claims ?? [])],
    questions: step ? withMissing(letter.questions, step) : letter.questions,
    ...(refusal ? { refusal: inCustomersWords(refusal, language) } : {}),
    ...(answer ? { answer } : {}),
    ...(repair ? { repair } : {}),
    ...(judgement ? { judge: judgement } : {}),
    ...(sound ? { voice: voiceRulesOf(sound) } : {}),
    ...(letter.tokens ? { tokens: letter.tokens } : {}),
    model: letter.writer ?? drafter.name,
    ...(letter.instead ? { instead: letter.instead } : {}),
    pipelineVersion: versionWith(writing.version, stored, memories),
    language: letter.language,
    ms: { first: letter.first ?? since(began), total: since(began) }
  })
}

/** What is known before a letter is written. */
interface Reading {
  writing: Writing
  language: string | null
  voice: TeamVoice | undefined
  wordings: readonly TeamWording[]
  known: Promise<SummaryLine[]> | undefined
  began: number
}

/** Writes one letter from these sources and checks it. Returns undefined after an abort. */
async function writeFrom(
  found: RetrievedSources,
  { writing, language, voice, wordings, known, began }: Reading
): Promise<{ letter: Letter; repair?: Repair | undefined; sources: Source[] } | undefined> {
  const { request, person, emit, signal, held, drafter } = writing
  emit({ type: "sources", sources: forBrowser(found.sources) })
  const tellable = publicOnly(found)
  const told = await inSpan("prompt", {}, async () => forModel(writing, language, await known))
  const job: DraftJob = { request, found: tellable, language, person, voice, wordings, held, ...told }
  const open = (written: string | null) => openDraftChecker(request.ticket, tellable.sources, written, signal)
  const expected = job.wishedLanguage ?? language
  const numbers = tellable.sources.map(({ n }) => n)
  const context = { language: expected, checker: open(expected), numbers, emit }
  const first = new Letter(context)
  try {
    for await (const written of drafter.write(job, signal)) {
      if (signal.aborted) return undefined
      if ("upstream" in written) {
        const { url, body } = written.upstream
        emit({ type: "upstream", model: first.writer ?? drafter.name, url, body: keptBody(body, request.ticket) })
      } else if ("waiting" in written) emit({ type: "draft-waiting", ...written.waiting })
      else if ("language" in written) first.writeIn(written.language, open(written.language))
      else first.take(written, began)
    }
    if (signal.aborted) return undefined
    await first.finish(began)
    const made = await repairLetter(first, { job, drafter, context, signal, began })
    return signal.aborted ? undefined : { ...made, sources: tellable.sources }
  } finally {
    first.close()
  }
}

/** Reads what was asked and tried. Nobody waits for it after an abort. */
function readThread(ticket: MaskedTicket, signal: AbortSignal): Promise<SummaryLine[]> {
  const lines = Array.fromAsync(createOfflineSummariser().summarise(ticket, signal))
  lines.catch(() => undefined)
  return lines
}

/** Returns what a model is told besides ticket and sources. The offline drafter reads the ticket itself. */
async function forModel(
  { request, person, team, examples }: Writing,
  language: string | null,
  known: SummaryLine[] | undefined
): Promise<Partial<DraftJob>> {
  if (!known) return {}
  const wished = wishedLanguage(request.instruction, language)
  return {
    today: new Date().toISOString(),
    known,
    ...(wished && { wishedLanguage: wished }),
    ...(team && { team }),
    ...(examples && { examples: await examples(request.ticket, person) })
  }
}

/**
 * An internal page is shown to the agent, but nothing of it may reach a customer, so the drafter and the checks never
 * see it.
 */
function publicOnly(found: RetrievedSources): RetrievedSources {
  return { ...found, sources: found.sources.filter((source) => source.visibility === "public") }
}

function since(began: number): number {
  return Math.round(performance.now() - began)
}
