import type { Page } from "../../helpdesks/contract/adapter.ts"
import type { PickedRecipe, PickState, PickStep } from "../../protocol/picking/picking.ts"
import type { PageRecipe } from "../../ticket/page-recipe.ts"
import { requireRecipe } from "../recipe/check-recipe.ts"
import { editorNoteSigns } from "../recipe/editor-note-signs.ts"
import { isOrderShown, readMessages, type ShownMessage } from "../recipe/read-messages.ts"
import { holds } from "../recipe/ticket-in-front.ts"
import { isEditable, replyBox } from "../recipe/recipe-adapter.ts"
import { makeRecipe } from "./make-recipe.ts"
import { createSamePart, isIn } from "./same-part.ts"
import { lineOf } from "../../helpdesks/contract/own-nodes.ts"

type Fault = PickState["fault"]

/** The steps in their order. */
export const STEPS: readonly PickStep[] = ["subject", "customer", "another", "agent", "reply", "done"]

/** The parts that have been pointed at and are on the page. */
interface PartsOnPage {
  subject: HTMLElement | undefined
  customer: HTMLElement[]
  agent: HTMLElement[]
  reply: HTMLElement | undefined
}

/**
 * What has been pointed at, and what would be read by it. Each change makes the recipe anew, so that what the panel
 * shows is what the recipe reads.
 */
export class PickedParts {
  readonly #page: Page
  #subject: HTMLElement | undefined
  #customer: HTMLElement[] = []
  #agent: HTMLElement[] = []
  #reply: HTMLElement | undefined
  #recipe: PageRecipe | undefined
  #messages: ShownMessage[] = []
  /** Messages of which the agent has said in the list who wrote them, as further examples. */
  readonly #examples = { customer: [] as HTMLElement[], agent: [] as HTMLElement[] }
  #newestFirst: boolean | undefined
  readonly #out = new Set<string>()
  readonly #roles: Record<string, "customer" | "agent"> = {}
  readonly #samePart: ReturnType<typeof createSamePart>

  constructor(page: Page) {
    this.#page = page
    this.#samePart = createSamePart(page.document)
  }

