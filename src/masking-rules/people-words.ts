import { STOP_WORDS } from "../text/words/words.ts"

const TITLES =
  "Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Madam|Herrn?|Frau|Monsieur|Madame|Mademoiselle|Mme|Mlle|M\\.|Señora?|Senhora?|Sra?|Srta|Don|Doña|Dona|Dear|Hi|Hello|Lieber?|Hallo|Bonjour|Cher|Chère|Hola|Querid[oa]|Estimad[oa]|Olá|Caro|Cara|Prezad[oa]"
/** Matches a title or a greeting right before a name. */
export const TITLED = new RegExp(`(?<![\\p{L}])(?:${TITLES})\\.?,?\\s$`, "u")
const TITLE = new RegExp(`^(?:${TITLES})$`, "u")
export const isTitle = (word: string) => TITLE.test(word)
const TITLED_NAME = new RegExp(`(?<![\\p{L}])(?:${TITLES})\\.?\\s(\\p{Lu}[\\p{L}'’-]+)`, "u")

/**
 * Returns the name in a piece of text that may be a person's: behind a title, or two or three words in a row with a
 * capital that name no department and no company.
 */
export function personBeside(text: string): string | undefined {
  const titled = TITLED_NAME.exec(text)?.[1]
  if (titled !== undefined) return titled
  for (const [run] of text.matchAll(PAIR)) {
    const words = run.split(" ").filter((word) => !STOP.some((stop) => stop.has(word.toLowerCase())))
    if (
      words.length > 1 &&
      !isCompany(text.slice(text.indexOf(run), text.indexOf(run) + run.length + 12)) &&
      !words.some(isRole)
    )
      return run
  }
  return undefined
}

const PAIR = /(?<![\p{L}\p{N}'’-])\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}\p{Ll}[\p{L}'’-]*){1,2}(?![\p{L}\p{N}])/gu

export const isCompany = (text: string) =>
  /(?<![\p{L}])(?:Ltd|Limited|Inc|LLC|PLC|GmbH|AG|KG|UG|SAS|SARL|S\.?A\.?|S\.?L\.?|Lda|Ltda|B\.?V\.?|Co)(?![\p{L}])|株式会社/u.test(
    text
  )

/**
 * Says whether a mailbox belongs to the team and not to a person: "support", "orders-eu", "kundenservice", or the
 * host's own name.
 */
export function isRoleMailbox(mailbox: string, host: string): boolean {
  const parts = mailbox.split(/[^\p{L}]+/u).filter((part) => part.length > 1)
  const label = host
    .split(".")
    .slice(0, -1)
    .join("")
    .replace(/[^a-z]/g, "")
  return parts.length > 0 && parts.some((part) => isRole(part) || (part.length > 3 && label.includes(part)))
}

const isRole = (word: string) => ROLES.test(word.toLowerCase())
/** Parts of words for roles, in the product's languages. */
const ROLES =
  /^(?:it|hr|pr|de|fr|es|pt|jp|uk|us|eu|br|to|my|our|your|we|you|dpo)$|info|support|help|hilfe|service|kunden|customer|client|care|contac|kontakt|contat|sales|verkauf|vertrieb|vent[ae]s|vendas|order|bestell|command|pedid|encomend|return|retour|devol|reklam|billing|invoice|rechnung|factur|fatur|buchhalt|account|compta|privacy|datenschutz|priva|legal|press|jobs?$|career|karriere|office|zentrale|team|shop|store|laden|tienda|loja|boutique|hello|hallo|hola|bonjour|mail|post|reply|admin|security|abuse|feedback|warrant|garant|repair|reparat|repara|part|claim|business|b2b|wholesale|market|newsletter|dispatch|ship|liefer|versand|livrais|env[ií]o|entrega|logist|booking|reserv|desk|line|centre|center|zentrum|phone|tele|fax|bank|iban|konto|address|adress|hours|monday|friday|mon|fri|street|stra(?:ß|ss)e|avenue|road|house|warehouse|lager|depot|hotline|number|nummer|atendimento|atención|soporte|suporte|ayuda|ajuda|aide/
const STOP = Object.values(STOP_WORDS)
