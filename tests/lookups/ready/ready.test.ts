import { readdirSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { isOwn, runLookup, type LookupJob } from "../../../src/lookups/run-lookup.ts"
import { tell } from "../../../src/ui/messages/t.ts"
import { definitionOf } from "../help/definition.ts"
import { jsonDouble } from "../help/json-double.ts"
import { aftership } from "./aftership.ts"
import { hubspot } from "./hubspot.ts"
import { salesforce } from "./salesforce.ts"
import { shopify } from "./shopify.ts"
import { stripe } from "./stripe.ts"
import type { Vendor, VendorAnswer } from "./vendor.ts"
import { woocommerce } from "./woocommerce.ts"
import { zendesk } from "./zendesk.ts"
import type { LookupFault } from "../../../src/lookups/get-json.ts"

const VENDORS = [aftership, hubspot, salesforce, shopify, stripe, woocommerce, zendesk]
const NOW = Date.parse("2026-11-20T09:00:00Z")
const never = new AbortController().signal

/** A vendor's double, and the file of demo/lookups with the double in the place of its host. */
async function ready(vendor: Vendor, instead?: VendorAnswer) {
  const double = await jsonDouble((asked, response) => {
    const url = new URL(asked.path, double.origin)
    const said =
      instead ?? (vendor.mayAsk(asked) ? vendor.answer({ ...asked, url, origin: double.origin }) : vendor.refused)
    response.statusCode = said.status ?? 200
    for (const [name, value] of Object.entries(said.headers ?? {})) response.setHeader(name, value)
    return said.json
  })
  const file = definitionOf(readFileSync(`demo/lookups/${vendor.file}.yaml`, "utf8"))
  const definition = isOwn(file)
    ? file
    : { ...file, url: file.url.replace(`https://${file.hosts[0]}`, double.origin), hosts: [double.host] }
  const job = { definition, values: vendor.values, secrets: vendor.secrets, site: double.origin }
  const run = (more: Partial<LookupJob> = {}) => runLookup({ ...job, ...more }, NOW, never)
  return { double, file, run }
}

/** The sentence on the card, and how long the system isn't asked, in seconds. */
async function sentence(vendor: Vendor, instead: VendorAnswer) {
  const { run, file, double } = await ready(vendor, instead)
  const {
    code,
    status = 0,
    retryAfter
  } = await run().then(
    () => expect.unreachable("it answered"),
    (error: LookupFault) => error
  )
  expect(double.asked).toHaveLength(1)
  const why = tell(`lookups.problem.${code}`, { title: file.title, host: "", status, until: "10:00" })
  return { why, retryAfter }
}

test("every file of demo/lookups has its double", () => {
  expect(readdirSync("demo/lookups").sort()).toEqual(VENDORS.map(({ file }) => `${file}.yaml`))
})

test.each(VENDORS.map((vendor) => [vendor.file, vendor] as const))(
  "%s: the facts of what was asked for, on whichever page they are, and nothing but GET",
  async (_, vendor) => {
    const { double, run } = await ready(vendor)
    const { facts, identities, none } = await run()
    const read = facts.flatMap(({ name, value, withheld }) =>
      value === undefined ? [] : [[name, withheld === "identity" ? `${value} (only shown)` : value]]
    )
    expect(Object.fromEntries(read)).toEqual(vendor.facts)
    expect(none).toBe(false)
    expect(identities.map(({ value }) => value)).toEqual(expect.arrayContaining(vendor.identities))
    expect(double.asked.map(({ method }) => method)).toEqual(Array.from({ length: vendor.pages }, () => "GET"))
    const secret = Object.values(vendor.secrets).at(0) ?? "-"
    expect(double.asked.filter(({ path }) => path.includes(secret))).toEqual([])
  }
)

test.each(VENDORS.map((vendor) => [vendor.file, vendor] as const))(
  "%s: what only resembles it is nobody's",
  async (_, vendor) => {
    const { double, run } = await ready(vendor)
    const { facts, none } = await run({ values: vendor.unknown })
    expect(facts.filter(({ value }) => value !== undefined)).toEqual([])
    expect(none).toBe(true)
    expect(double.asked.length).toBeGreaterThan(0)
  }
)

test.each(VENDORS.map((vendor) => [vendor.file, vendor] as const))(
  "%s: a refusal, an unknown record, too many requests and a fault have a sentence each",
  async (_, vendor) => {
    const { title } = (await ready(vendor)).file
    expect((await sentence(vendor, vendor.refused)).why).toBe(`${title} refused the secret or the session (status 401)`)
    const wrong = await ready(vendor)
    if (Object.keys(vendor.secrets).length > 0) {
      const secrets = Object.fromEntries(Object.keys(vendor.secrets).map((name) => [name, "wrong"]))
      await expect(wrong.run({ secrets })).rejects.toMatchObject({ code: "refused" })
    }
    const { none, more } = await (await ready(vendor, { status: 404, json: {} })).run()
    expect([none, more]).toEqual([true, false])

    const busy = `${title} is asked too often, and can be asked again at 10:00`
    expect(await sentence(vendor, { status: 429, headers: { "retry-after": "7" }, json: {} })).toEqual({
      why: busy,
      retryAfter: 7
    })
    const own = await sentence(vendor, vendor.busy)
    expect(own).toEqual({ why: busy, retryAfter: Number(vendor.busy.headers?.["retry-after"] ?? 60) })
    expect((await sentence(vendor, { status: 500, json: { error: "internal" } })).why).toBe(
      `${title} answered with the error 500`
    )
  }
)
