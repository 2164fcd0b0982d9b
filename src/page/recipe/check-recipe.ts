import { isRecord, type ForeignRecord } from "../../helpdesks/contract/foreign-json.ts"
import { NOTE_COLOUR, RECIPE_LIMITS as LIMITS, type PageRecipe } from "../../ticket/page-recipe.ts"
import { COMMENT } from "./note-words.ts"
import { REPLY_WORDS, AGENT_WORDS, CUSTOMER_WORDS, NOTE_WORDS } from "./structure-words.ts"

/**
 * Takes places that came from somewhere else. It accepts selectors that the browser can read, names of attributes, and
 * words of the product's own lists, all of them short, and nothing besides.
 * @throws BadRecipe that names what is wrong
 */
export function requireRecipe(value: unknown, document: Document): asserts value is PageRecipe {
  const check = new RecipeCheck(document)
  if (!isRecord(value)) throw new BadRecipe("recipe", "is no object")
  if (JSON.stringify(value).length > LIMITS.whole) throw new BadRecipe("recipe", "is too long")
  requireKeys(value, "recipe", ["version", "site", "address", "fragment", "subject", "messages", "reply"])
  if (value["version"] !== 1) throw new BadRecipe("version", "is not 1")
  requireSite(value["site"])
  requireAddress(value["address"])
  requireFlag(value["fragment"], "fragment")
  if (value["subject"] !== undefined) check.place(value["subject"], "subject")
  if (value["reply"] !== undefined) check.place(value["reply"], "reply")
  check.messages(value["messages"])
}

/** A recipe that can't be used. `part` names the property, such as "messages.selector". */
export class BadRecipe extends Error {
  override name = "BadRecipe"
  readonly part: string
  constructor(part: string, what: string) {
    super(`The places can't be used: ${part} ${what}.`)
    this.part = part
  }
}

/** Checks what has selectors in it, by the browser's own reading of them. */
class RecipeCheck {
  readonly #document: Document

  constructor(document: Document) {
    this.#document = document
  }

  place(value: unknown, part: string): void {
    const place = requireRecord(value, part, ["through", "selector"])
    this.#through(place["through"], `${part}.through`)
    this.#selector(place["selector"], `${part}.selector`)
  }

  messages(value: unknown): void {
    const places = requireRecord(value, "messages", MESSAGE_KEYS)
    this.#through(places["through"], "messages.through")
    this.#selector(places["selector"], "messages.selector")
    if (places["opening"] !== undefined) this.place(places["opening"], "messages.opening")
    this.#mark(places["customer"], "messages.customer")
    if (places["agent"] !== undefined) this.#mark(places["agent"], "messages.agent")
    this.#selectors(places["head"], "messages.head", LIMITS.head)
    if (places["author"] !== undefined) this.#selector(places["author"], "messages.author")
    if (places["time"] !== undefined) this.#time(places["time"])
    requireFlag(places["newestFirst"], "messages.newestFirst")
    if (places["plainWords"] !== undefined)
      for (const word of requireList(places["plainWords"], "messages.plainWords", LIMITS.words))
        requireOneOf(word, "messages.plainWords", [...NOTE_WORDS, NOTE_COLOUR, COMMENT])
  }

  #time(value: unknown): void {
    const time = requireRecord(value, "messages.time", ["selector", "attribute"])
    this.#selector(time["selector"], "messages.time.selector")
    if (time["attribute"] !== undefined && !/^[a-z][a-z-]{0,30}$/.test(String(time["attribute"])))
      throw new BadRecipe("messages.time.attribute", "is no name of an attribute")
  }

  #mark(value: unknown, part: string): void {
    const mark = requireRecord(value, part, ["kind", "selector", "side", "is", "word", "ground"])
    switch (mark["kind"]) {
      case "self":
      case "inside":
      case "above":
        requireKeys(mark, part, ["kind", "selector"])
        return this.#selector(mark["selector"], `${part}.selector`)
      case "side":
        requireOneOf(mark["side"], `${part}.side`, ["left", "right"])
        return requireGround(mark["ground"], `${part}.ground`)
      case "author":
        requireOneOf(mark["is"], `${part}.is`, ["first", "other"])
        return requireGround(mark["ground"], `${part}.ground`)
      case "word":
        return requireOneOf(mark["word"], `${part}.word`, [...CUSTOMER_WORDS, ...AGENT_WORDS, ...REPLY_WORDS])
      default:
        throw new BadRecipe(`${part}.kind`, "is unknown")
    }
  }

  #through(value: unknown, part: string): void {
    this.#selectors(value, part, LIMITS.through)
  }

  #selectors(value: unknown, part: string, most: number): void {
    requireList(value, part, most).forEach((one, n) => this.#selector(one, `${part}[${n}]`))
  }

  #selector(value: unknown, part: string): void {
    const selector = requireText(value, part, LIMITS.selector)
    try {
      this.#document.createDocumentFragment().querySelector(selector)
    } catch (cause) {
      throw new BadRecipe(part, `is no selector (${cause instanceof Error ? cause.name : "unreadable"})`)
    }
  }
}

const MESSAGE_KEYS = [
  "through",
  "selector",
  "opening",
  "customer",
  "agent",
  "head",
  "author",
  "time",
  "newestFirst",
  "plainWords"
]

function requireText(value: unknown, part: string, most: number): string {
  if (typeof value !== "string" || value.trim() === "") throw new BadRecipe(part, "is no text")
  if (value.length > most) throw new BadRecipe(part, `is longer than ${most} characters`)
  return value
}

function requireList(value: unknown, part: string, most: number): unknown[] {
  if (!Array.isArray(value)) throw new BadRecipe(part, "is no list")
  if (value.length > most) throw new BadRecipe(part, `has more than ${most} entries`)
  return value
}

function requireRecord(value: unknown, part: string, keys: readonly string[]): ForeignRecord {
  if (!isRecord(value)) throw new BadRecipe(part, "is no object")
  requireKeys(value, part, keys)
  return value
}

function requireKeys(value: ForeignRecord, part: string, keys: readonly string[]): void {
  const other = Object.keys(value).find((key) => !keys.includes(key))
  if (other !== undefined) throw new BadRecipe(part, `has an unknown entry "${other.slice(0, 30)}"`)
}

function requireFlag(value: unknown, part: string): void {
  if (value !== undefined && value !== true) throw new BadRecipe(part, "is neither true nor left out")
}

function requireOneOf(value: unknown, part: string, words: readonly string[]): void {
  if (typeof value !== "string" || !words.includes(value)) throw new BadRecipe(part, "is none of the known words")
}

function requireGround(value: unknown, part: string): void {
  if (typeof value !== "string" || !/^(?:rgba?\([\d., ]{5,40}\))?$/.test(value))
    throw new BadRecipe(part, "is no colour")
}

function requireSite(value: unknown): void {
  const site = requireText(value, "site", LIMITS.site)
  if (!/^https?:\/\//.test(site) || !URL.canParse(site) || new URL(site).origin !== site)
    throw new BadRecipe("site", "is not the origin of a site")
}

function requireAddress(value: unknown): void {
  if (!/^\/[\p{L}\d\-._~/*!#]*$/u.test(requireText(value, "address", LIMITS.address)))
    throw new BadRecipe("address", "is not the path of a page")
}
