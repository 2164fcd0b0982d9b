import { tell } from "../../../messages/t.ts"
import { usePanelContext } from "../../state/use-panel.ts"

/** Says what became of the request to judge the draft. A judgement that is missing is never passed over in silence. */
export function JudgeNote() {
  const { draft } = usePanelContext()
  if (!draft?.judge) return null
  const { model, state, confirmed, doubted, unasked = 0 } = draft.judge
  return <p className="in-card small quiet">{tell(`judge.${state}`, { model, confirmed, doubted, unasked })}</p>
}
