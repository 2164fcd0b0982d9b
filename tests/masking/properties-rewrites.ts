import fc from "fast-check"
import { BLANK_WORDS, type MaskEntry, type MaskTable, type MaskType } from "../../src/masking/index.ts"
import { MASK_TYPES } from "../../src/masking/basis/placeholder-table.ts"
import { shown } from "./properties-parts.ts"

/** How a model wrote one placeholder, and what an agent must read there for a value. */
export interface Written {
  text: string
  reads: (value: string) => string
}

const around = (...pairs: [before: string, after: string][]) =>
  pairs.map(
    ([before, after]) =>
      (placeholder: string): Written => ({
        text: before + placeholder + after,
        reads: (value) => before + value + after
      })
  )
const spelled = (...forms: ((placeholder: string) => string)[]) =>
  forms.map(
    (form) =>
      (placeholder: string): Written => ({ text: form(placeholder), reads: (value) => value })
  )
const inner = (placeholder: string) => placeholder.slice(1, -1)
const fullWidth = (text: string) => text.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
const title = (text: string) => text.charAt(0) + text.charAt(1) + text.slice(2).toLowerCase()

/** The fourteen things that models do to a placeholder; each in the forms that were seen. */
export const REWRITES: Record<string, ((placeholder: string) => Written)[]> = {
  "a possessive": [
    ...around(["", "'s"], ["", "’s"]),
    ...["'s", "’s"].map(
      (s) =>
        (placeholder: string): Written => ({ text: `[${inner(placeholder)}${s}]`, reads: (value) => value + s })
    )
  ],
  "a German genitive s": around(["", "s"]),
  "a suffix of another language": around(
    ["", "さん"],
    ["", "様の"],
    ["", "님이"],
    ["", "-nek"],
    ["", "hoz"],
    ["", "'nin"],
    ["", "ın"]
  ),
  bold: [...around(["**", "**"], ["__", "__"]), ...spelled((p) => `[**${inner(p)}**]`)],
  italics: [...around(["*", "*"], ["_", "_"]), ...spelled((p) => `[*${inner(p)}*]`)],
  "quotes or backticks": around(['"', '"'], ["“", "”"], ["„", "“"], ["« ", " »"], ["「", "」"], ["'", "'"], ["`", "`"]),
  "lower case": spelled((p) => p.toLowerCase(), title),
  "a space for the underscore": spelled(
    (p) => p.replace("_", " "),
    (p) => p.replace("_", "\u00a0"),
    (p) => title(p).replace("_", " "),
    (p) => `[ ${inner(p)} ]`
  ),
  "a hyphen for the underscore": spelled(
    (p) => p.replace("_", "-"),
    (p) => p.replace("_", "\u2011"),
    (p) => p.replace("_", "–")
  ),
  "an escaped underscore": spelled(
    (p) => p.replace("_", "\\_"),
    (p) => `\\[${inner(p).replace("_", "\\_")}\\]`,
    (p) => `\\[${inner(p).replace("_", "\\_")}]`,
    (p) => `&#91;${inner(p).replace("_", "&lowbar;")}&rbrack;`
  ),
  "full-width brackets": spelled(
    (p) => `［${inner(p)}］`,
    (p) => `［${inner(p).replace("_", "＿")}］`,
    (p) => `［${fullWidth(inner(p))}］`
  ),
  "lenticular brackets": spelled(
    (p) => `【${inner(p)}】`,
    (p) => `〔${inner(p)}〕`,
    (p) => `【${inner(p).replace("_", " ")}】`
  ),
  "round brackets, or none": spelled(
    (p) => `(${inner(p)})`,
    (p) => `（${inner(p)}）`,
    (p) => `(${inner(p).toLowerCase()})`,
    (p) => `(${inner(title(p))})`,
    (p) => inner(p),
    (p) => inner(p).replace("_", "\\_")
  ),
  "full-width digits": spelled(
    (p) => fullWidth(p),
    (p) => fullWidth(p).replace("_", " ")
  )
}

