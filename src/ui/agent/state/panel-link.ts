import type { CommandAnswer, PanelCommand, PanelState } from "../../../protocol/panel.ts"
import { extensionPage } from "../../../platform/extension-page.ts"

/** The line between the panel and the background, as the panel's parts see it. Tests hand in one of their own. */
export interface PanelLink {
  /** Calls back at every change of `state()`; returns what ends it. */
  subscribe(changed: () => void): () => void
  /** The newest state that was pushed; undefined before the first. */
  state(): PanelState | undefined
  /** Never rejects: a background that doesn't answer is the answer "no-answer". */
  send(command: PanelCommand): Promise<CommandAnswer>
  /** @throws when the browser refuses */
  copy(text: string): Promise<void>
  /**
   * The browser-wide keys by name, as the browser writes them; "" where the person has set none. @throws when the
   * browser can't tell
   */
  shortcuts(): Promise<Record<string, string>>
  /** Of the extension. */
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

/** Asks the background; a background that can't be reached answers "no-answer". */
export async function sendCommand(command: PanelCommand): Promise<CommandAnswer> {
  try {
    return (await extensionPage.ask<CommandAnswer | undefined>(command)) ?? { ok: false, code: "no-answer" }
  } catch (error) {
    return { ok: false, code: "no-answer", message: error instanceof Error ? error.message : String(error) }
  }
}
