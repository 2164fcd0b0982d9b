import fc from "fast-check"
import { stringify } from "csv-stringify/sync"
import { describe, expect, test } from "vitest"
import { encodeAs } from "./encode.ts"
import { documents, failures, fileOf, itemsOf } from "./read.ts"
import { documentsOf } from "../../../src/ingest/formats/read-documents.ts"

const short = async (path: string, content: string | Uint8Array) =>
  (await documents(path, content)).map(({ title, body }) => [title, body])
const WANTED =
  "Name its columns question and answer, or title and body (also: id, url, locale, visibility, kind, groups, changed, product; German, French, Spanish, Portuguese and Japanese names are understood, too)."

test("every column that is known comes into the document", async () => {
  const [document] = await documents(
    "faq.csv",
    `Article ID,Title,Body,URL,Language,Visibility,Type,Groups,Updated at,Product
77,Returns,"You may return it, within 30 days.",https://help.example/77,pt_br,Internal,policy,"leads; agents",2026-09-03 10:15:00,Kettle`
  )
  expect(document).toEqual({
    id: "faq.csv#77",
    path: "faq.csv, row 2",
    title: "Returns",
    body: "You may return it, within 30 days.",
    url: "https://help.example/77",
    locale: "pt-BR",
    visibility: "internal",
    kind: "policy",
    groups: ["leads", "agents"],
    changed: "2026-09-03",
    product: "Kettle"
  })
})

describe.each([
  ["en", "Question,Answer"],
  ["de", "Frage;Antwort"],
  ["de", "Kundenfrage;Unsere Antwort"],
  ["fr", "Question;Réponse"],
  ["es", "Pregunta;Respuesta"],
  ["pt", "Pergunta;Resposta"],
  ["ja", "質問,回答"],
  ["en", "Subject\tContent"],
  ["de", "Überschrift;Inhalt"],
  ["fr", "Titre;Contenu"],
  ["es", "Título;Texto"],
  ["pt", "Título;Conteúdo"],
  ["ja", "タイトル,本文"],
  ["en", "Canned reply title|Canned reply text"]
])("%s: %s", (_, head) => {
  test("is understood", async () => {
    const mark = /[,;\t|]/.exec(head)?.[0] ?? ","
    expect(await short("t.csv", `\uFEFF${head}\r\nWie lange?${mark}Zwei Tage.\r\n`)).toEqual([
      ["Wie lange?", "Zwei Tage."]
    ])
  })
})

test("texts with commas, quotes and line breaks stay whole; a spreadsheet's sep= line is none of them", async () => {
  expect(
    await short(
      "t.csv",
      'sep=;\r\nquestion;answer\r\n"Which, and ""why""?";"First, this;\r\nthen that."\r\n\r\nNext?;"2"" wide, yes"\r\n'
    )
  ).toEqual([
    ['Which, and "why"?', "First, this;\nthen that."],
    ["Next?", '2" wide, yes']
  ])
  // The sign for an inch isn't a quote.
  expect(await short("t.csv", 'question,answer\nHow wide?,It is 12" wide\nHow high?,It is 9" high\n')).toEqual([
    ["How wide?", 'It is 12" wide'],
    ["How high?", 'It is 9" high']
  ])
})

test("two columns of text without names are questions and answers, a number beside them is none", async () => {
  const rows = [
    ["How do I pay?", "By card, or on account."],
    ["Do you ship to Malta?", "Yes, in nine days."],
    ["Where is my parcel?", "Look at the link in the mail."]
  ]
  expect(await short("t.csv", stringify(rows))).toEqual(rows)
  expect(await short("t.csv", stringify(rows.map((row, at) => [at + 1, ...row])))).toEqual(rows)
  expect(await short("t.tsv", stringify(rows, { delimiter: "\t" }))).toEqual(rows)
  expect(
    await short(
      "t.csv",
      stringify([
        ["返品できますか", "三十日以内にできます。"],
        ["送料はいくらですか", "五百円です。"]
      ])
    )
  ).toHaveLength(2)
})

test.each(["windows-1252", "utf-16le"])("old encodings are read: %s", async (charset) => {
  expect(await short("t.csv", encodeAs(charset, "Frage;Antwort\nGrößere Menge?;Für Händler möglich.\n"))).toEqual([
    ["Größere Menge?", "Für Händler möglich."]
  ])
})

