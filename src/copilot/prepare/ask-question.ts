import { NO_PLACEHOLDERS } from "../../masking/basis/placeholder-table.ts"
import type { AnswerJob } from "../../checks/evidence/answering-sentences.ts"
import type { CommandAnswer } from "../../protocol/panel.ts"
import type { AnsweredQuestion, AskAnswer } from "../../protocol/search.ts"
import type { Store } from "../../store/store.ts"
import { firstShown } from "../draft/draft-text.ts"
import { askBody, EMPTY_MASKED_TEXT, truncateMasked } from "../relay-client/egress.ts"
import { RelayFault } from "../relay-client/relay-fault.ts"
import { publicMessages } from "../ticket/unmasked-ticket.ts"
import { runInOrder, ticketPeopleOf, type Services, type TicketState } from "../ticket/ticket-state.ts"
import { asking, kept, maskedTicket, searchMasked } from "./knowledge.ts"
import { relayFor } from "../ticket/ticket-off.ts"

/**
 * Answers an agent's question from the team's pages and the ticket: by the model if the relay has one, and otherwise,
 * or if the model has no answer, with the nearest sentences. The question is masked like everything that is said about
 * a ticket; which sentences are nearest is found in this browser. The draft isn't touched.
 */
export function askQuestion(
  services: Services,
  state: TicketState,
  store: Store,
  question: string
): Promise<CommandAnswer> {
  return asking(services, async (signal) => {
    const asked = question.trim()
    if (asked === "") return { ok: false, code: "search-empty" }
    const hasModel = services.account.state.relay.model !== null
    const answered = hasModel ? await askModel(services, state, store, asked, signal) : undefined
    if (answered && typeof answered !== "string") return { ok: true, asked: answered }
    const nearest = await nearestSentences(services, state, store, asked, signal)
    return { ok: true, asked: { ...nearest, ...(answered !== undefined && { unanswered: answered }) } }
  })
}

/** Returns the model's answer, or why there is none. */
async function askModel(
  services: Services,
  state: TicketState,
  store: Store,
  asked: string,
  signal: AbortSignal
): Promise<AnsweredQuestion | NonNullable<AnsweredQuestion["unanswered"]> | undefined> {
  const { body, question } = await runInOrder(state, async () => {
    const { masked, table } = await maskedTicket(services, state, store, signal)
    const {
      masked: [said = EMPTY_MASKED_TEXT],
      table: grown
    } = await services.egress.texts([asked], ticketPeopleOf(state), table, state.overrides, signal)
    const question = truncateMasked(said, MAX_CHARACTERS)
    const ticket = { ...masked, site: await services.account.rules.siteOf(state.ticket.site) }
    const body = askBody({ question, ticket })
    return { question, body: await kept(services, state, store, grown, "/v1/knowledge/ask", body) }
  })
  try {
    const late = AbortSignal.any([signal, AbortSignal.timeout(MODEL_MS)])
    const answer = await (await relayFor(services, state)).call("POST /v1/knowledge/ask", { body }, late)
    if (answer.text.trim() === "") return "no-answer"
    return { ...shown(answer, state), ...(question === asked ? {} : { sentAs: question }) }
  } catch (error) {
    // Without its model the relay still finds the nearest sentences.
    if (error instanceof RelayFault && error.code === "no-model") return undefined
    if (signal.aborted || (error instanceof RelayFault && error.status === 401)) throw error
    await services.reportError(error)
    return "failed"
  }
}

/** Puts the real values back, and returns the answer sentence by sentence with the pages that it names. */
function shown(
  { text: masked, claims, sources, documents, upstream }: AskAnswer,
  state: TicketState
): AnsweredQuestion {
  const table = state.table ?? NO_PLACEHOLDERS
  const { text, claims: placed } = firstShown({ masked, claims, state: "ready" }, table)
  const used = sources.filter(({ n }) => placed.some((claim) => claim.sources.includes(n)))
  return {
    sentences: [],
    sources: used,
    documents,
    answer: {
      sentences: placed.map(({ start, end, sources: of, state: found }) => ({
        text: text.slice(start, end),
        sources: of,
        state: found
      })),
      model: upstream.model,
      ...(upstream.body !== undefined && { body: upstream.body })
    }
  }
}

async function nearestSentences(
  services: Services,
  state: TicketState,
  store: Store,
  asked: string,
  signal: AbortSignal
): Promise<AnsweredQuestion> {
  const { found, documents, sentAs } = await searchMasked(services, state, store, asked, signal)
  const pages = found.slice(0, PAGES)
  const job: AnswerJob = {
    kind: "answer",
    question: asked,
    language: state.record?.language ?? null,
    sources: [
      ...pages.map(({ n, title, headings, passage }) => ({
        n,
        about: [title, ...headings].join(", "),
        text: passage
      })),
      ...(await publicMessages(services, state)).map(({ role, text }) => ({ n: 0, about: "", text, by: role }))
    ]
  }
  const sentences = await services.findAnswer(job)
  const used = pages.filter(({ n }) => sentences.some((one) => one.n === n))
  const [nearest] = pages
  return {
    sentences,
    sources: used,
    documents,
    ...(nearest && { nearest: nearest.title }),
    ...(sentAs !== undefined && { sentAs })
  }
}

const PAGES = 5
/** The maximum that a request may have. */
const MAX_CHARACTERS = 2000
/** In milliseconds. A browser's worker waits no longer than half a minute for an answer. */
const MODEL_MS = 20_000
