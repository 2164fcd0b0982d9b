import { languageWritten } from "../../../text/language.ts"
import { LANGUAGES } from "../../../text/languages.ts"
import { DocumentError, type ImportFile, type ReadItem } from "../common/format.ts"
import { readItem, type Item, type Row } from "./item.ts"
import { documentOf, type Product } from "./product.ts"

/**
 * Makes products of a feed's rows. Items of one group become one product, and an id that occurs twice is reported. It
 * holds the items of a few thousand open groups in memory, and the id of every item that was read.
 * @throws DocumentError if no row is a product; if the rows end with such an error, it is thrown after all whole
 * products
 */
export async function* productsOf(
  rows: AsyncIterable<Row>,
  { path, visibility }: Pick<ImportFile, "path" | "visibility">,
  signal: AbortSignal
): AsyncGenerator<ReadItem, void> {
  const groups = new Groups()
  const seen = new Map<string, string>()
  let fault: DocumentError | undefined
  let language: string | undefined
  const itemsOf = (product: Product | undefined): ReadItem[] =>
    product ? [documentItem(product, { path, visibility, language })] : []
  const failed = ({ place }: Row, reason: string, id?: string, unpublished?: true): ReadItem => ({
    type: "failed",
    path: `${path}, ${place}`,
    reason,
    ...(id !== undefined && { id: `${path}#${id}` }),
    ...(unpublished && { unpublished })
  })
  function* take(row: Row): Generator<ReadItem, void> {
    const item = readItem(row)
    if ("reason" in item) return yield failed(row, item.reason, item.id, item.unpublished)
    const twin = seen.get(item.id)
    if (twin !== undefined) return yield failed(row, `It has the same id as ${twin}: ${item.id}.`)
    seen.set(item.id, item.place)
    if (item.group === undefined) return yield* itemsOf({ first: item, others: [] })
    const refused = groups.add(item.group, item)
    if (refused !== undefined) yield failed(row, refused)
    yield* itemsOf(groups.overdue())
  }
  // A feed is in one language. The language is detected from its first items together, because a single name is too
  // short.
  let first: Row[] | undefined = []
  const begin = (): Generator<ReadItem, void>[] => {
    const begun = first ?? []
    if (first) language = languageOfRows(first)
    first = undefined
    return begun.map(take)
  }
  try {
    for await (const row of rows) {
      signal.throwIfAborted()
      if (!first) yield* take(row)
      else if (first.push(row) === BATCH) for (const items of begin()) yield* items
    }
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    fault = error
  }
  for (const items of begin()) yield* items
  for (const product of groups.rest()) yield* itemsOf(product)
  if (fault) throw fault
  if (seen.size === 0) throw new DocumentError("No product could be read of it: a feed has at least a name for each.")
}

function documentItem(product: Product, around: Parameters<typeof documentOf>[1]): ReadItem {
  try {
    return { type: "document", document: documentOf(product, around) }
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    return { type: "failed", path: `${around.path}, ${product.first.place}`, reason: error.message }
  }
}

/**
 * The groups whose items are still arriving. The items of a group needn't be adjacent, but they mustn't be too far
 * apart.
 */
class Groups {
  readonly #open = new Map<string, Product>()
  readonly #closed = new Set<string>()

  /** Returns the reason if the item can't be added. */
  add(name: string, item: Item): string | undefined {
    if (this.#closed.has(name))
      return `It stands too far from the other items of its group ${name}, which is told without it.`
    const group = this.#open.get(name)
    if (!group) this.#open.set(name, { first: item, others: [] })
    else if (group.others.length >= MAX_VARIANTS) return `Its group ${name} has more than ${MAX_VARIANTS} items.`
    else group.others.push(variantOf(item))
    return undefined
  }

  /** Returns the oldest group once too many are open. */
  overdue(): Product | undefined {
    const [oldest] = this.#open
    if (!oldest || this.#open.size <= MAX_OPEN) return undefined
    this.#open.delete(oldest[0])
    this.#closed.add(oldest[0])
    return oldest[1]
  }

  rest(): Iterable<Product> {
    return this.#open.values()
  }
}

const BATCH = 50
/** A language that is detected from fewer characters is only a guess. */
const ENOUGH = 60
const MAX_OPEN = 2000
const MAX_VARIANTS = 500

const variantOf = ({ title, price, salePrice, availability, stock, options }: Item): Product["others"][number] => ({
  title,
  options,
  ...(price !== undefined && { price }),
  ...(salePrice && { salePrice }),
  ...(availability !== undefined && { availability }),
  ...(stock !== undefined && { stock })
})

function languageOfRows(rows: Row[]): string | undefined {
  const items = rows.map(readItem).flatMap((item) => ("reason" in item ? [] : [item]))
  const text = [
    ...new Set(
      items.map(
        ({ title, description = "" }) => `${title}. ${description.replace(/<[^<>]*>|&\w+;/g, " ").slice(0, 300)}`
      )
    )
  ].join("\n")
  const { language, sure } = languageWritten(text, LANGUAGES)
  return sure && text.length >= ENOUGH && LANGUAGES.some((known) => known === language)
    ? (language ?? undefined)
    : undefined
}
