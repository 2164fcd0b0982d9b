import type { Canvas } from "../canvas.ts"

/** What the reply is about and what stays: order, ticket, invoice and parcel numbers, amounts, dates, times. */
export function keepFacts(canvas: Canvas): void {
  const text = canvas.rest
  for (const pattern of [DATE, TIME, AMOUNT_BEFORE, AMOUNT_AFTER, HASH]) {
    for (const match of text.matchAll(pattern)) canvas.keep(match.index, match.index + match[0].length)
  }
  for (const cue of text.matchAll(CUE)) keepNumbers(canvas, text, cue.index + cue[0].length)
}

/** The number after an order word, and those listed behind it: "orders 48077, 48078 and 48079". */
function keepNumbers(canvas: Canvas, text: string, from: number) {
  for (let listed = 0; listed < 8; listed++) {
    NUMBER.lastIndex = from
    const number = NUMBER.exec(text)
    if (!number || !/\d/.test(number[1] ?? "")) return
    canvas.keep(NUMBER.lastIndex - (number[1] ?? "").length, NUMBER.lastIndex)
    AND.lastIndex = NUMBER.lastIndex
    if (!AND.test(text)) return
    from = AND.lastIndex
  }
}

const DAY = "(?:0?[1-9]|[12]\\d|3[01])"
const MONTH = "(?:0?[1-9]|1[0-2])"
const YEAR = "(?:19|20)\\d\\d"
const DATE = new RegExp(
  [`${YEAR}([-/.])${MONTH}\\1${DAY}`, `${DAY}([-/.])${MONTH}\\2(?:${YEAR}|\\d\\d)`, `${MONTH}([-/.])${DAY}\\3(?:${YEAR}|\\d\\d)`, `${YEAR} ?- ?${YEAR}`]
    .map((form) => `(?<![\\d.+/-])(?:${form})(?![./-]?\\d)`)
    .join("|"),
  "g"
)
const TIME = /(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])/g
const FIGURE = String.raw`\d(?:[ .,'’]?\d){0,14}`
const MONEY = String.raw`€|\$|£|¥|円|元|₹|USD|EUR|GBP|CHF|JPY|CAD|AUD|BRL|MXN|SEK|NOK|DKK|PLN|CZK|R\$|euros?|dollars?|dólares|reais|pesos|pounds?|francs?|Franken|yen`
const UNIT = String.raw`%|°|kWh|kW|mAh|km|cm|mm|kg|mg|ml|GB|MB|TB|kB|Hz|MHz|GHz|lbs?|ドル|個|台|名|日|年|月|時間`
const AMOUNT_BEFORE = new RegExp(String.raw`(?:[€$£¥₹]|(?<![A-Za-z])(?:USD|EUR|GBP|CHF|JPY|CAD|AUD|BRL|R\$)) ?${FIGURE}(?!\d)`, "g")
const AMOUNT_AFTER = new RegExp(String.raw`(?<![\d.,+-])${FIGURE} ?(?:${MONEY}|${UNIT})(?![A-Za-z])`, "g")
const HASH = /#\d{2,14}(?!\d)/g

/** Words for an order, a ticket, an invoice, a parcel, an article, in the product's six languages. */
const NOUNS = [
  "orders?", "tickets?", "cases?", "invoices?", "receipts?", "requests?", "references?", "ref", "bookings?", "reservations?", "claims?", "returns?", "rma", "tracking", "parcels?", "shipments?", "packages?", "sku", "ean", "gtin", "articles?", "items?", "products?", "models?", "policy", "contracts?", "po",
  "bestellung(?:en)?", "bestell", "auftr(?:ag|äge)s?", "rechnung(?:en)?s?", "fall", "vorgangs?", "anfrage", "referenz", "buchungs?", "reklamations?", "retouren?", "sendungs?", "sendung", "paket", "artikel", "vertrags?", "aktenzeichen", "beleg",
  "commandes?", "factures?", "dossiers?", "demandes?", "référence", "réservation", "retour", "colis", "suivi", "envoi", "contrat",
  "pedidos?", "facturas?", "casos?", "referencia", "reserva", "devolución", "seguimiento", "envío", "paquete", "artículo", "incidencia", "contrato",
  "encomendas?", "faturas?", "chamado", "referência", "devolução", "rastreio", "rastreamento", "envio", "pacote", "artigo", "protocolo", "nota fiscal"
]
const LABEL = "(?:[ -]?(?:numbers?|nummern?|numéros?|números?|num|no|nr|nº|n°|núm|ids?|codes?|confirmation)\\.?)?(?: (?:de|der|du|do|da|von|is|ist|est|es|é|was|war|lautet|for|für))?"
const CUE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${NOUNS.join("|")})${LABEL} ?[:#(=]? ?|(?:注文|ご注文|受注|問い合わせ|お問い合わせ|チケット|請求書|請求|伝票|追跡|予約|受付|管理|商品|型番|品番)(?:番号|ID|No\\.?|コード)?(?:は|が|:)? ?[#:(（「]? ?`,
  "giu"
)
const NUMBER = /(#?(?:[A-Za-z]{1,8}[-_/]?)?\d[\dA-Za-z]*(?:[-_/.][\dA-Za-z]+){0,6})(?![\p{Script=Latin}\p{N}@])/uy
const AND = /(?: ?[,;/&+] ?|[ ](?:and|und|et|y|e|or|oder|ou|o)[ ]|[とや、])(?=#?[A-Za-z]{0,8}[-_/]?\d)/iy
