import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import * as z from "zod/mini"
import { skipped, type Check } from "./check.ts"

/** What the built extension may ask for, and nothing else. Each is explained in SECURITY.md. */
export const ALLOWED = {
  permissions: ["activeTab", "alarms", "identity", "offscreen", "scripting", "sidePanel", "storage"],
  host_permissions: ["https://*.zendesk.com/*", "http://127.0.0.1/*"],
  optional_host_permissions: ["https://*/*", "http://*/*"],
  policy:
    "default-src 'self'; script-src 'self'; connect-src https: http://127.0.0.1:*; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'"
} as const

const list = z.optional(z.array(z.string()))
const manifest = z.object({
  permissions: list,
  optional_permissions: list,
  host_permissions: list,
  optional_host_permissions: list,
  content_scripts: z.optional(z.array(z.object({ matches: z.array(z.string()) }))),
  web_accessible_resources: z.optional(z.array(z.unknown())),
  externally_connectable: z.optional(z.unknown()),
  content_security_policy: z.optional(z.object({ extension_pages: z.optional(z.string()) }))
})

const NAME = "extension"

/** The built manifest asks for no permission, host or page beyond the list, and its policy is the one of the list. */
export function checkManifest(root: string): Check {
  const path = join(root, "build/chrome-mv3-prod/manifest.json")
  if (!existsSync(path)) return skipped(NAME, "build it with npm run build")
  return { name: NAME, note: "permissions, hosts and policy", faults: manifestFaults(readFileSync(path, "utf8")) }
}

/** Returns what a manifest has beyond the list. @param text JSON */
export function manifestFaults(text: string): string[] {
  const built = manifest.parse(JSON.parse(text))
  const beyond = (what: string, given: readonly string[] = [], allowed: readonly string[] = []) =>
    given.filter((one) => !allowed.includes(one)).map((one) => `${what}: ${one} isn't on the list.`)
  return [
    ...beyond("permissions", built.permissions, ALLOWED.permissions),
    ...beyond("optional_permissions", built.optional_permissions),
    ...beyond("host_permissions", built.host_permissions, ALLOWED.host_permissions),
    ...beyond("optional_host_permissions", built.optional_host_permissions, ALLOWED.optional_host_permissions),
    ...(built.content_scripts ?? []).flatMap(({ matches }) =>
      beyond("content_scripts", matches, ALLOWED.host_permissions)
    ),
    ...((built.web_accessible_resources ?? []).length > 0 ? ["Web pages may load files of the extension."] : []),
    ...(built.externally_connectable === undefined ? [] : ["Web pages or other extensions may connect to it."]),
    ...(built.content_security_policy?.extension_pages === ALLOWED.policy
      ? []
      : ["The policy of the extension's pages is another one than the list's."])
  ]
}
