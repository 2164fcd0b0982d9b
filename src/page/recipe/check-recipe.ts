import { isRecord, type ForeignRecord } from "../../helpdesks/contract/foreign-json.ts"
import { NOTE_COLOUR, RECIPE_LIMITS as LIMITS, type PageRecipe } from "../../ticket/page-recipe.ts"
import { COMMENT } from "./note-words.ts"
import { REPLY_WORDS } from "./reply-words.ts"
import { AGENT_WORDS, CUSTOMER_WORDS, NOTE_WORDS } from "./structure-words.ts"

/**
 * Takes places that came from somewhere else. It accepts selectors that the browser can read, names of attributes, and
 * words of the product's own lists, all of them short, and nothing besides.
 * @throws BadRecipe that names what is wrong
 */
export function requireRecipe(value: unknown, document: Document): asserts value is PageRecipe {
  const check = checks(document)
  if (!isRecord(value)) throw new BadRecipe("recipe", "is no object")
  if (JSON.stringify(value).length > LIMITS.whole) throw new BadRecipe("recipe", "is too long")
  check.keys(value, "recipe", ["version", "site", "address", "fragment", "subject", "messages", "reply"])
  if (value["version"] !== 1) throw new BadRecipe("version", "is not 1")
  check.site(value["site"])
  check.address(value["address"])
  check.flag(value["fragment"], "fragment")
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

function checks(document: Document) {
  const text = (value: unknown, part: string, most: number): string => {
    if (typeof value !== "string" || value.trim() === "") throw new BadRecipe(part, "is no text")
    if (value.length > most) throw new BadRecipe(part, `is longer than ${most} characters`)
    return value
  }
  const list = (value: unknown, part: string, most: number): unknown[] => {
    if (!Array.isArray(value)) throw new BadRecipe(part, "is no list")
    if (value.length > most) throw new BadRecipe(part, `has more than ${most} entries`)
    return value
  }
  const keys = (value: ForeignRecord, part: string, known: string[]) => {
    const other = Object.keys(value).find((key) => !known.includes(key))
    if (other !== undefined) throw new BadRecipe(part, `has an unknown entry "${other.slice(0, 30)}"`)
  }
  const flag = (value: unknown, part: string) => {
    if (value !== undefined && value !== true) throw new BadRecipe(part, "is neither true nor left out")
  }
  const selector = (value: unknown, part: string) => {
    const given = text(value, part, LIMITS.selector)
    try {
      document.createDocumentFragment().querySelector(given)
    } catch (cause) {
      throw new BadRecipe(part, `is no selector (${cause instanceof Error ? cause.name : "unreadable"})`)
    }
  }
  const record = (value: unknown, part: string, known: string[]): ForeignRecord => {
    if (!isRecord(value)) throw new BadRecipe(part, "is no object")
    keys(value, part, known)
    return value
  }
  const through = (value: unknown, part: string) =>
    list(value, part, LIMITS.through).forEach((one, n) => selector(one, `${part}[${n}]`))
  const ground = (value: unknown, part: string) => {
    if (typeof value !== "string" || !/^(?:rgba?\([\d., ]{5,40}\))?$/.test(value))
      throw new BadRecipe(part, "is no colour")
  }
  const oneOf = (value: unknown, part: string, known: readonly string[]) => {
    if (typeof value !== "string" || !known.includes(value)) throw new BadRecipe(part, "is none of the known words")
  }
  const mark = (value: unknown, part: string) => {
    const given = record(value, part, ["kind", "selector", "side", "is", "word", "ground"])
    switch (given["kind"]) {
      case "self":
      case "inside":
      case "above":
        keys(given, part, ["kind", "selector"])
        return selector(given["selector"], `${part}.selector`)
      case "side":
        oneOf(given["side"], `${part}.side`, ["left", "right"])
        return ground(given["ground"], `${part}.ground`)
      case "author":
        oneOf(given["is"], `${part}.is`, ["first", "other"])
        return ground(given["ground"], `${part}.ground`)
      case "word":
        return oneOf(given["word"], `${part}.word`, [...CUSTOMER_WORDS, ...AGENT_WORDS, ...REPLY_WORDS])
      default:
        throw new BadRecipe(`${part}.kind`, "is unknown")
    }
  }
  return {
    keys,
    flag,
    site(value: unknown) {
      const site = text(value, "site", LIMITS.site)
      if (!/^https?:\/\//.test(site) || !URL.canParse(site) || new URL(site).origin !== site)
        throw new BadRecipe("site", "is not the origin of a site")
    },
    address(value: unknown) {
      if (!/^\/[\p{L}\d\-._~/*!#]*$/u.test(text(value, "address", LIMITS.address)))
        throw new BadRecipe("address", "is not the path of a page")
    },
    place(value: unknown, part: string) {
      const given = record(value, part, ["through", "selector"])
      through(given["through"], `${part}.through`)
      selector(given["selector"], `${part}.selector`)
    },
    messages(value: unknown) {
      const known = [
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
      const given = record(value, "messages", known)
      through(given["through"], "messages.through")
      selector(given["selector"], "messages.selector")
      if (given["opening"] !== undefined) this.place(given["opening"], "messages.opening")
      mark(given["customer"], "messages.customer")
      if (given["agent"] !== undefined) mark(given["agent"], "messages.agent")
      list(given["head"], "messages.head", LIMITS.head).forEach((one, n) => selector(one, `messages.head[${n}]`))
      if (given["author"] !== undefined) selector(given["author"], "messages.author")
      if (given["time"] !== undefined) {
        const time = record(given["time"], "messages.time", ["selector", "attribute"])
        selector(time["selector"], "messages.time.selector")
        if (time["attribute"] !== undefined && !/^[a-z][a-z-]{0,30}$/.test(String(time["attribute"])))
          throw new BadRecipe("messages.time.attribute", "is no name of an attribute")
      }
      flag(given["newestFirst"], "messages.newestFirst")
      if (given["plainWords"] !== undefined)
        for (const word of list(given["plainWords"], "messages.plainWords", LIMITS.words))
          oneOf(word, "messages.plainWords", [...NOTE_WORDS, NOTE_COLOUR, COMMENT])
    }
  }
}
