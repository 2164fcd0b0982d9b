import { cards } from "../cards/index.ts"
import type { CardRow, PanelCard } from "../card-kit/panel-card.ts"
import type { PanelContextValue } from "../state/use-panel.ts"

/** A row of More that has something to open now. */
export interface MoreRow extends CardRow {
  id: string
  says: string
  /** From 1, as long as there is a digit. */
  digit: number | undefined
}

const withRows = cards
  .filter((card): card is PanelCard & { row: CardRow } => card.row !== undefined)
  .sort((a, b) => a.order - b.order)

/** The rows of More in their order, without those that have nothing in them. */
export function moreRows(panel: PanelContextValue): MoreRow[] {
  return withRows
    .flatMap(({ id, row }) => {
      const says = row.detail(panel)
      return says === undefined ? [] : [{ ...row, id, says }]
    })
    .map((row, at) => ({ ...row, digit: at < 9 ? at + 1 : undefined }))
}
