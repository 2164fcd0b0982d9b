import { useQuery } from "@tanstack/react-query"
import type { Saw } from "../../../protocol/panel.ts"
import { Card } from "../../kit/card.tsx"
import { clock } from "../../messages/format.ts"
import { t } from "../../messages/t.ts"
import { Page } from "../page.tsx"
import { usePanelHold } from "../use-panel.ts"
import { worded } from "../worded.ts"
import { SentText } from "./sent-text.tsx"

/** What left the browser for this draft, and what was sent to the model: a page of the panel, not a dialog. */
export function SawView() {
  const { draft, ticket, link } = usePanelHold()
  const { data, error } = useQuery({
    queryKey: ["saw", ticket.key, draft?.id, draft?.state],
    enabled: draft !== undefined,
    staleTime: 30_000,
    queryFn: async () => {
      const answer = await link.send({ kind: "panel-saw", key: ticket.key, draftId: draft?.id ?? "" })
      if (answer.ok && answer.saw) return answer.saw
      throw new Error(answer.ok ? worded({ code: "no-answer" }, {}).what : worded(answer, {}).what)
    }
  })
  return (
    <>
      <Page title={t("saw")}>
        <p className="quiet">{t("saw.names")}</p>
        {data ? null : <p className="quiet">{error ? t("saw.failed", { why: error.message }) : t("saw.loading")}</p>}
      </Page>
      {data ? <Parts saw={data} /> : null}
    </>
  )
}

function Parts({ saw }: { saw: Saw }) {
  return (
    <>
      <Card title={t("saw.left")}>
        <div className="in-card stack">
          <p className="quiet">{saw.left.length === 0 ? t("saw.left.none") : t("saw.left.lead", { count: saw.stayed.replaced })}</p>
          {saw.left.map(({ at, path, body }, index) => (
            <SentText key={index} title={t("saw.request", { time: clock(at), path })} body={body} />
          ))}
        </div>
      </Card>
      <Card title={t("saw.model")}><div className="in-card stack"><ToModel upstream={saw.upstream} /></div></Card>
      <Card title={t("saw.stayed")}><Stayed stayed={saw.stayed} /></Card>
    </>
  )
}

function ToModel({ upstream }: { upstream: Saw["upstream"] }) {
  if (!upstream) return <p className="quiet">{t("saw.model.unknown")}</p>
  if (!upstream.asked) return <p className="quiet">{t("saw.model.none")}</p>
  return (
    <>
      <p className="quiet">{t("saw.model.lead", { model: upstream.model })}</p>
      {upstream.body ? <SentText title={upstream.url ? t("saw.model.url", { url: upstream.url }) : upstream.model} body={upstream.body} /> : null}
    </>
  )
}

function Stayed({ stayed }: { stayed: Saw["stayed"] }) {
  const { notes, attachments, replaced } = stayed
  const lines = [
    notes > 0 ? t("saw.stayed.notes", { count: notes }) : "",
    attachments.length > 0 ? t("saw.stayed.attachments", { count: attachments.length, names: attachments.join(", ") }) : "",
    replaced > 0 ? t("saw.stayed.table", { count: replaced }) : ""
  ].filter(Boolean)
  return lines.length > 0
    ? <ul className="in-card quiet">{lines.map((line) => <li key={line}>{line}</li>)}</ul>
    : <p className="in-card quiet">{t("saw.stayed.nothing")}</p>
}
