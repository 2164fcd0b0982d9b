import { withoutAccents } from "../../src/text/words/letters.ts"
import { ORIGINS, STREET_NAMES, type Origin } from "./names.ts"
import { THINGS } from "./things.ts"
import type { Sources } from "./lists.ts"
import type { Random } from "./random.ts"
import {
  COMPANY_LINKS,
  COMPANY_WORDS,
  ENDINGS,
  KINDS_OF_COMPANY,
  MONTH,
  POSTCODES,
  SAINTS,
  SCHOOLS,
  STATES,
  split
} from "./value-words.ts"

/** Kinds of made-up values, as the sentences name them. */
export type Slot = keyof ReturnType<typeof slotsOf>

/**
 * Returns values for the slots of a sentence in one language. Names come from every origin, more often from the
 * language's own countries.
 */
export function slotsOf(random: Random, sources: Sources, language: string) {
  const { pick, chance, below } = bound(random)
  const word = () => capital(pick(sources.common))
  const names = nameMakers(random, word)
  const { given, family, full } = names
  const places = placeMakers(random, sources)
  const { town, country } = places
  const { street, address } = addressMakers(random, language, { ...places, family, word })
  return {
    FULL: full,
    F: given,
    L: family,
    NICK: () =>
      given()
        .slice(0, 3 + below(2))
        .replace(/[^\p{L}]/gu, "") + pick(["", "", "y", "i", "o"]),
    INIT: () => `${pick(INITIALS)}${pick([".", ""])}${pick(INITIALS)}${pick([".", ""])}`,
    CITY: town,
    REGION: () => (chance(0.5) ? country() : town()),
    CTRY: country,
    PLACE: () =>
      pick([town, country, () => `${family()} ${pick(["Park", "Beach", "Valley", "Station", "Bridge", "Hills"])}`])(),
    ADDR: address,
    STREET: () => street(language),
    ORG: companyMaker(random, sources, language, { ...names, town, word }),
    SCHOOL: () =>
      pick(SCHOOLS[language] ?? SCHOOLS["en"] ?? [])
        .replace("{L}", family())
        .replace("{C}", town())
        .replace("{F}", given()),
    DEM: () => capital(pick(sources.nationalities)),
    ...numberSlots(random, language, names),
    ...thingSlots(random, sources, language),
    PRODUCT: () => `${word()} ${pick([word(), "Pro", "Plus", String(below(900)), "Mini", "X"])}`
  }
}

type NameMakers = ReturnType<typeof nameMakers>
type Make = () => string

function nameMakers(random: Random, word: Make) {
  const { pick, chance } = bound(random)
  const origin = (): Origin => pick(ORIGINS)
  const given = () => {
    const r = random.next()
    return plainer(r < 0.05 ? word() : r < 0.2 ? invented(random) : pick(origin().given), random)
  }
  const family = () => {
    const r = random.next()
    const name = r < 0.12 ? word() : r < 0.3 ? invented(random) : pick(origin().family)
    return plainer(chance(0.06) ? `${name}-${pick(origin().family)}` : name, random)
  }
  const full = () => {
    const { given: first, family: last, familyFirst } = origin()
    const a = chance(0.75) ? plainer(pick(first), random) : given()
    const b = chance(0.75) ? plainer(pick(last), random) : family()
    const r = random.next()
    if (familyFirst && r < 0.5) return `${b} ${a}${chance(0.3) ? ` ${pick(first)}` : ""}`
    if (r < 0.72) return `${a} ${b}`
    if (r < 0.82) return `${a} ${pick(INITIALS)}. ${b}`
    if (r < 0.88) return `${a} ${given()} ${b}`
    if (r < 0.93) return `${a} ${pick(PARTICLES)} ${b}`
    if (r < 0.96) return `${b}, ${a}`
    return `${pick(INITIALS)}. ${b}`
  }
  return { given, family, full }
}

function placeMakers(random: Random, sources: Sources) {
  const { pick, chance } = bound(random)
  const town = () =>
    chance(0.6)
      ? capital(pick(sources.towns))
      : invented(random) + pick(["", "", " Bay", "ville", " City", "stad", "burg", "ford", "hausen", "heim", "ton"])
  const country = () => capital(pick(sources.countries))
  return { town, country }
}

