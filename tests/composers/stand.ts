import { expect, vi } from "vitest"
import { userEvent } from "vitest/browser"
import type { Composer } from "../../src/composers/common/composer.ts"
import { composers } from "../../src/composers/index.ts"
import type { Editor, Opened, Standing } from "./editor.ts"

/** What no composer may ever send into a page. */
const NEVER = ["keydown", "keypress", "keyup", "submit", "beforeunload"]

export interface Stand extends Opened {
  composer: Composer
  insert(text: string, at?: "own-place" | "caret" | "selection"): Promise<void>
  read(): string
  redo(): Promise<void>
  linesInList(): string[]
}

/** An opened editor with the composer that accepts it, listening for what must not happen. */
export async function stand(editor: Editor, standing?: Standing): Promise<Stand> {
  const opened = await editor.open(standing)
  const { element } = opened
  const composer = composers.find((each) => each.accepts(element))
  if (!composer) throw new Error("no composer accepts this editor")
  const heard: string[] = []
  const hear = (event: Event) => void (event.isTrusted || heard.push(event.type))
  const views = new Set([window, element.ownerDocument.defaultView ?? window])
  for (const view of views) for (const type of NEVER) view.addEventListener(type, hear, true)
  return {
    ...opened,
    composer,
    insert: (text, at = "own-place") => composer.insert(element, text, at),
    read: () => composer.read(element),
    linesInList: () =>
      opened.element.matches("textarea, .cm-content")
        ? [...opened.model().matchAll(/^- (.*)$/gm)].map(([, point = ""]) => point)
        : [...element.querySelectorAll("li")].map((point) => point.innerText.trim()),
    redo: () => userEvent.keyboard(editor.differs?.redo ?? "{Control>}{Shift>}z{/Shift}{/Control}"),
    close() {
      for (const view of views) for (const type of NEVER) view.removeEventListener(type, hear, true)
      opened.close()
      vi.useRealTimers()
      expect(heard).toEqual([])
    }
  }
}

/**
 * Some editors undo what came within a second as one step. People are slower than tests: the clock goes on by two, with
 * nobody waiting.
 */
export function aMomentLater(): void {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 2000, shouldAdvanceTime: true })
}

export const undo = () => userEvent.keyboard("{Control>}z{/Control}")
