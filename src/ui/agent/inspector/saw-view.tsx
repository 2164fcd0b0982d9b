import { useMemo, useRef, useState } from "react"
import type { Saw } from "../../../protocol/request-inspector.ts"
import { t } from "../../messages/t.ts"
import { Page } from "../layout/page.tsx"
import { usePanelHold } from "../state/use-panel.ts"
import type { Hit, Searched } from "./find.ts"
import { Mend, SaidByYou } from "./mend.tsx"
import { reachWords } from "./reach-words.ts"
import { readBody } from "./read-body.ts"
import { leftOf, modelOf, Request } from "./request.tsx"
import { Search } from "./search.tsx"
import { newestOf, sentOf } from "./sent.ts"
import { Stayed } from "./stayed.tsx"
import { usePassedOn, useSaw, useTellWord } from "./use-saw.ts"
import { useSearch } from "./use-search.ts"

/** All that left the browser of this ticket, and what was sent on to the model: a page of the panel, not a dialog. */
export function SawView() {
  const { saw, failed } = useSaw()
  const { state } = usePanelHold()
  return (
    <>
      <Page title={t("saw")}>
        {saw ? (
          <p className="quiet">
            {saw.requests.length === 0 ? t("saw.nothing") : t("saw.lead", { count: saw.stayed.replaced })}
          </p>
        ) : (
          <p className="quiet">{failed === undefined ? t("saw.loading") : t("saw.failed", { why: failed })}</p>
        )}
        {saw ? <p className="quiet">{reachWords(saw.reach, state.masking?.mode)}</p> : null}
      </Page>
      {saw ? <Requests saw={saw} /> : null}
    </>
  )
}

function Requests({ saw }: { saw: Saw }) {
  const page = useRef<HTMLDivElement>(null)
  const tell = useTellWord()
  const all = useMemo(() => sentOf(saw.requests), [saw.requests])
  const newest = newestOf(all)?.id
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
  const answers = usePassedOn(open)
  const passed = useMemo(() => new Map(open.map((id, index) => [id, answers[index]])), [open, answers])
  const texts = useMemo(
    () =>
      all.flatMap((sent): Searched[] => {
        const said = sent.path === "/v1/drafts" ? passed.get(sent.draftId ?? "")?.answer?.said : undefined
        const body = said && said !== "gone" ? said.body : undefined
        return [
          { id: leftOf(sent), parts: sent.parts },
          ...(body === undefined ? [] : [{ id: modelOf(sent), parts: readBody(body) }])
        ]
      }),
    [all, passed]
  )
  const search = useSearch(texts, ({ id }: Hit) => {
    const sent = all.find((one) => leftOf(one) === id || modelOf(one) === id)
    if (!sent) return
    turn(sent.id, true)
    compare(sent.id, false)
  })

  return (
    <div className="inspector" ref={page}>
      {all.length > 0 ? <Search {...search} /> : null}
      {all.map((sent) => (
        <Request
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
      <SaidByYou told={saw.told} tell={tell} />
      <Stayed stayed={saw.stayed} />
      <Mend page={page} placeholders={saw.placeholders} tell={tell} />
    </div>
  )
}
