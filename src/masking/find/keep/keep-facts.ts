import { patternMatches } from "../../../text/order-pattern.ts"
import type { Canvas } from "../../basis/canvas.ts"

/**
 * Keeps the facts that a reply is about: order, ticket, invoice and parcel numbers, amounts, dates and times.
 * @param orders numbers that are called order numbers elsewhere on the ticket, which stay without that word, too
 */
export function keepFacts(canvas: Canvas, orders: ReadonlySet<string> = new Set()): void {
  const text = canvas.rest
  for (const pattern of [DATE, COMPACT_DATE, TIME, AMOUNT_BEFORE, AMOUNT_AFTER, HASH, POSTCODE, MEASURES]) {
    for (const match of text.matchAll(pattern)) canvas.keep(match.index, match.index + match[0].length)
  }
  for (const cue of text.matchAll(CUE)) keepNumbers(canvas, text, cue.index + cue[0].length, PARCEL.test(cue[0]))
  if (orders.size === 0) return
  for (const match of text.matchAll(ALONE))
    if (orders.has(match[0])) canvas.keep(match.index, match.index + match[0].length)
}

/**
 * Keeps order numbers as this team writes them. The limits of the pattern bound the search to 1,000 characters around
 * each.
 */
export function keepPattern(canvas: Canvas, pattern: string): void {
  for (const match of patternMatches(pattern, canvas.rest))
    if (match[0]) canvas.keep(match.index, match.index + match[0].length)
}

/** Returns the numbers of a text that stand behind a word for an order, a ticket or an invoice. */
export function orderNumbers(text: string): string[] {
  const numbers = []
  for (const cue of text.matchAll(CUE)) {
    const number = matchesAt(NUMBER, text, cue.index + cue[0].length)
    if (number && number.length >= 5) numbers.push(number)
  }
  return numbers
}

/** Keeps the number behind an order word, and those listed behind it: "orders 48077, 48078 and 48079". */
function keepNumbers(canvas: Canvas, text: string, from: number, grouped: boolean) {
  for (let listed = 0; listed < 8; listed++) {
    const pattern = grouped && matchesAt(PARCEL_NUMBER, text, from) ? PARCEL_NUMBER : NUMBER
    const number = matchesAt(pattern, text, from)
    if (number === undefined) return
    canvas.keep(pattern.lastIndex - number.length, pattern.lastIndex)
    AND.lastIndex = pattern.lastIndex
    if (!AND.test(text)) return
    from = AND.lastIndex
  }
}

function matchesAt(pattern: RegExp, text: string, from: number): string | undefined {
  pattern.lastIndex = from
  return pattern.exec(text)?.[1]
}

const DAY = "(?:0?[1-9]|[12]\\d|3[01])"
const MONTH = "(?:0?[1-9]|1[0-2])"
const YEAR = "(?:19|20)\\d\\d"
const DATE = new RegExp(
  [
    `${YEAR}([-/.])${MONTH}\\1${DAY}`,
    `${DAY}([-/.])${MONTH}\\2(?:${YEAR}|\\d\\d)`,
    `${MONTH}([-/.])${DAY}\\3(?:${YEAR}|\\d\\d)`,
    `${YEAR} ?- ?${YEAR}`,
    `(?:0[1-9]|1[0-2])[/.]${YEAR}`
  ]
    .map((form) => `(?<![\\d.+/-])(?:${form})(?![./-]?\\d)`)
    .join("|"),
  "g"
)
const COMPACT_DATE = /(?<![\dA-Za-z+-])20[0-3]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\dA-Za-z])/g
const TIME = /(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])/g
/** Matches digits as amounts group them, by three: "117 496 0321 €" is a phone number before a sum. */
const FIGURE = String.raw`(?:[1-9]\d{0,2}(?:[ .,'’]\d{3})+(?!\d)|[1-9]\d{0,8}|0)(?:[.,]\d{1,2})?`
const MONEY = String.raw`€|\$|£|¥|円|元|₹|USD|EUR|GBP|CHF|JPY|CAD|AUD|BRL|MXN|SEK|NOK|DKK|PLN|CZK|R\$|euros?|dollars?|dólares|reais|pesos|pounds?|francs?|Franken|yen|kr|zł|Kč|Ft`
const UNIT = String.raw`%|°|kWh|kW|mAh|km|cm|mm|kg|mg|ml|GB|MB|TB|kB|Hz|MHz|GHz|lbs?|items?|pieces?|pcs|units?|Stück|pièces|piezas|peças|ドル|個|台|名|日|年|月|時間`
const SPAN = String.raw`years?|months?|weeks?|days?|hours?|hrs?|minutes?|mins?|Jahren?|Monaten?|Wochen?|Tagen?|Stunden?|Minuten?|ans?|mois|semaines?|jours?|heures?|años?|mes(?:es)?|semanas?|d[ií]as?|horas?|anos?|dias?`
const AMOUNT_BEFORE = new RegExp(
  String.raw`(?:[€$£¥₹]|(?<![A-Za-z])(?:USD|EUR|GBP|CHF|JPY|CAD|AUD|BRL|R\$)) ?${FIGURE}(?!\d)`,
  "g"
)
/** Years and days have few digits, so "rufen Sie 0910/5556169 an" announces no age. */
const AMOUNT_AFTER = new RegExp(
  String.raw`(?<![\d.,+-]|[\d)] )(?:${FIGURE} ?(?:${MONEY}|${UNIT})|(?<![/])\d{1,4}(?:[.,]\d{1,2})? ?(?:${SPAN}))(?![A-Za-z])`,
  "g"
)
/**
 * Matches post codes of Japan and Portugal, seven digits with a hyphen. They are no phone numbers. The address finders
 * may still claim them.
 */
