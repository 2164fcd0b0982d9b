import { use } from "react"
import { Button } from "../../kit/button.tsx"
import { Icon } from "../../kit/icon.tsx"
import { shortcutProps } from "../../kit/key-list.tsx"
import { SingleKeys } from "../../kit/use-keys.ts"
import { t } from "../../messages/t.ts"
import { InstructionField } from "../cards/draft/instruction-field.tsx"
import { DraftFooter } from "../cards/draft/draft-footer.tsx"
import { RejectReasons } from "../cards/draft/reject.tsx"
import { RewriteResult } from "../rewriting/rewrite-result.tsx"
import { RewriteBar } from "../rewriting/rewrite-bar.tsx"
import { bindings } from "../state/bindings.ts"
import { isWriting } from "../state/disabled-reasons.ts"
import { usePanelContext } from "../state/use-panel.ts"
import { moreRows, type MoreRow } from "./more-rows.ts"

/** More: what changes the draft, then a row for each thing that can be opened, and what can be done with the draft. */
export function MoreRoot() {
  const panel = usePanelContext()
  const { draft, draftText } = panel
  const isWhole = draft && !isWriting(draft) && draftText.letter.text !== ""
  return (
    <>
      {draft ? <InstructionField /> : null}
      {isWhole ? <RewriteBar of="draft" id="rewrite" /> : null}
      <RewriteResult of="draft" />
      <RejectReasons />
      <ul className="more-rows">
        {moreRows(panel).map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
      <DraftFooter />
      <TicketActions />
    </>
  )
}

function Row({ row: { id, icon, title, says, digit } }: { row: MoreRow }) {
  const { setDrawer } = usePanelContext()
  const single = use(SingleKeys)
  return (
    <li>
      <button
        type="button"
        id={`more-${id}`}
        className="more-row"
        aria-keyshortcuts={single && digit ? String(digit) : undefined}
        onClick={() => setDrawer({ tab: "more", part: id })}
      >
        <Icon name={icon} />
        <span>{title()}</span>
        <small dir="auto">{says}</small>
        {single && digit ? <kbd aria-hidden="true">{digit}</kbd> : null}
      </button>
    </li>
  )
}

/** What is done with the ticket as a whole. */
function TicketActions() {
  const { disabledReasons, regenerate, showNotice, setView, canHandOver, handOver, draft } = usePanelContext()
  return (
    <div className="more-acts">
      {isWriting(draft) ? null : (
        <Button
          variant="bare"
          small
          {...shortcutProps(bindings.regenerate)}
          disabledReason={disabledReasons.regenerate}
          onRefused={(why) => showNotice({ why })}
          onPress={() => void regenerate()}
        >
          {t("act.regenerate")}
        </Button>
      )}
      {canHandOver ? (
        <Button variant="bare" small {...shortcutProps(bindings.handOver)} onPress={handOver}>
          {t("handover")}
        </Button>
      ) : null}
      <Button variant="bare" small {...shortcutProps(bindings.keys)} onPress={() => setView("menu")}>
        {t("key.sheet")}
      </Button>
    </div>
  )
}
