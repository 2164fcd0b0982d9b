import { parentOf, lineOf } from "../../helpdesks/contract/own-nodes.ts"
import { textOfNode } from "../../helpdesks/contract/html-text.ts"
import { RECIPE_LIMITS, type MessagePlaces } from "../../ticket/page-recipe.ts"
import { allInside, findInside, innerRoot, isSeen } from "../recipe/deep-page.ts"
import { messageText } from "../recipe/message-text.ts"
import { findMomentOrSpan } from "../../helpdesks/contract/shown-moment.ts"
import { joined } from "./place-of.ts"
import { stableNames } from "./stable-names.ts"
import { wordsInName } from "../recipe/structure-words.ts"

type MessageParts = Pick<MessagePlaces, "head" | "author" | "time">

/**
 * Finds, from examples, where within a message its author and time stand. What holds them is its head, which is not
 * part of its text. Neither are rows of links that say the same in every message.
 * @param all the messages that are found by the examples
 */
export function messageParts(
  examples: readonly HTMLElement[],
  personal: ReadonlySet<string>,
  now: Date,
  all: readonly HTMLElement[] = examples
): MessageParts {
  const [first] = examples
  if (!first) return { head: [] }
  const language = first.ownerDocument.documentElement.lang
  const timeElement = timeIn(first, now, language)
  const authorElement = authorIn(first)
  const parts = timeElement || authorElement ? [timeElement, authorElement] : [headerIn(first)]
  const head = parts.flatMap((element) => {
    if (!element) return []
    const selector = relative(headAround(first, element), first, examples, personal)
    return selector === undefined ? [] : [selector]
  })
  const actions = actionRowsIn(first, all).flatMap((row) => relative(row, first, examples, personal) ?? [])
  const useful = [...new Set([...head, ...actions])]
    .slice(0, RECIPE_LIMITS.head)
    .filter((selector) => examples.every((one) => messageText(one, [selector], true) !== ""))
  const author = authorElement && relative(authorElement, first, examples, personal)
  const time = timeElement && relative(timeElement, first, examples, personal)
  const attribute = timeElement && timeAttribute(timeElement)
  return {
    head: useful,
    ...(author === undefined ? {} : { author }),
    ...(time === undefined ? {} : { time: { selector: time, ...(attribute === undefined ? {} : { attribute }) } })
  }
}

/** Returns what the page itself calls the head of a message, where neither a time nor an author says which it is. */
function headerIn(message: Element): Element | undefined {
  return allInside(message, "*").find(
    (one) =>
      [one.localName, ...one.classList].flatMap(wordsInName).some((word) => HEADS.has(word)) &&
      lineOf(one) !== "" &&
      lineOf(one).length <= LINE &&
      messageTextWithout(message, one) !== ""
  )
}

const HEADS = new Set(["header", "head", "heading", "meta", "byline"])

/** Returns the outermost parts of a message that are nothing but links, and say the same in all messages. */
function actionRowsIn(first: Element, all: readonly HTMLElement[]): Element[] {
  if (all.length < 2) return []
  const rows = allInside(first, "*").filter((one) => {
    const line = lineOf(one)
    if (line === "" || line.length > LINE || lineOf(one.querySelector("a")) === "") return false
    const links = [...one.querySelectorAll("a")].map((link) => lineOf(link)).join("")
    return (
      links.replace(/\s/g, "") === line.replace(/\s/g, "") && all.every((message) => lineOf(message).includes(line))
    )
  })
  return rows.filter((one) => !rows.some((other) => other !== one && other.contains(one)))
}

/** A line is no longer than this, in characters. */
const LINE = 120
const AUTHOR = new Set(["author", "from", "name", "sender", "user", "username", "by", "who", "byline", "meta", "autor"])

function timeIn(message: Element, now: Date, language: string): Element | undefined {
  const named = findInside(message, "time[datetime]")
  if (named) return named
  const parts = allInside(message, "*").filter((one) => one.children.length <= 3 && lineOf(one).length <= LINE)
  const dated = parts.find((one) => timeAttribute(one) !== undefined)
  return dated ?? parts.findLast((one, n) => n < NEAR_START && isSeen(one) && isDateline(lineOf(one), now, language))
}

