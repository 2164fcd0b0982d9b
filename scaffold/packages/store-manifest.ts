import * as z from "zod/mini"
import { COUNTS_FIREFOX } from "../../src/platform/permissions.ts"

export const STORES = ["chrome", "edge", "firefox"] as const
export type Store = (typeof STORES)[number]

const manifestSchema = z.looseObject({
  version: z.string(),
  permissions: z.array(z.string()),
  host_permissions: z.array(z.string()),
  content_scripts: z.array(z.looseObject({ matches: z.array(z.string()) })),
  background: z.object({ service_worker: z.string() }),
  side_panel: z.object({ default_path: z.string() }),
  action: z.looseObject({ default_icon: z.record(z.string(), z.string()) })
})
export type BuiltManifest = z.infer<typeof manifestSchema>

/** Parses the manifest of a build. @throws ZodError if it isn't one that the packages can be made of */
export function parseManifest(json: string): BuiltManifest {
  return manifestSchema.parse(JSON.parse(json))
}

/**
 * Returns the manifest with which a build goes to a store. The build itself has the key that gives the unpacked
 * extension its id; a store gives it one of its own.
 * @param jobs the script that does what Chromium's offscreen document does, from the root of the build
 */
export function storeManifest(built: BuiltManifest, store: Store, jobs: string): Record<string, unknown> {
  if (store === "firefox") return firefoxManifest(built, jobs)
  const { key: _, ...manifest } = built
  return manifest
}

/**
 * Firefox has a sidebar in the place of the side panel. Its background is a page, which can start Workers itself, so
 * what Chromium's offscreen document does is done there.
 */
function firefoxManifest(built: BuiltManifest, jobs: string): Record<string, unknown> {
  const { side_panel: panel, background, permissions, action, ...manifest } = built
  return {
    ...Object.fromEntries(Object.entries(manifest).filter(([name]) => !CHROMIUM_KEYS.includes(name))),
    action,
    permissions: permissions.filter((name) => !CHROMIUM_ONLY.includes(name)),
    background: { scripts: [jobs, background.service_worker], type: "module" },
    sidebar_action: {
      default_title: manifest["name"],
      default_panel: panel.default_path,
      default_icon: action.default_icon,
      open_at_install: false
    },
    browser_specific_settings: {
      gecko: {
        id: FIREFOX_ID,
        strict_min_version: OLDEST_FIREFOX,
        data_collection_permissions: { required: LEAVES_FIREFOX, optional: [COUNTS_FIREFOX] }
      }
    }
  }
}

const CHROMIUM_KEYS = ["key", "minimum_chrome_version", "storage"]
const CHROMIUM_ONLY = ["offscreen", "sidePanel"]
/** Policies name the extension by it. */
export const FIREFOX_ID = "extension@replywright"
/** From this version on, on computers and on Android, Firefox asks for consent to what leaves the browser. */
const OLDEST_FIREFOX = "142.0"
/**
 * What leaves the browser for the relay (docs/privacy.md), in Firefox's words: sign-ins at the relay; the thread of a
 * ticket, passages of attachments that were read, and a selected text; what masking misses in it, such as a name; when
 * a draft was used and a reply sent; subject and fields, and the places of a page that were shared with the team.
 */
const LEAVES_FIREFOX = [
  "authenticationInfo",
  "personalCommunications",
  "personallyIdentifyingInfo",
  "websiteActivity",
  "websiteContent"
]