function companyMaker(
  random: Random,
  sources: Sources,
  language: string,
  { given, family, full, town, word }: NameMakers & { town: Make; word: Make }
): Make {
  const { pick, chance } = bound(random)
  const company = () => {
    const r = random.next()
    if (language !== "en" && chance(0.4)) return localCompany()
    const stem = chance(0.5) ? family() : chance(0.5) ? invented(random) : word()
    if (r < 0.25) return stem
    if (r < 0.5) return `${stem} ${pick(COMPANY_ENDS)}`
    if (r < 0.68) return `${stem} ${pick(COMPANY_WORDS[language] ?? COMPANY_WORDS["en"] ?? [])}`
    if (r < 0.78) return `${family()} ${pick(["&", "and", "y", "und", "et"])} ${family()}`
    if (r < 0.84) return `${family()}, ${family()} and ${family()}`
    if (r < 0.9) return `${word()} ${word()}${chance(0.4) ? ` ${word()}` : ""}`
    if (r < 0.95)
      return `${pick(COMPANY_WORDS[language] ?? COMPANY_WORDS["en"] ?? [])} ${chance(0.5) ? family() : town()}`
    return `${invented(random)}${pick(["soft", "tec", "line", "net", "lab", "med", "fix", "bau", "works", "hub", "ly"])}`
  }
  /** Makes names such as "boulangerie Lemoine", "Clínica Virgen del Espino" and "Praxis Dr. Weiß". */
  const localCompany = () => {
    const kind = pick(KINDS_OF_COMPANY[language] ?? COMPANY_WORDS["en"] ?? [])
    const link = pick(COMPANY_LINKS[language] ?? [""])
    const what = chance(0.45)
      ? family()
      : chance(0.3)
        ? full()
        : chance(0.4)
          ? town()
          : chance(0.5)
            ? `${pick(SAINTS[language] ?? ["St."])} ${given()}`
            : capital(pick(sources.ordinary[language as "en"] ?? sources.common)) +
              (chance(0.4) ? ` ${pick(sources.ordinary[language as "en"] ?? sources.common)}` : "")
    return `${chance(0.6) ? kind : capital(kind)} ${link}${what}`
  }
  return company
}

/**
 * Makes what no list of ordinary words has and is nobody's name: makers, titles and dishes, German compounds, and words
 * in a spelling of their own. `UNLISTED` remembers their words.
 */
function thingSlots(random: Random, sources: Sources, language: string) {
  const { pick, chance, below } = bound(random)
  const ordinary = sources.ordinary[language as "en"] ?? sources.common
  const longer = (least: number) => {
    for (;;) {
      const word = pick(ordinary).toLowerCase()
      if (word.length >= least && word.length < 14 && /^\p{L}+$/u.test(word)) return word
    }
  }
  const unlisted = (value: string) => {
    for (const word of value.toLowerCase().match(/\p{L}+/gu) ?? []) UNLISTED.add(word)
    return value
  }
  /** Makes a compound of which a part may be in no list of the language. */
  const compound = () => {
    const foreign = () => pick(sources.common)
    const [head, tail] = pick([
      () => [longer(4), longer(4)],
      () => [foreign(), longer(4)],
      () => [longer(4), foreign()]
    ])()
    return capital(`${head}${pick(["", "", "", "s", "n", "en", "er", "-"])}${tail}`)
  }
  /** Writes a word as it is heard, typed in haste or said in a dialect. */
  const respelt = () => {
    const word = longer(5)
    const at = 1 + below(word.length - 2)
    return pick([
      () => word.slice(0, at) + word.slice(at + 1),
      () => word.slice(0, at) + word.charAt(at) + word.slice(at),
      () => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
      () => word.slice(0, -1),
      () => word + pick([..."aeioust"])
    ])()
  }
  return {
    MAKE: () => unlisted(chance(0.45) ? pick(THINGS) : chance(0.5) ? invented(random) : capital(longer(5))),
    MAKED: () => unlisted(chance(0.5) ? respelt() : longer(5)),
    NOUN: () => unlisted(chance(0.6) ? compound() : capital(chance(0.5) ? longer(6) : respelt()))
  }
}

/** The words of made-up things, which training hides from the lists. */
export const UNLISTED = new Set<string>()

