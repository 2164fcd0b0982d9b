import { useState } from "react"
import type { CommandAnswer, PanelCommand, RefusedOutcome } from "../../protocol/panel.ts"
import { unmaskedWords } from "../messages/unmasked-words.ts"
import { t } from "../messages/t.ts"
import { Button } from "./button.tsx"

/** Outcomes that the relay refused, each with its two ways to resolve it. */
export function RefusedOutcomes({
  refused,
  send
}: {
  refused: RefusedOutcome[]
  send: (command: PanelCommand) => Promise<CommandAnswer>
}) {
  const [busy, setBusy] = useState<string>()
  const [failed, setFailed] = useState(false)
  const act = async (id: string, what: "mask" | "discard") => {
    setBusy(id)
    const answer = await send({ kind: "popup-outcome", id, what })
    setFailed(!answer.ok && answer.code !== "no-outcome")
    setBusy(undefined)
  }
  return (
    <>
      <ul className="refused-outcomes">
        {refused.map(({ id, ticketId, kinds }) => (
          <li key={id}>
            <p>{t("refused.item", { ticket: ticketId, what: unmaskedWords(kinds) })}</p>
            <div className="do">
              <Button
                small
                disabledReason={busy === id ? t("refused.busy") : undefined}
                onPress={() => void act(id, "mask")}
              >
                {t("refused.mask")}
              </Button>
              <Button
                small
                variant="link"
                disabledReason={busy === id ? t("refused.busy") : undefined}
                onPress={() => void act(id, "discard")}
              >
                {t("refused.discard")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <p role="status" className="small">
        {failed ? t("refused.failed") : ""}
      </p>
    </>
  )
}