  /** Takes an element for the part of a step. Returns why it can't be taken. */
  take(step: PickStep, element: HTMLElement): Fault {
    if (step === "subject") {
      if (lineOf(element) === "") return "no-text"
      return this.#attempt(() => (this.#subject = element))
    }
    if (step === "reply") {
      if (!isEditable(element) && element.localName !== "body") return "no-editor"
      if (editorNoteSigns(element, this.#page.url.origin, this.#recipe?.messages).length > 0) return "note-editor"
      return this.#attempt(() => (this.#reply = element))
    }
    if ([...this.#customer, ...this.#agent].includes(element)) return "taken"
    if (step === "customer") return this.#attempt(() => (this.#customer = [element]))
    if (step === "another") return this.#attempt(() => (this.#customer = [...this.#customer.slice(0, 1), element]))
    return this.#attempt(() => (this.#agent = [element]))
  }

  /** Forgets what was shown in this step and those after it. */
  backTo(step: PickStep): void {
    const at = STEPS.indexOf(step)
    const before = (other: PickStep) => STEPS.indexOf(other) < at
    if (!before("subject")) this.#subject = undefined
    if (!before("customer")) this.#customer = []
    else if (!before("another")) this.#customer = this.#customer.slice(0, 1)
    if (!before("agent")) this.#agent = []
    if (!before("reply")) this.#reply = undefined
    this.#remake()
  }

  leaveOut(id: string): void {
    this.#out.add(id)
    delete this.#roles[id]
  }

  read(id: string, role: "customer" | "agent"): void {
    this.#out.delete(id)
    this.#roles[id] = role
    const message = this.#messages.find((one) => one.id === id)
    // A note that is read all the same is no example: what makes it look like one would say nothing any more.
    if (!message || message.doubt === "note") return
    const { element } = message
    for (const by of ["customer", "agent"] as const)
      this.#examples[by] = this.#examples[by].filter((one) => one !== element)
    this.#examples[role].push(element)
    this.#remake()
  }

  /** Takes what the agent says of the order. Times that the page shows say it better. */
  order(isNewestFirst: boolean): void {
    this.#newestFirst = isNewestFirst
    this.#remake()
  }

  leaveOutSubject() {
    return this.#attempt(() => (this.#subject = undefined))
  }

  /** Reads the page again, because it may have changed. */
  again(): Fault {
    return this.#remake()
  }

  /** Returns the message that holds the element. */
  messageOf(element: Element) {
    return this.#messages.find((one) => one.element === element || one.element.contains(element))
  }

  outOf(message: ShownMessage) {
    return outOf(message, this.#out, this.#roles)
  }

  /** What the marks are drawn around. */
  get drawn() {
    const parts = this.#onPage()
    return { ...parts, messages: this.#messages, shown: [...parts.customer, ...parts.agent] }
  }

  state(): Omit<PickState, "step" | "aim" | "fault"> {
    return {
      site: this.#page.url.origin,
      ...(this.#subject && this.#isThere(this.#subject) ? { subject: lineOf(this.#subject) } : {}),
      reply: this.#reply !== undefined && this.#isThere(this.#reply),
      ...(this.#recipe &&
      this.#messages.length > (this.#recipe.messages.opening ? 2 : 1) &&
      !isOrderShown(this.#messages)
        ? { order: this.#newestFirst === undefined ? "ask" : this.#newestFirst ? "newest-first" : "oldest-first" }
        : {}),
      messages: this.#messages.map((message) => {
        const { id, author, at, text } = message
        const role = this.#roles[id] ?? message.role
        const why = outOf(message, this.#out, this.#roles)
        const shown = [...this.#customer, ...this.#agent].some(
          (one) => message.element === one || message.element.contains(one)
        )
        return {
          id,
          author,
          text,
          shown,
          ...(role && { role }),
          ...(at === undefined ? {} : { at }),
          ...(why && { out: why })
        }
      })
    }
  }

  /** The recipe, if the whole page is read by it as it was shown. */
  finish(): PickedRecipe {
    if (!this.#recipe || this.#remake() || this.gone() || !isStillThere(this.#page.document, this.#recipe, this.#reply))
      return { ok: false }
    return { ok: true, recipe: this.#recipe, choices: { out: [...this.#out], roles: { ...this.#roles } } }
  }

  /** Goes on with what the page has drawn in the place of what was pointed at. */
  #follow() {
    const now = (element: HTMLElement) => this.#samePart(element) ?? element
    this.#subject = this.#subject && now(this.#subject)
    this.#customer = this.#customer.map(now)
    this.#agent = this.#agent.map(now)
    this.#reply = this.#reply && now(this.#reply)
  }

  #isThere(element: HTMLElement) {
    return isIn(element, this.#page.document)
  }

  /** The first step whose part isn't on the page, because the page shows another ticket or is drawing itself anew. */
  gone(): PickStep | undefined {
    const [first, second] = this.#customer
    const parts = [this.#subject, first, second, this.#agent[0], this.#reply]
    return STEPS[parts.findIndex((part) => part && !this.#isThere(part))]
  }

  #onPage(): PartsOnPage {
    return {
      subject: this.#subject && this.#isThere(this.#subject) ? this.#subject : undefined,
      customer: this.#customer.filter((one) => this.#isThere(one)),
      agent: this.#agent.filter((one) => this.#isThere(one)),
      reply: this.#reply && this.#isThere(this.#reply) ? this.#reply : undefined
    }
  }

  /** Takes what was said in the list for examples as long as the page has something that tells all of them apart. */
  #makeRecipe(shown: PartsOnPage): PageRecipe | undefined {
    const isAmong = (one: HTMLElement, by: readonly HTMLElement[]) =>
      by.some((other) => holds(other, one) || holds(one, other))
    const { customer: byCustomer, agent: byAgent } = this.#examples
    const all = {
      ...shown,
      newestFirst: this.#newestFirst,
      customer: [
        ...shown.customer.filter((one) => !isAmong(one, [...byAgent, ...byCustomer])),
        ...byCustomer.filter((one) => this.#isThere(one))
      ],
      agent: [
        ...shown.agent.filter((one) => !isAmong(one, [...byAgent, ...byCustomer])),
        ...byAgent.filter((one) => this.#isThere(one))
      ]
    }
    const recipe = byCustomer.length + byAgent.length > 0 ? makeRecipe(this.#page, all, new Date()) : undefined
    return recipe?.messages.agent
      ? recipe
      : makeRecipe(this.#page, { ...shown, newestFirst: this.#newestFirst }, new Date())
  }

  /** Returns a fault if nothing can be read by what was pointed at; what was there before stays then. */
  #remake(): Fault {
    this.#follow()
    if (!this.#customer.some((one) => this.#isThere(one))) {
      this.#recipe = undefined
      this.#messages = []
      return undefined
    }
    const shown = this.#onPage()
    const recipe = this.#makeRecipe(shown)
    if (!recipe) return "not-alike"
    requireRecipe(recipe, this.#page.document)
    const messages = readMessages(this.#page.document, recipe, new Date())
    const messageWith = (example: HTMLElement) =>
      messages.find(({ element }) => element === example || element.contains(example))
    if ([...shown.customer, ...shown.agent].some((one) => !messageWith(one))) return "not-alike"
    this.#recipe = recipe
    this.#messages = messages
    if (shown.agent.length > 0 && !recipe.messages.agent) return "no-role"
    return undefined
  }

  /** Tries a change, and takes it back if it makes no recipe. */
  #attempt(change: () => void): Fault {
    const before = { subject: this.#subject, customer: this.#customer, agent: this.#agent, reply: this.#reply }
    change()
    const fault = this.#remake()
    if (fault && fault !== "no-role") {
      this.#subject = before.subject
      this.#customer = before.customer
      this.#agent = before.agent
      this.#reply = before.reply
      this.#remake()
    }
    return fault
  }
}

function outOf(
  { id, doubt, role }: ShownMessage,
  out: ReadonlySet<string>,
  roles: Readonly<Record<string, string>>
): "note" | "role" | "said" | undefined {
  if (out.has(id)) return "said"
  if (id in roles) return undefined
  return doubt ?? (role ? undefined : "role")
}

/** Returns whether the recipe finds the box that was shown, and no other. */
function isStillThere(document: Document, recipe: PageRecipe, reply: HTMLElement | undefined): boolean {
  if (!reply) return true
  try {
    return replyBox(document, recipe) === reply
  } catch {
    return false
  }
}
