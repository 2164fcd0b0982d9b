import { UnpublishedError } from "../common/format.ts"
import { refuseWithdrawn } from "../publication/refuse-unpublished.ts"
import { fieldOf, optionOf, ownOptionOf, plainName, type Field, type KnownOption } from "./columns.ts"
import { readPrice, type Price } from "./price.ts"

/** A row of a table, or an element or object of a feed, as names and texts. */
export interface Row {
  /** The place is for people: "row 7". */
  place: string
  /** The entries are in the feed's order, and a name may occur twice. */
  entries: [name: string, text: string][]
  /** Options that the feed lists separately. */
  options?: [name: string, values: string[]][]
  /** What is invalid in the markup of a row that was read anyway. */
  fault?: string
}

export interface Item {
  id: string
  /** All that the feed calls an id of it: number, SKU, handle. */
  ids: string[]
  place: string
  /** Items of one group are one product. */
  group?: string
  title: string
  /** The description is HTML or plain text, as it stands in the feed. */
  description?: string
  /** The price is parsed if possible, and otherwise stays in the feed's own words. */
  price?: Price | string
  salePrice?: Price
  saleTime?: { from?: string; to?: string }
  availability?: Availability | string
  stock?: number
  link?: string
  brand?: string
  category?: string
  /** Ids of products that go with it, that may take its place, and whose place it takes. */
  goesWith?: string[]
  alternatives?: string[]
  replaces?: string[]
  changed?: string
  /** The language is an ISO 639-1 code. */
  language?: string
  options: Map<KnownOption | string, string[]>
}

/** Returns the item that a row sells, or the reason why the row can't be read. */
export function readItem(row: Row): Item | Refusal {
  const texts = fieldsOf(row.entries)
  const text = (field: Field) => texts.get(field)
  const title = plainText(text("title") ?? "")
  const link = addressOf(text("link"))
  const id = text("id") ?? link ?? title
  const refusal = refusalOf(row, texts, { id, title })
  if (refusal) return refusal
  return {
    id: id.slice(0, MAX_NAME),
    ids: idsOf(row, id),
    place: row.place,
    title: title.slice(0, MAX_NAME),
    options: optionsOf(row),
    ...optional("group", text("group")),
    ...optional("description", text("description") ?? text("summary")),
    ...pricesOf(texts),
    ...stockOf(texts),
    ...optional("link", link),
    ...optional("brand", plainText(text("brand") ?? "") || undefined),
    ...optional("category", plainText(text("category") ?? "") || undefined),
    ...optional("goesWith", idsIn(text("goesWith"))),
    ...optional("alternatives", idsIn(text("alternatives"))),
    ...optional("replaces", idsIn(text("replaces"))),
    ...optional("changed", dateOf(text("changed"))),
    ...optional("language", /^[a-z]{2}(?![a-z])/i.exec(text("language") ?? "")?.[0].toLowerCase())
  }
}

/** Why a row can't be read, and its id if it has one. */
interface Refusal {
  reason: string
  id?: string
  unpublished?: true
}

/** Returns why a row isn't an item to sell: it is withdrawn, or has no name or price that can be read. */
function refusalOf(
  row: Row,
  texts: ReadonlyMap<Field, string>,
  { id, title }: Pick<Item, "id" | "title">
): Refusal | undefined {
  const withdrawn = withdrawalOf(row)
  if (withdrawn !== undefined) return { reason: withdrawn, id, unpublished: true }
  const because = row.fault === undefined ? "" : ` Its markup is broken (${row.fault.replace(/^\d+:\d+: /, "")}).`
  if (title === "") return { reason: `It has no name.${because}`, ...optional("id", texts.get("id")) }
  if (row.fault !== undefined && !texts.has("price") && !texts.has("salePrice"))
    return { reason: `Its price can't be read.${because}`, id }
  return undefined
}

function pricesOf(texts: ReadonlyMap<Field, string>): Pick<Item, "price" | "salePrice" | "saleTime"> {
  const price = texts.get("price")
  const currency = texts.get("currency")
  return {
    ...optional(
      "price",
      price === undefined ? undefined : (readPrice(price, currency) ?? plainText(price).slice(0, 100))
    ),
    ...optional("salePrice", readPrice(texts.get("salePrice") ?? "", currency ?? price)),
    ...optional("saleTime", timeOf(texts.get("saleTime")))
  }
}

/** Reads whether an item is available. A feed that doesn't state it may state how many are in stock. */
function stockOf(texts: ReadonlyMap<Field, string>): Pick<Item, "availability" | "stock"> {
  const digits = /^\d{1,9}$/.exec((texts.get("stock") ?? "").trim())?.[0]
  const stock = digits === undefined ? undefined : Number(digits)
  const words = texts.get("availability")
  const byStock = stock === undefined ? undefined : stock > 0 ? "in-stock" : "out-of-stock"
  return {
    ...optional(
      "availability",
      words === undefined ? byStock : (readAvailability(words) ?? plainText(words).slice(0, 100))
    ),
    ...optional("stock", stock)
  }
}

/** A name or an id is cut after this many characters. */
const MAX_NAME = 500

/** Returns the plain text of a title or name, without tags and with entities decoded. */
export function plainText(text: string): string {
  return text
    .replace(/<\/?[a-z][^<>]*>/gi, " ")
    .replace(/&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[\da-f]{1,6});/gi, entity)
    .replace(/[\s\u00a0\0-\x1f]+/g, " ")
    .trim()
}

const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " }

function entity(whole: string): string {
  const name = whole.slice(1, -1).toLowerCase()
  const code = name.startsWith("#x")
    ? Number.parseInt(name.slice(2), 16)
    : name.startsWith("#")
      ? Number(name.slice(1))
      : undefined
  if (code === undefined) return NAMED[name] ?? whole
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : " "
}

