import { readFileSync } from "node:fs"
import { join } from "node:path"
import * as z from "zod/mini"
import { root } from "../../house/files.ts"
import type { Chance } from "./random.ts"
import { withoutMarks } from "./spelling.ts"

export interface Identity {
  name: string
  email: string
  phone: string
  iban: string
  card: string
}

const line = z.object({ name: z.string(), origin: z.string(), part: z.string() })
const all = readFileSync(join(root, "data/mask-names/names.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((each) => line.parse(JSON.parse(each)))
const LATIN = all.filter(({ part }) => part === "dev").map(({ name }) => name)
/** How many origins they are of. */
export const ORIGINS = new Set(all.map(({ origin }) => origin)).size

/** Scripts that the list has none of, each with a mailbox as its bearers have it. */
const OTHERS = new Map([
  ["佐藤 美咲", "misaki sato"],
  ["高橋 健太郎", "kentaro takahashi"],
  ["山田太郎", "taro yamada"],
  ["タナカ ユミ", "yumi tanaka"],
  ["小林　さくら", "sakura kobayashi"],
  ["김민준", "minjun kim"],
  ["이서연", "seoyeon yi"],
  ["박 지훈", "jihoon park"],
  ["최유진", "yujin choe"],
  ["张伟强", "weiqiang zhang"],
  ["محمد العلي", "mohammed alali"],
  ["فاطمة الزهراء", "fatima zahra"],
  ["نور حداد", "nour haddad"],
  ["کاوه نیک‌پور", "kaveh nikpour"],
  ["Анастасия Петрунина", "anastasia petrunina"],
  ["Сергей Ковалёв", "sergej kovalev"],
  ["Ольга Тимошенко", "olga timoschenko"],
  ["Йордан Христов", "yordan hristov"],
  ["Γιώργος Παπαδόπουλος", "giorgos papadopoulos"],
  ["Ελένη Κωνσταντίνου", "eleni konstantinou"],
  ["Μαρία Αθανασίου", "maria athanasiou"],
  ["สมชาย ใจดี", "somchai jaidee"],
  ["กมลชนก ศรีสุวรรณ", "kamonchanok srisuwan"]
])

/** Somebody invented, with everything that a ticket may tell of them. */
export function identity(chance: Chance): Identity {
  const name = chance.oneIn(8) ? chance.pick([...OTHERS.keys()]) : chance.pick(LATIN)
  return {
    name,
    email: emailOf(OTHERS.get(name) ?? name, chance),
    phone: phone(chance),
    iban: iban(chance),
    card: card(chance)
  }
}

function emailOf(name: string, chance: Chance): string {
  const words = withoutMarks(name)
    .replace(/[^\p{L} ]/gu, "")
    .toLowerCase()
    .split(/\s+/)
  const last = words.at(-1) ?? ""
  const local = chance.pick([
    words.join("."),
    words.join(""),
    words.join("_"),
    `${words[0]?.charAt(0)}.${last}`,
    `${last}${chance.number(90) + 10}`,
    `${last}-${words[0]}`
  ])
  return `${local}@${chance.pick(["post.example", "mail.example", "firma-web.example", "gmail.com", "web.de"])}`
}

const digits = (count: number, chance: Chance) => Array.from({ length: count }, () => chance.number(10)).join("")

/** Of ranges that nobody has, or that are for plays; with the country's code. */
function phone(chance: Chance): string {
  return (
    chance.pick([
      "+44117496",
      "+44770090",
      "+49302312",
      "+4915155",
      "+33199001",
      "+34910555",
      "+35121055",
      "+1212555",
      "+81312345",
      "+82255501"
    ]) + String(1000 + chance.number(9000))
  )
}

/** With a right check sum. */
function iban(chance: Chance): string {
  const [country, bban] = chance.pick([
    ["DE", digits(18, chance)],
    ["GB", `BUKB${digits(14, chance)}`],
    ["FR", `${digits(23, chance)}`],
    ["ES", digits(20, chance)],
    ["NL", `ABNA${digits(10, chance)}`],
    ["PT", digits(21, chance)],
    ["AT", digits(16, chance)]
  ] as const)
  const number = [...`${bban}${country}00`].map((letter) => Number.parseInt(letter, 36)).join("")
  return `${country}${String(98n - (BigInt(number) % 97n)).padStart(2, "0")}${bban}`
}

/** With a right check digit. */
function card(chance: Chance): string {
  const [head, length] = chance.pick([
    ["4", 16],
    ["51", 16],
    ["55", 16],
    ["2221", 16],
    ["37", 15],
    ["6011", 16]
  ] as const)
  const body = head + digits(length - head.length - 1, chance)
  const sum = [...body]
    .reverse()
    .reduce(
      (total, digit, i) => total + (i % 2 ? Number(digit) : ([0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(digit)] ?? 0)),
      0
    )
  return body + String((10 - (sum % 10)) % 10)
}
