import type { Review } from "../../../protocol/review.ts"
import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"
import { reasonWord } from "../review-text.ts"
import type { ReviewContextValue } from "./use-review.ts"

/**
 * Another lead saved first. Both reviews are shown side by side, and the lead chooses. Nothing has been overwritten.
 */
export function ReviewConflict({ hold, theirs }: { hold: ReviewContextValue; theirs: Review }) {
  return (
    <section className="conflict" role="alert" aria-labelledby="conflict">
      <h2 id="conflict">{t("conflict", { name: theirs.by ?? t("conflict.somebody") })}</h2>
      <p className="small quiet">{t("conflict.lead")}</p>
      <div className="sides">
        <Side title={theirs.by ?? t("conflict.theirs")} side={theirs} />
        <Side title={t("conflict.mine")} side={hold.form} />
      </div>
      <div className="do">
        <Button small onPress={hold.keepTheirs}>
          {t("conflict.keep")}
        </Button>
        <Button small variant="danger" onPress={hold.saveOverTheirs}>
          {t("conflict.over")}
        </Button>
      </div>
    </section>
  )
}

function Side({ title, side: { reasons, note } }: { title: string; side: Pick<Review, "reasons" | "note"> }) {
  return (
    <div className="side">
      <h3>
        <bdi>{title}</bdi>
      </h3>
      {reasons.length > 0 ? (
        <ul>
          {reasons.map((reason) => (
            <li key={reason}>{reasonWord(reason)}</li>
          ))}
        </ul>
      ) : (
        <p className="muted">{t("conflict.no-reasons")}</p>
      )}
      <p className={note ? "text" : "muted"} dir="auto">
        {note || t("conflict.no-note")}
      </p>
    </div>
  )
}
