import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, dirname, join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { root } from "../../house/files.ts"
import { firefoxItself, openFirefox } from "../help/firefox.ts"

const program = firefoxItself()
const folder = mkdtempSync(join(tmpdir(), "replywright-firefox-policy-"))
const example = join(root, "deploy/managed/firefox.json")
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.skipIf(!program)(
  program
    ? "the example of a policy for Firefox arrives in the add-on, and the relay that it names is the only one"
    : "a policy in Firefox, skipped: it is not installed",
  async () => {
    const firefox = await openFirefox(withPolicy(program ?? "", example))
    try {
      const popup = await firefox.page("popup.html")
      await popup.waitForFunction(() => document.body.innerText.includes("Your organisation has set this address."))
      const { policies } = JSON.parse(readFileSync(example, "utf8"))
      const [set] = Object.values<{ relayAddress: string }>(policies["3rdparty"].Extensions)
      expect(await popup.evaluate(() => chrome.storage.managed.get(null))).toEqual(set)
      const field = await popup.$eval("::-p-xpath(//input[@id=//label[.='Relay address']/@for])", (input) =>
        input instanceof HTMLInputElement ? [input.value, input.readOnly || input.disabled] : undefined
      )
      expect(field).toEqual([set?.relayAddress, true])
    } finally {
      await firefox.close()
    }
  }
)

/** Lays a copy of the program beside links to all that it needs, with a policy in its folder `distribution`. */
function withPolicy(own: string, policy: string): string {
  const home = dirname(own)
  for (const name of readdirSync(home).filter((one) => one !== "distribution" && one !== basename(own)))
    symlinkSync(join(home, name), join(folder, name))
  copyFileSync(own, join(folder, basename(own)))
  mkdirSync(join(folder, "distribution"))
  copyFileSync(policy, join(folder, "distribution/policies.json"))
  return join(folder, basename(own))
}