function withdrawalOf({ entries }: Row): string | undefined {
  try {
    refuseWithdrawn(entries)
    return undefined
  } catch (error) {
    if (error instanceof UnpublishedError) return error.message
    throw error
  }
}

/** What WooCommerce has in its column "Type", which in other feeds is the category. */
const SORTS = new Set(["simple", "variable", "variation", "grouped", "external"])

/** Takes the first entry of a field that has text. Google's own names, which have a prefix, come before plain ones. */
function fieldsOf(entries: Row["entries"]): Map<Field, string> {
  const texts = new Map<Field, string>()
  const isOwn = new Map<Field, boolean>()
  for (const [name, text] of entries) {
    const field = fieldOf(name)
    if (!field || text.trim() === "" || (field === "category" && SORTS.has(text.trim().toLowerCase()))) continue
    const own = /^g:/i.test(name)
    if (texts.has(field) && (!own || isOwn.get(field) === true)) continue
    texts.set(field, text.trim())
    isOwn.set(field, own)
  }
  return texts
}

function optionsOf({ entries, options = [] }: Row): Item["options"] {
  const merged: Item["options"] = new Map()
  const names = new Map(entries.map(([name, text]) => [plainName(name), text]))
  const add = (name: string, values: string[]) => {
    const key = optionOf(name) ?? plainText(name).slice(0, 60)
    const clean = values
      .map((value) => plainText(value).slice(0, 100))
      .filter((value) => value !== "" && value !== "Default Title")
    if (key !== "" && clean.length > 0 && (merged.size < 20 || merged.has(key)))
      merged.set(key, [...new Set([...(merged.get(key) ?? []), ...clean])])
  }
  for (const [name, text] of entries) {
    const numbered = /^option_?(\d)_value$/.exec(plainName(name))?.[1]
    if (numbered !== undefined)
      add(names.get(`option${numbered}_name`) ?? names.get(`option_${numbered}_name`) ?? "", [text])
    else if (optionOf(name) !== undefined) add(name, text.split(/\s*[/|;]\s*/))
    else if (!/^option_?\d(?:_|$)/.test(plainName(name))) add(ownOptionOf(name) ?? "", [text])
  }
  for (const [name, values] of options) add(name, values)
  return merged
}

function idsOf({ entries }: Row, id: string): string[] {
  const own = entries.flatMap(([name, text]) => (fieldOf(name) === "id" && text.trim() !== "" ? [text.trim()] : []))
  return [...new Set([id, ...own])].map((one) => one.slice(0, MAX_NAME)).slice(0, MAX_IDS)
}

/** Reads "FLT-08; TAB-50", and "id:12, id:15" as WooCommerce writes ids. */
function idsIn(text: string | undefined): string[] | undefined {
  const ids = (text ?? "")
    .split(/[;,|]/)
    .map((one) => plainText(one).replace(/^id:/i, "").slice(0, MAX_NAME))
    .filter((one) => one !== "")
  return ids.length > 0 ? ids.slice(0, MAX_IDS) : undefined
}
const MAX_IDS = 50

function addressOf(text: string | undefined): string | undefined {
  const url = text === undefined ? null : URL.parse(text.replaceAll("&amp;", "&"))
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined
}

function dateOf(text: string | undefined): string | undefined {
  const time = Date.parse(text ?? "")
  return Number.isNaN(time) ? undefined : new Date(time).toISOString()
}

/** Reads "2026-11-01T00:00+01:00/2026-11-30T23:59+01:00" as two days. */
function timeOf(text: string | undefined): { from?: string; to?: string } | undefined {
  const [from, to] = (text ?? "").split("/").map((day) => /^\d{4}-\d{2}-\d{2}/.exec(day.trim())?.[0])
  return from === undefined && to === undefined ? undefined : { ...optional("from", from), ...optional("to", to) }
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V }
}

export type Availability = "in-stock" | "out-of-stock" | "preorder" | "backorder" | "limited" | "discontinued"

/** Returns one of the common values, or undefined if the feed uses its own words. */
function readAvailability(text: string): Availability | undefined {
  const plain = text
    .replace(/^https?:\/\/schema\.org\//i, "")
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]+/g, "")
  return NAMES.get(plain)
}

const WORDS: Record<Availability, string> = {
  "in-stock":
    "instock available yes true 1 y instoreonly onlineonly lieferbar verfugbar auflager sofortlieferbar ja enstock disponible sí oui emestoque disponivel sim 在庫あり",
  "out-of-stock":
    "outofstock soldout unavailable notavailable no false 0 n ausverkauft nichtlieferbar nichtverfugbar nein rupture rupturedestock enrupturedestock epuise indisponible non agotado sinstock nodisponible esgotado indisponivel semestoque 在庫なし 売り切れ",
  preorder: "preorder presale vorbestellbar vorbestellung precommande reserva preventa prevenda 予約",
  backorder: "backorder madetoorder aufbestellung nachbestellt surcommande bajopedido sobencomenda 取り寄せ",
  limited: "limitedavailability limited lowstock geringerbestand stocklimite limitado 残りわずか",
  discontinued: "discontinued nichtmehrlieferbar arrete descatalogado descontinuado 販売終了"
}
const NAMES = new Map(
  (Object.keys(WORDS) as Availability[]).flatMap((key) =>
    WORDS[key].split(" ").map(
      (word) =>
        [
          word
            .normalize("NFKD")
            .replace(/[\u0300-\u036f]/g, "")
            .normalize("NFKC"),
          key
        ] as const
    )
  )
)
