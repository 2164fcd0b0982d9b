import { findTranslations } from "../../knowledge/report/translations/find-translations.ts"
import type { Kysely } from "kysely"
import { createReplyChecker, type ReplyChecker } from "../drafting/check-reply.ts"
import { createQuestionAnswerer, type QuestionAnswerer } from "../drafting/answer-question.ts"
import { createOfflineDrafter } from "../drafting/offline/offline-drafter.ts"
import { oncePerVersion } from "../drafting/pipeline/version-parts.ts"
import { createPipeline } from "../drafting/pipeline/pipeline.ts"
import type { Pipeline } from "../drafting/pipeline/pipeline-events.ts"
import { createOfflineSummariser } from "../drafting/summary/summary.ts"
import { createRewriter, type Rewriter } from "../rewriting/rewriter.ts"
import { findMacros, findReplies, findSolvedTickets } from "../panel/find-replies.ts"
import { aboutTicket, intentsOf } from "../intents/intents.ts"
import { readMemories } from "../memories/in-force.ts"
import { findStep } from "../playbooks/find-step.ts"
import { findProducts } from "../recommendations/find-products.ts"
import { noteVersion } from "../review/figures/draft-versions.ts"
import { readVoices } from "../voices/stored-voices.ts"
import { createRetriever, type SearchHelpers } from "../../search/pages/retriever.ts"
import { chooseAnswerer, chooseDrafter, chooseVerifier, chooseSummariser } from "../../models/choose-model.ts"
import { createModelTraffic } from "../../models/traffic/model-traffic.ts"
import type { Models } from "../../models/endpoint/models.ts"
import type { Schema } from "../../storage/schema.ts"
import type { UsageBook } from "../../models/usage/usage-book.ts"

/** This many replies to similar tickets show a model the team's style. */
const EXAMPLES = 2

/**
 * Assembles the pipeline that the settings ask for. What the models use is recorded in `book`, and `traffic` has the ways
 * to them.
 */
export function assemblePipeline(
  models: Models,
  db: Kysely<Schema>,
  book: UsageBook,
  searchHelpers: SearchHelpers = {},
  traffic = createModelTraffic(models)
): Pipeline {
  return createPipeline({
    retriever: createRetriever(db, searchHelpers),
    drafter: chooseDrafter(models, createOfflineDrafter(), book, traffic),
    summariser: chooseSummariser(models, createOfflineSummariser(), book, traffic),
    verifier: chooseVerifier(models, book, traffic),
    withoutModel: { drafter: createOfflineDrafter(), summariser: createOfflineSummariser() },
    team: models.team,
    step: (ticket, person, language) =>
      findStep(db, ticket, person, {
        language,
        now: new Date(),
        intent: intentsOf(db).tell(ticket, language)?.intent ?? undefined
      }),
    products: (ticket, person, language) => findProducts(db, ticket, person, language),
    about: (ticket, language) => aboutTicket(db, ticket, language, new Date()),
    voices: () => readVoices(db),
    memories: (helpdesk) => readMemories(db, helpdesk, new Date()),
    noteVersion: oncePerVersion((version, parts) => noteVersion(db, version, parts, new Date())),
    macros: (ticket, person) => findMacros(db, ticket, person),
    translations: (sources, language, signal) => findTranslations(db, sources, language, signal),
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
  searchHelpers: SearchHelpers = {},
  traffic = createModelTraffic(models)
): QuestionAnswerer | undefined {
  return createQuestionAnswerer(createRetriever(db, searchHelpers), chooseAnswerer(models, book, traffic), {
    verifier: chooseVerifier(models, book, traffic),
    team: models.team
  })
}

/** Assembles what checks the replies of agents: the rules, and the models that verify, if there are any. */
export function assembleReplyChecker(
  models: Models,
  db: Kysely<Schema>,
  book: UsageBook,
  searchHelpers: SearchHelpers = {},
  traffic = createModelTraffic(models)
): ReplyChecker {
  return createReplyChecker({
    retriever: createRetriever(db, searchHelpers),
    verifier: chooseVerifier(models, book, traffic),
    team: models.team
  })
}

/** Assembles what rewords texts of agents, by the models that the settings name, if they name any. */
export function assembleRewriter(models: Models, book: UsageBook, traffic = createModelTraffic(models)): Rewriter {
  return createRewriter(chooseAnswerer(models, book, traffic), chooseVerifier(models, book, traffic))
}
