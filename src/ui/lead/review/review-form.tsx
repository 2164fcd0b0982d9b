import { use, useId } from "react"
import { Button } from "../../kit/button.tsx"
import { shortcutProps } from "../../kit/key-list.tsx"
import { Reasons } from "../../kit/reasons.tsx"
import { SingleKeys } from "../../kit/use-keys.ts"
import { t, tell } from "../../messages/t.ts"
import { faultWords } from "../../kit/relay/call-fault.ts"
import { dayText } from "../../messages/time-text.ts"
import { reviewKeys } from "./review-keys.ts"
import { hasDraft, type ReviewContextValue } from "./use-review.ts"
import type { Review } from "../../../protocol/review.ts"
import { reasonWord, verdictWord } from "../review-text.ts"
import { CaseWork } from "./case-work.tsx"
import { Criteria } from "./criteria.tsx"
import { VerdictChoice } from "./verdict-choice.tsx"

/** The lead's review of the case: reasons, a note, and the button for the next one. */
export function ReviewForm({ hold }: { hold: ReviewContextValue }) {
  const { form, tick, judge, write, case: there, ready, theirs } = hold
  const single = use(SingleKeys)
  const open = there !== undefined && ready
  return (
    <aside className="score" aria-label={t("verdict")}>
      {there && hasDraft(there) ? <VerdictChoice value={form.verdict} choose={judge} /> : null}
      <Criteria hold={hold} />
      <div className="pane-h">
        <h2 className="grow">{t("reasons")}</h2>
        {single ? <span className="small muted">{t("reasons.keys")}</span> : null}
      </div>
      <Reasons given={form.reasons} toggle={tick} label={t("reasons")} />
      <TextBox
        label={t("review.note")}
        hint={t("review.note.masked")}
        value={form.note}
        isOff={!open}
        write={(note) => write({ note })}
      />
      <TextBox
        label={t("work.comment")}
        hint={t("work.comment.hint")}
        value={form.comment}
        isOff={!open}
        write={(comment) => write({ comment })}
      />
      {there ? <CaseWork there={there} /> : null}
      {theirs ? <ReviewConflict hold={hold} theirs={theirs} /> : null}
      <div className="done">
        <Said hold={hold} />
        <Button
          variant={theirs ? undefined : "main"}
          {...shortcutProps(reviewKeys.save)}
          onPress={hold.save}
          disabledReason={offSave(hold)}
        >
          {t("review.save")}
        </Button>
        <div className="row">
          <Button
            small
            className="grow"
            {...shortcutProps(reviewKeys.skip)}
            onPress={hold.skip}
            disabledReason={there ? undefined : t("review.off.none")}
          >
            {t("review.skip")}
          </Button>
          <Button small className="grow" {...shortcutProps(reviewKeys.undo)} onPress={hold.undo}>
            {t("review.undo")}
          </Button>
        </div>
      </div>
    </aside>
  )
}

interface TextBoxProps {
  label: string
  hint: string
  value: string
  isOff: boolean
  write: (text: string) => void
}

function TextBox({ label, hint, value, isOff, write }: TextBoxProps) {
  const id = useId()
  return (
    <div className="note-box">
      <label className="small muted" htmlFor={id}>
        {label}
      </label>
      <textarea
        className="in"
        id={id}
        rows={3}
        maxLength={MOST_TYPED}
        aria-describedby={`${id}-masked`}
        disabled={isOff}
        value={value}
        onChange={({ target }) => write(target.value)}
      />
      <p className="small muted" id={`${id}-masked`}>
        {hint}
      </p>
    </div>
  )
}

/** In characters. Placeholders may make it longer. */
const MOST_TYPED = 3000

function offSave(hold: ReviewContextValue): string | undefined {
  const { case: there, ready, theirs, saving } = hold
  if (!there || !ready) return t("review.off.none")
  if (theirs) return t("review.off.conflict")
  if (hold.isUndecided) return t("review.off.verdict")
  return saving ? t("review.saving") : undefined
}

/** The only place for announcements: what the last key did, or the state of the case. */
function Said({ hold: { message, saving, changed, case: there, theirs } }: { hold: ReviewContextValue }) {
  if (message?.kind === "fault") {
    const { what, then } = faultWords(message.error)
    return (
      <p className="say wrong" role="alert">
        <b>{t("review.not-saved")}</b> {what} {then}
      </p>
    )
  }
  const review = there?.review
  const stands =
    review && review.version > 0 && review.done && review.by && review.at
      ? t("review.saved-by", { name: review.by, when: dayText(review.at, Date.now()) })
      : ""
  const words = saving
    ? t("review.saving")
    : message
      ? tell(`review.told.${message.kind}`, {})
      : theirs
        ? ""
        : changed
          ? t("review.unsaved")
          : stands
  return (
    <p className="say small quiet" role="status">
      {words}
    </p>
  )
}

/**
 * Another lead saved first. Both reviews are shown side by side, and the lead chooses. Nothing has been overwritten.
 */
function ReviewConflict({ hold, theirs }: { hold: ReviewContextValue; theirs: Review }) {
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

function Side({
  title,
  side: { verdict, reasons, note, comment }
}: {
  title: string
  side: Pick<Review, "verdict" | "reasons" | "note" | "comment">
}) {
  return (
    <div className="side">
      <h3>
        <bdi>{title}</bdi>
      </h3>
      {verdict === null ? null : <p className="strong">{verdictWord(verdict)}</p>}
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
      {comment === "" ? null : (
        <p className="text" dir="auto">
          {t("work.comment")}: {comment}
        </p>
      )}
    </div>
  )
}
