import { DocumentError } from "../common/format.ts"
import { plainName } from "./columns.ts"
import type { Row } from "./item.ts"

/**
 * Yields the items of a JSON feed, which is a list, an object with a list (`products`, `items` ...) or one object a
 * line. Variants of a product are items of one group.
 * @throws DocumentError if it isn't JSON, or after the last whole item if it is cut
 */
export async function* jsonRows(texts: AsyncIterable<string>): AsyncGenerator<Row, void> {
  let count = 0
  for await (const text of jsonObjects(texts)) {
    const place = `item ${++count}`
    let object: unknown
    try {
      object = JSON.parse(text)
    } catch (cause) {
      if (!(cause instanceof SyntaxError)) throw cause
      yield { place, entries: [], fault: "it is no right JSON" }
      continue
    }
    if (isObject(object)) yield* rowsOf(object, place)
  }
  if (count === 0) throw new DocumentError("There is no list of objects in it.")
}

type JsonObject = Record<string, unknown>
const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value)
const isPlain = (value: unknown): value is string | number | boolean =>
  ["string", "number", "boolean"].includes(typeof value)

const VARIANTS = new Set(["variants", "variations", "skus"])
const OPTIONS = new Set(["options", "attributes", "properties", "specifications", "product_options"])

function* rowsOf(object: JsonObject, place: string): Generator<Row, void> {
  const { entries, options, variants } = flat(object)
  if (variants.length === 0) return yield { place, entries, options }
  const id = entries.find(([name]) => /^(?:id|handle|sku|product_id)$/.test(plainName(name)))?.[1] ?? place
  for (const [n, variant] of variants.entries()) {
    const own = flat(variant)
    const names = new Set(own.entries.map(([name]) => plainName(name)))
    // A variant is called "Red / M", so the product's own name is kept.
    const ownEntries = own.entries.filter(
      ([name]) => plainName(name) !== "title" || !entries.some(([other]) => plainName(other) === "title")
    )
    const above = entries.filter(([name]) => !names.has(plainName(name)) || plainName(name) === "title")
    const named = options.flatMap(([name], at): [string, string[]][] => {
      const value = variant[`option${at + 1}`]
      return isPlain(value) ? [[name, [String(value)]]] : []
    })
    yield {
      place: variants.length === 1 ? place : `${place}, variant ${n + 1}`,
      entries: variants.length === 1 ? [...above, ...ownEntries] : [["item_group_id", id], ...ownEntries, ...above],
      options: [...named, ...own.options]
    }
  }
}

/**
 * Splits an object into entries, options and variants.
 * @param isOffer the object is the offer of a product, which holds no further offers
 */
function flat(
  object: JsonObject,
  isOffer = false
): { entries: Row["entries"]; options: [string, string[]][]; variants: JsonObject[] } {
  const entries: Row["entries"] = []
  const options: [string, string[]][] = []
  const variants: JsonObject[] = []
  for (const [name, value] of Object.entries(object)) {
    const plain = plainName(name)
    if (name.startsWith("@") || value === null || value === undefined) continue
    if (OPTIONS.has(plain)) options.push(...optionsOf(value))
    else if (VARIANTS.has(plain) && Array.isArray(value)) variants.push(...value.filter(isObject))
    else if (plain === "offers")
      entries.push(
        ...(isOffer
          ? []
          : [value]
              .flat()
              .filter(isObject)
              .slice(0, 1)
              .flatMap((offer) => flat(offer, true).entries))
      )
    else entries.push(...textsOf(value).map((text): [string, string] => [name, text]))
  }
  return { entries, options, variants }
}

/** Reads `{ size: ["S", "M"] }` and `[{ name: "Size", values: ["S", "M"] }]`. */
function optionsOf(value: unknown): [string, string[]][] {
  if (isObject(value))
    return Object.entries(value).map(([name, values]) => [name, [values].flat().filter(isPlain).map(String)])
  return (Array.isArray(value) ? value : []).filter(isObject).flatMap((one): [string, string[]][] => {
    const [name, values] = [one["name"] ?? one["key"], one["values"] ?? one["value"]]
    return isPlain(name) ? [[String(name), [values].flat().filter(isPlain).map(String)]] : []
  })
}