/** Makes streets in the order of a language, and whole addresses of any country. */
function addressMakers(
  random: Random,
  language: string,
  { town, country, family, word }: { town: Make; country: Make; family: Make; word: Make }
) {
  const { pick, digits, chance, below } = bound(random)
  const street = streetMaker(random, { family, word })
  const codeAndTown = codeAndTownMaker(random, town)
  const address = () => {
    const where = chance(0.6) ? language : pick(["en", "de", "fr", "es", "pt", "en", "other"])
    const line = () => pick([", ", "\n", ", ", "\n "])
    if (where === "other")
      return pick([
        () =>
          `${digits(4)} ${invented(random)} ${digits(2)} Apt. ${digits(3)}${line()}${town()}${line()}${country()} ${digits(5)}`,
        () => `${below(9) + 1}-${below(20) + 1}-${below(20) + 1} ${family()}, ${town()}, ${digits(3)}-${digits(4)}`,
        () => `P.O. Box ${digits(4)}, ${town()}${line()}${country()}`,
        () => `ul. ${family()} ${digits(2)}, ${digits(2)}-${digits(3)} ${town()}`,
        () => `${family()} ${below(90) + 1}, ${digits(4)} ${pick(["AB", "XK", "ZW"])} ${town()}`,
        () => `${invented(random)} ${below(90) + 1}${line()}${digits(5)} ${town()}${line()}${country()}`
      ])()
    return street(where) + line() + codeAndTown(where) + (chance(0.3) ? line() + country() : "")
  }
  return { street, address }
}

function streetMaker(random: Random, { family, word }: { family: Make; word: Make }): (language: string) => string {
  const { pick, chance, below } = bound(random)
  const name = () => (chance(0.5) ? pick(STREET_NAMES).replace(/ (?:Street|Road|Avenue|Lane)$/, "") : family())
  return (where) => {
    const number = `${1 + below(220)}${chance(0.12) ? pick(["a", "b", "c", "B"]) : ""}`
    switch (where) {
      case "de":
        return `${pick([`${family()}straße`, `${family()}str.`, `${word()}weg`, `${family()}platz`, `${family()}-${family()}-Straße`, `Am ${family()}`, `Alte ${family()}gasse`, `Lange Straße`, `An der ${family()}`])} ${number}`
      case "fr":
        return `${number}${chance(0.1) ? " bis" : ""}${pick([", ", " "])}${pick(["rue", "avenue", "boulevard", "place", "chemin", "impasse", "allée", "quai"])} ${pick(["", "de la ", "du ", "des ", "de ", "d'"])}${name()}`
      case "es":
        return `${pick(["Calle", "C/", "Avenida", "Avda.", "Plaza", "Paseo", "Carrera", "Camino"])} ${pick(["", "de la ", "del ", "de "])}${name()}${pick([", ", " ", ", nº "])}${number}${chance(0.4) ? `, ${1 + below(9)}º ${pick(["A", "B", "izda.", "dcha."])}` : ""}`
      case "pt":
        return `${pick(["Rua", "Av.", "Avenida", "Travessa", "Praça", "Estrada", "Largo", "Alameda"])} ${pick(["", "da ", "do ", "das ", "dos "])}${name()}${pick([", ", " ", ", n.º "])}${number}${chance(0.4) ? pick([`, ${1 + below(9)}.º Esq.`, `, apto ${below(90) + 10}`, `, ${1 + below(9)}º Dto`, `, bloco ${pick(["A", "B"])}`]) : ""}`
      default:
        return `${chance(0.08) ? `Flat ${below(30) + 1}, ` : ""}${number} ${chance(0.1) ? `${pick(["North", "West", "Old", "Upper"])} ` : ""}${name()} ${pick(["Street", "St", "St.", "Avenue", "Ave", "Road", "Rd", "Lane", "Drive", "Close", "Court", "Crescent", "Way", "Terrace", "Boulevard", "Square"])}${chance(0.12) ? pick([` Apt. ${below(400)}`, ` Apt ${below(90)}B`, `, Suite ${below(900)}`, ` #${below(90)}`]) : ""}`
    }
  }
}

function codeAndTownMaker(random: Random, town: Make): (language: string) => string {
  const { pick, digits, chance, below } = bound(random)
  return (where) => {
    switch (where) {
      case "de":
        return `${digits(chance(0.8) ? 5 : 4)} ${town()}`
      case "fr":
        return `${digits(5)} ${town()}${chance(0.1) ? ` Cedex ${below(20)}` : ""}`
      case "es":
        return `${digits(5)} ${town()}${chance(0.2) ? ` (${town()})` : ""}`
      case "pt":
        return pick([
          `${digits(4)}-${digits(3)} ${town()}`,
          `${town()} - ${pick(["SP", "RJ", "MG", "PR"])}, ${digits(5)}-${digits(3)}`,
          `${town()}/${pick(["SP", "RJ"])}`
        ])
      default:
        return pick([
          `${town()}, ${pick(STATES)} ${digits(5)}`,
          `${town()} ${pick(POSTCODES)}`,
          `${town()}, ${pick(POSTCODES)}`,
          `${town()}, ${pick(STATES)}`,
          `${digits(5)} ${town()}`
        ])
    }
  }
}

