import { finding, type Reply, type ToneRule } from "../finding.ts"
import { find, has, phrasesOf } from "../phrases/phrases.ts"
import { apart, literal, quoted } from "../spans.ts"

/** Words of the back office, and specialist abbreviations, that the customer has not used first. */
export const jargon: ToneRule = (reply) => {
  const { jargon: words } = phrasesOf(reply.written)
  const customer = [...reply.thread.filter(({ role }) => role === "customer").map(({ text }) => text), reply.requester].join("\n")
  const found = words.flatMap(([source]) => find(source, reply.text).map((match) => ({ start: match.index, end: match.index + match[0].length })))
  const short = find(ABBREVIATIONS, reply.text, "gu").filter((match) => !EVERYDAY.has(match[0].replace(/s$/, "")) && !isShouted(reply, match[0])).map((match) => ({ start: match.index, end: match.index + match[0].length }))
  return apart([...found, ...short])
    .filter((span) => !quoted(reply, span) && !usedBy(customer, reply, span))
    .map(({ start, end }) => finding(reply, "jargon", start, end))
}

/** "NOT", "ALL": weight, not an abbreviation. */
const isShouted = ({ written }: Reply, word: string) => has(phrasesOf(written).shouted, word)

function usedBy(customer: string, { text }: Reply, { start, end }: { start: number; end: number }): boolean {
  return has(literal(text.slice(start, end)), customer)
}

/** Short words in capitals that stand alone, or a level or priority by number. */
const ABBREVIATIONS = "(?<![\\p{Lu}\\d][ -]|\\[)(?:\\p{Lu}{2,5}|CI/CD|SaaS|VoIP|PPPoE|QoS|P[0-4]|S[EI]V-?[0-4]|[TLN][1-4]|N\\+\\d)s?(?![ -]?\\p{Lu}{2}|[ -]?\\d|['’\\]])"

/** What anybody knows, and what everybody writes so: devices, measures, money, countries, offices, carriers, sizes, signs in letters. */
const EVERYDAY = new Set((
  "AC AG AI AM APP ATM BA BBC BBQ BIC BLU BMW BPA CA CC CD CEO CEP CET CH CHF CNPJ CO CPF CPU CSV CV DC DE DHL DIN DIY DKK DNI DPD DSL DVD EAN EC EN EP ES ETC EU EUR EV FAQ FBI FM FR FYI GB GBP GB GHZ GLS GMBH GMT GPS HD HDMI HP HR HTML IBAN IBM ID IKEA INC IOS IP IPAD ISBN IT IVA JPEG JPG JPY KFZ KG KM KW KWH LCD LED LG LLC LP LPG LTD LTE LTS MA MB MG MHZ ML MM MMS MOT MP MPH MRI MS MWST NATO NB NFC NGO NHS NIF NIE NL NO NR NY OK OLED OS PC PDF PHD PIN PIX PKW PLZ PM PNG PO PR PS PPS PUK PVC QR RAM RG RSVP SA SAS SD SEK SEPA SIM SMS SOS SPF SSD SSID SUV TAN TB TGV TH TIF TNT TV TVA UG UK UNO UPS URL US USA USB USD USPS UST UTC UV VAT VIN VIP VW VPN WC WEB WLAN WWF WWW XL XML XS XXL XXXL ZIP XX XXX XXXX XXXXX USt MwSt"
).split(" "))
