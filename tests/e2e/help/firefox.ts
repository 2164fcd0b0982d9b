import { existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { delimiter, dirname, join } from "node:path"
import { launch, type Browser, type Page } from "puppeteer-core"
import { layOut } from "../../../scaffold/packages/lay-out.ts"
import { FIREFOX_ID, type BuiltManifest } from "../../../scaffold/packages/store-manifest.ts"
import { built } from "./built.ts"

/** Firefox with the built add-on in it, driven by WebDriver BiDi. */
export interface Firefox {
  browser: Browser
  /** Opens one of the add-on's own pages in a tab. */
  page(file: string): Promise<Page>
  close(): Promise<void>
}

export interface FirefoxOptions {
  /** The screen of a browser with a window; without one it has none. */
  display?: string
  /** Changes the built manifest first. */
  change?: (built: BuiltManifest) => BuiltManifest
  preferences?: Record<string, unknown>
}

/** Returns the program, or undefined where Firefox isn't installed. */
export const firefoxProgram = (): string | undefined => commands()[0]

/** Returns the program itself, which lies beside what it needs; a command may be a script that starts it. */
export const firefoxItself = (): string | undefined =>
  commands()
    .map((file) => realpathSync(file))
    .find((file) => existsSync(join(dirname(file), "omni.ja")))

function commands(): string[] {
  const folders = (process.env["PATH"] ?? "").split(delimiter)
  return folders
    .flatMap((folder) => ["firefox", "firefox-esr"].map((name) => join(folder, name)))
    .filter((file) => existsSync(file))
}

/** Installs the package for Firefox as a temporary add-on. @throws the browser's error if it refuses it */
export async function openFirefox(program: string, options: FirefoxOptions = {}): Promise<Firefox> {
  const folder = mkdtempSync(join(tmpdir(), "replywright-firefox-"))
  layOut(built, join(folder, "add-on"), "firefox", options.change)
  const browser = await launch({
    browser: "firefox",
    executablePath: program,
    headless: options.display === undefined,
    userDataDir: join(folder, "profile"),
    // A page of an add-on counts as part of the system.
    args: ["--remote-allow-system-access"],
    env: { ...process.env, HOME: folder, ...(options.display !== undefined && { DISPLAY: options.display }) },
    extraPrefsFirefox: {
      // Otherwise the address is another one in each profile.
      "extensions.webextensions.uuids": JSON.stringify({ [FIREFOX_ID]: ADDRESS }),
      ...options.preferences
    }
  })
  const close = async () => {
    await browser.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
  try {
    await browser.installExtension(join(folder, "add-on"))
  } catch (error) {
    await close()
    throw error
  }
  return {
    browser,
    async page(file) {
      const page = await browser.newPage()
      page.setDefaultTimeout(30_000)
      // The tab changes its process on the way, so no event of loading arrives.
      await page.goto(`moz-extension://${ADDRESS}/${file}`, { waitUntil: [] })
      return page
    },
    close
  }
}

const ADDRESS = "6f1d3a52-0b7e-4c7f-9a55-3f1b6c2d8e90"
