import { useState } from "react"
import type { CommandAnswer, PanelCommand, PanelState } from "../../protocol/panel.ts"
import { Button } from "../kit/button.tsx"
import { RefusedOutcomes } from "../kit/refused-outcomes.tsx"
import { listed } from "../messages/format.ts"
import { t } from "../messages/t.ts"

/** What is stored on this computer, encrypted. */
export function StoredData({
  kept,
  wipe,
  act
}: {
  kept: PanelState["kept"]
  wipe: () => void
  act: (command: PanelCommand) => Promise<CommandAnswer>
}) {
  const drafts = t("kept.drafts", { count: kept.drafts })
  return (
    <section aria-labelledby="kept">
      <div className="row">
        <div className="grow">
          <h2 id="kept">{t("kept")}</h2>
          <p className="quiet small">
            {kept.drafts + kept.outcomes === 0
              ? t("kept.nothing")
              : kept.outcomes > 0
                ? t("kept.lead.waiting", { drafts, outcomes: t("kept.results", { count: kept.outcomes }) })
                : t("kept.lead", { drafts })}
          </p>
        </div>
        <Button small variant="danger" icon="trash" onPress={wipe}>
          {t("wipe")}
        </Button>
      </div>
      {kept.refused ? (
        <>
          <h3>{t("refused")}</h3>
          <p className="quiet small">{t("refused.lead")}</p>
          <RefusedOutcomes refused={kept.refused} send={act} />
        </>
      ) : null}
    </section>
  )
}

/** It replaces the popup's content, because the deletion can't be undone. */
export function WipeConfirmation({
  kept,
  act,
  done
}: {
  kept: PanelState["kept"]
  act: (command: PanelCommand) => Promise<CommandAnswer>
  done: () => void
}) {
  const [fault, setFault] = useState("")
  const wipe = async () => {
    const answer = await act({ kind: "popup-wipe" })
    if (answer.ok) done()
    else setFault(whyNotWiped(answer))
  }
  const waits = kept.outcomes - (kept.refused?.length ?? 0)
  return (
    <section aria-labelledby="wipe">
      <h2 id="wipe">{t("wipe.ask")}</h2>
      <p className="quiet gap">
        {t("wipe.lead", { drafts: t("kept.drafts", { count: kept.drafts }) })}{" "}
        {kept.outcomes > 0 ? <b>{t("wipe.lost", { count: kept.outcomes })}</b> : null}
      </p>
      <div className="row">
        <Button once variant="danger" onPress={() => void wipe()}>
          {t("wipe.do", { count: kept.drafts })}
        </Button>
        <Button onPress={done}>{t("wipe.keep")}</Button>
      </div>
      <p role="alert" className="fault">
        {fault}
      </p>
      {waits > 0 ? (
        <p className="small muted gap">
          {t("wipe.report", { count: waits })}{" "}
          <Button variant="link" small onPress={() => void act({ kind: "popup-report" })}>
            {t("wipe.report.do")}
          </Button>
        </p>
      ) : null}
    </section>
  )
}

function whyNotWiped(answer: Extract<CommandAnswer, { ok: false }>): string {
  const left = PARTS.filter((part) => answer.data?.[part] !== undefined)
  return left.length === 0
    ? t("status.failed")
    : t("wipe.left", { parts: listed(left.map((part) => t(`wipe.left.${part}`))) })
}

const PARTS = ["drafts", "sign-in", "sites"] as const
