/** The letters of each language besides a to z, or all letters if several languages share its script. */
const ALPHABETS: Readonly<Record<string, string>> = {
  en: "",
  ms: "",
  de: "äöüß",
  fr: "àâæçéèêëîïôœùûüÿ",
  es: "áéíñóúü",
  pt: "áâãàçéêíóôõúü",
  it: "àèéìíîòóùú",
  nl: "éèëïóöü",
  ca: "àçéèíïóòúü",
  eu: "ñü",
  ro: "ăâîșțşţ",
  tr: "çğıöşüâîû\u0307",
  az: "çəğıöşü\u0307",
  sq: "çë",
  ku: "çêîşû",
  tl: "ñ",
  vi: "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ",
  yo: "ẹọṣàáèéìíòóùúńǹ\u0301\u0300\u0323",
  pl: "ąćęłńóśźż",
  cs: "áčďéěíňóřšťúůýž",
  sk: "áäčďéíĺľňóôŕšťúýž",
  hr: "čćđšž",
  sl: "čšž",
  hu: "áéíóöőúüű",
  sv: "åäöé",
  fi: "äöå",
  da: "æøåé",
  no: "æøåéò",
  is: "áðéíóúýþæö",
  et: "äöõüšž",
  lv: "āčēģīķļņšūž",
  lt: "ąčęėįšųūž",
  ru: "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
  uk: "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
  bg: "абвгдежзийклмнопрстуфхцчшщъьюя",
  sr: "абвгдђежзијклљмнњопрстћуфхцчџш",
  be: "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
  ar: "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي",
  fa: "ءآأؤئابةتثجحخدذرزسشصضطظعغفقلمنهوپچژکگی",
  ur: "ءآأؤئابتثجحخدذرزسشصضطظعغفقلمنوٹپچڈڑژکگںھہۂۃیےۓ"
}

const SETS = new Map(Object.entries(ALPHABETS).map(([language, letters]) => [language, new Set(letters)]))

/**
 * Returns the share of a text's letters that each language lacks, from 0 to 1. A name brings some of them ("Beyoncé" in
 * English), and a text has few. Languages that aren't listed lack none.
 * @param text in lower case, composed
 */
export function missingLetterShares(text: string): ReadonlyMap<string, number> {
  const letters = text.match(/\p{L}/gu) ?? []
  const telling = text.match(/(?![a-z])[\p{L}\u0307]/gu) ?? []
  return new Map(
    [...SETS].map(([language, own]) => [
      language,
      telling.filter((letter) => !own.has(letter)).length / Math.max(1, letters.length)
    ])
  )
}
