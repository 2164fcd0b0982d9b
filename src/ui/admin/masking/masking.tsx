import { useId } from "react"
import type { RulesAnswer } from "../../../protocol/masking-rules.ts"
import { Button } from "../../kit/button.tsx"
import { t, tell } from "../../messages/t.ts"
import { ErrorMessage } from "../frame/error-message.tsx"
import { orderPatternFault, OrderPattern } from "./order-pattern.tsx"
import { ProposedWords } from "./proposed-words.tsx"
import { useMaskingRules, type TypedRules } from "./use-masking-rules.ts"
import { RuleVersions } from "./rule-versions.tsx"
import { WordListEditor } from "./word-list-editor.tsx"
import { useRelayQuery } from "../../kit/relay/use-relay-query.ts"

/** The team's masking rules: mode, words, order numbers, and who changed what. */
export function MaskingRules() {
  const { data, error, refetch } = useRelayQuery("GET /v1/masking-rules", {})
  return (
    <section className="box" aria-labelledby="masking">
      <h2 id="masking">{t("rules")}</h2>
      <p className="lead">{t("rules.lead")}</p>
      {error ? (
        <ErrorMessage error={error} again={() => void refetch()} />
      ) : data ? null : (
        <p role="status" className="quiet">
          {t("admin.loading")}
        </p>
      )}
      {data ? <Form rules={data} /> : null}
    </section>
  )
}

function Form({ rules }: { rules: RulesAnswer }) {
  const { typed, change, drop, same, save, saved, busy, conflict, error } = useMaskingRules(rules)
  const wrong = orderPatternFault(typed.orderPattern)
  const off = same && !conflict ? t("rules.same") : wrong
  return (
    <div className="stack">
      <Mode mode={typed.mode} choose={(mode) => change({ mode })} />
      <WordListEditor
        kind="keep"
        words={typed.keep}
        other={typed.names}
        known={rules.words}
        set={(keep) => change({ keep })}
      />
      <ProposedWords
        words={rules.proposed.filter(({ word }) => !typed.keep.includes(word))}
        keep={(word) => change({ keep: [...typed.keep, word] })}
      />
      <WordListEditor
        kind="name"
        words={typed.names}
        other={typed.keep}
        known={rules.words}
        set={(names) => change({ names })}
      />
      <Agents may={typed.agentsMayAdd} set={(agentsMayAdd) => change({ agentsMayAdd })} />
      <OrderPattern value={typed.orderPattern} set={(orderPattern) => change({ orderPattern })} />
      {conflict ? (
        <div role="alert" className="stack ask">
          <p>
            <b>{t("rules.changed", { name: rules.by ?? t("rules.import") })}</b>{" "}
            {t("rules.changed.lead", { version: rules.version })}
          </p>
          <div className="do">
            <Button small onPress={drop}>
              {t("rules.theirs")}
            </Button>
          </div>
        </div>
      ) : null}
      {error && !conflict ? <ErrorMessage error={error} /> : null}
      <div className="row">
        <Button disabledReason={off} onPress={save}>
          {conflict ? t("rules.mine") : t("rules.save")}
        </Button>
        {same || conflict ? null : <Button onPress={drop}>{t("rules.drop")}</Button>}
        <span role="status" className="small quiet">
          {busy ? t("rules.saving") : saved && same ? t("rules.saved") : ""}
        </span>
      </div>
      <RuleVersions newest={rules.version} typed={!same} />
    </div>
  )
}

function Mode({ mode, choose }: { mode: TypedRules["mode"]; choose: (mode: TypedRules["mode"]) => void }) {
  const id = useId()
  return (
    <fieldset className="modes">
      <legend>{t("rules.mode")}</legend>
      {(["strict", "balanced"] as const).map((one) => (
        <div key={one}>
          <label className="row tick">
            <input
              type="radio"
              name={id}
              checked={mode === one}
              aria-describedby={`${id}-${one}`}
              onChange={() => choose(one)}
            />
            {tell(`rules.mode.${one}`, {})}
          </label>
          <p className="small quiet" id={`${id}-${one}`}>
            {tell(`rules.mode.${one}.lead`, {})}
          </p>
        </div>
      ))}
    </fieldset>
  )
}

function Agents({ may, set }: { may: boolean; set: (may: boolean) => void }) {
  const id = useId()
  return (
    <div>
      <label className="row tick">
        <input type="checkbox" checked={may} aria-describedby={id} onChange={({ target }) => set(target.checked)} />
        {t("rules.agents")}
      </label>
      <p className="small quiet" id={id}>
        {t("rules.agents.lead")}
      </p>
    </div>
  )
}
