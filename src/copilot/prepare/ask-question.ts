import type { AnswerJob } from "../../checks/evidence/answering-sentences.ts"
import type { CommandAnswer } from "../../protocol/panel.ts"
import type { Store } from "../../store/store.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"
import { publicMessages } from "../ticket/public-messages.ts"
import { asking, searchMasked } from "./knowledge.ts"

/**
 * Answers an agent's question with the nearest sentences of the team's pages and of the ticket. The question is masked
 * and searched for as any words are; which sentences are nearest is found in this browser. The draft isn't touched.
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
        ...(await publicMessages(services, state)).map((text) => ({ n: 0, about: "", text }))
      ]
    }
    const sentences = await services.findAnswer(job)
    const used = pages.filter(({ n }) => sentences.some((one) => one.n === n))
    const [nearest] = pages
    return {
      ok: true,
      asked: {
        sentences,
        sources: used,
        documents,
        ...(nearest && { nearest: nearest.title }),
        ...(sentAs !== undefined && { sentAs })
      }
    }
  })
}

const PAGES = 5
