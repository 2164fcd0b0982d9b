import { CONTACT, isRole } from "./signature-words.ts"

/**
 * Returns whether a line is a person's name and nothing else, as people sign with it. `signed` means that it stands
 * below a farewell, where a lower-case letter is accepted too.
 */
export function isBareName(line: string, signed = false): boolean {
  if (line.length > MAX_LINE) return false
  const text = line
    .replace(/^[-–—~/*_\s]+|(?<![*_\s,.!])[*_\s,.!]+$/g, "")
    .replace(/\s*(?:<3|♥|❤️?|:-?\)|;-?\)|🙂|😊|\sx{1,3})$/u, "")
  if (
    text.length === 0 ||
    (!signed && /^\p{Script=Latin}$/u.test(text)) ||
    text.length > 45 ||
    CONTACT.test(text) ||
    isRole(text)
  )
    return false
  return (
    LATIN_NAME.test(text) ||
    JAPANESE_NAME.test(text) ||
    (signed && SMALL_NAME.test(text) && !/[.!,]$/.test(line.trim().replace(/ \p{L}\.$/u, "")))
  )
}

/** In characters, with what stands around the name. */
const MAX_LINE = 200

const TITLE =
  "(?:(?:Dr|Prof|Mr|Mrs|Ms|Mx|Miss|Sir|Lady|Herr|Frau|Fr|Hr|Dipl|Ing|Mag|Fam|Mme|Mlle|M|Me|Sr|Sra|Srta|Don|Doña|Dona|Seu|Lic|Dra|Arq|Eng)\\.?(?:-Ing\\.)? )"
const OWN =
  "(?:(?:Your|Yours|Ihre?|Deine?|Eure?|Euer|Votre|Vos|Ton|Ta|Su|Tu|Familie|Family|Famille|Familia|Família|The|Die|Der|gez\\.) )"
const WORD = "(?:\\p{Lu}[\\p{L}\\p{M}'’.-]*|[dDlL]['’]\\p{Lu}[\\p{L}'’-]*)"
const PARTICLE =
  "(?:(?:de|da|do|dos|das|del|della|di|du|des|la|le|\\+|van|von|zu|vom|der|den|ter|ten|bin|al|el|y|e|und|and|et|&|af|av) )"
const LATIN_NAME = new RegExp(
  `^${OWN}?${TITLE}{0,2}${WORD}(?: (?:${PARTICLE}{0,3}${WORD})){0,4}(?: (?:jr|sr|II|III)\\.?)?(?: \\(\\p{L}[\\p{L} .-]{0,25}\\))?$`,
  "u"
)
const SMALL_NAME = /^\p{L}[\p{L}\p{M}'’.-]{0,20}(?: (?:&|and|und|et|y|e)? ?\p{L}[\p{L}'’-]{0,20})?$/u

/** Matches Han alone, or kana with a space in it, but nothing that ends like a sentence. */
const JAPANESE_NAME =
  /^(?:[（(]?(?:[\p{Script=Han}々ヶケ]{1,5}(?:[ 　][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー]{1,6})?|[\p{Script=Hiragana}]{2,6}[ 　]\p{Script=Hiragana}{2,6}|[\p{Script=Katakana}ー]{2,8}(?:[ 　・=＝][\p{Script=Katakana}ー]{2,8})?)(?:より|拝|です)?[）)]?)$/u
