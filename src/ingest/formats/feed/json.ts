import { DocumentError } from "../common/format.ts"
import { plainName } from "./columns.ts"
import type { Row } from "./item.ts"
import { jsonObjects } from "./json-objects.ts"

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
