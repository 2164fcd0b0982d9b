import { useRef, useState, type ReactNode } from "react"
import { extensionPage } from "../../platform/extension-page.ts"
import type { PanelState } from "../../protocol/panel.ts"
import { helpdeskApis } from "../../ticket/helpdesk-api/helpdesk-api.ts"
import { Button } from "../kit/button.tsx"
import { Icon } from "../kit/icon.tsx"
import { KeyList } from "../kit/key-list.tsx"
import { SingleKeys } from "../kit/use-keys.ts"
import { useStored } from "../kit/use-stored.ts"
import { t, tell, type MessageKey } from "../messages/t.ts"
import { PairForm, PolicyFaultText } from "../pairing/pair-form.tsx"
import { SiteAccess } from "../pairing/site-access.tsx"
import { TakeSelection } from "./card-kit/take-selection.tsx"
import { TokenOffer } from "./cards/helpdesk-token/token-form.tsx"
import { ShowPlaces } from "./picking/show-places.tsx"
import { PanelHeader } from "./layout/panel-header.tsx"
import { firstShortcuts } from "./layout/shortcut-sheet.tsx"
import type { PanelLink } from "./state/panel-link.ts"
import { toBarMessage } from "./state/bar-message.ts"

/** The panel without a ticket: not paired, locked, or nothing open. */
export function NoTicket({ state, link }: { state: PanelState; link: PanelLink }) {
  const { title, body } = restOf(state, link)
  return (
    <>
      <PanelHeader state={state} title={title} />
      <main className="stand-in" aria-label={t("product")}>
        <div className="rest">
          {body}
          <Told state={state} />
        </div>
      </main>
    </>
  )
}

function restOf(state: PanelState, link: PanelLink): { title: string; body: ReactNode } {
  const pair = <PairForm address={state.relay.address} fixed={state.relay.fixed} send={link.send} />
  if (state.phase === "unpaired") {
    return {
      title: t("head.unpaired"),
      body: (
        <>
          <h2>{t("unpaired")}</h2>
          <p>{t("unpaired.lead")}</p>
          {pair}
          <p className="small muted">{t("masking")}</p>
        </>
      )
    }
  }
  if (state.phase === "locked" && state.locked === "revoked") {
    return {
      title: t("product"),
      body: (
        <>
          <Lock />
          <h2>{t("revoked")}</h2>
          {state.signedOut ? <p>{tell(`revoked.${state.signedOut}`, {})}</p> : null}
          {state.signedOut === "over" ? null : <p>{t("revoked.lead")}</p>}
          {pair}
        </>
      )
    }
  }
  if (state.phase === "locked" && state.policy) {
    return {
      title: t("product"),
      body: (
        <>
          <Lock />
          <h2>{t("policy")}</h2>
          <PolicyFaultText policy={state.policy} />
          <Retry link={link} />
        </>
      )
    }
  }
  if (state.phase === "locked") {
    const kept = storedDataText(state.kept)
    return {
      title: t("product"),
      body: (
        <>
          <Lock />
          <h2>{t("locked")}</h2>
          <p>{kept ? t("locked.kept", { kept }) : t("locked.nothing")}</p>
          <p>{t("locked.unreachable", { address: state.relay.address })}</p>
          <Retry link={link} />
        </>
      )
    }
  }
  const isUnread = state.unread !== undefined && state.site?.on === true
  return {
    title: t("head.no-ticket"),
    body: (
      <>
        <h2>{t(isUnread ? "unread" : "empty")}</h2>
        {isUnread ? null : <p>{t("empty.lead")}</p>}
        <Site state={state} link={link} />
        <FirstKeys />
        {state.review ? (
          <div className="do">
            <Button onPress={() => void extensionPage.openTab("review")}>{t("lead.open")}</Button>
          </div>
        ) : null}
      </>
    )
  }
}

/**
 * A ticket of a site that isn't allowed isn't seen, so the panel offers to allow the site in front. Where the browser
 * doesn't tell which one that is, it says where that is done. On an allowed site a selected text can be answered,
 * whether its tickets are read or not.
 */
