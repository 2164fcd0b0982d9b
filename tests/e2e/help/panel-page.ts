import type { BrowserContext, Disposable, Page } from "playwright-core"
import type { CommandAnswer, PanelState } from "../../../src/protocol/panel.ts"
import type { PageAnswer } from "../../../src/protocol/routes/calls/page-call.ts"

/** Pages that tests are done with: a new one takes more work than what is shown in it. */
const idle = new WeakMap<BrowserContext, Page[]>()
/** What makes the page one of these again. */
const renewals = new WeakMap<Page, { given: Disposable; viewport: ReturnType<Page["viewportSize"]> }>()

/**
 * Opens a built page with no background behind it: the state that it is pushed and the answers that it gets are given
 * here. An event "test-push" on its window is another state.
 */
export async function openAlone(
  context: BrowserContext,
  url: string,
  given: { state?: PanelState; answers?: Record<string, CommandAnswer | PageAnswer> }
): Promise<Page> {
  const page = idle.get(context)?.pop() ?? (await context.newPage())
  const script = await page.addInitScript(({ state, answers }) => {
    const port = {
      name: "panel",
      disconnect() {},
      postMessage() {},
      onDisconnect: { addListener() {} },
      onMessage: {
        addListener(heard: (message: unknown) => void) {
          if (state) setTimeout(() => heard(state), 0)
          addEventListener("test-push", (event) => {
            if (event instanceof CustomEvent) heard(event.detail)
          })
        }
      }
    }
    Object.defineProperty(chrome.runtime, "connect", { value: () => port })
    Object.defineProperty(chrome.runtime, "sendMessage", {
      value: (message: { kind: string; route?: string }) =>
        Promise.resolve(answers?.[message.route ?? message.kind] ?? { ok: true })
    })
  }, given)
  renewals.set(page, { given: script, viewport: page.viewportSize() })
  await page.goto(url)
  return page
}

/** Leaves a page of `openAlone` to the next test, as a new one would be; closes any other. */
export async function closeAlone(page: Page): Promise<void> {
  const renewal = renewals.get(page)
  if (!renewal) return page.close()
  renewals.delete(page)
  await renewal.given.dispose()
  await page.evaluate(() => sessionStorage.clear())
  await page.mouse.move(0, 0)
  await page.emulateMedia({ colorScheme: null, forcedColors: null, reducedMotion: null })
  if (renewal.viewport) await page.setViewportSize(renewal.viewport)
  await page.clearPageErrors()
  const context = page.context()
  idle.set(context, [...(idle.get(context) ?? []), page])
}

/** Hands the page another state, as the background would; waits until it is drawn. */
export async function push(page: Page, state: PanelState): Promise<void> {
  await page.evaluate(
    (next) =>
      new Promise<void>((drawn) => {
        dispatchEvent(new CustomEvent("test-push", { detail: next }))
        requestAnimationFrame(() => requestAnimationFrame(() => drawn()))
      }),
    state
  )
}
