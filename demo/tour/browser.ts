import { mkdirSync } from "node:fs"
import { join } from "node:path"
import { chromium, type BrowserContext, type Page, type Worker } from "playwright-core"

/** A browser with the extension in it. */
export interface Opened {
  context: BrowserContext
  /** This is the id of the extension, as in chrome-extension://ID/. */
  id: string
  /** Opens one of the extension's own pages as a tab. */
  page(file: string): Promise<Page>
}

export interface OpenOptions {
  program: string
  /** This is the folder of the unpacked extension. */
  extension: string
  /** This is the folder of the browser's profile. */
  profile: string
  headless: boolean
  viewport?: { width: number; height: number } | null
  /**
   * This enables Chromium's own sandbox, which root can't use and some systems refuse. The default is off, because the
   * pages of a test are this project's own.
   */
  sandbox?: boolean
  /** This folder receives what the browser would otherwise write to the home and temporary folders. */
  home?: string
  /** The caller handles Ctrl-C. Otherwise the browser would end the whole process on its own. */
  leaveSignals?: boolean
}

/**
 * Starts Chromium with the unpacked extension and waits for its service worker.
 *
 * @throws Error with the browser's own words if it doesn't start or loads no extension
 */
export async function openBrowser({
  program,
  extension,
  profile,
  headless,
  viewport = null,
  sandbox = false,
  home,
  leaveSignals = false
}: OpenOptions): Promise<Opened> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: program,
    headless,
    viewport,
    chromiumSandbox: sandbox,
    ...(leaveSignals && { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false }),
    ...(home !== undefined && { env: within(home), artifactsDir: join(home, "artifacts") }),
    args: [
      ...QUIET,
      ...(headless ? ["--disable-gpu", `--disable-features=${UNSEEN.join(",")}`] : []),
      ...(viewport === null ? ["--window-size=1280,840", "--window-position=0,0"] : []),
      ...extensionFlags(extension)
    ]
  })
  const worker = await workerOf(context)
  const id = new URL(worker.url()).host
  return {
    context,
    id,
    async page(file) {
      const page = await context.newPage()
      await page.goto(`chrome-extension://${id}/${file}`)
      return page
    }
  }
}

/** Chromium asks nothing, and talks to nobody by itself. */
export const QUIET = [
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--hide-crash-restore-bubble"
]

/** Loads one unpacked extension and no other. */
export const extensionFlags = (extension: string) => [
  `--disable-extensions-except=${extension}`,
  `--load-extension=${extension}`
]

/**
 * These features are disabled in a browser without a window: two pages that it loads for the list below its address
 * bar, which take a fifth of its start, and everything that Playwright itself switches off, because this list replaces
 * Playwright's.
 */
const UNSEEN = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "TcpPortRandomizationWin",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
  "msForceBrowserSignIn",
  "msEdgeUpdateLaunchServicesPreferredVersion"
]

async function workerOf(context: BrowserContext): Promise<Worker> {
  try {
    return context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker", { timeout: 20_000 }))
  } catch (cause) {
    await context.close()
    throw new Error(
      "This browser started without the extension: it may be a branded Chrome, or forbid extensions by policy.",
      { cause }
    )
  }
}

/**
 * Pairs through the popup, as a person does. `address` is needed only if it differs from the one that is filled in. A
 * person who is signed in is signed out.
 */
export async function pair(opened: Opened, code: string, address?: string): Promise<void> {
  const popup = await opened.page("popup.html")
  const signOut = popup.getByRole("button", { name: "Sign out" })
  await signOut.or(popup.getByLabel("Pairing code")).first().waitFor({ timeout: 20_000 })
  if (await signOut.isVisible()) await signOut.click()
  if (address) await popup.getByLabel("Relay address").fill(address)
  await popup.getByLabel("Pairing code").fill(code)
  await popup.getByRole("button", { name: "Pair" }).click()
  await popup.getByRole("button", { name: "Sign out" }).waitFor({ timeout: 20_000 })
  await popup.close()
}

/** Returns the environment with which the browser keeps its settings, cache and temporary files below `home`. */
function within(home: string): NodeJS.ProcessEnv {
  const folders = {
    XDG_CONFIG_HOME: join(home, "config"),
    XDG_CACHE_HOME: join(home, "cache"),
    XDG_DATA_HOME: join(home, "data"),
    TMPDIR: join(home, "tmp")
  }
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true, mode: 0o700 })
  // The browser's socket lies in its temporary folder, and the kernel accepts about 104 bytes for a socket's path.
  const { TMPDIR, ...rest } = folders
  return { ...process.env, ...rest, ...(Buffer.byteLength(TMPDIR) < 60 && { TMPDIR }) }
}
