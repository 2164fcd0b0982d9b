import { render } from "@testing-library/react"
import type { PanelState } from "../../src/protocol/panel.ts"
import { Panel } from "../../src/ui/agent/panel.tsx"
import { fakeLink } from "./fake-link.ts"

/** The panel over a background that a test holds in its hand. */
export function showPanel(state: PanelState, answers?: Parameters<typeof fakeLink>[1]) {
  const background = fakeLink(state, answers)
  render(<Panel link={background.link} />)
  return background
}
