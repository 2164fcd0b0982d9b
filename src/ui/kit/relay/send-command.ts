import { extensionPage } from "../../../platform/extension-page.ts"
import type { CommandAnswer, PanelCommand } from "../../../protocol/panel.ts"

/** Asks the background worker. If it can't be reached, the answer is "no-answer". */
export async function sendCommand(command: PanelCommand): Promise<CommandAnswer> {
  try {
    return (await extensionPage.ask<CommandAnswer | undefined>(command)) ?? { ok: false, code: "no-answer" }
  } catch (error) {
    return { ok: false, code: "no-answer", message: error instanceof Error ? error.message : String(error) }
  }
}
