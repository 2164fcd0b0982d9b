import type { BrowserContext, Page } from "playwright-core"
import type { CommandAnswer, PanelState } from "../../../src/protocol/panel.ts"
import type { PageAnswer } from "../../../src/protocol/routes/calls/page-call.ts"

/**
 * Opens a built page with no background behind it: the state that it is pushed and the answers that it gets are given
 * here. An event "test-push" on its window is another state.
 */
export async function openAlone(
  context: BrowserContext,
  url: string,
  given: { state?: PanelState; answers?: Record<string, CommandAnswer | PageAnswer> }
): Promise<Page> {
  const page = await context.newPage()
  await page.addInitScript(({ state, answers }) => {
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
  await page.goto(url)
  return page
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