test("a table in Shift_JIS, as a Japanese spreadsheet saves it", async () => {
  expect(
    await short("t.csv", encodeAs("shift_jis", "質問,回答\n返品できますか,はい、三十日以内にできます。\n"))
  ).toEqual([["返品できますか", "はい、三十日以内にできます。"]])
})

test("a bad row fails alone, with its number and the reason", async () => {
  const table = `id,title,body,url,locale,visibility,status,changed
1,Good,Text of one.,,en,public,published,2026-01-02
2,Empty,,,,,,
3,Where,Text.,not an address,,,,
4,Who,Text.,,,colleagues,,
5,When,Text.,,,,,03/04/2026
6,Tongue,Text.,,klingon?,,,
7,Not yet,Text.,,,,draft,
8,Many,Text.,,,,,,nine,ten
,,,,,,,
10,Last,Text of ten.,,,,,13/04/2026`
  const items = await itemsOf("kb/list.csv", table)
  expect(
    items.flatMap((item) => (item.type === "document" ? [`${item.document.id} ${item.document.changed}`] : []))
  ).toEqual(["kb/list.csv#1 2026-01-02", "kb/list.csv#10 2026-04-13"])
  expect(items.flatMap((item) => (item.type === "failed" ? [`${item.path}: ${item.reason}`] : []))).toEqual([
    "kb/list.csv, row 3: It has no text.",
    'kb/list.csv, row 4: Its address "not an address" isn\'t one: it begins with http:// or https://.',
    'kb/list.csv, row 5: Its visibility "colleagues" isn\'t known: write public or internal.',
    'kb/list.csv, row 6: Its date "03/04/2026" could be two days: write it as 2026-09-03.',
    'kb/list.csv, row 7: Its language "klingon?" isn\'t known: write a code such as en or pt-BR.',
    'kb/list.csv, row 8: Its status "draft": only what is published is taken.'.replace('status "', 'status is "'),
    "kb/list.csv, row 9: It has 10 cells, the first row 8: a text with the sign that parts cells stands in quotes."
  ])
  // The row keeps its former version by its id.
  expect(items.find((item) => item.type === "failed")).toMatchObject({ id: "kb/list.csv#2" })
})

test("a quote in the middle is one, a quote that never closes costs the rest", async () => {
  expect(await short("t.csv", 'title,body\nA,One.\nB,"Two" more" x\nC,Three.\n')).toEqual([
    ["A", "One."],
    ["B", '"Two" more" x'],
    ["C", "Three."]
  ])
  expect(await failures("t.csv", 'title,body\nA,One.\nB,"Two\nC,Three.\n')).toEqual([
    "t.csv, row 3: A quote opens in it and never closes: it and the rows below aren't read."
  ])
})

test("a table that can't be understood says which columns were looked for", async () => {
  expect(await failures("t.csv", "sku,weight,height\n1,2,3\n4,5,6\n")).toEqual([
    `t.csv: No column with the text of an article was found among "sku", "weight", "height". ${WANTED}`
  ])
  expect(await failures("t.csv", "title,changed\nA,2026-01-01\n")).toEqual([
    `t.csv: No column with the text of an article was found among "title", "changed". ${WANTED}`
  ])
  expect(await failures("t.csv", "\n\n")).toEqual(["t.csv: The table is empty."])
})

test("an id that a row doesn't give stays when rows are put in above; the same title twice is two", async () => {
  const ids = async (rows: string[][]) =>
    new Map((await documents("t.csv", stringify([["question", "answer"], ...rows]))).map(({ id, body }) => [body, id]))
  const before = await ids([
    ["One?", "Yes, one."],
    ["Two?", "Yes, two."]
  ])
  const after = await ids([
    ["Zero?", "Yes, zero."],
    ["One?", "Yes, one."],
    ["Two?", "Yes, two."],
    ["Two?", "Yes, again."]
  ])
  expect(after.get("Yes, one.")).toBe(before.get("Yes, one."))
  expect(after.get("Yes, two.")).toBe(before.get("Yes, two."))
  expect(new Set(after.values()).size).toBe(4)
})

