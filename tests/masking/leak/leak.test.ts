import { expect, test } from "vitest"
import { caseOf, type Case } from "./cases.ts"
import { ORIGINS } from "./identities.ts"
import { leaksIn } from "./leaks.ts"
import { path } from "./path.ts"

/** Tickets; LEAK_FROM is the first one's seed, to have a failure again. */
const COUNT = Number(process.env["LEAK_TICKETS"] ?? (process.env["REPLYWRIGHT_SOAK"] ? 10_000 : 40))
const FROM = Number(process.env["LEAK_FROM"] ?? 0)
/** Extensions beside each other, and tickets that each is given before it is started anew. */
const BESIDE = 8
const EACH = 100

test(`of ${COUNT} tickets with known people in every field and form nobody is in what reaches the relay's socket`, {
  timeout: 60_000 + COUNT * 500
}, async () => {
  const leaks: string[] = []
  let next = FROM
  let forms = 0
  const requests = new Set<string>()
  await Promise.all(
    Array.from({ length: BESIDE }, async () => {
      while (next < FROM + COUNT) {
        const { walk } = await path()
        for (let n = 0; n < EACH && next < FROM + COUNT; n++) {
          const one = caseOf(next++)
          forms += one.placed.length
          const bytes = await walk(one).catch(
            (error: unknown) => void leaks.push(`LEAK_FROM=${one.seed} LEAK_TICKETS=1: ${String(error).slice(0, 500)}`)
          )
          if (bytes === undefined) break
          for (const [request] of bytes.matchAll(/(?:POST|PUT) \/v1\/[a-z]+/g)) requests.add(request)
          leaks.push(...told(one, bytes))
        }
      }
    })
  )
  expect([...requests].sort()).toEqual([
    "POST /v1/drafts",
    "POST /v1/outcomes",
    // How the page fits its adapter: /v1/page-fits.
    "POST /v1/page",
    "POST /v1/pair",
    "POST /v1/summaries",
    "PUT /v1/review"
  ])
  expect(ORIGINS).toBe(24)
  expect(forms).toBeGreaterThan(COUNT * 25)
  expect(leaks.length, `${leaks.length} leaks\n${leaks.slice(0, 20).join("\n")}`).toBe(0)
})

/** Each leak with what it takes to have it again and to see it. */
function told(one: Case, bytes: string): string[] {
  return leaksIn(
    bytes,
    one.people,
    one.own,
    one.placed.map(({ after }) => after)
  ).map(({ what, window }) => {
    const forms = one.placed.filter(
      ({ of }) => what.includes(of.name) || what.includes(of.phone) || what.includes(of.iban) || what.includes(of.card)
    )
    return `LEAK_FROM=${one.seed} LEAK_TICKETS=1: ${what}\n  left as ${JSON.stringify(window)}\n  was given as ${forms.map(({ where, text }) => `${where} ${JSON.stringify(text)}`).join(", ")}`
  })
}

test("one ticket that leaves as it is is caught, with every one of its people's values", async () => {
  const { address, taken } = await path()
  taken()
  const one = caseOf(7)
  await fetch(new URL("/v1/drafts", address), { method: "POST", body: JSON.stringify({ ticket: one.ticket }) })
  const leaks = told(one, taken()).join("\n")
  for (const { name, email } of one.people) for (const value of [name, email]) expect(leaks).toContain(value)
  expect(leaks).toMatch(/LEAK_FROM=7 .*\n {2}left as ".+"\n {2}was given as \w+ "/)
})

test("each form is one that is seen where it leaves as it is", () => {
  const unseen: string[] = []
  for (let seed = 0; seed < 200; seed++) {
    const one = caseOf(seed)
    for (const { kind, text, of } of one.placed) {
      const shorter = kind === "name" || kind === "joined" || kind === "local" ? [of.name, of.email] : [of[kind]]
      if (isShort(of.name) && shorter.includes(of.name)) continue
      if (leaksIn(JSON.stringify({ text }), [of], "").length === 0)
        unseen.push(`${seed} ${kind} ${JSON.stringify(text)} of ${shorter.join(", ")}`)
    }
  }
  expect(unseen).toEqual([])
})

/** A part of one or two letters says nothing by itself. */
const isShort = (name: string) => name.split(/[\s　'’-]/).some((part) => part.length < 3)
