import type { PanelState } from "../../../protocol/panel.ts"
import type { Inspection } from "../../../protocol/request-inspector.ts"
import { languageName } from "../../messages/format.ts"
import { t } from "../../messages/t.ts"

/** Says how much of the personal data is found in tickets of this language, and what to do about the rest. */
export function recallText(
  reach: Inspection["reach"],
  mode: NonNullable<PanelState["masking"]>["mode"] = "strict"
): string {
  return [found(reach), weaker(reach, mode), t("saw.reach.mend")].filter(Boolean).join(" ")
}

function found(reach: Inspection["reach"]): string {
  if (!reach) return t("saw.reach.unknown")
  const said = { language: languageName(reach.language), found: reach.found }
  if (reach.of === "words") return t("saw.reach.words", said)
  return t(reach.found < RELIABLE ? "saw.reach.unreliable" : "saw.reach.characters", said)
}

function weaker(reach: Inspection["reach"], mode: "strict" | "balanced"): string {
  if (mode === "strict") return ""
  return t(reach ? "saw.reach.balanced" : "saw.reach.balanced.unknown")
}

/**
 * The share of characters, of 100, from which recall counts as reliable. Even a few missed characters may be a whole
 * name.
 */
const RELIABLE = 95
