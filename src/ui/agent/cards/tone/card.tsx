import { shortened } from "../../../kit/shortened.ts"
import { canHideTone, type EditorTone, type ToneFinding } from "../../../../ticket/tone-finding.ts"
import { Button } from "../../../kit/button.tsx"
import { Card } from "../../../kit/card.tsx"
import { Icon } from "../../../kit/icon.tsx"
import { shortcutProps } from "../../../kit/key-list.tsx"
import { languageName } from "../../../messages/format.ts"
import { isMessage, t, tell } from "../../../messages/t.ts"
import { bindings } from "../../state/bindings.ts"
import { RewriteBar } from "../../rewriting/rewrite-bar.tsx"
import { RewriteResult } from "../../rewriting/rewrite-result.tsx"
import { usePanelContext } from "../../state/use-panel.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"

export const tone: PanelCard = {
  id: "tone",
  place: "more",
  order: 90,
  Card: Tone,
  row: {
    icon: "pen",
    title: () => t("tone"),
    detail: ({ state: { tone: checked } }) =>
      checked && checked.findings.length > 0 ? t("tone.count", { count: checked.findings.length }) : "",
    isUrgent: ({ state: { tone: checked } }) => (checked?.findings.length ?? 0) > 0
  }
}

/**
 * The card shows how the reply in the helpdesk's editor sounds. Each finding quotes its words, says what is wrong with
 * them, and offers a fix where one is safe.
 */
function Tone() {
  const {
    state,
    tone: { look, showHidden }
  } = usePanelContext()
  const found = state.tone?.findings ?? []
  return (
    <Card
      title={t("tone")}
      aside={found.length > 0 ? <span className="small muted">{t("tone.count", { count: found.length })}</span> : null}
    >
      {found.length > 0 ? (
        <ul className="in-card">
          {found.map((one) => (
            <Finding key={`${one.kind} ${one.start}`} one={one} />
          ))}
        </ul>
      ) : (
        <p className="in-card quiet">{tell(`tone.${state.tone?.state ?? "none"}`, {})}</p>
      )}
      {found.length > 0 ? <p className="in-card small muted">{t("tone.decide")}</p> : null}
      <p role="status" className="in-card small muted">
        {modelText(state.tone, state.relay.tone)}
      </p>
      {state.tone?.hidden ? (
        <p className="in-card small muted">
          {t("tone.hidden", { count: state.tone.hidden.length })}{" "}
          <Button small variant="link" onPress={showHidden}>
            {t("tone.hidden.show")}
          </Button>
        </p>
      ) : null}
      <div className="in-card do">
        <Button small {...shortcutProps(bindings.tone)} onPress={look}>
          {state.tone ? t("tone.again") : t("tone.look")}
        </Button>
      </div>
      <RewriteBar of="editor" id="rewrite-editor" />
      <RewriteResult of="editor" />
      {/* The agent may be typing elsewhere, so a screen reader announces the findings politely. */}
      <span role="status" className="sr">
        {found.length > 0 ? t("tone.found", { count: found.length }) : ""}
      </span>
    </Card>
  )
}

/** Says what became of the model, or before the first check what goes to it. */
function modelText(tone: EditorTone | undefined, reader: string | undefined): string {
  if (tone?.model) return t(`tone.model.${tone.model.state}`, { model: tone.model.name, dropped: tone.model.dropped })
  return tone || reader === undefined ? "" : t("tone.model.none", { model: reader })
}

function Finding({ one }: { one: ToneFinding }) {
  const {
    tone: { fix, decide }
  } = usePanelContext()
  return (
    <li className="chk doubt">
      <Icon name={iconOf(one)} />
      <div>
        <b dir="auto">{t("quoted", { text: short(one.quote) })}</b> {whyOf(one)}
        {one.fix && "refused" in one.fix ? (
          <p className="small muted">{tell(`tone.refused.${one.fix.refused}`, {})}</p>
        ) : null}
        <div className="do">
          {one.fix && "text" in one.fix ? (
            <Button small onPress={() => fix(one)}>
              {wordsOf(one, one.fix.text)}
            </Button>
          ) : null}
          <Button
            small
            variant="bare"
            label={t("tone.fine.label", { quote: short(one.quote) })}
            onPress={() => decide(one, "fine-here")}
          >
            {t("tone.fine")}
          </Button>
          {canHideTone(one.kind) ? (
            <Button
              small
              variant="bare"
              label={t("tone.never.label", { quote: short(one.quote) })}
              onPress={() => decide(one, "never-again")}
            >
              {t("tone.never")}
            </Button>
          ) : null}
        </div>
      </div>
    </li>
  )
}

function whyOf({ kind, model, data = {} }: ToneFinding): string {
  const ofModel = `tone.model.${kind}`
  if (model !== undefined && isMessage(ofModel)) return tell(ofModel, { model })
  const unknown = `tone.rule.${kind}.unknown`
  if (isMessage(unknown) && Object.values(data).every((value) => value === "")) return tell(unknown, {})
  const { language } = data
  return tell(`tone.rule.${kind}.why`, language ? { ...data, language: languageName(language) } : data)
}

/** The button's words are a verb that says what the click does. */
function wordsOf({ kind, data }: ToneFinding, text: string): string {
  const own = `tone.rule.${kind}.fix`
  return isMessage(own) ? tell(own, { ...data, text: text.split("\n")[0] ?? "" }) : t("tone.fix.write", { text })
}

const iconOf = ({ kind }: ToneFinding) => (kind === "blank" ? "blank" : "alert")

const short = (quote: string) => shortened(quote, 120)
