import { allLocales } from "@faker-js/faker"
import ownNames from "./own-names.json" with { type: "json" }

/**
 * Names and places of many countries: the lists of @faker-js/faker (MIT), those in other scripts also in Latin letters,
 * and a few of this project's own.
 */
export interface Origin {
  given: readonly string[]
  family: readonly string[]
  /** The family name comes first. */
  familyFirst?: boolean
}

const LETTERS: Record<string, string> = Object.fromEntries(
  "а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya і:i ї:yi є:ye ґ:g ђ:dj ј:j љ:lj њ:nj ћ:c џ:dz ќ:kj ѓ:gj ѕ:dz α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o"
    .split(" ")
    .map((pair) => [pair.slice(0, 1), pair.slice(2)])
)

export const ORIGINS: readonly Origin[] = [...fromFaker(), ...ownOrigins()]

export const TOWNS: readonly string[] = unique(
  Object.values(allLocales)
    .flatMap((locale) => flat(locale.location?.city_name))
    .flatMap(latin)
)
export const STREET_NAMES: readonly string[] = unique(
  Object.values(allLocales)
    .flatMap((locale) => flat(locale.location?.street_name))
    .flatMap(latin)
).filter((name) => /^\p{Lu}/u.test(name))

function fromFaker(): Origin[] {
  return Object.entries(allLocales).flatMap(([code, { person }]) => {
    const given = unique(flat(person?.first_name).flatMap(latin))
    const family = unique(flat(person?.last_name).flatMap(latin))
    return given.length > 15 && family.length > 15 ? [{ given, family, familyFirst: /^hu|^vi/.test(code) }] : []
  })
}

/**
 * Returns romanised names of languages that faker has only in their own script, and English names that are also words.
 */
function ownOrigins(): Origin[] {
  return ownNames.map(({ family, given, ...order }) => ({
    family: family.split(" "),
    given: given.split(" "),
    ...order
  }))
}

function flat(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((one) => typeof one === "string")
  return value && typeof value === "object" ? Object.values(value).flatMap(flat) : []
}

/**
 * Returns a name as it is if it is in Latin letters. Cyrillic and Greek are transliterated letter by letter, and other
 * scripts are left out.
 */
function latin(name: string): string[] {
  const trimmed = name.trim()
  if (/^[\p{Script=Latin}\p{M} '’.-]+$/u.test(trimmed)) return [trimmed]
  if (!/^[\p{Script=Cyrillic}\p{Script=Greek}\p{M} '’.-]+$/u.test(trimmed)) return []
  const letters = [...trimmed.normalize("NFC").replace(/\p{M}/gu, "")].map((letter) => {
    const low = letter.toLowerCase()
    const out = LETTERS[low] ?? LETTERS[low.normalize("NFD").charAt(0)] ?? low
    return letter === low ? out : out.charAt(0).toUpperCase() + out.slice(1)
  })
  const written = letters.join("")
  return /^[\p{Script=Latin} '’.-]{2,}$/u.test(written) ? [written] : []
}

function unique(list: string[]): string[] {
  return [...new Set(list)]
}
