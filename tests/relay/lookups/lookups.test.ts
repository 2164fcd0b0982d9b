import { readdirSync, readFileSync } from "node:fs"
import { afterAll, beforeAll, expect, test } from "vitest"
import { removeLookup, saveLookup } from "../../../src/relay/lookups/stored-lookups.ts"
import { definitionOf, GOOD } from "../../lookups/help/definition.ts"
import { Client, refusalOf } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { LOOKUPS_HEADER, lookupsAnswer, storedLookupsAnswer } from "../../../src/protocol/routes/lookups.ts"

let relay: TestRelay
let [tom, ada] = [new Client(""), new Client("")]
beforeAll(async () => {
  relay = await openRelay()
  tom = await Client.paired(relay, "Tom")
  ada = await Client.paired(relay, "Ada", "admin")
})
afterAll(() => relay?.close())

const put = (source: string) =>
  ada.fetch("/v1/admin/lookups", {
    method: "PUT",
    body: JSON.stringify({ source }),
    headers: { "content-type": "application/json" }
  })
const versionTold = async () => Number((await tom.fetch("/v1/me")).headers.get(LOOKUPS_HEADER))
const lookups = async () => lookupsAnswer.parse(await (await tom.fetch("/v1/lookups")).json())

test("an admin's lookup reaches every browser, and each change has a new version", async () => {
  expect(await versionTold()).toBe(0)
  expect(await (await put(GOOD)).json()).toEqual({ name: "shop-order", version: 1 })
  expect(await lookups()).toEqual({ version: 1, lookups: [definitionOf(GOOD)] })
  expect(await (await put(GOOD)).json()).toEqual({ name: "shop-order", version: 1 })
  expect(await versionTold()).toBe(1)
  const changed = GOOD.replace("title: Shop", "title: Our shop")
  expect(await (await put(changed)).json()).toEqual({ name: "shop-order", version: 2 })
  const stored = storedLookupsAnswer.parse(await (await ada.fetch("/v1/admin/lookups")).json())
  expect(stored.lookups).toMatchObject([{ name: "shop-order", title: "Our shop", version: 2, source: changed }])
  expect((await ada.fetch("/v1/admin/lookups/shop-order", { method: "DELETE" })).status).toBe(204)
  expect(await lookups()).toEqual({ version: 3, lookups: [] })
  expect(await refusalOf(ada.fetch("/v1/admin/lookups/shop-order", { method: "DELETE" }))).toMatchObject({
    status: 404,
    code: "no-lookup"
  })
  const { action } = await relay.db
    .selectFrom("audit")
    .select("action")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirstOrThrow()
  expect(action).toBe("lookup-removed")
})

test("a lookup with a POST is refused with its line, and nothing of it is stored", async () => {
  const before = await versionTold()
  expect(await refusalOf(put(GOOD.replace("title: Shop\n", "title: Shop\nmethod: POST\n")))).toMatchObject({
    status: 422,
    code: "lookup-wrong",
    message: 'Line 3: A lookup only reads: there is no "method", and every request is a GET.'
  })
  expect(await versionTold()).toBe(before)
})

test("each ready lookup can be stored", async () => {
  const files = readdirSync("demo/lookups")
  for (const file of files) await saveLookup(relay.db, readFileSync(`demo/lookups/${file}`, "utf8"), null, new Date())
  expect((await lookups()).lookups.map(({ name }) => `${name}.yaml`)).toEqual(files.sort())
  for (const file of files) await removeLookup(relay.db, file.replace(".yaml", ""), null, new Date())
})

test("a team has thirty lookups at most, also where one that was removed comes back", async () => {
  const at = new Date()
  const named = (n: number) => GOOD.replace("shop-order", `shop-${n}`)
  for (let n = 0; n < 30; n++) await saveLookup(relay.db, named(n), null, at)
  await expect(saveLookup(relay.db, named(30), null, at)).rejects.toMatchObject({ code: "too-many-lookups" })
  await removeLookup(relay.db, "shop-0", null, at)
  await saveLookup(relay.db, named(30), null, at)
  await expect(saveLookup(relay.db, named(0), null, at)).rejects.toMatchObject({ code: "too-many-lookups" })
  for (let n = 1; n < 31; n++) expect(await removeLookup(relay.db, `shop-${n}`, null, at)).toBe(true)
})
