import type { Criterion } from "../../protocol/scorecard.ts"
import { isMessage, tell } from "../messages/t.ts"

/** How a criterion is called: as the team named it, or as the interface words one of the default ones. */
export function criterionName({ id, name }: Pick<Criterion, "id" | "name">): string {
  const key = `criterion.${id}`
  return name === "" && isMessage(key) ? tell(key, {}) : name || id
}
