/** What a model can be asked for. */
export const TASKS = ["draft", "summary", "tone", "judge"] as const
export type Task = (typeof TASKS)[number]
/** Named in a file that is written for later: nobody asks a model for them yet. */
const UNASKED: readonly Task[] = ["tone", "judge"]

/** What the relay may ask, for which task in which order, and how much of it. */
export interface Models {
  /** The file that says so; undefined: the environment. */
  file: string | undefined
  endpoints: Endpoint[]
  /** In the order in which they are asked. Empty: nobody is. */
  tasks: Record<Task, Endpoint[]>
  /**
   * Says what passages mean. One alone: vectors of two models can't be compared. Undefined: pages are found without.
   */
  embed?: ModelEndpoint | undefined
  /** Of every price and budget. */
  currency: string
  budgets: Budgets
}

export interface Budgets {
  /** Drafts made before anybody asked for one, a person and day. */
  prepared: number
  /** Money for models, a person and day; undefined: no bound. */
  cost: number | undefined
}

export type Endpoint = ModelEndpoint | { kind: "offline"; name: string }

export interface ModelEndpoint {
  kind: "openai-compatible"
  name: string
  url: string
  /** As the endpoint lists it. */
  model: string
  key?: string | undefined
  temperature?: number | undefined
  /** For a million tokens that go in and come out; 0 costs nothing. */
  price: { in: number; out: number }
  firstByteMs: number
  idleMs: number
  totalMs: number
}

/** The drafter without a model can be named in any order without being declared. */
export const OFFLINE: Endpoint = { kind: "offline", name: "offline" }
export const DEFAULT_BUDGETS: Budgets = { prepared: 200, cost: undefined }

/** Nobody is asked: the drafter without a model writes. */
export const NO_MODELS: Models = {
  file: undefined,
  endpoints: [],
  tasks: { draft: [OFFLINE], summary: [OFFLINE], tone: [], judge: [] },
  currency: "USD",
  budgets: DEFAULT_BUDGETS
}

/** The tasks that somebody is named for and that yet ask nobody. */
export function unaskedTasks({ tasks }: Models): Task[] {
  return UNASKED.filter((task) => tasks[task].length > 0)
}

/** Whether it is named for vectors alone: an embedding model writes no text. */
export function isForVectors(endpoint: Endpoint, { embed, tasks }: Pick<Models, "embed" | "tasks">): boolean {
  return endpoint === embed && Object.values(tasks).every((order) => !order.includes(endpoint))
}

export function isFree(endpoint: Endpoint): boolean {
  return endpoint.kind === "offline" || endpoint.price.in + endpoint.price.out === 0
}
