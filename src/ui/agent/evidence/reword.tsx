import { useState } from "react"
import { isDenied, plainBlanks, type Claim } from "../../../ticket/draft.ts"
import { Button } from "../../kit/button.tsx"
import { direction } from "../../kit/direction.ts"
import { t } from "../../messages/t.ts"
import { failureText, takeAnswer } from "../card-kit/command-answers.ts"
import { replaceRange } from "../state/draft-text.ts"
import { usePanelContext } from "../state/use-panel.ts"
import { rewordWish } from "./reword-wish.ts"
import "./verdict-note.css"

type Rewording = { is: "idle" | "busy" } | { is: "new"; text: string } | { is: "failed"; why: string }

/**
 * Has a sentence that the verifier denies reworded so that it says what the evidence says. The new sentence is shown
 * first, and goes in at a second press.
 */
export function useReword(claim: Claim) {
  const { ticket, state, link, draftText, quiet } = usePanelContext()
  const [now, setNow] = useState<Rewording>({ is: "idle" })
  const sentence = draftText.letter.text.slice(claim.start, claim.end)
  return {
    now,
    /** A model has to write it. */
    isOffered: isDenied(claim.verdict) && state.relay.model !== null,
    async ask(): Promise<void> {
      setNow({ is: "busy" })
      const command = {
        kind: "panel-rewrite",
        key: ticket.key,
        change: "wish",
        wish: rewordWish(claim),
        text: sentence
      } as const
      try {
        const { text } = takeAnswer(await link.send(command), ({ rewrite }) => rewrite)
        const next = text.trim()
        setNow(next === sentence.trim() ? { is: "failed", why: t("reword.same") } : { is: "new", text: next })
      } catch (error) {
        if (!(error instanceof Error)) throw error
        setNow({ is: "failed", why: failureText(error) })
      }
    },
    use(text: string): void {
      quiet()
      draftText.change((letter) =>
        letter.text.slice(claim.start, claim.end) === sentence
          ? replaceRange(letter, claim.start, claim.end, text)
          : letter
      )
      void draftText.flush()
      document.getElementById("letter")?.focus({ preventScroll: true })
    },
    close: () => setNow({ is: "idle" })
  }
}

/** The button that asks for other words, while they aren't there yet. */
export function RewordButton({ reword }: { reword: ReturnType<typeof useReword> }) {
  if (!reword.isOffered || reword.now.is === "new") return null
  return (
    <Button
      small
      once
      disabledReason={reword.now.is === "busy" ? t("reword.busy") : undefined}
      onPress={() => void reword.ask()}
    >
      {reword.now.is === "busy" ? t("reword.busy") : t("reword")}
    </Button>
  )
}

/** The new sentence with the choice to use it, or why there is none. */
export function Reworded({ reword }: { reword: ReturnType<typeof useReword> }) {
  const { draft } = usePanelContext()
  const { now } = reword
  return (
    <div role="status">
      {now.is === "failed" ? <p className="small quiet">{now.why}</p> : null}
      {now.is === "new" ? (
        <div className="reworded">
          <p className="small muted">{t("reword.found")}</p>
          <p {...direction(draft?.language ?? null)}>{plainBlanks(now.text)}</p>
          <div className="do">
            <Button small once onPress={() => reword.use(now.text)}>
              {t("reword.use")}
            </Button>
            <Button small once onPress={reword.close}>
              {t("reword.close")}
            </Button>
          </div>
        </div>
      ) : null}
    </div>
  )
}
