import type { CommandAnswer, PanelCommand, PanelState } from "../../../protocol/panel.ts"
import { extensionPage } from "../../../platform/extension-page.ts"
import { sendCommand } from "../../kit/relay/send-command.ts"

/**
 * The connection between the panel and the background worker, as the panel's parts see it. Tests pass one of their own.
 */
export interface PanelLink {
  /** Calls back at every change of `state()`. @returns a function that ends it */
  subscribe(changed: () => void): () => void
  /** The newest state that was pushed, or undefined before the first. */
  state(): PanelState | undefined
  /** Never rejects. If the background worker doesn't answer, the answer is "no-answer". */
  send(command: PanelCommand): Promise<CommandAnswer>
  /** @throws if the browser refuses */
  copy(text: string): Promise<void>
  /**
   * The browser-wide keys by name, as the browser writes them, or "" if the person has set none. @throws if the browser
   * can't say
   */
  shortcuts(): Promise<Record<string, string>>
  /** The version of the extension. */
  version(): string
}

export function openPanelLink(): PanelLink {
  let current: PanelState | undefined
  const listeners = new Set<() => void>()
  let line: AbortController | undefined
  return {
    subscribe(changed) {
      listeners.add(changed)
      if (!line) {
        line = new AbortController()
        extensionPage.listen<PanelState>(
          "panel",
          (state) => {
            current = state
            for (const listener of listeners) listener()
          },
          line.signal
        )
      }
      return () => {
        listeners.delete(changed)
        if (listeners.size > 0) return
        line?.abort()
        line = undefined
      }
    },
    state: () => current,
    send: sendCommand,
    copy: extensionPage.copy,
    shortcuts: extensionPage.shortcuts,
    version: extensionPage.version
  }
}
