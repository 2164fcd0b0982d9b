import { findPlaceholders, type FoundPlaceholder } from "../../../masking/basis/placeholder.ts"
import { MASK_TYPES, type MaskTable, type MaskType } from "../../../masking/basis/placeholder-table.ts"
import { escapeRegExp } from "../../../text/escape-reg-exp.ts"
import { isLanguage, languageOfLocale, type Language } from "../../../text/languages.ts"

/**
 * Returns the words in brackets that stand in an imported text in place of a personal value. They have no number and
 * are the same for every value of a type, so nothing can be restored from them.
 */
export function gapOf(type: MaskType, locale?: string): string {
  return GAPS[type][languageOfGaps(locale)]
}

/** Replaces each placeholder with a gap, whatever ticket the placeholder belongs to. */
export function placeholdersToGaps(text: string, locale?: string): string {
  let out = text
  // A gap in place of an inner placeholder may complete another placeholder around it. Each round removes at least one.
  for (let gaps = findPlaceholders(out); gaps.length > 0; gaps = findPlaceholders(out))
    out = withGaps(out, gaps, locale)
  return out
}

function withGaps(text: string, found: FoundPlaceholder[], locale: string | undefined): string {
  let out = ""
  let end = 0
  for (const { start, end: to, type, suffix } of found) {
    out += text.slice(end, start) + gapOf(type, locale) + suffix
    end = to
  }
  return out + text.slice(end)
}

/**
 * Does the reverse: it replaces each gap and each placeholder with a placeholder whose number no ticket reaches, so
 * that masking leaves its words alone.
 */
export function gapsToPlaceholders(text: string): string {
  return text.replace(ANY_GAP, (_, gap: string, s = "") => standIn(gap, s))
}

/**
 * Does the same for placeholders that masking has inserted. A placeholder that stands for a stand-in becomes that
 * stand-in again.
 */
export function standInsFor(text: string, { entries }: MaskTable): string {
  const was = new Map(entries.flatMap(({ placeholder, value }) => (STAND_IN.test(value) ? [[placeholder, value]] : [])))
  return text.replace(/(\[[A-Z]+_\d+\])(['’]s(?!\p{L}))?/gu, (whole, placeholder: string, s = "") => {
    const [own, [found]] = [was.get(placeholder), findPlaceholders(placeholder)]
    return own !== undefined ? own + s : found ? standIn(gapOf(found.type), s) : whole
  })
}

/** A possessive goes inside the brackets, because its s would otherwise be read as a word. */
const standIn = (gap: string, s: string) => `[${TYPE_OF.get(gap) ?? "LIT"}_${NOBODYS}${s}]`
const NOBODYS = 999_999
const STAND_IN = new RegExp(`^\\[[A-Z]+_${NOBODYS}(?:['’]s)?\\]$`)

export function languageOfGaps(locale: string | undefined): Language {
  const language = languageOfLocale(locale)
  return isLanguage(language) ? language : "en"
}

type Words = Record<Language, string>
const gap = (en: string, de: string, fr: string, es: string, pt: string, ja: string): Words => ({
  en: `[${en}]`,
  de: `[${de}]`,
  fr: `[${fr}]`,
  es: `[${es}]`,
  pt: `[${pt}]`,
  ja: `[${ja}]`
})
const UNSAID = gap("…", "…", "…", "…", "…", "…")

const GAPS: Record<MaskType, Words> = {
  PERSON: gap("a name", "ein Name", "un nom", "un nombre", "um nome", "名前"),
  EMAIL: gap(
    "an e-mail address",
    "eine E-Mail-Adresse",
    "une adresse e-mail",
    "un correo electrónico",
    "um endereço de e-mail",
    "メールアドレス"
  ),
  PHONE: gap(
    "a phone number",
    "eine Telefonnummer",
    "un numéro de téléphone",
    "un número de teléfono",
    "um número de telefone",
    "電話番号"
  ),
  IBAN: gap(
    "an account number",
    "eine Kontonummer",
    "un numéro de compte",
    "un número de cuenta",
    "um número de conta",
    "口座番号"
  ),
  CARD: gap(
    "a card number",
    "eine Kartennummer",
    "un numéro de carte",
    "un número de tarjeta",
    "um número de cartão",
    "カード番号"
  ),
  IP: gap("an IP address", "eine IP-Adresse", "une adresse IP", "una dirección IP", "um endereço IP", "IPアドレス"),
  GOV: gap(
    "an official number",
    "eine amtliche Nummer",
    "un numéro officiel",
    "un número oficial",
    "um número oficial",
    "公的番号"
  ),
  SECRET: UNSAID,
  LINK: gap("a link", "ein Link", "un lien", "un enlace", "uma ligação", "リンク"),
  LIT: UNSAID,
  ADDRESS: gap("an address", "eine Adresse", "une adresse", "una dirección", "um endereço", "住所"),
  PLACE: gap("a place", "ein Ort", "un lieu", "un lugar", "um lugar", "場所"),
  ORG: gap("an organisation", "eine Firma", "une organisation", "una organización", "uma organização", "組織"),
  BIRTH: gap(
    "a date of birth",
    "ein Geburtsdatum",
    "une date de naissance",
    "una fecha de nacimiento",
    "uma data de nascimento",
    "生年月日"
  ),
  AGE: gap("an age", "ein Alter", "un âge", "una edad", "uma idade", "年齢"),
  VEHICLE: gap("a number plate", "ein Kennzeichen", "une plaque", "una matrícula", "uma matrícula", "車両番号"),
  ACCOUNT: gap(
    "an account number",
    "eine Kontonummer",
    "un numéro de compte",
    "un número de cuenta",
    "um número de conta",
    "口座番号"
  ),
  ID: gap(
    "a customer number",
    "eine Kundennummer",
    "un numéro de client",
    "un número de cliente",
    "um número de cliente",
    "お客様番号"
  )
}

const TYPE_OF = new Map(
  MASK_TYPES.toReversed().flatMap((type) => Object.values(GAPS[type]).map((words) => [words, type] as const))
)
const ANY_GAP = new RegExp(`(${[...TYPE_OF.keys()].map(escapeRegExp).join("|")})(['’]s(?!\\p{L}))?`, "gu")
