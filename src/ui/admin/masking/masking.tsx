import { useId, useRef, useState } from "react"
import { Button } from "../../kit/button.tsx"
import { t, tell } from "../../messages/t.ts"
import { ErrorMessage } from "../frame/error-message.tsx"
import { RuleVersions } from "./rule-versions.tsx"
import { WordListEditor } from "./word-list-editor.tsx"
import { useRelayQuery, keyOf, useSignedOutPage } from "../../kit/relay/use-relay-query.ts"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useKept, useLeaving } from "../frame/use-kept.ts"
import { CallFault } from "../../kit/relay/call-fault.ts"
import { useRelayLink } from "../../kit/relay/use-relay-link.ts"
import { MAX_PATTERN, patternMatches, readOrderPattern } from "../../../text/order-pattern.ts"
import { quoted } from "../../messages/format.ts"
import type { RulesAnswer, RulesRequest, ProposedWord } from "../../../protocol/routes/masking-rules.ts"

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

type TypedRules = Pick<RulesAnswer, "mode" | "keep" | "names" | "agentsMayAdd"> & { orderPattern: string }

/** The rules as they are typed, over the saved ones. What somebody else saves in the meantime is never overwritten. */
function useMaskingRules(rules: RulesAnswer) {
  const link = useRelayLink()
  const queries = useQueryClient()
  /** Null as long as nothing was typed. `version` is the one over which this was typed. */
  const [own, setOwn] = useKept<(TypedRules & { version: number }) | null>("masking-rules", null)
  const latest = useRef(own)
  latest.current = own
  const stands: TypedRules = {
    mode: rules.mode,
    keep: rules.keep,
    names: rules.names,
    agentsMayAdd: rules.agentsMayAdd,
    orderPattern: rules.orderPattern ?? ""
  }
  const typed = own ?? stands
  const { mutate, data, error, isPending, reset } = useMutation({
    mutationFn: ({ request }: { request: RulesRequest; of: typeof own }) =>
      link.call("PUT /v1/masking-rules", { body: request }),
    onSuccess: (set, { of }) => {
      queries.setQueryData(keyOf("GET /v1/masking-rules", {}), set)
      // What was changed while it was being saved is over what is saved now.
      const now = latest.current
      setOwn(now === of ? null : now && { ...now, version: set.version })
      return queries.invalidateQueries({ queryKey: ["GET /v1/masking-rules/versions"] })
    },
    onError: () => queries.invalidateQueries({ queryKey: ["GET /v1/masking-rules"] })
  })
  useSignedOutPage(error)
  const conflict = error instanceof CallFault && error.code === "changed"
  const version = conflict ? rules.version : (own?.version ?? rules.version)
  const same =
    (["mode", "agentsMayAdd", "orderPattern"] as const).every((part) => typed[part] === stands[part]) &&
    alike(typed.keep, stands.keep) &&
    alike(typed.names, stands.names)
  useLeaving(!same)
  return {
    typed,
    same,
    conflict,
    error,
    busy: isPending,
    saved: data !== undefined,
    change(part: Partial<TypedRules>) {
      if (!conflict) reset()
      setOwn({ ...typed, version, ...part })
    },
    drop() {
      reset()
      setOwn(null)
    },
    save() {
      const { mode, keep, names, agentsMayAdd, orderPattern } = typed
      const request = { version, mode, keep, names, agentsMayAdd, orderPattern: orderPattern.trim() }
      if (!isPending) mutate({ request, of: own })
    }
  }
}

const alike = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((word, at) => word === b[at])

/** The team's pattern for order numbers, with a text to try it on. */
function OrderPattern({ value, set }: { value: string; set: (value: string) => void }) {
  const ids = { pattern: useId(), lead: useId(), wrong: useId(), text: useId() }
  const [text, setText] = useState("")
  return (
    <div>
      <label htmlFor={ids.pattern}>{t("rules.pattern")}</label>
      <input
        className="in pattern"
        id={ids.pattern}
        value={value}
        maxLength={MAX_PATTERN}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${ids.lead} ${ids.wrong}`}
        onChange={({ target }) => set(target.value)}
      />
      <p className="small quiet" id={ids.lead}>
        {t("rules.pattern.lead")}
      </p>
      <p role="status" className="fault" id={ids.wrong}>
        {orderPatternFault(value)}
      </p>
      <label className="small muted" htmlFor={ids.text}>
        {t("rules.try")}
      </label>
      <textarea
        className="in"
        id={ids.text}
        rows={2}
        value={text}
        maxLength={5000}
        onChange={({ target }) => setText(target.value)}
      />
      <p role="status" className="small">
        {tried(value, text)}
      </p>
    </div>
  )
}

/** Returns why a pattern can't be used, or undefined if it can or is empty. */
function orderPatternFault(source: string): string | undefined {
  const reading = source.trim() === "" ? undefined : readOrderPattern(source.trim())
  return reading && !reading.ok ? tell(`rules.pattern.${reading.why}`, {}) : undefined
}

function tried(source: string, text: string): string {
  if (source.trim() === "" || text.trim() === "") return ""
  const reading = readOrderPattern(source.trim())
  if (!reading.ok) return ""
  const matches = [...new Set(patternMatches(reading.pattern, text).map((match) => match[0]))]
  return matches.length > 0 ? t("rules.try.found", { found: quoted(matches.slice(0, MOST)) }) : t("rules.try.nothing")
}

const MOST = 20

/** Words of public articles that aren't kept automatically. One press adds one to the list. */
function ProposedWords({ words, keep }: { words: ProposedWord[]; keep: (word: string) => void }) {
  if (words.length === 0) return null
  return (
    <details>
      <summary>{t("rules.proposed", { count: words.length })}</summary>
      <p className="small quiet">{t("rules.proposed.lead")}</p>
      <ul className="entries words">
        {words.map(({ word, sort, articles }) => (
          <li key={word} className="row">
            <span className="grow">
              <bdi>{word}</bdi>{" "}
              <span className="small quiet">
                {t("rules.from.articles", { sort: tell(`rules.sort.${sort}`, {}), count: articles })}
              </span>
            </span>
            <Button small onPress={() => keep(word)}>
              {t("rules.proposed.keep")}
              <span className="sr"> {word}</span>
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
