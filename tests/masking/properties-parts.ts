import fc from "fast-check"
import { BLANK_WORDS, type MaskEntry, type MaskType } from "../../src/masking/index.ts"

/** 100,000 cases of each property in the soak; in `npm test` a sample that is the same each time. */
export const runs = (sample: number) => ({
  seed: 20261121,
  numRuns: process.env["REPLYWRIGHT_SOAK"] ? 100_000 : sample
})
/** Milliseconds. The soak's counts take minutes. */
export const LIMIT = 1_200_000

export const KNOWN = [{ name: "Anna-Lena O’Hara", email: "al.ohara77@post.example" }, { name: "佐藤 美咲" }]

/** Words of a ticket in which masking finds a value of each kind. */
export const PHRASES: Record<MaskType, readonly string[]> = {
  PERSON: ["Anna-Lena O’Hara", "LENA", "o'hara", "佐藤", "美咲", "my wife Nadia Kowalczyk", "regards, Jürgen Krüger"],
  EMAIL: ["x.y@post.example", "al.ohara77@post.example", "Ada.Byrne+tag@mail.example"],
  PHONE: ["+44 117 496 0321", "call 030 2312 5118"],
  IBAN: ["DE89 3704 0044 0532 0130 00", "GB82WEST12345698765432"],
  CARD: ["4242 4242 4242 4242", "5555555555554444"],
  IP: ["203.0.113.7", "2001:db8::1"],
  GOV: ["SSN 536-22-1234", "passport number is C01X00T47", "PAN ABCPE1234F"],
  SECRET: ["password: hunter2-x9", "PIN 471193", "alarm word 'marmalade'"],
  LINK: ["https://a.example/u/liam?x=kowalski", "https://shop.example/r?token=9f8e7d6c5b4a"],
  LIT: [
    "[PERSON_1]",
    "[[what]]",
    "【email 2】",
    "PHONE_3",
    "\\[SECRET\\_1\\]",
    "(address_4)",
    "［ＩＤ_1］",
    "[card-１２]"
  ],
  ADDRESS: [
    "I live at 14 Pottery Row, Flat 2, Leeds LS9 7QX.",
    "Hauptstraße 12, 10115 Berlin",
    "at 51.50735, -0.12776",
    "///filled.count.soap",
    "9C3XGV4C+XM"
  ],
  PLACE: ["I moved from Leeds to Utrecht last year"],
  ORG: ["I work at Hansen Logistics GmbH.", "株式会社青空商事の佐藤です"],
  BIRTH: ["born on 04.05.1961", "my date of birth is 4 May 1961"],
  AGE: ["I am 43 years old", "aged 43"],
  VEHICLE: ["number plate KX19 ABC", "VIN 1HGCM82633A004352"],
  ACCOUNT: ["my bank account number is 12345678", "sort code 20-00-00", "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq"],
  ID: [
    "member ID: QX-448812",
    "my customer number is 8831204",
    "IMEI 356938035643809",
    "MAC 3C:22:FB:9A:01:7E",
    "serial number 4CE0460D0G",
    "my handle is kit_the_fox"
  ]
}

const fact = fc.constantFrom("LL-48077", "order 4807712345", "€1,299.00", "18 November", "the parcel")
const glue = fc.constantFrom(
  " ",
  " ",
  "\n",
  ", ",
  ". ",
  "[",
  "]",
  "[[",
  "]]",
  "(",
  ")",
  "\\",
  "_",
  "'s ",
  "\u200b",
  "\u00a0",
  "**",
  '"',
  "は",
  "1",
  "/",
  "@",
  "PERSON_",
  "[IP",
  "a ",
  "😀",
  "．",
  "e\u0301",
  "\u202e",
  ""
)
const phrase = fc.constantFrom(...Object.values(PHRASES).flat())

/** A few pieces of a ticket, glued by what may be taken for a part of a value or of a placeholder. */
export const ticketText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: phrase },
      fact,
      { weight: 4, arbitrary: glue },
      fc.string({ unit: "binary", maxLength: 3 })
    ),
    { maxLength: 8 }
  )
  .map((parts) => parts.join(""))
/** Pieces that are set apart as people set them. */
export const plainText = fc
  .array(fc.tuple(phrase, fc.constantFrom(" ", "\n", ", ", " (", ") ", " **", ": ", " は ")), { maxLength: 4 })
  .map((parts) => parts.flat().join(""))

/** What an agent reads where an answer has this placeholder; said here once more, in words of its own. */
export function shown({ type, value, internal }: Omit<MaskEntry, "placeholder">): string {
  if (internal) return `[[${BLANK_WORDS.internal}]]`
  switch (type) {
    case "SECRET":
      return `[[${BLANK_WORDS.secret}]]`
    case "GOV":
      return `[[${BLANK_WORDS.government}]]`
    case "CARD":
    case "IBAN":
    case "ACCOUNT":
      return `•••• ${(value.normalize("NFKC").match(/[\p{L}\p{N}]/gu) ?? []).slice(-4).join("")}`
    default:
      return value
  }
}