function Site({ state: { site, taught, unread, pickLost }, link }: { state: PanelState; link: PanelLink }) {
  if (!site) return <p className="small">{t("empty.site")}</p>
  if (!site.on)
    return (
      <>
        {site.shown ? <p>{t("shared.here")}</p> : null}
        <SiteAccess site={site} act={(command) => link.send(command)} />
      </>
    )
  return site.tabId === undefined ? null : (
    <>
      <p className="small">
        {taught
          ? tell(`taught.unfit.${taught.part}`, {})
          : unread
            ? tell(`unread.${unread.helpdesk}`, {})
            : t("pick.lead")}
      </p>
      <p role="status" className="small">
        {pickLost ? t("pick.lost") : null}
      </p>
      <ShowPlaces link={link} of={{ tabId: site.tabId }} label={taught ? t("taught.again") : t("pick")} />
      <LoadPlaces link={link} site={site.origin} tabId={site.tabId} />
      <p className="small">{t("selection.lead")}</p>
      <TakeSelection link={link} of={{ tabId: site.tabId }} label={t("selection.use")} />
      {unread && !taught && !helpdeskApis[unread.helpdesk].alone ? (
        <TokenOffer link={link} tabId={site.tabId} helpdesk={unread.helpdesk} />
      ) : null}
    </>
  )
}

function FirstKeys() {
  const [single] = useStored("keys.single", true)
  return (
    <SingleKeys value={single}>
      <KeyList keys={firstShortcuts} />
    </SingleKeys>
  )
}

/** Without a ticket there is no bar, so a notice is shown below. */
function Told({ state: { notice } }: { state: PanelState }) {
  if (!notice) return <p role="status" />
  const { what, then } = toBarMessage(notice, { part: t("notice.something"), author: t("notice.somebody"), count: 0 })
  return (
    <p role="status" className="told">
      <b>{what}</b> {then}
    </p>
  )
}

function Retry({ link }: { link: PanelLink }) {
  return (
    <div className="do">
      <Button variant="main" onPress={() => void link.send({ kind: "panel-refresh" })}>
        {t("locked.retry")}
      </Button>
    </div>
  )
}

function Lock() {
  return (
    <span className="big">
      <Icon name="lock" />
    </span>
  )
}

/** Returns "12 drafts and 2 unreported results", or "" if nothing is kept. */
function storedDataText({ drafts, outcomes }: PanelState["kept"]): string {
  if (outcomes === 0) return drafts === 0 ? "" : t("kept.drafts", { count: drafts })
  const results = t("kept.outcomes", { count: outcomes })
  return drafts === 0 ? results : t("kept.both", { drafts: t("kept.drafts", { count: drafts }), outcomes: results })
}

/** Takes the places of a site from a file that somebody saved. */
function LoadPlaces({ link, site, tabId }: { link: PanelLink; site: string; tabId: number }) {
  const field = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState("")
  const load = async (file: File) => {
    let recipe: unknown
    try {
      recipe = JSON.parse(await file.text())
    } catch {
      return setSaid(t("taught.bad-recipe"))
    }
    const answer = await link.send({ kind: "panel-recipe-import", site, tabId, recipe })
    if (answer.ok) setSaid(t("taught.loaded"))
    else setSaid(tell(FAULTS.get(answer.code) ?? "taught.bad-recipe", {}))
  }
  return (
    <>
      <input
        ref={field}
        type="file"
        accept="application/json,.json"
        hidden
        aria-label={t("taught.load")}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) void load(file)
          target.value = ""
        }}
      />
      <Button variant="link" onPress={() => field.current?.click()}>
        {t("taught.load")}
      </Button>
      <p role="status" className="small">
        {said}
      </p>
    </>
  )
}

const FAULTS = new Map<string, MessageKey>([
  ["recipe-of-other-site", "taught.recipe-of-other-site"],
  ["switched-off", "site.switched-off"]
])
