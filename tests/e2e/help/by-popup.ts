import { cpSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { expect } from "vitest"
import { built } from "./built.ts"
import type { World } from "./harness.ts"
import type { Screen } from "./headful.ts"

/**
 * What a person does in the real popup, which no test can reach but by keys: allow the site in front, and take it back.
 */

/** The build as it is, but for a key that opens the popup; four keys are the most that an extension may suggest. */
export function withPopupKey(extension: string): void {
  cpSync(built, extension, { recursive: true })
  const file = join(extension, "manifest.json")
  const manifest = JSON.parse(readFileSync(file, "utf8"))
  manifest.commands = { _execute_action: { suggested_key: { default: "Alt+Shift+Y" } } }
  writeFileSync(file, JSON.stringify(manifest))
}

/** Allows the site in front, and says yes to the browser's own question. `panel`: any page of the extension. */
export async function allowSite(world: World, screen: Screen, panel: Page, site: string): Promise<void> {
  await pressInPopup(screen, panel, "Allow this site")
  await expect
    .poll(
      async () => {
        press(screen, "Left", "Return")
        return isAllowed(world, site)
      },
      { timeout: 20_000, interval: 700 }
    )
    .toBe(true)
}

/**
 * Opens the real popup by its key and presses a button in it with Return, which is the person's gesture that the
 * browser asks for.
 */
export async function pressInPopup(screen: Screen, panel: Page, name: string): Promise<void> {
  // The popup is no page that can be driven from outside, but another page of the extension sees it.
  const focus = (text: string) =>
    panel.evaluate((text) => {
      const popups = chrome.extension.getViews({ type: "popup" })
      const buttons = popups.flatMap((popup) => [...popup.document.querySelectorAll("button")])
      const button = buttons.find(({ textContent }) => textContent === text)
      button?.focus()
      return { isOpen: popups.length > 0, isFocused: button !== undefined }
    }, text)
  // One that was left open closes by itself when its window loses the focus, perhaps just as the key is pressed.
  await expect
    .poll(
      async () => {
        const { isOpen } = await focus("")
        if (isOpen) press(screen, "Escape")
        return isOpen
      },
      { timeout: 10_000, interval: 200 }
    )
    .toBe(false)
  let pressed = -Infinity
  await expect
    .poll(
      async () => {
        const { isOpen, isFocused } = await focus(name)
        // A browser that has just opened its window may miss the key. Pressed twice, it closes the popup again.
        if (!isOpen && performance.now() - pressed > 5000) {
          pressed = performance.now()
          press(screen, "alt+shift+y")
        }
        return isFocused
      },
      { timeout: 30_000, interval: 200 }
    )
    .toBe(true)
  press(screen, "Return")
}

export async function isAllowed(world: World, site: string): Promise<boolean> {
  const { context } = world.browser
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"))
  return worker.evaluate(async (origin) => {
    const [allowed, scripts] = await Promise.all([
      chrome.permissions.contains({ origins: [`${origin}/*`] }),
      chrome.scripting.getRegisteredContentScripts()
    ])
    return allowed && scripts.length > 0
  }, site)
}

function press(screen: Screen, ...keys: string[]): void {
  screen.do("key", "--delay", 150, ...keys)
}
