import type { Kysely } from "kysely"
import { createQuestionAnswerer, type QuestionAnswerer } from "../drafting/answer-question.ts"
import { createOfflineDrafter } from "../drafting/offline/offline-drafter.ts"
import { createPipeline } from "../drafting/pipeline.ts"
import type { Pipeline } from "../drafting/pipeline-events.ts"
import { createOfflineSummariser } from "../drafting/summary.ts"
import { findMacros, findReplies, findSolvedTickets } from "../panel/find-replies.ts"
import { findStep } from "../playbooks/find-step.ts"
import { createRetriever, type SearchModels } from "../../search/pages/retriever.ts"
import { chooseAnswerer, chooseDrafter, chooseJudge, chooseSummariser } from "../../models/choose-model.ts"
import type { Models } from "../../models/endpoint/models.ts"
import type { Schema } from "../../storage/schema.ts"
import type { UsageBook } from "../../models/usage/usage-book.ts"

/** This many replies to similar tickets show a model the team's style. */
const EXAMPLES = 2

/** Assembles the pipeline that the settings ask for. What the models use is recorded in `book`. */
export function assemblePipeline(
  models: Models,
  db: Kysely<Schema>,
  book: UsageBook,
  searchModels: SearchModels = {}
): Pipeline {
  return createPipeline({
    retriever: createRetriever(db, searchModels),
    drafter: chooseDrafter(models, createOfflineDrafter(), book),
    summariser: chooseSummariser(models, createOfflineSummariser(), book),
    judge: chooseJudge(models, book),
    team: models.team,
    step: (ticket, person, language) => findStep(db, ticket, person, { language, now: new Date() }),
    macros: (ticket, person) => findMacros(db, ticket, person),
    solved: (ticket, person) => findSolvedTickets(db, ticket, person),
    ...(models.team?.examples && {
      examples: async (ticket, person) =>
        (await findReplies(db, ticket, person)).tickets.slice(0, EXAMPLES).map(({ reply }) => reply)
    })
  })
}

/** Assembles what answers the agent's own questions. Undefined where the settings name no model for drafts. */
export function assembleAnswerer(
  models: Models,
  db: Kysely<Schema>,
  book: UsageBook,
  searchModels: SearchModels = {}
): QuestionAnswerer | undefined {
  return createQuestionAnswerer(createRetriever(db, searchModels), chooseAnswerer(models, book))
}
