import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from "@tanstack/react-query"
import { useState, useEffect } from "react"
import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import { Logo, Icon } from "../kit/icon.tsx"
import { t, tell } from "../messages/t.ts"
import { PairForm, PolicyFaultText } from "../pairing/pair-form.tsx"
import { SiteAccess } from "../pairing/site-access.tsx"
import { sendCommand } from "../kit/relay/send-command.ts"
import { LanguageChoice } from "./language-choice.tsx"
import { StoredData, WipeConfirmation } from "./stored-data.tsx"
import { extensionPage } from "../../platform/extension-page.ts"
import type { PopupStatus, Preparing as State } from "../../protocol/popup.ts"
import type { PairedPerson } from "../../protocol/relay.ts"
import { Button } from "../kit/button.tsx"
import { printed } from "../kit/use-keys.ts"
import type { PageMessage } from "../../protocol/routes/calls/page-call.ts"

/** The popup: pair, allow this site, sign out, wipe. */
export function Popup() {
  const [queries] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: "always" } } })
  )
  return (
    <QueryClientProvider client={queries}>
      <header className="top">
        <Logo />
        <h1 className="grow">{t("product")}</h1>
      </header>
      <main>
        <Parts />
      </main>
    </QueryClientProvider>
  )
}

function Parts() {
  const queries = useQueryClient()
  const [wiping, setWiping] = useState(false)
  const { data: status, error } = useQuery({
    queryKey: STATUS,
    queryFn: async () => {
      const answer = await sendCommand({ kind: "popup-status" })
      if (answer.ok && answer.status) return answer.status
      throw new Error(t("status.failed"))
    },
    // The organisation's policy may arrive after the page was opened, as on the day on which it installs the extension.
    refetchInterval: ({ state }) => (state.data?.person ? false : POLL_MS)
  })
  /** Sends a command and then reads the state again. */
  const act = async (command: PanelCommand): Promise<CommandAnswer> => {
    const answer = await sendCommand(command)
    await queries.invalidateQueries({ queryKey: STATUS })
    return answer
  }
  if (!status)
    return (
      <section>
        <p className="quiet" role="status">
          {error ? error.message : t("starting")}
        </p>
      </section>
    )
  if (wiping) return <WipeConfirmation kept={status.kept} act={act} done={() => setWiping(false)} />
  return (
    <>
      {status.policy ? (
        <section aria-labelledby="policy">
          <h2 id="policy">{t("policy")}</h2>
          <PolicyFaultText policy={status.policy} />
        </section>
      ) : null}
      {status.person || status.policy ? null : (
        <section aria-labelledby="pair">
          <h2 id="pair">{t("pair")}</h2>
          <p className="quiet">{t("pair.lead")}</p>
          <PairForm
            address={status.address}
            fixed={status.fixed}
            before={status.typed}
            keepAddress={(address) => void sendCommand({ kind: "popup-address", address })}
            send={act}
          />
        </section>
      )}
      {status.site ? <SiteAccess site={status.site} act={act} /> : null}
      {status.person ? <RelayStatus status={status} person={status.person} act={act} /> : null}
      {status.person ? <OwnReviewsRow /> : null}
      {status.person || status.reviewer ? (
        <ReviewRow status={status} changed={() => void queries.invalidateQueries({ queryKey: STATUS })} />
      ) : null}
      {status.admin ? (
        <AdminRow
          person={status.person}
          admin={status.admin}
          aside={status.reviewer?.id !== status.admin.id}
          changed={() => void queries.invalidateQueries({ queryKey: STATUS })}
        />
      ) : null}
      {status.person && status.preparing ? <PreparedDraftsSwitch preparing={status.preparing} act={act} /> : null}
      <StoredData kept={status.kept} wipe={() => setWiping(true)} act={act} />
      <LanguageChoice />
      <section>
        <p className="small muted">{t("masking")}</p>
      </section>
    </>
  )
}

const STATUS = ["popup-status"]
const POLL_MS = 2000

