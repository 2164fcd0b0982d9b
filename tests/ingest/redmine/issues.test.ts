import { expect, test } from "vitest"
import { findPlaceholders } from "../../../src/masking/basis/placeholder.ts"
import { plainWords } from "../../../src/ingest/sources/redmine/issues.ts"
import { desk } from "./double.ts"

test("closed issues as question and reply, without private notes, masked with staff and watchers", async () => {
  const { read, redmine } = await desk((one) => {
    const { issue } = one.details[2]?.body ?? {}
    if (!issue) throw new Error("no issue 2")
    issue.watchers = [{ id: 77, name: "Ottoline Vanterpool" }]
    issue.journals.push({
      user: { id: 5, name: "Dana Okafor" },
      notes: "Hello, Vanterpool and Ute Brandt found the parcel; it comes on Thursday, and Brandt calls.",
      created_on: "2026-11-21T13:30:00Z",
      private_notes: false
    })
    // It isn't known whether a note is private if the note doesn't state it.
    issue.journals.push({
      user: { id: 5, name: "Dana Okafor" },
      notes: "UNSAID whether this long note is a private one or whether everybody may read it.",
      created_on: "2026-11-21T13:31:00Z"
    })
  })
  const { documents, failed, end } = await read("issues")
  expect(failed).toEqual([])
  expect(documents.map(({ id, path, kind, visibility }) => [id, path, kind, visibility])).toEqual(
    [1, 2, 7].map((id) => [`issue-${id}`, `Support / Issue ${id}`, "ticket", "internal"])
  )
  expect(documents[0]).toMatchObject({
    title: "Refund for damaged espresso machine",
    url: `${redmine.url}/redmine/issues/1`,
    details: {
      tags: ["refund", "damaged"],
      question: expect.stringMatching(/^Hello,\n\nOrder 48213[^]*When will I get the money back\?$/),
      reply: expect.stringMatching(/^Hello \[a name\],\n\nSteps\n\n1\. Open Returns\n2\. Send R-7731 within 30 days/)
    }
  })
  expect(documents[1]?.details).toMatchObject({ reply: expect.stringContaining("found the parcel") })
  const all = JSON.stringify(documents)
  expect(all).not.toMatch(/SECRET|escalated|UNSAID|vanterpool|ottoline|brandt|okafor|dana|marta|kowalski/i)
  expect([findPlaceholders(all), end?.all]).toEqual([[], true])
})

test("a colleague of the customer, who may not edit, never answers; where members aren't shown, everybody else does", async () => {
  const { read, redmine } = await desk((one) => {
    one.issues.body.issues = one.issues.body.issues.filter(({ id }) => id === 1)
    const [journal] = one.details[1]?.body.issue.journals ?? []
    if (journal)
      one.details[1]?.body.issue.journals.push({
        ...journal,
        user: { id: 14, name: "Rosa Delgado" },
        notes: "The tank of my machine broke too, and a new seal for 4.90 EUR mended it.",
        created_on: "2026-11-21T13:40:00Z",
        private_notes: false
      })
  })
  expect((await read("issues")).documents[0]?.details).toMatchObject({ reply: expect.stringContaining("Open Returns") })
  redmine.trouble = (path) => (path.endsWith("memberships.json") ? { status: 403, body: "" } : undefined)
  expect((await read("issues")).documents[0]?.details).toMatchObject({ reply: expect.stringContaining("a new seal") })
})

test("later only what has changed; opened again, made private or deleted it is gone", async () => {
  const { read, redmine, clock } = await desk((one) => one.copy(1, 30))
  const first = await read("issues")
  expect(first.documents).toHaveLength(4)
  await clock.wait(3_600_000, new AbortController().signal)
  const updated_on = new Date(clock.now()).toISOString()
  const [one, two, seven] = redmine.issues.body.issues
  Object.assign(one ?? {}, { status: { id: 1, is_closed: false }, updated_on })
  Object.assign(two ?? {}, { is_private: true, updated_on })
  redmine.issues.body.issues = redmine.issues.body.issues.filter((row) => row !== seven)
  const second = await read("issues", { since: first.end?.since ?? "" })
  expect([second.documents, second.gone, second.end?.all]).toEqual([[], ["issue-1", "issue-2"], false])
  await clock.wait(24 * 3_600_000, new AbortController().signal)
  const third = await read("issues", { since: second.end?.since ?? "" })
  expect([third.documents, third.items.filter(({ type }) => type === "standing"), third.end?.all]).toEqual([
    [],
    [{ type: "standing", id: "issue-30" }],
    true
  ])
  expect(
    (await read("issues", { since: second.end?.since ?? "" }, { projects: ["help"] })).items.map(({ type }) => type)
  ).toEqual(["gone", "gone", "end"])
})

test("5,000 notes are one answer, and question and reply are kept", async () => {
  const { read } = await desk((one) => {
    one.issues.body.issues = one.issues.body.issues.filter(({ id }) => id === 7)
    const journals = one.details[7]?.body.issue.journals ?? []
    for (let n = 0; n < 5_000; n++)
      journals.push({
        user: n % 2 ? { id: 5, name: "Dana Okafor" } : { id: 14, name: "Rosa Delgado" },
        notes: n % 2 ? `Answer ${n} says at length how it goes on from here.` : `Question ${n}`,
        created_on: "2026-11-21T13:40:00Z",
        private_notes: false
      })
  })
  const {
    documents: [document],
    failed
  } = await read("issues")
  expect(failed).toEqual([])
  expect(document?.details).toMatchObject({
    question: expect.stringMatching(/^Message 1 of 25[^]*Question 4998$/),
    reply: expect.stringContaining("Answer 4999")
  })
})

test.each([
  [
    "h2. Invoice\n\nbq. quoted\n\np(note). *bold* and **bold**, @code@, a*b*c, 2 * 3 * 4",
    "Invoice\n\nquoted\n\nbold and bold, code, a*b*c, 2 * 3 * 4"
  ],
  [
    '"our page":https://x.example/a, [ours](https://x.example/b), [[Page|words]] [[Orders]]',
    "our page (https://x.example/a), ours (https://x.example/b), words Orders"
  ],
  ["# one\n# two\n\n# Heading", "1. one\n2. two\n\nHeading"],
  [
    "<pre>\nline 1\n  line 2\n</pre>\n{{toc}}\nsee !pic.png! and ![x](y.png) now!",
    "line 1\n  line 2\n\nsee  and  now!"
  ],
  ["Dana wrote:\n> *kept*\n\nmail me@x.example @home", "Dana wrote:\n> kept\n\nmail me@x.example @home"]
])("marks of Textile and Markdown go, words stay (%#)", (markup, words) => expect(plainWords(markup)).toBe(words))

test.each(["[[", "![", '"a":', "<pre ", " !a.png(", "![a](", "*a", " @a", "{{", "# a\n", "   ", "\n"])(
  "marks without an end take no time: %j",
  (mark) => {
    expect(plainWords(mark.repeat(200_000 / mark.length)).length).toBeLessThan(500_000)
  }
)