/** Makes what consists of figures, and what a name is spelt into. */
function numberSlots(random: Random, language: string, { given, family }: Pick<NameMakers, "given" | "family">) {
  const { pick, digits, below } = bound(random)
  return {
    AGE: () => String(2 + below(90)),
    BIRTH: () => `${1 + below(28)}${pick(["/", "."])}0${1 + below(9)}${pick(["/", "."])}19${digits(2)}`,
    DATE: () =>
      pick([
        `${below(28) + 1}/${below(12) + 1}/20${digits(2)}`,
        `${below(28) + 1}.${below(12) + 1}.2025`,
        `2025-0${1 + below(9)}-1${below(10)}`,
        `${below(28) + 1} ${pick(MONTH[language] ?? MONTH["en"] ?? [])}`,
        `${pick(MONTH[language] ?? MONTH["en"] ?? [])} ${below(28) + 1}`
      ]),
    PHONE: () =>
      pick([
        "+44 20 7946 0${2}",
        "+49 30 1234${3}",
        "+1 415 555 01${2}",
        "0161 496 0${3}",
        "+33 1 70 18 ${2} ${2}"
      ]).replace(/\$\{(\d)\}/g, (_, n) => digits(Number(n))),
    EMAIL: () => `${ascii(given())}.${ascii(family())}@${pick(["example.com", "mail.example", "post.example"])}`,
    LINK: () => `https://www.${ascii(family())}.example/${ascii(given())}`,
    IBAN: () =>
      pick(["DE89 3704 0044 0532 0130 00", "FR14 2004 1010 0505 0001 3M02 606", "GB29 NWBK 6016 1331 9268 19"]),
    CARD: () => "4242 4242 4242 4242",
    IP: () => `203.0.113.${below(250)}`,
    PLATE: () =>
      pick([
        `${pick(INITIALS)}-${pick(INITIALS)}${pick(INITIALS)} ${digits(4)}`,
        `${pick(INITIALS)}${pick(INITIALS)}${digits(2)} ${pick(INITIALS)}${pick(INITIALS)}${pick(INITIALS)}`
      ]),
    DOC: () => `${pick(INITIALS)}${digits(8)}`,
    ORDER: () => pick([digits(6), `#${digits(5)}`, `AB-${digits(6)}`, digits(10)]),
    AMOUNT: () =>
      pick([`${digits(2)}.${digits(2)} €`, `$${digits(3)}.00`, `€${digits(2)}`, `${digits(3)},${digits(2)} EUR`])
  }
}

function bound(random: Random) {
  return {
    pick: random.pick.bind(random),
    digits: random.digits.bind(random),
    chance: random.chance.bind(random),
    below: random.below.bind(random)
  }
}

/** Returns a name as it is, or without its accents, as people type it on a keyboard without them. */
function plainer(name: string, random: Random): string {
  return random.chance(0.25) ? withoutAccents(name) : name
}

const ascii = (name: string) =>
  name
    .normalize("NFD")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase() || "x"

/** Makes up a name that no list contains. */
function invented(random: Random): string {
  const accents = random.chance(0.3)
  const onsets = accents ? ONSETS : ONSETS.filter((part) => /^[a-z]+$/.test(part))
  const nuclei = accents ? NUCLEI : NUCLEI.filter((part) => /^[a-z]+$/.test(part))
  const count = 1 + random.below(3)
  let name = ""
  for (let i = 0; i < count; i++)
    name += (random.chance(0.85) ? random.pick(onsets) : "") + random.pick(nuclei) + random.pick(CODAS)
  return capital(name + random.pick(ENDINGS))
}

/** Capitalises each word. */
export function capital(name: string): string {
  return name.replace(/(?<![\p{L}\p{M}'’])\p{Ll}/gu, (letter) => letter.toUpperCase())
}
const ONSETS = split(
  "b br c ch d dr dž đ f fr g gr h hl j k kr kh l m n ng nh p ph pr q r s sh sz š ś st str t th tr v w x y z zh ž ż"
)
const NUCLEI = split("a e i o u a e i o u aa ai au ei ia ie io ou á é í ó ú è ö ü ä å ø ı ã õ â ê ý")
const CODAS = ["", "", "", "", "n", "r", "s", "l", "m", "k", "ng", "t", "nd", "rt", "ć", "ğ", "ł", "nn"]
const INITIALS = [..."ABCDEFGHJKLMNPRSTVW"]
const PARTICLES = split("de da van von bin al dos van\u00a0der di del el la zu")
const COMPANY_ENDS = split(
  "Inc Inc. Ltd Ltd. GmbH LLC Group Corporation Corp SA AG PLC Holdings S.L. S.A. SARL SAS Lda. Ltda KG e.V. BV ApS Oy SpA & Co"
)