const POSTCODE = /〒 ?\d{3}-\d{4}(?!\d)|(?<![\d-])\d{4}-\d{3}(?= \p{Lu})/gu
/** Matches measures: "160 x 230", "60×60×120". */
const MEASURES = /(?<![\dA-Za-z.,])\d{1,4}(?:[.,]\d)?(?: ?[x×] ?\d{1,4}(?:[.,]\d)?){1,2}(?![.,]?\d)/g
const HASH = /#\d{2,14}(?!\d)/g

/**
 * The words for an order, a ticket, an invoice, a parcel, an article, a fault or a voucher in the product's six
 * languages.
 */
const NOUNS = [
  "orders?",
  "tickets?",
  "cases?",
  "invoices?",
  "receipts?",
  "requests?",
  "references?",
  "ref",
  "bookings?",
  "reservations?",
  "claims?",
  "returns?",
  "rma",
  "tracking",
  "parcels?",
  "shipments?",
  "packages?",
  "sku",
  "ean",
  "gtin",
  "articles?",
  "items?",
  "products?",
  "models?",
  "policy",
  "contracts?",
  "po",
  "isbn",
  "errors?",
  "fault",
  "status",
  "exit",
  "discount",
  "vouchers?",
  "coupons?",
  "promo(?:tion)?",
  "bestellung(?:en)?",
  "bestell",
  "auftr(?:ag|äge)s?",
  "rechnung(?:en)?s?",
  "fall",
  "vorgangs?",
  "anfrage",
  "referenz",
  "buchungs?",
  "reklamations?",
  "retouren?",
  "sendungs?",
  "sendung",
  "paket",
  "artikel",
  "vertrags?",
  "aktenzeichen",
  "beleg",
  "fehler",
  "rabatt",
  "gutscheins?",
  "aktions",
  "commandes?",
  "factures?",
  "dossiers?",
  "demandes?",
  "référence",
  "réservation",
  "retour",
  "colis",
  "suivi",
  "envoi",
  "contrat",
  "erreur",
  "remise",
  "réduction",
  "pedidos?",
  "facturas?",
  "casos?",
  "referencia",
  "reserva",
  "devolución",
  "seguimiento",
  "envío",
  "paquete",
  "artículo",
  "incidencia",
  "contrato",
  "descuento",
  "cupón",
  "encomendas?",
  "faturas?",
  "notas?(?: fiscal| fiscais)?",
  "chamado",
  "referência",
  "devolução",
  "rastreio",
  "rastreamento",
  "envio",
  "pacote",
  "artigo",
  "protocolo",
  "nota fiscal",
  "erro",
  "desconto",
  "cupom"
]
const LABEL =
  "(?:[ _-]{0,2}(?:numbers?|nummern?|numéros?|números?|num|no|nr|nº|n°|n\\.[º°o]|núm|ids?|codes?|confirmation)\\.?)?(?: (?:de|der|du|do|da|von|is|ist|est|es|é|was|war|lautet|for|für))?"
const CUE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${NOUNS.join("|")})${LABEL}[\"']? {0,3}[:#(=]? {0,3}[\"']?|(?:注文|ご注文|受注|問い合わせ|お問い合わせ|チケット|請求書|請求|伝票|追跡|予約|受付|管理|商品|型番|品番)(?:番号|ID|No\\.?|コード)?(?:は|が|:)? ?[#:(（「]? ?`,
  "giu"
)
const PARCEL =
  /track|parcel|shipment|package|sendung|paket|colis|suivi|env[ií]o|envoi|seguimiento|paquete|rastre|pacote|追跡|伝票/i
const NUMBER =
  /(#?(?:[A-Za-z]{1,8}[-_/]?|[A-Z]{2} )?\d[\dA-Za-z]*(?:[-_/.][\dA-Za-z]+){0,6})(?![\p{Script=Latin}\p{N}@])/uy
const ALONE = /(?<![\p{Script=Latin}\p{N}])[\dA-Za-z](?:[\dA-Za-z/_-]{3,60})(?![\p{Script=Latin}\p{N}])/gu
/** Matches parcel numbers, which are printed in groups. */
const PARCEL_NUMBER = /((?:[A-Z]{2} ?|\d[A-Z] ?)?\d{2,5}(?: \d{2,5}){1,6}(?: ?[A-Z]{2})?)(?![\p{Script=Latin}\p{N}])/uy
const AND = /(?: ?[,;/&+] ?|[ ](?:and|und|et|y|e|or|oder|ou|o)[ ]|[とや、])(?=#?[A-Za-z]{0,8}[-_/]?\d)/iy
