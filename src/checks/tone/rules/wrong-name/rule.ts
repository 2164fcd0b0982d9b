import { finding, type Reply, type ToneFinding, type ToneRule } from "../../basis/finding.ts"
import { findPhrase, phrasesOf } from "../../phrases/phrases.ts"

/**
 * The reply addresses the customer by a misspelt name, or by one that is neither the requester's nor one that the
 * customer signed with.
 */
export const wrongName: ToneRule = { order: 20, find }

function find(reply: Reply): ToneFinding[] {
  const known = namesOf(reply)
  if (known.size === 0) return []
  return addressed(reply).flatMap(({ name, start }) => {
    const parts = partsOf(name).filter((part) => !TITLES.has(part))
    return parts.length === 0 ||
      parts.every((part) => known.has(part) || isShort(part, known)) ||
      isOfOtherScript(name, known)
      ? []
      : [
          finding(reply, "wrong-name", start, start + name.length, {
            data: { name: reply.requester },
            fix: { refused: "name" }
          })
        ]
  })
}

/** "Tere" is short for Teresa, but "Daniel" is another name than Daniela. */
const isShort = (part: string, known: Set<string>) =>
  part.length >= 3 && [...known].some((one) => one.startsWith(part) && one.length - part.length >= 2)

/** A name in another script than the known one can't be compared with it. */
const isOfOtherScript = (name: string, known: Set<string>) =>
  !/\p{Script=Latin}/u.test(name) && [...known].every((one) => /^\p{Script=Latin}/u.test(one))

/** The names after a greeting in the first lines and after thanks; in Japanese the names before 様. */
function addressed(reply: Reply): { name: string; start: number }[] {
  const { greeting } = phrasesOf(reply.written)
  const { text } = reply
  if (reply.written === "ja")
    return [
      ...text.matchAll(
        /(?:^|\n|。)\s*([\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー・a-zA-Z ]{1,16}?)(?:様|さま|さん)(?=[、,。\s]|$)/gu
      )
    ].map((match) => ({ name: (match[1] ?? "").trim(), start: match.index + match[0].indexOf(match[1] ?? "") }))
  const head = text.split("\n").find((line) => line.trim() !== "") ?? ""
  const offset = text.indexOf(head)
  const pattern = `(?:${greeting})(?: (?:${greeting}|${HONORIFICS}))*,? +(?<name>${NAME}(?:[ -]${NAME}){0,3})`
  // The line begins with a capital and names do too, but the greeting in the list may be in either case.
  const after = [head, head.charAt(0).toLowerCase() + head.slice(1)].flatMap((line) => findPhrase(pattern, line, "gu"))
  const other = after
    .slice(0, 1)
    .flatMap((match) =>
      match.groups?.["name"]
        ? [{ name: match.groups["name"], start: offset + match.index + match[0].lastIndexOf(match.groups["name"]) }]
        : []
    )
  const vocative = [...text.matchAll(VOCATIVE), ...text.matchAll(FIRST_WORDS)].map((match) => {
    const name = match[1] ?? match[2] ?? match[3] ?? ""
    return { name, start: match.index + match[0].lastIndexOf(name) }
  })
  return [...other, ...vocative].filter(({ start }, n, all) => all.findIndex((each) => each.start === start) === n)
}

const NAME = "\\p{Lu}[\\p{L}'’.]+"
const HONORIFICS =
  "frau|herr|herrn|monsieur|madame|señor|señora|sr\\.?|sra\\.?|senhor|senhora|mr\\.?|mrs\\.?|ms\\.?|miss|dr\\.?|prof\\.?|team|Frau|Herr|Herrn|Monsieur|Madame|Señor|Señora|Sr\\.?|Sra\\.?|Senhor|Senhora|Mr\\.?|Mrs\\.?|Ms\\.?|Miss|Dr\\.?|Prof\\.?"
/** Finds the name in "Thanks for waiting, Maria." */
const VOCATIVE =
  /(?:[Tt]hanks|[Tt]hank you|[Ss]orry|Danke|Merci|Gracias|Obrigad[oa])[^.!?\n,]{0,60}, (\p{Lu}\p{Ll}{2,})(?=[.!,])/gu
/** Finds the name in "Noted, Maria." */
const FIRST_WORDS =
  /^\p{Lu}\p{Ll}{1,12}(?: \p{Ll}+){0,6},? (\p{Lu}\p{Ll}{2,})(?=[.!])|^\p{Lu}\p{Ll}{1,12}, (\p{Lu}\p{Ll}{2,})(?=,)|^(?:[Tt]hanks|[Tt]hank you|Danke|Merci|Gracias|Obrigad[oa]|[Hh]i again) (\p{Lu}\p{Ll}{2,})(?=[.,!])/gu
const TITLES = new Set(
  "firstname vorname nachname lastname fullname don doña dona frau herr herrn monsieur madame señor señora sr sra senhor senhora mr mrs ms miss dr prof professor professorin doctor doktor docteur professeur profesor profesora doctora doutor doutora professora team there all everyone customer sir kunde kundin client cliente again und and".split(
    " "
  )
)

/** The requester's name, the names that the customer's messages end with, and how they ask to be called. */
function namesOf({ requester, thread }: Reply): Set<string> {
  const own = thread
    .filter(({ role }) => role === "customer")
    .flatMap(({ text }) => [...signed(text), ...[...text.matchAll(CALLED)].map((match) => match[1] ?? "")])
  return new Set([requester, ...own].flatMap(partsOf))
}

const CALLED =
  /(?:call me|my name is|name['’]s|i am|i['’]m|this is|ich heiße|ich bin|mein name ist|nennen sie mich|je m['’]appelle|je suis|appelez-moi|me llamo|soy|llámeme|chamo-me|me chamo|sou (?:o|a)|aqui (?:é|fala) (?:o|a)|hier (?:ist|spricht)|ici|aquí(?: habla)?|meu nome é|o meu nome é) (\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?)/giu

/** Short last lines without a full stop are taken as signatures. */
function signed(text: string): string[] {
  const lines = text
    .trim()
    .split(/\n|(?<=[.!?。])\s+/u)
    .map((line) => line.trim())
    .filter(Boolean)
  return lines
    .slice(-3)
    .filter((line) => line.length <= 40 && !/[?。]$/u.test(line))
    .concat(/[\s、。](\S{1,8})(?:です|と申します|と言います)/u.exec(text)?.[1] ?? [])
}

/** In lower case; an umlaut becomes its two-letter spelling, other accents stay. */
function partsOf(name: string): string[] {
  return name
    .toLowerCase()
    .normalize("NFC")
    .replace(/['’]s$/, "")
    .replace(/ä/g, "ae")
    .replace(/ö/g, "oe")
    .replace(/ü/g, "ue")
    .replace(/ß/g, "ss")
    .split(/[^\p{L}'’]+/u)
    .filter((part) => part.length > 1)
}
