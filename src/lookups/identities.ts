import type { Identity, IdentityKind } from "../ticket/looked-up.ts"
import { LISTS } from "replywright/lexicon/masking"
import { wordsOf } from "../lexicon/lexicon.ts"
import { withoutAccents } from "../text/words/letters.ts"
import { visitAnswer } from "./answer-texts.ts"
import { valuesAt } from "./json-path.ts"
import type { LookupDefinition } from "../protocol/routes/lookups.ts"

/**
 * Returns everything of an answer that tells who somebody is, whether or not it is a fact: masking seeks each of these
 * values in the ticket and in the facts. It is told by its name in the answer ("first_name", "billing.address_1"), or
 * by the definition.
 */
export function identitiesIn(
  pages: readonly unknown[],
  { facts }: Pick<LookupDefinition, "facts"> = { facts: {} }
): Identity[] {
  const found = new Map<string, Identity>()
  const add = (kind: IdentityKind, value: unknown) => {
    const text = typeof value === "number" ? String(value) : typeof value === "string" ? value.trim() : ""
    if (text.length >= MIN_CHARACTERS && text.length <= MAX_CHARACTERS) found.set(text, { kind, value: text })
  }
  for (const { identity, path } of Object.values(facts))
    if (identity) for (const page of pages) for (const value of valuesAt(page, path).flat()) add(identity, value)
  visitAnswer(pages, {
    value({ value, key, above }) {
      const kind = kindOf(key, above) ?? (isWholeName(value) && PERSONS.has(plain(key)) ? "name" : undefined)
      if (kind) add(kind, value)
    },
    object(one) {
      for (const name of wholeNames(one)) add("name", name)
    }
  })
  return [...found.values()]
}

/** A text of several words without figures, as in `customer: "First Last"`. One word may be "customer: wholesale". */
const isWholeName = (value: string | number): boolean =>
  typeof value === "string" && /^\s*[\p{L}\p{M}.'’-]+(?:[\s,・＝]+[\p{L}\p{M}.'’-]+){1,5}\s*$/u.test(value)

/** Whether the name of a value tells that it says who somebody is: "email", "billing_address", "first_name". */
export const tellsIdentity = (key: string): boolean => kindOf(key, "") !== undefined

/** A first and a last name beside each other are a whole one, which facts may hold too. */
function wholeNames(value: object): string[] {
  const parts = Object.entries(value)
  const at = (pattern: RegExp) =>
    parts.find(([key, one]) => typeof one === "string" && pattern.test(plain(key)))?.[1]?.trim() || undefined
  const [first, last] = [at(FIRST), at(LAST)]
  return first === undefined || last === undefined ? [] : [`${first} ${last}`, `${last} ${first}`]
}

function kindOf(key: string, above: string): IdentityKind | undefined {
  const name = plain(key)
  for (const [kind, pattern] of NAMES) if (pattern.test(name)) return kind
  // An order and an article have a name as well.
  const isOfPerson = PEOPLE.test(plain(above)) || PERSONS.has(plain(above))
  return /^(?:(?:display|full)?name|nom|nombre|nome)$/.test(name) && isOfPerson ? "name" : undefined
}

const plain = (key: string) => withoutAccents(key.toLowerCase()).replace(/[^\p{L}\p{N}]/gu, "")

/** Matches any of these names whole. One of the words before or behind may be a part of it, and a digit its end. */
function named(names: string, { before = "", behind = "", digit = false } = {}): RegExp {
  const [all, first, last] = [names, before, behind].map((words) => words.replaceAll(" ", "|"))
  return new RegExp(`^(?:${first})?(?:${all})(?:${last})?${digit ? "\\d?" : ""}$`)
}

/** The pattern for names without their marks: "フリガナ" is "フリカナ". */
function marked(pattern: RegExp): RegExp {
  return new RegExp(withoutAccents(pattern.source))
}

const PERSONS = new Set([...wordsOf(LISTS, "people-keys")].map(plain))
const NAMES: readonly [IdentityKind, RegExp][] = [
  ["email", /e?mail(?:address)?\d?$/],
  ["phone", /(?:phone|mobile|telephone|fax|cell)(?:number)?\d?$/],
  [
    "name",
    /^(?:first|last|full|given|family|sur|middle|display|contact|customer|recipient|user|billing|shipping|holder|consignee|receiver)(?:first|last|full)?name$|^(?:cardholder|accountholder|shipto|billto|soldto|passenger|guest|payer|buyer|owner|addressee)(?:first|last|full)?name$|^(?:recipient|signedby|receivedby|consignee|cardholder|contactperson)$/
  ],
  ["address", /^(?:mailing|billing|shipping|other|home)?(?:address|street|line|addressline|streetaddress)\d?$/],
  ["address", /^(?:mailing|billing|shipping|other|home)?(?:city|town|locality|zip|zipcode|postcode|postalcode)$/],
  ["organisation", /^(?:company|organi[sz]ation)(?:name)?$/],
  // Systems of German, French, Spanish and Portuguese speakers.
  ["email", named("emailadresse mailadresse courriel adressemail adresseemail adresseelectronique")],
  ["email", named("correo correoelectronico")],
  [
    "phone",
    named("telefon handy mobil ruf mobiltelefon telefono movil telefone telemovel celular", {
      behind: "nummer nr",
      digit: true
    })
  ],
  ["name", named("vorname nachname familienname kundenname empfangername bestellername kontaktname")],
  ["name", named("empfanger besteller ansprechpartner prenom nomdefamille nomcomplet nomclient nomduclient")],
  ["name", named("destinataire destinatario destinataria apellido apellidos apelido sobrenome")],
  ["name", named("nombres nombrecompleto nombrecliente nombredelcliente nomecompleto nomecliente nomedocliente")],
  [
    "address",
    named("anschrift adresse strasse straße hausnummer ort wohnort stadt plz postleitzahl", {
      before: "liefer rechnungs versand kunden",
      digit: true
    })
  ],
  ["address", named("rue ville codepostal direccion calle ciudad localidad codigopostal", { digit: true })],
  ["address", named("endereco morada rua cidade localidade cep", { digit: true })],
  ["organisation", named("firma firmenname entreprise societe empresa")],
  // Of Japanese ones, whose marks are gone as accents are.
  [
    "name",
    marked(/^(?:お?名前|ご?氏名|氏名|姓名?|苗字|名字|フリガナ|ふりがな|カナ|.*(?:氏名|お名前|様名|者名|人名|名義))$/)
  ],
  ["email", marked(/(?:メール|メールアドレス|eメール)$/)],
  ["phone", marked(/(?:電話|電話番号|携帯|携帯番号|連絡先番号|tel)$/)],
  ["address", marked(/(?:住所|所在地|番地|建物名?|市区町村|町名|都道府県|郵便番号)\d?$/)],
  ["organisation", marked(/^(?:会社名?|企業名|法人名|勤務先|貴社名)$/)]
]
const PEOPLE = new RegExp(
  `(?:${[
    "customer contact recipient billing shipping address requester user owner person consignee receiver buyer payer",
    "details kunde kontakt empfanger besteller kaufer client cliente contacto contato destinataire destinatario",
    "titular acheteur comprador"
  ]
    .join(" ")
    .replaceAll(" ", "|")})s?$`
)

const FIRST = /^(?:(?:first|given|vor)name|prenom|nombres?)$/
const LAST = /^(?:(?:last|family|sur|nach|familien)name|nom(?:defamille)?|apellidos?|apelido|sobrenome)$/

/** In characters. */
const MIN_CHARACTERS = 2
const MAX_CHARACTERS = 200
