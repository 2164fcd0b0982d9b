import { cleanOwn, emailReplies } from "./clean.ts"
import { evidenceOwn } from "./own/evidence-own.ts"
import { guardFresh, guardNameless, guardNameless2, guardNameless3, guardOwn, guardWording } from "./guard-own.ts"
import { banking77, clinc150, hint3 } from "./intents.ts"
import { knowledgeOwn } from "./knowledge-own.ts"
import { letters } from "./letters.ts"
import { languageOwn, xquadLanguage } from "./language.ts"
import { maskNames } from "./mask-names.ts"
import { maskOwn } from "./mask-own.ts"
import { overMasking } from "./over.ts"
import { pastTickets } from "./past-tickets.ts"
import { rankedReplies } from "./replies.ts"
import { restoreOwn } from "./restore-own.ts"
import { retrieval } from "./retrieval.ts"
import type { ReportSet } from "./row.ts"
import { maskKinds } from "./own/mask-kinds.ts"
import { maskTwelve } from "./own/mask-twelve.ts"
import { injected3, injected4, injected5 } from "./own/injected.ts"
import { memoryOwn } from "./own/memory-own.ts"
import { modelLetters } from "./own/model-letters.ts"
import { promises2, promises3, promises4, promisesOwn } from "./own/promises-own.ts"
import { rewriteOwn } from "./own/rewrite-own.ts"
import { translateOwn } from "./own/translate-own.ts"
import { spellingOwn } from "./own/spelling-own.ts"
import { clockOwn } from "./own/clock-own.ts"
import { stepsOwn } from "./own/steps-own.ts"
import { summaryOwn } from "./own/summary-own.ts"
import { voicesOwn } from "./own/voices-own.ts"
import { agentTurns, supportOwn } from "./support-own.ts"
import { ticketsOwn } from "./tickets-own.ts"

/** This set is loaded on request, because training loads word lists that no other task needs. */
const presidio: ReportSet = {
  folder: "presidio",
  files: ["dev.jsonl"],
  own: true,
  rows: async (_folder, how) => (await import("./presidio.ts")).presidioByFolds(how)
}

/** The sets are in the order of the table. */
export const sets: readonly ReportSet[] = [
  presidio,
  maskOwn,
  ...maskKinds,
  maskTwelve,
  maskNames,
  ...overMasking,
  restoreOwn,
  guardOwn,
  guardWording,
  guardFresh,
  guardNameless,
  guardNameless2,
  guardNameless3,
  cleanOwn,
  emailReplies,
  ...retrieval,
  pastTickets,
  knowledgeOwn,
  rankedReplies,
  xquadLanguage,
  languageOwn,
  banking77,
  clinc150,
  hint3,
  supportOwn,
  agentTurns,
  promisesOwn,
  promises2,
  promises3,
  promises4,
  injected3,
  injected4,
  injected5,
  evidenceOwn,
  memoryOwn,
  rewriteOwn,
  translateOwn,
  spellingOwn,
  clockOwn,
  stepsOwn,
  summaryOwn,
  voicesOwn,
  ticketsOwn,
  letters,
  modelLetters
]
