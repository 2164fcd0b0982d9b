import { useRelayQuery, useRelayCommand } from "../../kit/relay/use-relay-query.ts"
import { t } from "../../messages/t.ts"
import { EntryList, useEntryList } from "../frame/entry-list.tsx"
import { useState, useId } from "react"
import { Button } from "../../kit/button.tsx"
import { useRemoval } from "../frame/removal.tsx"
import { moment } from "../status/status-text.ts"
import { FlowPicture } from "./flow-picture.tsx"
import { MOST_CHARACTERS, SourceForm, type SourceField } from "../frame/source-form.tsx"
import type { ListedPlaybook, FlowGraph, PlaybookSaved } from "../../../protocol/routes/playbooks.ts"

/**
 * The team's playbooks: which there are, the flow of each, a form for one more or a changed one, and a way to take one
 * out.
 */
export function Playbooks() {
  const asked = useRelayQuery("GET /v1/admin/playbooks", {})
  const list = useEntryList("playbooks")
  return (
    <EntryList
      of="playbooks"
      list={list}
      asked={asked}
      rows={({ playbooks }) =>
        playbooks.map((playbook) => (
          <PlaybookRow
            key={playbook.name}
            playbook={playbook}
            removed={() => list.gone(t("playbooks.removed", { name: playbook.title }))}
          />
        ))
      }
    >
      {asked.data ? (
        <NewPlaybook saved={({ name, version }) => list.say(t("playbooks.saved", { name, version }))} />
      ) : null}
    </EntryList>
  )
}

/** One playbook: its version and size, its flow, its text, and a way to take it out. */
function PlaybookRow({ playbook, removed }: { playbook: ListedPlaybook; removed: () => void }) {
  const { name, title, graph, source, mistakes } = playbook
  const [shown, setShown] = useState<"flow" | "text">()
  const removal = useRemoval({
    of: "playbooks",
    name: title,
    list: "GET /v1/admin/playbooks",
    route: "DELETE /v1/admin/playbooks/:name",
    parts: { path: { name } },
    removed
  })
  const toggle = (what: "flow" | "text") => setShown(shown === what ? undefined : what)
  return (
    <li>
      <div className="row">
        <h3 className="grow">
          <bdi>{title}</bdi>
        </h3>
        {mistakes ? null : (
          <Button
            small
            label={`${t("playbooks.flow")} ${title}`}
            expanded={shown === "flow"}
            onPress={() => toggle("flow")}
          >
            {t("playbooks.flow")}
          </Button>
        )}
        <Button
          small
          label={`${t("playbooks.show")} ${title}`}
          expanded={shown === "text"}
          onPress={() => toggle("text")}
        >
          {t("playbooks.show")}
        </Button>
        {removal.button}
      </div>
      <Checked playbook={playbook} />
      {shown === "flow" ? (
        <>
          <FlowPicture title={title} graph={graph} />
          <FlowSteps title={title} graph={graph} />
        </>
      ) : null}
      {shown === "text" ? (
        <pre className="small" dir="auto">
          {source}
        </pre>
      ) : null}
      {removal.question}
    </li>
  )
}

/** Its version, and how many steps it has, or what this relay can't read in it. */
function Checked({ playbook: { name, version, at, graph, mistakes } }: { playbook: ListedPlaybook }) {
  const since = { name, version, time: moment(at) }
  const many = (kind: "end" | "escalation") => graph.nodes.filter((node) => node.kind === kind).length
  if (!mistakes)
    return (
      <p className="small quiet">
        {t("playbooks.of", {
          ...since,
          steps: graph.nodes.length,
          ends: many("end"),
          groups: many("escalation")
        })}
      </p>
    )
  return (
    <>
      <p className="small fault">{t("playbooks.unread", since)}</p>
      <ul className="small">
        {mistakes.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  )
}

/** The flow in words: each step with the ways that lead on from it. It says all that the picture shows. */
function FlowSteps({ title, graph: { nodes, edges } }: { title: string; graph: FlowGraph }) {
  const titleOf = (id: string) => nodes.find((node) => node.id === id)?.title ?? id
  return (
    <ol className="flow-steps small" aria-label={t("playbooks.steps", { title })}>
      {nodes.map(({ id, title: step, kind }) => (
        <li key={id}>
          <b>{step}</b>
          {kind === "step" ? null : <span className="muted"> {t(`playbooks.step.${kind}`)}</span>}
          <ul>
            {edges
              .filter(({ from }) => from === id)
              .map(({ to, label }) => (
                <li key={`${to} ${label}`}>{wayText(label, titleOf(to))}</li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

/** `label` is the condition, "otherwise", or "" where the way is always taken. */
function wayText(label: string, title: string): string {
  if (label === "") return t("playbooks.way", { title })
  return label === "otherwise" ? t("playbooks.way.else", { title }) : t("playbooks.way.if", { label, title })
}

/** The form for the text of a playbook, which can also be read from a file. */
function NewPlaybook({ saved }: { saved: (value: PlaybookSaved) => void }) {
  const { error, isPending, mutate } = useRelayCommand("GET /v1/admin/playbooks", "PUT /v1/admin/playbooks", saved)
  const send = (source: string, stored: () => void) => mutate({ body: { source } }, { onSuccess: stored })
  return (
    <SourceForm
      of="playbooks"
      refusals={OF_TEXT}
      save={{ error, isPending, send }}
      above={(field) => <ChooseFile field={field} />}
    />
  )
}

function ChooseFile({ field: { take, refuse } }: { field: SourceField }) {
  const id = useId()
  const choose = (file: File | undefined) => {
    if (!file) return
    // Four bytes are the most that a character has.
    if (file.size > 4 * MOST_CHARACTERS) return refuse(t("playbooks.file.large"))
    file.text().then(
      (text) => (text.length <= MOST_CHARACTERS ? take(text) : refuse(t("playbooks.file.large"))),
      () => refuse(t("playbooks.file.unread"))
    )
  }
  return (
    <div>
      <label htmlFor={id}>{t("playbooks.file")}</label>
      <input
        className="in"
        id={id}
        type="file"
        accept=".yaml,.yml"
        onChange={({ target }) => {
          choose(target.files?.[0])
          // The same file can be chosen again after a change.
          target.value = ""
        }}
      />
    </div>
  )
}

const OF_TEXT: ReadonlySet<string> = new Set(["playbook-wrong", "too-many-playbooks"])
