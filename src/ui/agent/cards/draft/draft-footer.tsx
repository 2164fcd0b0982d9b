import type { PanelDraft } from "../../../../protocol/panel.ts"
import { Button } from "../../../kit/button.tsx"
import { seconds } from "../../../messages/format.ts"
import { t } from "../../../messages/t.ts"
import { bindings } from "../../state/bindings.ts"
import { RejectButton } from "./reject.tsx"
import { isWriting } from "../../state/disabled-reasons.ts"
import { usePanelContext } from "../../state/use-panel.ts"
import { leadingSource } from "../../why/used-sources.ts"

/** Shows who wrote the draft and how long it took, and opens the request inspector. */
export function DraftFooter() {
  const { draft, setView } = usePanelContext()
  if (!draft) return null
  return (
    <div className="foot">
      {draft.offline ? (
        <span className="grow">{withoutModel(draft)}</span>
      ) : (
        <span className="grow cut">
          <bdi>{draft.model}</bdi>
          {draft.ms ? (
            <>
              {draft.model === "" ? "" : " · "}
              <bdi className="num">{seconds(draft.ms.total)}</bdi>
            </>
          ) : null}
        </span>
      )}
      {draft.instead && !draft.offline ? (
        <span>{t(`foot.instead.${draft.instead.why}`, { model: draft.instead.of })}</span>
      ) : null}
      {draft.refusal ? null : <RejectButton />}
      {isWriting(draft) ? null : (
        <Button id="open-why" variant="bare" small shortcut={bindings.why.shortcut} onPress={() => setView("why")}>
          {t("made")}
        </Button>
      )}
      <Button
        id="open-saw"
        variant="bare"
        small
        icon="eye"
        shortcut={bindings.saw.shortcut}
        onPress={() => setView("saw")}
      >
        {t("foot.saw")}
      </Button>
    </div>
  )
}

function withoutModel(draft: PanelDraft): string {
  const { instead, refusal } = draft
  if (!instead && leadingSource(draft)?.kind === "ticket") return t("foot.offline.reply")
  if (!instead) return refusal ? t("foot.offline.refused") : t("foot.offline")
  return t(refusal ? `foot.instead.${instead.why}` : `foot.offline.${instead.why}`, { model: instead.of })
}
