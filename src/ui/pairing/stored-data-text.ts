import type { PanelState } from "../../protocol/panel.ts"
import { t } from "../messages/t.ts"

/** Returns "12 drafts and 2 unreported results", or "" if nothing is kept. */
export function storedDataText({ drafts, outcomes }: PanelState["kept"]): string {
  if (outcomes === 0) return drafts === 0 ? "" : t("kept.drafts", { count: drafts })
  const results = t("kept.outcomes", { count: outcomes })
  return drafts === 0 ? results : t("kept.both", { drafts: t("kept.drafts", { count: drafts }), outcomes: results })
}
