import type { ReactNode } from "react"
import type { PanelDraft } from "../../../protocol/panel.ts"
import type { Answer, Source } from "../../../ticket/draft.ts"
import { languageName, percent, seconds } from "../../messages/format.ts"
import { t, tell } from "../../messages/t.ts"
import { PanelPage } from "../layout/panel-page.tsx"
import { usePanelContext } from "../state/use-panel.ts"
import { leadingSource, usedSources } from "./used-sources.ts"

/** Says what a draft is made of: how sure it is and why, its sources, what was left out, its settings and who wrote. */
export function WhyView() {
  const { draft, draftText, state, ticket } = usePanelContext()
  if (!draft) return null
  const { used, unused } = usedSources(draft, draftText.letter)
  const { answer } = draft
  const excluded = ticket.chosen?.not ?? []
  return (
    <PanelPage title={t("made")}>
      {answer ? <Tier answer={answer} draft={draft} /> : null}
      <Part title={t("made.used")}>
        {used.map(({ source, count }) => (
          <li key={source.n}>
            {t("made.source", { n: source.n })} <bdi>{source.title}</bdi>{" "}
            <span className="quiet">{t("made.sentences", { count })}</span>
          </li>
        ))}
        {used.length === 0 ? <li className="quiet">{t("made.used.none")}</li> : null}
      </Part>
      {unused.length + excluded.length > 0 ? (
        <Part title={t("made.unused")}>
          {unused.map((source) => (
            <li key={source.n}>
              <bdi>{source.title}</bdi> <span className="quiet">{unusedReason(source, draft)}</span>
            </li>
          ))}
          {excluded.map(({ id, title }) => (
            <li key={id}>
              <bdi>{title}</bdi> <span className="quiet">{t("made.excluded")}</span>
            </li>
          ))}
        </Part>
      ) : null}
      {answer?.leftOut?.length ? (
        <Part title={t("made.cases")}>
          {answer.leftOut.map(({ text, because }) => (
            <li key={text}>
              <q dir="auto">{text}</q> <span className="quiet">{t("made.because", { because })}</span>
            </li>
          ))}
        </Part>
      ) : null}
      {answer?.notReused?.length ? (
        <Part title={t("made.not-reused")}>
          {answer.notReused.map((text) => (
            <li key={text}>
              <q dir="auto">{text}</q>
            </li>
          ))}
        </Part>
      ) : null}
      <Part title={t("made.settings")}>
        <li>{writerOf(draft)}</li>
        {draft.language ? <li>{t("made.language", { language: languageName(draft.language) })}</li> : null}
        {draft.wishes?.map((wish) => (
          <li key={wish}>
            {t("made.wish")} <q dir="auto">{wish}</q>
          </li>
        ))}
        {state.masking ? <li>{tell(`made.masking.${state.masking.mode}`, {})}</li> : null}
      </Part>
    </PanelPage>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="why">
      <h3>{title}</h3>
      <ul>{children}</ul>
    </section>
  )
}

function Tier({ answer, draft }: { answer: Answer; draft: PanelDraft }) {
  const { chance, signals } = answer
  const main = leadingSource(draft)
  return (
    <Part title={tell(`made.tier.${answer.tier}`, {})}>
      {chance === undefined ? null : (
        <li>{tell(draft.refusal ? "made.chance.refused" : "made.chance", { chance: percent(chance) })}</li>
      )}
      {main?.kind === "macro" ? <li>{t("made.macro", { title: main.title })}</li> : null}
      {main?.kind === "ticket" ? <li>{t("made.reply", { title: main.title })}</li> : null}
      {signals ? (
        <>
          <li>{t("made.signal.page", { level: levelOf(signals.page) })}</li>
          <li>{t("made.signal.window", { level: levelOf(signals.window) })}</li>
          <li>{t("made.signal.absent", { share: percent(signals.absent) })}</li>
          <li>{t("made.signal.chance", { share: percent(signals.chance) })}</li>
        </>
      ) : null}
    </Part>
  )
}

/** The measure isn't a share, because a long mail would be at a disadvantage. */
const levelOf = (measure: number) => (measure >= MUCH ? "much" : measure >= SOME ? "some" : "little")
const MUCH = 0.8
const SOME = 0.4

function unusedReason({ visibility }: Source, { refusal }: PanelDraft): string {
  if (visibility === "internal") return t("made.internal")
  return refusal ? t("made.near") : t("made.not-needed")
}

function writerOf(draft: PanelDraft): string {
  const { offline, model, ms, repair } = draft
  if (offline) return t(leadingSource(draft)?.kind === "ticket" ? "made.offline.reply" : "made.offline")
  const time = ms ? seconds(ms.total) : ""
  return tell(repair ? "made.model.twice" : "made.model", { model, time })
}
