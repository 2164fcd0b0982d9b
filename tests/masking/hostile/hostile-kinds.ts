/** Hostile text, by name: what may drive one of the finders, or the finder of names, into looking again and again. */
export const KINDS: Record<string, string | ((at: number) => string)> = {
  // Names and addresses
  "rows of capitals": "ANNA BERG LTD CORP HAMBURG ",
  "capitals without a space": "A",
  "one letter and a dot": "J. R. R. ",
  "names by the thousand, each another": (at) =>
    `${NAMES[at % 7]}${syllables(at)} ${FAMILIES[at % 5]}${syllables(at * 7)}, `,
  "capital words without an end": (at) => `${capital(syllables(at))} `,
  "house numbers": (at) => `${at % 999} Mill Road ${at % 99}, `,
  "numbers before two letters": "12 Ab ",
  "streets without a number": "Rua de ",
  "street words alone": "Street Road Lane Avenue ",
  "German streets glued": "straße",
  postcodes: "10115 Berlin LS9 7QX ",
  "floors and flats": "Flat 2, Floor 3, Unit 4, ",
  titles: "Mr. Mrs. Dr. Prof. ",
  particles: "van der de la von ",
  "my wife's wife": "my wife my wife Anna my ",
  greetings: "Dear Hello Hi Regards, ",
  "firms without a name": "GmbH & Co. KG Ltd. ",
  "dates of birth cut short": "born on 4. born on ",
  ages: "43 years old, aged 4",
  "hyphened names": "Anna-Lena-Maria-",
  apostrophes: "O'O’O'",
  "letters that look like others": "Аnnа Веrg ",
  // Numbers, addresses on the net, and what is spelled out
  "number words": "plus four nine one seven ",
  "at and dot": "at dot ",
  "names at and dot": "anna at post dot ",
  "digits with dots": "1.23.456.",
  "digits with every separator": "1-2.3/4 5(6)",
  "cards cut short": "4111 1111 1111 ",
  "IBANs cut short": "DE89 3704 GB82 ",
  "addresses of IPv6": "2001:db8:",
  "IP addresses cut short": "203.0.113.",
  "URLs in URLs": "https://a.example/?u=https://",
  "percent signs in percent signs": "%2525",
  "query of addresses": "a@b.example&to=",
  "e-mail with dots": "a.b.c.d.",
  "long hex": (at) => ((at * 2654435761) % 4294967296).toString(16),
  "wallets cut short": "bc1qpzry9x8gf2tvdw0s3jn54khce6mua7l ",
  "ones without an end": "a1a1a1a1q1",
  coordinates: "51.50735, -0.12776 48.8584° N 40°26'46\" ",
  "degrees alone": "40°26'",
  "plus codes": "9C3XGV4C+XM GV4C+",
  "three words without an end": "///filled.count.",
  "hardware addresses": "3C:22:FB:9A:01:7E:",
  "serial numbers": "serial number S/N 4CE0-",
  underscores: "anna_berg_",
  "spaced dots": "anna at post . co . ",
  "units before": "Unit 7, Dock 3, B-204, ",
  "roles and goods": "the Senior Buyer sneakers Mark III, ",
  "keys that begin": "-----BEGIN RSA PRIVATE KEY-----\n",
  "password: password:": "password: password: ",
  "codes in a row": "PIN code 1234, code ",
  // Placeholders and marks
  "like placeholders": "[PERSON_1] (address_2) ",
  "placeholders torn": "[PERSON_1 \\[CARD\\_ 【EMAIL ",
  "brackets within brackets": "[[[(((",
  "blanks that don't close": "[[a b c ",
  "nested quotes": "\"'“„«",
  "quoted lines": "> > > ",
  "quoted headers": "From: Anna Berg <a@b.example>\nTo: ",
  Markdown: "**_`~~",
  // Letters
  "one long word": "donaudampfschiff",
  "one-character lines": "a\n",
  "lines of one capital": "A\n",
  "empty lines": "\r\n",
  "tabs and odd spaces": "\t\u00a0\u3000",
  "combining marks": "a\u0301\u0301\u0301",
  "marks alone": "\u0301",
  emoji: "👩‍👩‍👧‍👦🇩🇪",
  "skin tones and variants": "👍🏽️",
  "right to left": "שלום محمد ",
  "controls of direction": "a\u202eb\u2066",
  "invisible between letters": "A\u200bn\u200dn\u2060a ",
  "Japanese runs": "東京都渋谷区佐藤美咲様",
  hiragana: "ありがとうございます",
  "katakana names": "アンナ・ベルク・",
  "kanji numbers": "一二三四丁目",
  "Japanese particles": "のはがをにでと",
  Hangul: "김민준님 ",
  "Thai without spaces": "สวัสดีครับ",
  "full-width everything": "Ａｎｎａ１２３＠",
  "surrogates cut in half": "\ud83d",
  "mathematical letters": "𝐀𝐧𝐧𝐚 𝟏𝟐",
  "zero characters": "\u0000\u0001"
}

/** Repeats a piece up to this many characters. */
export function textOf(kind: string | ((at: number) => string), length: number): string {
  if (typeof kind === "string") return kind.repeat(Math.ceil(length / kind.length)).slice(0, length)
  const parts: string[] = []
  for (let at = 0, so = 0; so < length; at++) {
    const part = kind(at)
    parts.push(part)
    so += part.length
  }
  return parts.join("").slice(0, length)
}

const NAMES = ["Anna", "Liam", "Nadia", "Jürgen", "Chidi", "Mei", "Zoë"]
const FAMILIES = ["Berg", "O’Hara", "Kowal", "van der ", "Mac"]
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** Returns a different word for each number. */
function syllables(number: number): string {
  let word = ""
  for (let rest = number; rest > 0; rest = Math.floor(rest / 20))
    word += "bcdfglmnrt".charAt(rest % 10) + "ae".charAt(Math.floor(rest / 10) % 2)
  return word
}
