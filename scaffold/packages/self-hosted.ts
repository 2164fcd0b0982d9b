import { execFileSync } from "node:child_process"
import { createHash, createPublicKey, generateKeyPairSync } from "node:crypto"
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { withOrigin } from "../../demo/tour/extension.ts"
import { layOut } from "./lay-out.ts"
import { parseManifest, type BuiltManifest } from "./store-manifest.ts"

/** How an organisation installs the extension from a server of its own, by its browsers' policy. */
export interface SelfHosted {
  /** The address of the folder on that server, such as "https://relay.example.com/extension". */
  address: string
  /** The private key by which the package is signed, as PEM. Made if there is none; another key is another extension. */
  keyFile: string
  /** Sites that the package may read without a click, such as "https://help.example.com" or "https://*.zendesk.com". */
  sites: readonly string[]
  /** The relay that the policy names, or undefined for none. */
  relay?: string | undefined
}

/**
 * Packs a build for Chromium, Chrome and Edge as a signed file, with the answer that browsers expect when they ask for
 * updates, and with the policy that installs it.
 * @param program the Chromium that packs
 * @param folder gets the files; what is there under their names is replaced
 * @returns the extension's id, and the names of the files
 * @throws Error if an address or a site can't be used
 */
export function makeSelfHosted(
  build: string,
  folder: string,
  program: string,
  { address, keyFile, sites, relay }: SelfHosted
): { id: string; names: string[] } {
  const base = addressOf(address)
  const patterns = sites.map(patternOf)
  const id = extensionId(readOrMakeKey(keyFile))
  const unpacked = join(folder, "self-hosted")
  layOut(build, unpacked, "chrome", (built) =>
    patterns.reduce(withOrigin<BuiltManifest>, { ...built, update_url: `${base}/updates.xml` })
  )
  const { version } = parseManifest(readFileSync(join(unpacked, "manifest.json"), "utf8"))
  const names = { package: `replywright-${version}.crx`, updates: "updates.xml", policy: "policy.json" }
  rmSync(`${unpacked}.crx`, { force: true })
  // It packs files and opens no page, so that it needs no sandbox, which root couldn't have.
  const flags = ["--no-sandbox", "--headless", `--pack-extension=${unpacked}`, `--pack-extension-key=${keyFile}`]
  execFileSync(program, flags, { stdio: "pipe" })
  renameSync(`${unpacked}.crx`, join(folder, names.package))
  writeFileSync(join(folder, names.updates), updatesXml(id, version, `${base}/${names.package}`))
  writeFileSync(join(folder, names.policy), `${JSON.stringify(policyOf(id, base, sites, relay), null, 2)}\n`)
  return { id, names: Object.values(names) }
}

function addressOf(address: string): string {
  const url = URL.parse(address)
  const isLocal = url?.hostname === "127.0.0.1" || url?.hostname === "localhost"
  if (url && (url.protocol === "https:" || (url.protocol === "http:" && isLocal)) && url.search + url.hash === "")
    return url.href.replace(/\/$/, "")
  throw new Error(`${address} is no address for the package: give one as https://relay.example.com/extension.`)
}

function patternOf(site: string): string {
  if (/^https?:\/\/(?:\*\.)?[a-z0-9.-]+(?::\d+)?\/?$/i.test(site)) return `${site.replace(/\/$/, "")}/*`
  throw new Error(`${site} is no site: give it as https://help.example.com or https://*.zendesk.com.`)
}

/** Returns the private key of a file as PEM, and makes the file first if there is none. */
function readOrMakeKey(file: string): string {
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 })
    writeFileSync(file, privateKey.export({ format: "pem", type: "pkcs8" }), { mode: 0o600 })
  }
  return readFileSync(file, "utf8")
}

/**
 * Returns the id that Chromium gives to a package of this key: the first 128 bits of the hash of the public key, with
 * the letters a to p for the digits of base 16.
 */
function extensionId(privateKey: string): string {
  const key = createPublicKey(privateKey).export({ format: "der", type: "spki" })
  const digits = createHash("sha256").update(key).digest("hex").slice(0, 32)
  return [...digits].map((digit) => String.fromCodePoint(97 + Number.parseInt(digit, 16))).join("")
}

/** @see https://developer.chrome.com/docs/extensions/how-to/distribute/host-on-linux */
const updatesXml = (id: string, version: string, codebase: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${id}">
    <updatecheck codebase="${escaped(codebase)}" version="${escaped(version)}" />
  </app>
</gupdate>
`

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;")

function policyOf(id: string, base: string, sites: readonly string[], relay: string | undefined) {
  const values = { ...(relay && { relayAddress: relay }), ...(sites.length > 0 && { allowedSites: sites }) }
  const expected = Object.keys(values)
  return {
    ExtensionInstallForcelist: [`${id};${base}/updates.xml`],
    ...(expected.length > 0 && { "3rdparty": { extensions: { [id]: { expected, ...values } } } })
  }
}
