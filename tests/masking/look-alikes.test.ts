import { expect, test } from "vitest"
import { maskText } from "../../src/masking/index.ts"
import { latinLike, unmixed } from "../../src/masking/basis/look-alikes.ts"
import { NO_RULES } from "../../src/masking/basis/masking-rules.ts"
import { EMPTY, masked } from "./tickets.ts"

/** Nearly only what is known. */
const BALANCED = { rules: { ...NO_RULES, mode: "balanced" } } as const
const of = (names: string[], text: string) =>
  maskText(
    text,
    EMPTY,
    names.map((name) => ({ name })),
    BALANCED
  ).text

test.each([
  ["Аnna", "Anna"],
  ["ΑNNA", "ANNA"],
  ["Kоwаlskа", "Kowalska"],
  ["Антoн", "Антон"],
  ["Γιώργoς", "Γιώργος"],
  ["Annaж", "Annaж"],
  ["Anna", "Anna"],
  ["Анна", "Анна"],
  ["iPhoneж", "iPhoneж"]
])("%s is read as %s", (word, expected) => {
  expect(unmixed(word)).toBe(expected)
  expect(unmixed(word)).toHaveLength(word.length)
})

test("only a word wholly of look-alikes has a Latin form", () => {
  expect(latinLike("Ріа")).toBe("Pia")
  expect(latinLike("Ольга")).toBeUndefined()
  expect(latinLike("Pia")).toBeUndefined()
})

test.each([
  ["Anna Berg", "it is Аnnа Вerg, ask ΑΝΝΑ", "it is [PERSON_1], ask [PERSON_2]"],
  ["Pia Roth", "ask Ріа", "ask [PERSON_1]"],
  ["Аnna Berg", "ask Anna", "ask [PERSON_1]"],
  ["Тамара Осипова", "Oсипова и ТАМАРА", "[PERSON_1] и [PERSON_2]"],
  ["Anna Berg", "A\u200bn\u00adn\u3164a and B\u{e0101}erg", "[PERSON_1] and [PERSON_2]"],
  ["Anna Berg", "Annaʼs lamp, ANNAS Lampe, bergs lamp", "[PERSON_1]ʼs lamp, [PERSON_2]S Lampe, [PERSON_3]s lamp"],
  ["Wade McAllister", "invoiceWadeMcAllister.pdf, mcallister", "[PERSON_1].pdf, [PERSON_2]"],
  ["Jürgen Lüders", "J%FCrgen.pdf and by %2CLueders", "[PERSON_1].pdf and by [PERSON_2]"],
  ["Joerg Mueller", "Jörg Müller und Mullers Haus", "[PERSON_1] und [PERSON_2]s Haus"],
  ["김민준", "김민준.pdf".normalize("NFD"), "[PERSON_1].pdf"],
  ["محمد علي", "محـمد", "[PERSON_1]"]
])("of %s it finds: %s", (name, text, expected) => {
  const anyNumber = (one: string) => one.replace(/_\d+\]/g, "]")
  expect(anyNumber(of([name], text))).toBe(anyNumber(expected))
})

test("look-alike letters hide no name that nobody told us of, and no address", () => {
  expect(masked("Hi, I am Аnnа Kоwаlskа and I write from аnnа@post.example.")).toBe(
    "Hi, I am [PERSON_1] and I write from [EMAIL_1]."
  )
})

test("a secret with an invisible character in it is found where it stands without", () => {
  const first = maskText("password: kes\u200btrel-4417", EMPTY, [])
  expect(maskText("try kestrel-4417", first.table, []).text).not.toContain("kestrel")
})