function textsOf(value: unknown): string[] {
  if (isPlain(value)) return [String(value)]
  if (Array.isArray(value)) return value.length > 0 && value.every(isPlain) ? [value.map(String).join(" / ")] : []
  if (!isObject(value)) return []
  const amount = value["amount"] ?? value["value"] ?? value["price"]
  const currency = value["currency"] ?? value["currencyCode"] ?? value["currency_code"]
  if (isPlain(amount)) return [isPlain(currency) ? `${amount} ${currency}` : String(amount)]
  const name = value["name"] ?? value["title"] ?? value["label"]
  return isPlain(name) ? [String(name)] : []
}

/**
 * Yields the objects of a JSON text as they arrive, each as its own text. They are the elements of the outermost list,
 * of the first list of objects under a name that is usual for lists, or one object a line. Only one object is in memory
 * at a time.
 * @throws DocumentError if one is larger than 5 MB, and at the end if the text is cut
 */
async function* jsonObjects(texts: AsyncIterable<string>): AsyncGenerator<string, void> {
  const scanner = new Scanner()
  for await (const text of texts) yield* scanner.take(text)
  scanner.end()
}

const LISTS =
  /^(?:products?|items|entries|data|results|offers|records|feed|articles|articulos|artikel|produkte|produits|productos|produtos)$/i
/** The characters of one object. */
const MAX_LENGTH = 5_000_000
/** Lists and objects may be nested this deeply. A feed has ten levels. */
const MAX_DEPTH = 10_000

class Scanner {
  /** What is open: "[" and "{", and "list" for the list whose objects are the records. */
  #open: ("[" | "{" | "list")[] = []
  /** The record that is being read, and the depth at which it began. */
  #record = ""
  #depth = -1
  /** Where the characters of the record begin that aren't in `#record` yet. It is -1 between two records. */
  #from = -1
  #isInText = false
  #isEscaped = false
  /** The last string, because it may be the name before a list. */
  #name = ""
  #count = 0

  end(): void {
    if (this.#open.length > 0 || this.#isInText)
      throw new DocumentError(
        this.#count === 0
          ? "It ends in the middle, before its first item does."
          : `It ends in the middle, after ${this.#count} items.`
      )
  }

  *take(text: string): Generator<string, void> {
    this.#from = this.#depth < 0 ? -1 : 0
    for (let at = 0; at < text.length; at++) {
      const letter = text.charAt(at)
      if (this.#isInText) this.#takeInText(letter)
      else if (letter === '"') {
        this.#isInText = true
        this.#name = ""
      } else if (letter === "[" || letter === "{") this.#opens(letter, at)
      else if (letter === "]" || letter === "}") {
        this.#open.pop()
        if (letter === "}" && this.#depth >= 0 && this.#open.length === this.#depth) {
          yield this.#record + text.slice(this.#from, at + 1)
          this.#dropRecord()
          this.#count++
        }
      }
    }
    if (this.#from < 0) return
    this.#record += text.slice(this.#from)
    if (this.#record.length > MAX_LENGTH) throw new DocumentError(`Item ${this.#count + 1} is larger than 5 MB.`)
  }

  #takeInText(letter: string): void {
    if (this.#isEscaped) this.#isEscaped = false
    else if (letter === "\\") this.#isEscaped = true
    else if (letter === '"') this.#isInText = false
    if (this.#isInText && this.#name.length < 40) this.#name += letter
  }

  #opens(letter: "[" | "{", at: number): void {
    if (letter === "{" && this.#depth < 0 && this.#mayBeRecord()) {
      this.#depth = this.#open.length
      this.#from = at
    }
    const isList = letter === "[" && this.#isListOfRecords()
    // An object that turns out to hold the list isn't a record itself.
    if (isList && this.#open.length === 1) this.#dropRecord()
    this.#open.push(isList ? "list" : letter)
    if (this.#open.length > MAX_DEPTH) throw new DocumentError("Its lists are nested too deeply to be read.")
  }

  /** Says whether the list that begins now is the outermost one, or the first under a name that is usual for lists. */
  #isListOfRecords(): boolean {
    if (this.#open.length === 0) return true
    return this.#open.length === 1 && this.#depth === 0 && this.#count === 0 && LISTS.test(this.#name)
  }

  #dropRecord(): void {
    this.#depth = -1
    this.#record = ""
    this.#from = -1
  }

  #mayBeRecord(): boolean {
    return this.#open.length === 0 || this.#open.at(-1) === "list"
  }
}