test("HTML in a cell becomes Markdown and loses its scripts; a text with an angle bracket stays", async () => {
  expect(
    await short(
      "t.csv",
      stringify([
        ["title", "body"],
        ["<b>Pay</b>", "<p>By <strong>card</strong>.</p><script>steal()</script><ul><li>Visa</li></ul>"],
        ["Keys", "Press <Enter> if 3 < 4."]
      ])
    )
  ).toEqual([
    ["Pay", "By **card**.\n\n- Visa"],
    ["Keys", "Press \\<Enter> if 3 \\< 4."]
  ])
})

test("what a spreadsheet writes is what is read, whatever the texts", async () => {
  const words = fc
    .string({ unit: fc.constantFrom(..."abcÄß,;\t|\"'\n 日本—."), minLength: 1, maxLength: 30 })
    // Cells are Markdown, where two bars hide what is between them and two more.
    .map((text) => `Word ${text.replace(/\|+/g, "|")} end.`)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 12 }),
      fc.constantFrom(",", ";", "\t"),
      fc.boolean(),
      async (rows, delimiter, bom) => {
        const read = await short(
          "t.csv",
          stringify([["question", "answer"], ...rows], { delimiter, bom, quoted: true })
        )
        expect(read).toEqual(rows.map(([question, answer]) => [question.replace(/\s+/g, " ").trim(), answer.trim()]))
      }
    ),
    { numRuns: 200 }
  )
})

test("JSON lines: the same names, and a bad line fails alone", async () => {
  const lines = [
    '{"title":"A","body":"One."}',
    "",
    "{broken",
    '["B"]',
    '{"title":"C"}',
    '{"question":"D?","answer":"<p>Four.</p>","labels":["x"],"groups":["leads"],"draft":false}',
    '{"title":"E","content":"Five.","draft":true}'
  ]
  const items = await itemsOf("a.jsonl", `\uFEFF${lines.join("\r\n")}`, 7)
  expect(
    items.flatMap((item) =>
      item.type === "document"
        ? [[item.document.path, item.document.title, item.document.body, item.document.groups.join()]]
        : []
    )
  ).toEqual([
    ["a.jsonl, line 1", "A", "One.", ""],
    ["a.jsonl, line 6", "D?", "Four.", "leads"]
  ])
  expect(items.flatMap((item) => (item.type === "failed" ? [`${item.path}: ${item.reason}`] : []))).toEqual([
    "a.jsonl, line 3: It is no JSON.",
    'a.jsonl, line 4: It is no object of JSON with fields, such as {"title": ..., "body": ...}.',
    `a.jsonl, line 5: It has no field with a text. ${WANTED.replace("columns", "fields")}`,
    'a.jsonl, line 7: Its status is "draft": only what is published is taken.'
  ])
  expect(await failures("log.jsonl", '{"level":"info"}\n'.repeat(500))).toHaveLength(100)
})

test("JSON: a list, an object that holds one, a single article, lines that are called .json", async () => {
  const article = { title: "A", body: "One." }
  for (const value of [[article], { count: 1, articles: [article] }, article])
    expect(await short("a.json", JSON.stringify(value, null, 1))).toEqual([["A", "One."]])
  expect(await short("a.json", `${JSON.stringify(article)}\n${JSON.stringify(article)}\n`)).toHaveLength(2)
  expect(await failures("a.json", '[{"title":"A","body":"One."},{"title":"B"}]')).toEqual([
    "a.json, entry 2: It has no field with a text."
  ])
  expect(await failures("a.json", "{]")).toEqual(["a.json: It is no JSON with a list of articles."])
  expect(await failures("a.json", '{"name":"x","version":"1"}')).toEqual([
    "a.json: It is no JSON with a list of articles."
  ])
})

test("a hundred thousand rows pass through without being held", async () => {
  const rows = 100_000
  async function* table() {
    yield Buffer.from("id,question,answer\n")
    for (let at = 0; at < rows; at += 100)
      yield Buffer.from(
        Array.from(
          { length: 100 },
          (_, n) => `${at + n},"Question ${at + n}, please?","Answer ${at + n}: it takes ${n} days, at most."\n`
        ).join("")
      )
  }
  let count = 0
  let most = 0
  const before = process.memoryUsage().heapUsed
  for await (const item of documentsOf(
    { ...fileOf("large.csv", "x"), open: () => Promise.resolve(table()) },
    AbortSignal.timeout(60_000)
  )) {
    if (item.type === "document") count++
    if (count % 10_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed)
  }
  expect(count).toBe(rows)
  expect(most - before).toBeLessThan(300_000_000)
})