/** Author and time are among the first elements of a message, unless it is very long. */
const NEAR_START = 40

/** Returns whether a line is little more than a time and a name. "We meet on 19 Nov at 10:00 in the shop" is none. */
function isDateline(line: string, now: Date, language: string): boolean {
  const moment = findMomentOrSpan(line, now, language)
  if (!moment) return false
  const rest = line.slice(0, moment.from) + line.slice(moment.to)
  // "I ordered it 3 days ago" says when something else was.
  return rest.trim().length <= (moment.isSpan ? 8 : 60) && !/[.!?]\s*$/.test(line.slice(moment.to))
}

/** The attribute that holds a whole time, if there is one. */
function timeAttribute(element: Element): string | undefined {
  for (const { name, value } of element.attributes)
    if (/^(?:datetime|title|data-[a-z-]*(?:time|date|at|stamp)[a-z-]*)$/.test(name) && isWholeTime(value)) return name
  return undefined
}

/** "2026-11-20T08:31", also behind a word: "Created: 2026-11-20 08:31:00". */
const isWholeTime = (value: string) =>
  /^[^\d]{0,30}\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(value) || /^1\d{9}(\d{3})?$/.test(value)

function authorIn(message: Element): Element | undefined {
  return allInside(message, "*").find((one) => {
    const named = [...one.attributes].filter(({ name }) => /^data-|itemprop/.test(name))
    const called = named.flatMap(({ name, value }) => [name, ...(CALLS.test(name) ? [value] : [])])
    const words = [...one.classList, ...called].flatMap(wordsInName)
    const line = lineOf(one)
    return words.some((word) => AUTHOR.has(word)) && line.length > 1 && line.length <= 60 && !innerRoot(one)
  })
}

/** Attributes whose value says what an element is, not what stands in it. */
const CALLS = /^(?:data-(?:testid|test-id|test|qa|cy|hook|part|role|element)|itemprop)$/

/** The largest element around author or time that is still one short line and not the message itself. */
function headAround(message: Element, part: Element): Element {
  let head = part
  for (let one = parentOf(part); one && one !== message; one = parentOf(one)) {
    if (lineOf(one).length > LINE || one.querySelector("p,blockquote") || !isOfHeadLines(one)) break
    // A message of one short line must not become part of its own head.
    if (messageTextWithout(message, one) === "") break
    head = one
  }
  return head
}

/** Name, time and the like stand in short lines of their own. A line of a text is longer, or ends as a sentence does. */
function isOfHeadLines(element: Element): boolean {
  if (!element.querySelector("br")) return true
  return textOfNode(element, "drop")
    .split("\n")
    .every((line) => line.length <= HEAD_LINE && !/[.!?]$/.test(line.trim()))
}

const HEAD_LINE = 40

const messageTextWithout = (message: Element, part: Element) =>
  lineOf(message)
    .replace(lineOf(part), "")
    .replace(/[\s·|]+/g, "")

/** Returns a selector of the part within each of the messages, or undefined if none finds the same in all. */
function relative(
  part: Element,
  message: Element,
  examples: readonly Element[],
  personal: ReadonlySet<string>
): string | undefined {
  const finds = (css: string) =>
    findInside(message, css) === part &&
    allInside(message, css).length === 1 &&
    examples.every((one) => lineOf(findInside(one, css)).length <= LINE * 2 && findInside(one, css))
  const tag = part.localName
  const named = stableNames(part, personal)
    .filter(({ weight, css }) => weight >= 2 || css === tag)
    .flatMap(({ css }) => [css, joined(tag, css)])
  return [...named, ...pathsTo(part, message)].find(finds)
}

/** Returns paths by position among the children, with and without the message as their start. */
function pathsTo(part: Element, message: Element): string[] {
  const steps: string[] = []
  for (let one: Element | null = part; one && one !== message; one = parentOf(one)) {
    const alike = [...(one.parentElement?.children ?? [])].filter((other) => other.localName === one?.localName)
    steps.unshift(alike.length < 2 ? one.localName : `${one.localName}:nth-of-type(${alike.indexOf(one) + 1})`)
  }
  const path = steps.join(" > ")
  return message.contains(part) ? [`:scope > ${path}`] : [path]
}
