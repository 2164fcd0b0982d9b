import type { Page } from "../../helpdesks/contract/adapter.ts"
import { lineOf } from "../../helpdesks/contract/page-parts.ts"
import type { PickedRecipe, PickState, PickStep } from "../../protocol/picking/picking.ts"
import type { PageRecipe } from "../../ticket/page-recipe.ts"
import { requireRecipe } from "../recipe/check-recipe.ts"
import { editorNoteSigns } from "../recipe/editor-note-signs.ts"
import { isOrderShown, readMessages, type ShownMessage } from "../recipe/read-messages.ts"
import { holds } from "../recipe/ticket-in-front.ts"
import { isEditable, replyBox } from "../recipe/recipe-adapter.ts"
import { makeRecipe } from "./make-recipe.ts"
import { createSamePart, isIn } from "./same-part.ts"

type Fault = PickState["fault"]

/** The steps in their order. */
export const STEPS: readonly PickStep[] = ["subject", "customer", "another", "agent", "reply", "done"]

/**
 * What has been pointed at, and what would be read by it. Each change makes the recipe anew, so that what the panel
 * shows is what the recipe reads.
 */
export function createPickedParts(page: Page) {
  const { document } = page
  let subject: HTMLElement | undefined
  let customer: HTMLElement[] = []
  let agent: HTMLElement[] = []
  let reply: HTMLElement | undefined
  let recipe: PageRecipe | undefined
  let messages: ShownMessage[] = []
  /** Messages of which the agent has said in the list who wrote them. They are examples, too. */
  const saidBy = { customer: [] as HTMLElement[], agent: [] as HTMLElement[] }
  let newestFirst: boolean | undefined
  const out = new Set<string>()
  const roles: Record<string, "customer" | "agent"> = {}
  const samePart = createSamePart(document)

  /** Goes on with what the page has drawn in the place of what was pointed at. */
  const follow = () => {
    const now = (element: HTMLElement) => samePart(element) ?? element
    subject = subject && now(subject)
    customer = customer.map(now)
    agent = agent.map(now)
    reply = reply && now(reply)
  }
  const isThere = (element: HTMLElement) => isIn(element, document)
  /** The first step whose part isn't on the page, because the page shows another ticket or is drawing itself anew. */
  const gone = (): PickStep | undefined => {
    const [first, second] = customer
    const parts = [subject, first, second, agent[0], reply]
    return STEPS[parts.findIndex((part) => part && !isThere(part))]
  }
  const onPage = () => ({
    subject: subject && isThere(subject) ? subject : undefined,
    customer: customer.filter(isThere),
    agent: agent.filter(isThere),
    reply: reply && isThere(reply) ? reply : undefined
  })
  /** Takes what was said in the list for examples as long as the page has something that tells all of them apart. */
  const makeWithSaid = (shown: ReturnType<typeof onPage>): PageRecipe | undefined => {
    const said = (one: HTMLElement, by: readonly HTMLElement[]) =>
      by.some((other) => holds(other, one) || holds(one, other))
    const { customer: byCustomer, agent: byAgent } = saidBy
    const all = {
      ...shown,
      newestFirst,
      customer: [
        ...shown.customer.filter((one) => !said(one, [...byAgent, ...byCustomer])),
        ...byCustomer.filter(isThere)
      ],
      agent: [...shown.agent.filter((one) => !said(one, [...byAgent, ...byCustomer])), ...byAgent.filter(isThere)]
    }
    const made = byCustomer.length + byAgent.length > 0 ? makeRecipe(page, all, new Date()) : undefined
    return made?.messages.agent ? made : makeRecipe(page, { ...shown, newestFirst }, new Date())
  }
  /** Returns a fault if nothing can be read by what was pointed at; what was there before stays then. */
  const remake = (): Fault => {
    follow()
    if (!customer.some(isThere)) {
      recipe = undefined
      messages = []
      return undefined
    }
    const shown = onPage()
    const made = makeWithSaid(shown)
    if (!made) return "not-alike"
    requireRecipe(made, document)
    const read = readMessages(document, made, new Date())
    const found = (example: HTMLElement) => read.find(({ element }) => element === example || element.contains(example))
    if ([...shown.customer, ...shown.agent].some((one) => !found(one))) return "not-alike"
    recipe = made
    messages = read
    if (shown.agent.length > 0 && !made.messages.agent) return "no-role"
    return undefined
  }
  /** Tries a change, and takes it back if it makes no recipe. */
  const attempt = (change: () => void): Fault => {
    const before = { subject, customer, agent, reply }
    change()
    const fault = remake()
    if (fault && fault !== "no-role") {
      ;({ subject, customer, agent, reply } = before)
      remake()
    }
    return fault
  }

  return {
    /** Takes an element for the part of a step. Returns why it can't be taken. */
    take(step: PickStep, element: HTMLElement): Fault {
      if (step === "subject") {
        if (lineOf(element) === "") return "no-text"
        return attempt(() => (subject = element))
      }
      if (step === "reply") {
        if (!isEditable(element) && element.localName !== "body") return "no-editor"
        if (editorNoteSigns(element, page.url.origin, recipe?.messages).length > 0) return "note-editor"
        return attempt(() => (reply = element))
      }
      if ([...customer, ...agent].includes(element)) return "taken"
      if (step === "customer") return attempt(() => (customer = [element]))
      if (step === "another") return attempt(() => (customer = [...customer.slice(0, 1), element]))
      return attempt(() => (agent = [element]))
    },
    gone,
    /** Forgets what was shown in this step and those after it. */
    backTo(step: PickStep): void {
      const at = STEPS.indexOf(step)
      const before = (other: PickStep) => STEPS.indexOf(other) < at
      if (!before("subject")) subject = undefined
      if (!before("customer")) customer = []
      else if (!before("another")) customer = customer.slice(0, 1)
      if (!before("agent")) agent = []
      if (!before("reply")) reply = undefined
      remake()
    },
    leaveOut(id: string): void {
      out.add(id)
      delete roles[id]
    },
    read(id: string, role: "customer" | "agent"): void {
      out.delete(id)
      roles[id] = role
      const message = messages.find((one) => one.id === id)
      // A note that is read all the same is no example: what makes it look like one would say nothing any more.
      if (!message || message.doubt === "note") return
      const { element } = message
      for (const by of ["customer", "agent"] as const) saidBy[by] = saidBy[by].filter((one) => one !== element)
      saidBy[role].push(element)
      remake()
    },
    /** Takes what the agent says of the order. Times that the page shows say it better. */
    order(isNewestFirst: boolean): void {
      newestFirst = isNewestFirst
      remake()
    },
    leaveOutSubject: () => attempt(() => (subject = undefined)),
    /** Reads the page again, because it may have changed. */
    again: remake,
    /** Returns the message that holds the element. */
    messageOf: (element: Element) => messages.find((one) => one.element === element || one.element.contains(element)),
    outOf: (message: ShownMessage) => outOf(message, out, roles),
    /** What the marks are drawn around. */
    get drawn() {
      const parts = onPage()
      return { ...parts, messages, shown: [...parts.customer, ...parts.agent] }
    },
    state: (): Omit<PickState, "step" | "aim" | "fault"> => ({
      site: page.url.origin,
      ...(subject && isThere(subject) ? { subject: lineOf(subject) } : {}),
      reply: reply !== undefined && isThere(reply),
      ...(recipe && messages.length > (recipe.messages.opening ? 2 : 1) && !isOrderShown(messages)
        ? { order: newestFirst === undefined ? "ask" : newestFirst ? "newest-first" : "oldest-first" }
        : {}),
      messages: messages.map((message) => {
        const { id, author, at, text } = message
        const role = roles[id] ?? message.role
        const why = outOf(message, out, roles)
        const shown = [...customer, ...agent].some((one) => message.element === one || message.element.contains(one))
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
    }),
    /** The recipe, if the whole page is read by it as it was shown. */
    finish(): PickedRecipe {
      if (!recipe || remake() || gone() || !isStillThere(document, recipe, reply)) return { ok: false }
      return { ok: true, recipe, choices: { out: [...out], roles: { ...roles } } }
    }
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
