import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { parse } from "yaml"
import * as z from "zod/mini"
import { parseManifest, storeManifest } from "../../scaffold/packages/store-manifest.ts"
import { unreadHelpdesks } from "../../src/helpdesks/unread.ts"
import { HELPDESK_NAMES } from "../../src/ticket/names/helpdesk-names.ts"
import { en } from "../../src/ui/messages/en/en.ts"
import { picking } from "../../src/ui/messages/en/picking/picking.ts"
import { status } from "../../src/ui/messages/en/status.ts"
import { root } from "../house/files.ts"

const text = z.string().check(z.minLength(10))
const schema = z.strictObject({
  // 45 characters are the least that one of the three stores takes.
  name: z.string().check(z.maxLength(45)),
  // Chrome's manifest takes 132, addons.mozilla.org 250.
  summary: z.string().check(z.maxLength(132)),
  category: z.strictObject({ chrome: z.string(), edge: z.string(), firefox: z.string() }),
  // Edge asks for 250 to 10,000, Chrome takes 16,000.
  description: z.string().check(z.minLength(250), z.maxLength(10_000)),
  single_purpose: text.check(z.maxLength(1000)),
  permissions: z.record(z.string(), text.check(z.maxLength(1000))),
  hosts: z.record(z.string(), text.check(z.maxLength(1000))),
  privacy_policy: z.string(),
  remote_code: z.string(),
  data: z.strictObject({
    chrome: z.record(z.string(), z.strictObject({ used: z.boolean(), why: text })),
    firefox: z.record(z.string(), text),
    firefox_optional: z.record(z.string(), text),
    certified: z.array(text).check(z.length(3))
  }),
  reviewer_notes: z.string().check(z.maxLength(3000))
})
const listing = schema.parse(parse(readFileSync(join(root, "deploy/stores/listing.yaml"), "utf8")))
const manifest = parseManifest(readFileSync(join(root, "build/chrome-mv3-prod/manifest.json"), "utf8"))

test("name and summary are those of the manifest", () => {
  expect([listing.name, listing.summary]).toEqual([manifest["name"], en["manifest.description"]])
  // What the stores take as a summary.
  expect(en["manifest.description"].length).toBeLessThanOrEqual(132)
})

test("the privacy policy is there", () => {
  expect(readFileSync(join(root, listing.privacy_policy), "utf8")).toMatch(/^# Privacy/)
})

test("every permission and host of the manifest has its reason, and nothing else has one", () => {
  expect(Object.keys(listing.permissions).sort()).toEqual([...manifest.permissions].sort())
  const hosts = z
    .object({ host_permissions: z.array(z.string()), optional_host_permissions: z.array(z.string()) })
    .parse(manifest)
  expect(Object.keys(listing.hosts)).toEqual([...hosts.host_permissions, ...hosts.optional_host_permissions])
})

test("Firefox's consent asks for what the listing says, and the forms of Chrome say the same", () => {
  expect(storeManifest(manifest, "firefox", "jobs.js")).toMatchObject({
    browser_specific_settings: {
      gecko: {
        data_collection_permissions: {
          required: Object.keys(listing.data.firefox),
          optional: Object.keys(listing.data.firefox_optional)
        }
      }
    }
  })
  const said = Object.values(listing.data.chrome).filter(({ used }) => used)
  expect(said.map(({ why }) => why).sort()).toEqual(Object.values(listing.data.firefox).sort())
  for (const why of Object.values(listing.data.firefox_optional)) expect(listing.description).toContain(why)
})

test("every helpdesk is named where the listing says where it works, and so is the way for any other page", () => {
  const [, where = ""] = listing.description.split("WHERE IT WORKS")
  const names = new Map<string, string>(Object.entries(status))
  const read = HELPDESK_NAMES.filter((id) => id !== "sample").map((id) => names.get(`helpdesk.${id}`) ?? id)
  for (const name of read) expect(where).toContain(name)
  for (const { id } of unreadHelpdesks) expect(where.toLowerCase()).toContain(id)
  expect(where).toContain(`"${picking.pick}"`)
  // The promise about notes has its condition, and names the button before which it can be seen to.
  expect(listing.description).toContain(`"${picking["pick.use"]}"`)
})
