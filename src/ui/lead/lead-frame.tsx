import { useQuery, useQueryClient } from "@tanstack/react-query"
import { createContext, use, useEffect, useState, type ReactNode } from "react"
import { createPortal } from "react-dom"
import { t } from "../messages/t.ts"
import { PageFrame, WithStatus } from "../pairing/page-frame.tsx"
import { LeadSignIn } from "./lead-sign-in.tsx"
import { LeadFault, type LeadLink } from "./lead-link.ts"
import { LeadLinkContext, useLeadLink } from "./use-lead-link.ts"

/** A page for leads: its header, and its content once a lead is signed in. `children` is only rendered then. */
export function LeadFrame({
  link,
  here,
  children
}: {
  link: LeadLink
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
    <LeadLinkContext value={link}>
      <AsideContext value={aside}>
        <PageFrame header={header}>
          <WithStatus name={STATUS} ask={() => link.ask({ kind: "lead-status" })}>
            {(status, again) => (status.reviewer ? children : <LeadSignIn status={status} paired={again} />)}
          </WithStatus>
        </PageFrame>
      </AsideContext>
    </LeadLinkContext>
  )
}

/** Puts something into the page's header, which is there before anything is requested. */
export function HeaderAside({ children }: { children: ReactNode }) {
  const head = use(AsideContext)
  return head ? createPortal(children, head) : null
}

/** Replaces the content when `error` says that the person who is signed in isn't a lead (any more). */
export function useAccessDenied(error: Error | null): ReactNode {
  const link = useLeadLink()
  const queries = useQueryClient()
  const { data: status } = useQuery({ queryKey: STATUS, queryFn: () => link.ask({ kind: "lead-status" }) })
  const code = error instanceof LeadFault ? error.code : ""
  const ended = code === "signed-out" || code === "no-lead"
  useEffect(() => {
    if (ended) void queries.invalidateQueries({ queryKey: STATUS })
  }, [ended, queries])
  return code === "not-allowed" && status ? (
    <LeadSignIn status={status} why={t("lead.gate")} paired={() => void queries.resetQueries()} />
  ) : undefined
}

const AsideContext = createContext<HTMLElement | null>(null)
export const STATUS = ["lead-status"]

/** Words a failure: what happened, and what is safe or has to be done. */
export function faultWords(error: Error): { what: string; then: string } {
  const code = error instanceof LeadFault ? error.code : ""
  const [what = "", then = ""] = (WORDS.get(code) ?? t("lead.fault.other", { why: error.message || code })).split("|")
  return { what, then }
}

const WORDS = new Map([
  ["relay-unreachable", t("lead.fault.relay-unreachable")],
  ["relay-stopped", t("lead.fault.relay-unreachable")],
  ["database-down", t("lead.fault.database-down")],
  ["not-allowed", t("lead.fault.not-allowed")],
  ["signed-out", t("lead.fault.signed-out")],
  ["no-lead", t("lead.fault.not-allowed")],
  ["unmasked-data", t("lead.fault.unmasked-data")],
  ["policy", t("lead.fault.policy")],
  ["erased", t("lead.fault.erased")],
  ["other-version", t("lead.fault.other-version")],
  ["no-answer", t("lead.fault.no-answer")]
])
