import { useEffect, useId, useState, type FormEvent, type ReactNode } from "react"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { extensionPage } from "../../platform/extension-page.ts"
import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import { Button } from "../kit/button.tsx"
import { Icon } from "../kit/icon.tsx"
import { sendCommand } from "../kit/relay/send-command.ts"
import { printed } from "../kit/use-keys.ts"
import { t, tell, type MessageKey } from "../messages/t.ts"
import { PageFrame } from "../pairing/page-frame.tsx"
import { PairForm, PolicyFaultText } from "../pairing/pair-form.tsx"
import { SiteAccess } from "../pairing/site-access.tsx"

/** What a person does once after installing: connect the browser, allow the helpdesk, open a ticket. */
export function Welcome() {
  return (
    <PageFrame>
      <main className="gate">
        <h1>{t("welcome")}</h1>
        <p>{t("welcome.lead")}</p>
        <Steps />
      </main>
    </PageFrame>
  )
}

function Steps() {
  const queries = useQueryClient()
  const { data: status } = useQuery({
    queryKey: STATUS,
    queryFn: async () => {
      const answer = await sendCommand({ kind: "popup-status" })
      if (answer.ok && answer.status) return answer.status
      throw new Error(t("status.failed"))
    },
    // A policy may arrive later than the page, and the popup may connect the browser meanwhile.
    refetchInterval: POLL_MS
  })
  const act = async (command: PanelCommand): Promise<CommandAnswer> => {
    const answer = await sendCommand(command)
    await queries.invalidateQueries({ queryKey: STATUS })
    return answer
  }
  if (!status) return <p role="status">{t("starting")}</p>
  const { person, policy, address, fixed } = status
  return (
    <>
      <Step title={t("welcome.connect")} isDone={person !== undefined}>
        {policy ? <PolicyFaultText policy={policy} /> : null}
        {person ? (
          <p role="status">{t("status.person", { name: person.name, role: t(`role.${person.role}`) })}</p>
        ) : policy ? null : (
          <PairForm address={address} fixed={fixed} send={act} />
        )}
      </Step>
      <Step title={t("welcome.site")}>
        <AllowSite act={act} />
      </Step>
      <Step title={t("welcome.ticket")}>
        <OpenPanel />
      </Step>
    </>
  )
}

const STATUS = ["welcome-status"]
const POLL_MS = 2000

function Step({ title, isDone = false, children }: { title: string; isDone?: boolean; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="row">
        <span className="grow">{title}</span>
        {isDone ? <Icon name="done" /> : null}
      </h2>
      {children}
    </section>
  )
}

/** The address of the helpdesk, and the button that allows it. */
function AllowSite({ act }: { act: (command: PanelCommand) => Promise<CommandAnswer> }) {
  const id = useId()
  const [typed, setTyped] = useState("")
  const [origin, setOrigin] = useState<string>()
  const [isOn, setOn] = useState(false)
  const [wrong, setWrong] = useState("")
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const site = webOrigin(typed)
    setWrong(site === undefined ? t("welcome.bad-site") : "")
    setOrigin(site)
    setOn(false)
  }
  const allow = async (command: PanelCommand) => {
    const answer = await act(command)
    if (command.kind === "popup-site" && answer.ok) setOn(command.on)
    return answer
  }
  return (
    <>
      <p>{t("welcome.site.lead")}</p>
      <form onSubmit={submit} className="pair">
        <label className="small muted" htmlFor={id}>
          {t("welcome.address")}
        </label>
        <div className="code">
          <input className="in" id={id} value={typed} onChange={({ target }) => setTyped(target.value)} />
          <Button submit onPress={() => undefined}>
            {t("welcome.next")}
          </Button>
        </div>
        <p role="alert" className="fault">
          {wrong}
        </p>
      </form>
      {origin === undefined ? null : <SiteAccess site={{ origin, on: isOn, builtIn: false }} act={allow} />}
    </>
  )
}

/** Returns the origin of a typed address of a page, with https where nothing is said, or undefined for none. */
function webOrigin(typed: string): string | undefined {
  const text = typed.trim()
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`)
  return url && /[.:]|^localhost$/.test(url.host) ? url.origin : undefined
}

function OpenPanel() {
  const [windowId, setWindowId] = useState<number>()
  // It has to be known before the click, because the panel can only be opened during the click.
  useEffect(() => void extensionPage.windowId().then(setWindowId), [])
  const { data: shortcuts = {} } = useQuery({ queryKey: ["shortcuts"], queryFn: extensionPage.shortcuts })
  return (
    <>
      <p>{t("welcome.ticket.lead")}</p>
      {windowId === undefined ? null : (
        <Button onPress={() => void extensionPage.openPanel(windowId)}>{t("key.open-panel")}</Button>
      )}
      <dl className="welcome-keys">
        {KEYS.map(({ key, shortcut, does }) => (
          <div key={does} className="row">
            <dt>
              <kbd>{printed((shortcut && shortcuts[shortcut]) || key)}</kbd>
            </dt>
            <dd>{tell(does, {})}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

const KEYS: readonly { key: string; shortcut?: string; does: MessageKey }[] = [
  { key: "Alt+Shift+O", shortcut: "open-panel", does: "key.open-panel" },
  { key: "Ctrl+Enter", does: "key.insert" },
  { key: "N", does: "key.next" },
  { key: "/", does: "key.ask" },
  { key: "?", does: "key.sheet" }
]
