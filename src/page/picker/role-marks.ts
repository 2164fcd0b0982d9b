import { parentOf } from "../../helpdesks/contract/own-nodes.ts"
import type { MessagePlaces, RoleMark } from "../../ticket/page-recipe.ts"
import { allInside, findInside } from "../recipe/deep-page.ts"
import { looksOf } from "../recipe/message-looks.ts"
import { hasMark, headOf } from "../recipe/read-messages.ts"
import { REPLY_WORDS, AGENT_WORDS, CUSTOMER_WORDS, wordsInName } from "../recipe/structure-words.ts"
import { chainTo } from "./place-of.ts"
import { stableNames, type StableName } from "./stable-names.ts"

/** Messages that the agent has pointed at, by who wrote them. */
export interface Examples {
  customer: readonly HTMLElement[]
  agent: readonly HTMLElement[]
}

/**
 * Finds what tells the customer's messages from those of agents: a name that all of the one and none of the other have,
 * else where they stand, a word beside them, or their author. Returns undefined if nothing does.
 * @param container holds all messages
 */
export function roleMarks(
  examples: Examples,
  places: Omit<MessagePlaces, "customer" | "agent">,
  container: HTMLElement,
  personal: ReadonlySet<string>,
  now: Date
): Pick<MessagePlaces, "customer" | "agent"> | undefined {
  const { customer, agent } = examples
  const all = [...customer, ...agent]
  const whole = { ...places, customer: { kind: "self" as const, selector: "*" } }
  const language = container.ownerDocument.documentElement.lang
  const authorOf = (one: HTMLElement) => headOf(one, whole, now, language).author
  const first = authorOf(customer[0] ?? container)
  const fits = (mark: RoleMark, own: readonly HTMLElement[]) =>
    all.every((one) => hasMark(one, whole, mark, { container, author: authorOf(one), first }) === own.includes(one))
  const markFor = (
    own: readonly HTMLElement[],
    others: readonly HTMLElement[],
    words: readonly string[],
    is: "first" | "other"
  ) =>
    [
      ...nameMarks(own, others, words, whole, { container, personal }),
      ...wordMarks(own, whole, is === "other" ? [...words, ...REPLY_WORDS] : words),
      ...drawnMarks(own, others, personal),
      ...sideMarks(own, container),
      ...authorMarks(own, container, is)
    ].find((mark) => fits(mark, own))
  const ofCustomer = markFor(customer, agent, CUSTOMER_WORDS, "first")
  if (!ofCustomer || agent.length === 0) return ofCustomer && { customer: ofCustomer }
  const ofAgent = markFor(agent, customer, AGENT_WORDS, "other")
  return { customer: ofCustomer, ...(ofAgent ? { agent: ofAgent } : {}) }
}

/** Marks by names, the most telling first. Without another kind to compare with, all names together are the mark. */
function nameMarks(
  own: readonly HTMLElement[],
  others: readonly HTMLElement[],
  words: readonly string[],
  { head }: Pick<MessagePlaces, "head">,
  { container, personal }: { container: HTMLElement; personal: ReadonlySet<string> }
): RoleMark[] {
  const [first] = own
  if (!first) return []
  const names = (element: Element) => stableNames(element, personal).filter(({ weight }) => weight >= 2)
  // No other message has the id of a message or of a part of it.
  const namesOfOne = (element: Element) => names(element).filter(({ css }) => !css.startsWith("#"))
  const worth = ({ css, weight }: StableName, kind: RoleMark["kind"]) =>
    weight +
    (wordsInName(css).some((word) => words.includes(word)) ? 5 : 0) +
    (kind === "self" ? 2 : kind === "above" ? 1 : 0)
  const self = namesOfOne(first).map((name) => ({
    kind: "self" as const,
    selector: name.css,
    worth: worth(name, "self")
  }))
  const above = chainTo(container, first)
    .slice(0, -1)
    .flatMap(names)
    .map((name) => ({ kind: "above" as const, selector: name.css, worth: worth(name, "above") }))
  const inside = partsIn(first, head)
    .flatMap(namesOfOne)
    .filter(({ weight }) => weight >= 3)
    .map((name) => ({ kind: "inside" as const, selector: name.css, worth: worth(name, "inside") }))
  if (others.length === 0) return aloneMark(self, own)
  const marks = [...self, ...above, ...inside].sort((a, b) => b.worth - a.worth)
  // Of two marks that differ by nothing else, one that only shows in a part of the messages may be of their content.
  return marks.map(({ kind, selector }) => ({ kind, selector }))
}

function aloneMark(self: { selector: string; worth: number }[], own: readonly HTMLElement[]): RoleMark[] {
  const classes = self.filter(({ selector }) => /^[.[]/.test(selector) && own.every((one) => one.matches(selector)))
  const selector = classes.map((one) => one.selector).join("")
  return selector === "" ? [] : [{ kind: "self", selector }]
}

/** Marks by a class that only says how something is drawn, such as the colour of its border. */
function drawnMarks(
  own: readonly HTMLElement[],
  others: readonly HTMLElement[],
  personal: ReadonlySet<string>
): RoleMark[] {
  const [first] = own
  if (!first || others.length === 0) return []
  const names = stableNames(first, personal).filter(({ weight, css }) => weight === 1 && DRAWN.test(css))
  return names.map(({ css }) => ({ kind: "self", selector: css }))
}

const DRAWN = /^\.(?:bg|border|text|float|pull|justify|self|items)-/

/** The helpdesk's own parts of a message: what its first three levels hold, and all of its head. */
function partsIn(message: Element, head: readonly string[]): Element[] {
  const heads = head.flatMap((selector) => findInside(message, selector) ?? [])

  const depth = (element: Element) => {
    let steps = 0
    for (let one: Element | null = element; one && one !== message; one = parentOf(one)) steps++
    return steps
  }
  return allInside(message, "*").filter((one) => depth(one) <= 3 || heads.some((each) => each.contains(one)))
}

function wordMarks(own: readonly HTMLElement[], { head }: MessagePlaces, words: readonly string[]): RoleMark[] {
  const [first] = own
  const said = first ? head.flatMap((selector) => wordsInName(findInside(first, selector)?.textContent ?? "")) : []
  return words.filter((word) => said.includes(word)).map((word) => ({ kind: "word", word }))
}

function sideMarks(own: readonly HTMLElement[], container: HTMLElement): RoleMark[] {
  const looks = own.map((one) => looksOf(one, container))
  const [first] = looks
  return first?.side ? [{ kind: "side", side: first.side, ground: first.ground }] : []
}

function authorMarks(own: readonly HTMLElement[], container: HTMLElement, is: "first" | "other"): RoleMark[] {
  const [first] = own
  return first ? [{ kind: "author", is, ground: looksOf(first, container).ground }] : []
}