/** The relay, the model and who is signed in, and the button that opens the panel. */
function RelayStatus({
  status,
  person,
  act
}: {
  status: PopupStatus
  person: PairedPerson
  act: (command: PanelCommand) => Promise<CommandAnswer>
}) {
  const [windowId, setWindowId] = useState<number>()
  // It has to be known before the click, because the panel can only be opened during the click.
  useEffect(() => void extensionPage.windowId().then(setWindowId), [])
  const { data: keys } = useQuery({ queryKey: ["shortcuts"], queryFn: extensionPage.shortcuts })
  const key = keys?.["open-panel"]
  const well = status.relay === "online" || status.relay === "checking"
  return (
    <section aria-labelledby="status">
      <h2 id="status" className="sr">
        {t("popup.status")}
      </h2>
      <div className={well ? "stat" : "stat bad"}>
        <Icon name={well ? "plug" : "unplug"} />
        <span>{t("popup.relay")}</span>
        <span className="muted">{tell(`relay.${status.relay}`, {})}</span>
      </div>
      <div className="stat">
        <Icon name="pen" />
        <span>{t("popup.model")}</span>
        <span className="muted">{status.model ? <bdi>{status.model}</bdi> : t("status.no-model")}</span>
      </div>
      <div className="stat">
        <Icon name="lock" />
        <span>{t("status.person", { name: person.name, role: t(`role.${person.role}`) })}</span>
        <Button variant="link" onPress={() => void act({ kind: "popup-sign-out" })}>
          {t("status.sign-out")}
        </Button>
      </div>
      {windowId === undefined ? null : (
        <Button
          className="wide"
          {...(key ? { hint: printed(key) } : {})}
          onPress={() => void extensionPage.openPanel(windowId).then(() => window.close())}
        >
          {t("status.open")}
        </Button>
      )}
    </section>
  )
}

/** The link to what leads said of one's own replies. */
function OwnReviewsRow() {
  return (
    <section>
      <Button variant="link" onPress={() => void extensionPage.openTab("feedback").then(() => window.close())}>
        {t("own.open")}
      </Button>
    </section>
  )
}

/** The link to the review page, with the reviewer's name if it is somebody else than who uses the panel. */
function ReviewRow({ status: { person, reviewer }, changed }: { status: PopupStatus; changed: () => void }) {
  const open = () => void extensionPage.openTab("review").then(() => window.close())
  if (!reviewer)
    return (
      <section>
        <Button variant="link" onPress={open}>
          {t("lead.add")}
        </Button>
      </section>
    )
  const signOut = () => void extensionPage.ask(SIGN_OUT_LEAD).then(changed)
  return (
    <section aria-label={t("lead.review")}>
      {reviewer.id === person?.id ? null : (
        <div className="stat">
          <Icon name="eye" />
          <span>{t("lead.person", { name: reviewer.name, role: t(`role.${reviewer.role}`) })}</span>
          <Button variant="link" onPress={signOut}>
            {t("lead.sign-out", { name: reviewer.name })}
          </Button>
        </div>
      )}
      <Button className="wide" onPress={open}>
        {t("lead.open")}
      </Button>
    </section>
  )
}

const SIGN_OUT_LEAD: PageMessage = { kind: "page-sign-out", as: "lead" }

/** The link to the admin page, with the admin's name if nothing else here shows it. */
function AdminRow({
  person,
  admin,
  aside,
  changed
}: {
  person: PairedPerson | undefined
  admin: PairedPerson
  aside: boolean
  changed: () => void
}) {
  const open = () => void extensionPage.openTab("admin").then(() => window.close())
  const signOut = () => void extensionPage.ask(SIGN_OUT_ADMIN).then(changed)
  return (
    <section aria-label={t("admin")}>
      {!aside || admin.id === person?.id ? null : (
        <div className="stat">
          <Icon name="lock" />
          <span>{t("admin.person", { name: admin.name })}</span>
          <Button variant="link" onPress={signOut}>
            {t("lead.sign-out", { name: admin.name })}
          </Button>
        </div>
      )}
      <Button className="wide" onPress={open}>
        {t("admin.open")}
      </Button>
    </section>
  )
}

const SIGN_OUT_ADMIN: PageMessage = { kind: "page-sign-out", as: "admin" }

/** Drafts that are made before anybody asks: whether they are, and why none is made now. */
export function PreparedDraftsSwitch({
  preparing: { on, list, off },
  act
}: {
  preparing: State
  act: (command: PanelCommand) => Promise<CommandAnswer>
}) {
  const set = (choice: { on?: boolean; list?: boolean }) => void act({ kind: "popup-prepare", ...choice })
  return (
    <section aria-labelledby="preparing">
      <h2 id="preparing">{t("preparing")}</h2>
      <label className="row tick">
        <input type="checkbox" checked={on} onChange={({ target }) => set({ on: target.checked })} />
        {t("preparing.on")}
      </label>
      <label className="row tick">
        <input type="checkbox" checked={list} onChange={({ target }) => set({ list: target.checked })} />
        {t("preparing.list")}
      </label>
      <p role="status" className="small quiet">
        {off === undefined || off === "choice" ? "" : t(`preparing.${off}`)}
      </p>
      {off === "unused" ? (
        <Button small onPress={() => set({ on: true })}>
          {t("preparing.again")}
        </Button>
      ) : null}
    </section>
  )
}