const asIs = (placeholder: string): Written => ({ text: placeholder, reads: (value) => value })
const each = Object.values(REWRITES).flat()
const [inBrackets, outside] = [
  each.filter((write) => /^(?:\\\[|[[［【〔])/.test(write("[ID_7]").text)),
  each.filter((write) => write("[ID_7]").text.includes("[ID_7]"))
]
/** One of them, or something around what stands in brackets: `**【person 1】**’s`. */
export const rewrite = fc.oneof(
  fc.constantFrom(asIs, ...each),
  fc
    .tuple(fc.constantFrom(...inBrackets), fc.constantFrom(...outside))
    .map(([write, set]) => (placeholder: string): Written => {
      const [spelling, setting] = [write(placeholder), set("[ID_7]")]
      return {
        text: setting.text.replace("[ID_7]", () => spelling.text),
        reads: (value) => setting.reads(spelling.reads(value))
      }
    })
)
const type = fc.constantFrom(...MASK_TYPES)
const ALPHABET = [..."0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"]
/** Long enough that no five characters of two of them are the same by chance; no placeholder, no blank. */
const value = fc
  .tuple(
    fc.array(fc.constantFrom(...ALPHABET), { minLength: 12, maxLength: 16 }),
    fc.constantFrom("", " ", "-", ".", "😀")
  )
  .map(([letters, by]) => letters.join("").replace(/.{4}(?=.)/g, `$&${by}`))
const entry = fc.record({
  type,
  n: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 999_999 })),
  value,
  internal: fc.boolean()
})
/** Lower case only, so that none of it can be a value's. */
const words = fc.constantFrom(
  "Dear ",
  " and ",
  ", ",
  ".\n",
  " (see) ",
  " の、",
  "は",
  " 😀 ",
  "your card ",
  " \\ ",
  " * "
)

export interface Answer {
  text: string
  table: MaskTable
  /** What an agent must read. */
  reads: string
}

/** A model's answer over some table: its placeholders in every way of writing, and such as it made up. */
export const wellFormed = fc
  .record({
    entries: fc.uniqueArray(entry, { minLength: 1, maxLength: 5, selector: (one) => `${one.type}_${one.n}` }),
    said: fc.array(fc.tuple(words, fc.nat(9), rewrite, type, words), { minLength: 1, maxLength: 8 })
  })
  .map(({ entries, said }): Answer => {
    const all = entries.map(
      ({ type, n, value, internal }): MaskEntry => ({
        placeholder: `[${type}_${n}]`,
        type,
        value,
        ...(internal ? { internal } : {})
      })
    )
    let [text, reads] = ["", ""]
    for (const [before, at, write, other, after] of said) {
      // Numbers of a million and more are in no table.
      const known = all[at]
      const placeholder = known?.placeholder ?? `[${other}_${999_000 + at}]`
      const written = write(placeholder)
      const back = known ? shown(known) : madeUp(all, other, placeholder)
      text += before + written.text + after
      reads += before + written.reads(back) + after
    }
    return { text, table: { entries: all }, reads }
  })

function madeUp(all: MaskEntry[], type: MaskType, placeholder: string): string {
  const known = all.find((one) => one.placeholder === placeholder)
  return known ? shown(known) : `[[${BLANK_WORDS.unknown[type]}]]`
}

const TABLE: MaskTable = {
  entries: [
    { placeholder: "[PERSON_1]", type: "PERSON", value: "Anna 😀" },
    { placeholder: "[LIT_1]", type: "LIT", value: "[PERSON_1]" },
    { placeholder: "[CARD_1]", type: "CARD", value: "4242 4242 4242 4242" },
    { placeholder: "[ADDRESS_2]", type: "ADDRESS", value: "14 Pottery Row" },
    { placeholder: "[SECRET_12]", type: "SECRET", value: "hunter2" }
  ]
}
const piece = fc.constantFrom(
  "[PERSON_1]",
  "PERSON_1",
  "[person 1]",
  "\\[CARD\\_1\\]",
  "(SECRET_12)",
  "【LIT_1】",
  "[IP_9]",
  "[PERSON_1’s]",
  "(address_2)",
  "[ **PERSON_1** ]",
  "[",
  "]",
  "[[",
  "\\",
  "\\[",
  "(",
  ")",
  "【",
  "］",
  "PERSON",
  "address",
  "_",
  "1",
  "１",
  " ",
  "x",
  "s",
  "*",
  "😀",
  "𝟏",
  "é",
  "は"
)
const noise = fc
  .array(fc.oneof({ weight: 3, arbitrary: piece }, fc.string({ unit: "binary", maxLength: 3 })), { maxLength: 40 })
  .map((parts) => ({ text: parts.join(""), table: TABLE }))
/** Answers with anything between, cut or torn. */
export const answer = fc.oneof(
  noise,
  wellFormed.map(({ text, table }) => ({ text, table }))
)
