import { commands, alarms, lifecycle, windows, managed } from "./browser-events.ts"
import { contentScripts } from "./content-scripts.ts"
import { identity } from "./identity.ts"
import { localArea, sessionArea } from "./key-value.ts"
import { messages } from "./messages.ts"
import { permissions } from "./permissions.ts"
import { ports } from "./ports.ts"
import { sidePanel } from "./firefox.ts"
import { tabs } from "./tabs.ts"

/** Everything of the browser that the background uses, as one object that tests can replace. */
export const chromium = {
  alarms,
  commands,
  contentScripts,
  identity,
  /** The version in this extension's manifest, such as "0.1.0". */
  version: (): string => chrome.runtime.getManifest().version,
  lifecycle,
  local: localArea,
  managed,
  messages,
  permissions,
  ports,
  session: sessionArea,
  sidePanel,
  tabs,
  windows
}

export type Browser = typeof chromium
