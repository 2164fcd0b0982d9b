import { fireEvent, screen } from "@testing-library/react"
import type { CommandAnswer, PanelCommand } from "../../src/protocol/panel.ts"
import { showPanel } from "./show-panel.tsx"
import { states } from "./states.ts"
import { passedOn, saw } from "./help/states-inspector.ts"

type Answers = Partial<Record<PanelCommand["kind"], CommandAnswer>>

/** "What the model saw", opened from the panel. */
export async function opened(answers: Answers = {}, state = states.ready()) {
  const background = showPanel(
    state,
    {
      "panel-inspect": { ok: true, saw },
      "panel-passed-on": { ok: true, passedOn },
      ...answers
    },
    "more"
  )
  fireEvent.click(button("What the model saw"))
  await screen.findByRole("heading", { name: "Stayed here" })
  return background
}
export const button = (name: string | RegExp) => screen.getByRole("button", { name })
/** What opens and folds a request. */
export const fold = (name: RegExp) => button(name)
export const texts = () => screen.getAllByRole("group", { name: "Text as sent" })
