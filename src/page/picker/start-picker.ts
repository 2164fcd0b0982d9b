import type { Page } from "../../helpdesks/contract/adapter.ts"
import type { FromPage } from "../../protocol/page.ts"
import type { PickAnswer, PickedRecipe, ToPicker } from "../../protocol/picking/picking.ts"
import { Picker } from "./picker.ts"

export interface PickerPorts {
  send(message: FromPage): void
  onMessage(answer: (message: ToPicker) => Promise<PickAnswer | PickedRecipe> | undefined, signal: AbortSignal): void
}

/** Answers the background: starts the picker in this page when asked, passes on what the panel does, and ends it. */
export function startPicker(page: Page, ports: PickerPorts, signal: AbortSignal): void {
  let picker: Picker | undefined
  let life: AbortController | undefined
  const end = () => {
    life?.abort()
    picker = life = undefined
  }
  const start = ({ words, again }: Extract<ToPicker, { kind: "pick-start" }>): PickAnswer => {
    end()
    life = new AbortController()
    picker = new Picker(
      page,
      words,
      {
        changed: (state) => ports.send({ kind: "pick-changed", state }),
        stop() {
          end()
          ports.send({ kind: "pick-stopped" })
        }
      },
      AbortSignal.any([signal, life.signal]),
      again
    )
    return { ok: true, state: picker.state() }
  }
  const answer = (message: ToPicker): PickAnswer | PickedRecipe => {
    if (message.kind === "pick-start") return start(message)
    if (!picker) return { ok: false }
    if (message.kind === "pick-look") return { ok: true, state: picker.state() }
    if (message.kind === "pick-act") return { ok: true, state: picker.act(message.act) }
    if (message.kind === "pick-finish") {
      const made = picker.finish()
      if (made.ok) end()
      return made
    }
    const state = picker.state()
    end()
    return { ok: true, state }
  }
  ports.onMessage((message) => (/^pick-/.test(message.kind) ? Promise.try(() => answer(message)) : undefined), signal)
}
