import { words } from "../basis/word-list.ts"
import type { Page } from "./page.ts"

/** What the words between a cue and a value say so far. */
export interface Way {
  /** The word that is looked at, and how many lie behind the cue before it. */
  index: number
  passed: number
  /**
   * Right before the word stands a verb that tells what the cue is, a colon, or nothing but the cue and small words.
   */
  told: boolean
  /** Between the cue and here nothing but words for "number", articles and the like. */
  direct: boolean
  quoted: boolean
  /** The word right before. */
  before: string
}

/**
 * Goes from a cue through its sentence, `most` words at most, until `take` finds its value or says that there is none
 * (`null`). A word for an order, an amount or the like ends it: the number behind that one is its own.
 */
export function scan<T>(
  page: Page,
  last: number,
  most: number,
  take: (way: Way) => T | null | undefined
): T | undefined {
  let told = true
  let direct = true
  for (let passed = 0; passed < most; passed++) {
    const before = last + passed
    if (page.ends(before) || before + 1 >= page.words.length) return undefined
    const gap = page.gap(before)
    if (/[:=→]/.test(gap) || /["“„«‘]$|^ ?\($/.test(gap)) told = true
    const way: Way = {
      index: before + 1,
      passed,
      told,
      direct,
      quoted: /["“„«]\s?$|(?:^|[\s:])['‘‚‹]$/.test(gap),
      before: page.folded(before)
    }
    const found = take(way)
    if (found !== undefined) return found ?? undefined
    const word = page.folded(before + 1)
    if (FACTS.has(word) && !page.gap(before + 1).startsWith(",")) return undefined
    if (TELLS.has(word)) told = true
    else if (!SMALL.has(word)) told = direct = false
  }
  return undefined
}

/** "is", "was set to", "ist", "auf": the value comes next. */
export const TELLS =
  words(`is are was were be being reads says said as to set lautet lauten ist sind war waren wurde auf heisst est sont etait sera es son era fue sea a e eram foi ficou fica seria para como comme por with mit avec con com through should would now jetzt maintenant ahora agora
  heisse bin suis soy sou
  puse puso pusimos pus pusemos mis`)
/** Between the verb and the value, or between cue and value: articles, words for a number, "still", "now". */
export const SMALL =
  words(`the a an my our your their his her this that it its s new old current temporary temp still currently just only always here follows follow one actually again
  der die das den dem mein meine unser unsere ihr neue neuer neues alte alter noch immer aktuell aktuelle folgende vorlaufige bleibt hier
  le la l les mon ma notre nos un une c ce nouveau nouvelle ancien toujours encore suivant
  el los las mi su nuestro nuestra un una nuevo nueva viejo antigua antiguo temporal provisional todavia aun siguiente
  o os as meu minha nosso nossa seu sua um uma novo nova velho velha antigo antiga provisoria ainda seguinte de do da du des del d no na n
  number numbers no nr num nummer numero numeros name names nom nombre nome dia id ids ref reference code key nº hash um von vom meines meiner kindes child's`)
/** What has a number of its own. */
const FACTS =
  words(`order orders invoice invoices ticket tickets case parcel parcels tracking booking flight article item product model serial version error amount total price page section phone tel telephone mobile call fax iban email
  bestellung bestellnummer auftrag rechnung rechnungsnummer sendung sendungsnummer paket buchung flug artikel artikelnummer produkt modell seriennummer fehler fehlercode betrag summe seite telefon handynummer vorgang
  commande facture colis suivi reservation vol produit modele serie erreur montant tel telephone
  pedido factura paquete envio reserva vuelo articulo producto modelo serie importe telefono
  encomenda fatura pacote envio reserva voo artigo produto modelo valor telefone chamado protocolo`)
