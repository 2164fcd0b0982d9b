import type { CaseAnswer } from "../../../protocol/review.ts"
import { MaskedTextView } from "../../kit/masked-text-view.tsx"
import { clock, day } from "../../messages/format.ts"
import { t, tell } from "../../messages/t.ts"

/** The public thread as it left the browser, newest first. */
export function Thread({ ticket, language }: { ticket: CaseAnswer["ticket"]; language: string | undefined }) {
  const messages = ticket?.messages.map((message, index) => ({ ...message, n: index + 1 })).reverse() ?? []
  return (
    <section className="box" aria-labelledby="case-thread">
      <h2 id="case-thread">{t("review.thread")}</h2>
      {messages.length === 0 ? (
        <p className="quiet">{t("review.no-thread")}</p>
      ) : (
        messages.map(({ n, role, at, text, attachments }) => (
          <div key={n} className={role === "agent" ? "th agent" : "th"}>
            <p className="small muted">
              {t("review.message", {
                n: String(n),
                role: tell(`saw.role.${role}`, {}),
                date: day(at),
                time: clock(at)
              })}
            </p>
            <p className="text" lang={language} dir="auto">
              <MaskedTextView text={text} />
            </p>
            {attachments && attachments.length > 0 ? (
              <p className="small muted">{t("review.attachments", { names: attachments.join(", ") })}</p>
            ) : null}
          </div>
        ))
      )}
    </section>
  )
}
