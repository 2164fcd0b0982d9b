import { useQueryClient } from "@tanstack/react-query"
import { createContext, use, useState, type ReactNode } from "react"
import { createPortal } from "react-dom"
import type { PageStatus } from "../../protocol/routes/calls/page-call.ts"
import { t } from "../messages/t.ts"
import { PageFrame, WithStatus, SignInGate } from "../pairing/page-frame.tsx"
import { faultCode } from "../kit/relay/call-fault.ts"
import type { RelayLink } from "../kit/relay/relay-link.ts"
import { RelayLinkContext } from "../kit/relay/use-relay-link.ts"
import { STATUS, useSignedOutPage, useStatus } from "../kit/relay/use-relay-query.ts"

/** A page for leads: its header, and its content once a lead is signed in. `children` is only rendered then. */
export function LeadFrame({
  link,
  here,
  children
}: {
  link: RelayLink
  here: "review" | "figures" | "knowledge"
  children: ReactNode
}) {
  const [aside, setAside] = useState<HTMLElement | null>(null)
  const header = (
    <>
      <nav aria-label={t("lead")}>
        <a href="review.html" aria-current={here === "review" ? "page" : undefined}>
          {t("lead.review")}
        </a>
        <a href="figures.html" aria-current={here === "figures" ? "page" : undefined}>
          {t("lead.figures")}
        </a>
        <a href="knowledge.html" aria-current={here === "knowledge" ? "page" : undefined}>
          {t("lead.knowledge")}
        </a>
      </nav>
      <span className="grow" />
      <div className="row" ref={setAside} />
    </>
  )
  return (
    <RelayLinkContext value={link}>
      <AsideContext value={aside}>
        <PageFrame header={header}>
          <WithStatus name={STATUS} ask={() => link.status()}>
            {(status, again) => (status.person ? children : <LeadGate status={status} paired={again} />)}
          </WithStatus>
        </PageFrame>
      </AsideContext>
    </RelayLinkContext>
  )
}

/** Puts something into the page's header, which is there before anything is requested. */
export function HeaderAside({ children }: { children: ReactNode }) {
  const head = use(AsideContext)
  return head ? createPortal(children, head) : null
}

/** Replaces the content when `error` says that the person who is signed in isn't a lead (any more). */
export function useAccessDenied(error: Error | null): ReactNode {
  const queries = useQueryClient()
  const { data: status } = useStatus()
  useSignedOutPage(error)
  return faultCode(error) === "not-allowed" && status ? (
    <LeadGate status={status} why={t("lead.gate")} paired={() => void queries.resetQueries()} />
  ) : undefined
}

function LeadGate(given: { status: PageStatus; why?: string; paired: () => void }) {
  return (
    <SignInGate as="lead" {...given}>
      <p className="small">
        <a href="admin.html">{t("admin.to")}</a>
      </p>
    </SignInGate>
  )
}

const AsideContext = createContext<HTMLElement | null>(null)
