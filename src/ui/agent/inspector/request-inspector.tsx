import { useMemo, useRef, useState } from "react"
import type { Inspection } from "../../../protocol/request-inspector.ts"
import { t } from "../../messages/t.ts"
import { PanelPage } from "../layout/panel-page.tsx"
import { usePanelContext } from "../state/use-panel.ts"
import type { Hit, SearchableText } from "./find-hits.ts"
import { MaskingOverrideBar, MaskingOverrideList } from "./masking-override.tsx"
import { recallText } from "./recall-text.ts"
import { readBody } from "./read-request-body.ts"
import { sentTextId, upstreamTextId, RequestView } from "./request-view.tsx"
import { InspectorSearch } from "./inspector-search.tsx"
import { newestRequest, readSentRequests } from "./sent-request.ts"
import { NotSent } from "./not-sent.tsx"
import { useUpstreamRequests, useInspection, useMaskingOverride } from "./use-inspection.ts"
import { useInspectorSearch } from "./use-inspector-search.ts"

/**
 * Shows everything of this ticket that left the browser, and what was sent on to the model. It is a page of the panel,
 * not a dialog.
 */
export function RequestInspector() {
  const { saw, failed } = useInspection()
  const { state } = usePanelContext()
  return (
    <>
      <PanelPage title={t("saw")}>
        {saw ? (
          <p className="quiet">
            {saw.requests.length === 0 ? t("saw.nothing") : t("saw.lead", { count: saw.stayed.replaced })}
          </p>
        ) : (
          <p className="quiet">{failed === undefined ? t("saw.loading") : t("saw.failed", { why: failed })}</p>
        )}
        {saw ? <p className="quiet">{recallText(saw.reach, state.masking?.mode)}</p> : null}
      </PanelPage>
      {saw ? <Requests saw={saw} /> : null}
    </>
  )
}

function Requests({ saw }: { saw: Inspection }) {
  const page = useRef<HTMLDivElement>(null)
  const tell = useMaskingOverride()
  const all = useMemo(() => readSentRequests(saw.requests), [saw.requests])
  const newest = newestRequest(all)?.id
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [compared, setCompared] = useState<ReadonlySet<string>>(new Set())
  const isOpen = (id: string) => toggled.get(id) ?? id === newest
  const turn = (id: string, open: boolean) => setToggled((before) => new Map(before).set(id, open))
  const compare = (id: string, on: boolean) =>
    setCompared((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)))

  const open = useMemo(
    () =>
      all
        .filter(({ id, path }) => path === "/v1/drafts" && (toggled.get(id) ?? id === newest))
        .flatMap(({ draftId }) => draftId ?? []),
    [all, toggled, newest]
  )
  const answers = useUpstreamRequests(open)
  const passed = useMemo(() => new Map(open.map((id, index) => [id, answers[index]])), [open, answers])
  const texts = useMemo(
    () =>
      all.flatMap((sent): SearchableText[] => {
        const said = sent.path === "/v1/drafts" ? passed.get(sent.draftId ?? "")?.answer?.said : undefined
        const body = said && said !== "gone" ? said.body : undefined
        return [
          { id: sentTextId(sent), parts: sent.parts },
          ...(body === undefined ? [] : [{ id: upstreamTextId(sent), parts: readBody(body) }])
        ]
      }),
    [all, passed]
  )
  const search = useInspectorSearch(texts, ({ id }: Hit) => {
    const sent = all.find((one) => sentTextId(one) === id || upstreamTextId(one) === id)
    if (!sent) return
    turn(sent.id, true)
    compare(sent.id, false)
  })

  return (
    <div className="inspector" ref={page}>
      {all.length > 0 ? <InspectorSearch {...search} /> : null}
      {all.map((sent) => (
        <RequestView
          key={sent.id}
          sent={sent}
          open={isOpen(sent.id)}
          toggle={() => turn(sent.id, !isOpen(sent.id))}
          comparing={compared.has(sent.id)}
          compare={(on) => compare(sent.id, on)}
          passed={passed.get(sent.draftId ?? "")}
          found={search.found}
        />
      ))}
      <MaskingOverrideList told={saw.told} tell={tell} />
      <NotSent stayed={saw.stayed} />
      <MaskingOverrideBar page={page} placeholders={saw.placeholders} tell={tell} />
    </div>
  )
}
