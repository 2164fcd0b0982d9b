import type { TeamWords } from "../drafter/contract.ts"
import type { BudgetLimit } from "../usage/budget-limit.ts"

/** The tasks for which a model can be asked. */
export const TASKS = ["draft", "summary", "tone", "verify"] as const
export type Task = (typeof TASKS)[number]

/** The models that the relay may ask, for which task and in which order, and their budgets. */
export interface Models {
  /** The file with the configuration, or undefined if it comes from the environment. */
  file: string | undefined
  endpoints: Endpoint[]
  /**
   * The endpoints for each task in the order in which they are asked. If the list is empty, none is asked.
   */
  tasks: Record<Task, Endpoint[]>
  /**
   * The embedding model. There is only one, because embeddings of two models can't be compared. If it is
   * undefined, pages are found without embeddings.
   */
  embed?: ModelEndpoint | undefined
  /** The re-ranking model, or undefined if pages keep the order of their words. */
  rerank?: ModelEndpoint | undefined
  /** The currency of every price and budget. */
  currency: string
  budgets: Budgets
  /** What the team says of itself, for the prompt. */
  team?: (TeamWords & { examples?: boolean | undefined }) | undefined
}

export interface Budgets {
  /** The number of prepared drafts for one person and day. */
  prepared: number
  /** The money for models for one person and day, or undefined without a limit. */
  cost: number | undefined
  /** Further limits. The first one that is reached holds. */
  limits: readonly BudgetLimit[]
}

/** Returns all limits that hold for somebody of these groups. */
export function limitsFor({ cost, limits }: Budgets, groups: readonly string[]): BudgetLimit[] {
  const ofPerson: BudgetLimit[] = cost === undefined ? [] : [{ of: "person", per: "day", cost }]
  return [...ofPerson, ...limits.filter(({ group }) => group === undefined || groups.includes(group))]
}

export type Endpoint = ModelEndpoint | { kind: "offline"; name: string }

export interface ModelEndpoint {
  kind: "openai-compatible"
  name: string
  url: string
  /** The model's name as the endpoint lists it. */
  model: string
  key?: string | undefined
  /** The environment variable that holds the key, where the file names one. */
  keyVariable?: string | undefined
  temperature?: number | undefined
  /** `prompt: short` in the file: a small model gets fewer blocks of the prompt and a shorter context. */
  isShort?: boolean | undefined
  /** The prices of a million model tokens sent and received. 0 is free. */
  price: { in: number; out: number }
  firstByteMs: number
  idleMs: number
  totalMs: number
  /** How many requests may be under way at once; undefined without a limit. */
  atOnce?: number | undefined
  /** What kind of verifier it is; undefined if that shows when it is asked. */
  verifies?: VerifierKind | undefined
  /** The score from which on a verifier of pairs or spans counts as sure, from 0 to 1. */
  threshold?: number | undefined
}

/**
 * The kinds of verifiers: a chat model; a classifier of pairs of texts; a model that marks the spans of an answer that
 * its contexts don't show; a chat model that only says whether a document shows a claim.
 */
export const VERIFIER_KINDS = ["chat", "pairs", "spans", "claims"] as const
export type VerifierKind = (typeof VERIFIER_KINDS)[number]

/** The offline drafter can be named in any order without being declared. */
export const OFFLINE: Endpoint = { kind: "offline", name: "offline" }
export const DEFAULT_BUDGETS: Budgets = { prepared: 200, cost: undefined, limits: [] }

/** No model is asked, so the offline drafter writes. */
export const NO_MODELS: Models = {
  file: undefined,
  endpoints: [],
  tasks: { draft: [OFFLINE], summary: [OFFLINE], tone: [], verify: [] },
  currency: "USD",
  budgets: DEFAULT_BUDGETS
}

/**
 * Returns the endpoints that verify, in order: those named for it or, without any, the ones for drafts that get the
 * whole prompt. The offline drafter verifies nothing, so naming it alone switches it off.
 */
export function verifyingEndpoints({ tasks: { draft, verify } }: Pick<Models, "tasks">): Endpoint[] {
  return verify.length > 0 ? verify : draft.filter((endpoint) => endpoint.kind !== "offline" && !endpoint.isShort)
}

/**
 * Returns the tasks for which somebody is named although nobody is asked: the offline drafter reads no tone. For
 * `verify` it is how verification is switched off.
 */
export function unaskedTasks({ tasks }: Models): Task[] {
  return (["tone"] as const).filter(
    (task) => tasks[task].length > 0 && tasks[task].every(({ kind }) => kind === "offline")
  )
}

/** Returns the one task of an endpoint that writes no text: "embed" or "rerank". A model that writes gets undefined. */
export function silentTask(
  endpoint: Endpoint,
  { embed, rerank, tasks }: Pick<Models, "embed" | "rerank" | "tasks">
): "embed" | "rerank" | undefined {
  if (Object.values(tasks).some((order) => order.includes(endpoint))) return undefined
  return endpoint === embed ? "embed" : endpoint === rerank ? "rerank" : undefined
}

/**
 * Returns how many requests a model on this machine answers at once unless it is set. Anywhere else, the server bounds
 * itself.
 */
export function usualAtOnce(url: string): number | undefined {
  const { hostname } = new URL(url)
  return /^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname) ? LOCAL_AT_ONCE : undefined
}

const LOCAL_AT_ONCE = 8

export function isFree(endpoint: Endpoint): boolean {
  return endpoint.kind === "offline" || endpoint.price.in + endpoint.price.out === 0
}
