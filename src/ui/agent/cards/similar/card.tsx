import { useState } from "react"
import { Card } from "../../../kit/card.tsx"
import { t } from "../../../messages/t.ts"
import { usePanelContext } from "../../state/use-panel.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"
import { isPartOpen } from "../../state/use-drawer.ts"
import { useReplies } from "../../card-kit/use-replies.ts"
import type { SimilarTicket } from "../../../../protocol/search.ts"
import { Button } from "../../../kit/button.tsx"
import { Icon } from "../../../kit/icon.tsx"
import { DocumentFacts } from "../../source/document-facts.tsx"
import { isPage, PageLink } from "../../../kit/page-link.tsx"
import { documentReference } from "../../card-kit/macro-text.tsx"
import { ReadyText } from "../../card-kit/ready-text.tsx"

export const similar: PanelCard = {
  id: "similar",
  place: "more",
  order: 30,
  Card: Similar,
  row: {
    icon: "similar",
    title: () => t("similar"),
    detail: () => ""
  }
}

/**
 * What was asked and answered in tickets that resemble this one. Nothing is requested until the card is
 * opened.
 */
function Similar() {
  const { ticket, drawer } = usePanelContext()
  return <Card title={t("similar")}>{isPartOpen(drawer, "similar") ? <Tickets key={ticket.key} /> : null}</Card>
}

function Tickets() {
  const { answer, status } = useReplies()
  const [shown, setShown] = useState<string>()
  const tickets = answer?.tickets ?? []
  return (
    <div className="in-card">
      <p role="status" className="small muted">
        {status ?? (tickets.length === 0 ? t("similar.none") : t("similar.found", { count: tickets.length }))}
      </p>
      {tickets.length > 0 ? (
        <ul>
          {tickets.map((one) => (
            <SolvedTicket
              key={one.id}
              ticket={one}
              open={shown === one.id}
              toggle={() => setShown(shown === one.id ? undefined : one.id)}
            />
          ))}
        </ul>
      ) : null}
    </div>
  )
}

/**
 * One solved ticket. Folded, it shows what was asked; open, also what was answered, with a field for each gap that
 * masking left.
 */
function SolvedTicket({ ticket, open, toggle }: { ticket: SimilarTicket; open: boolean; toggle: () => void }) {
  const { title, question, reply, satisfaction, tags, url, locale } = ticket
  return (
    <li className="macro">
      <Button variant="bare" small icon="chevron-down" expanded={open} onPress={toggle}>
        <bdi>{title}</bdi>
      </Button>
      {/* A draft never quotes it; what was sent to a customer once an agent may send again. */}
      <DocumentFacts of={{ ...ticket, visibility: "public" }}>
        {satisfaction === "good" ? (
          <span className="tag ok">
            <Icon name="check" />
            {t("similar.good")}
          </span>
        ) : null}
        {satisfaction === "bad" ? (
          <span className="tag doubt">
            <Icon name="alert" />
            {t("similar.bad")}
          </span>
        ) : null}
      </DocumentFacts>
      {open ? (
        <>
          <h3 className="small">{t("similar.asked")}</h3>
          <q lang={locale} dir="auto">
            {question}
          </q>
          <h3 className="small">{t("similar.answered")}</h3>
          <ReadyText
            text={reply}
            title={t("similar.reply", { title })}
            insert={t("similar.insert")}
            copy={t("similar.copy")}
            document={documentReference(ticket)}
          />
          {tags.length > 0 ? (
            <p className="small muted">
              {t("similar.tags")} <bdi>{tags.join(", ")}</bdi>
            </p>
          ) : null}
          {isPage(url) ? <PageLink url={url}>{t("similar.link")}</PageLink> : null}
        </>
      ) : (
        <p className="small muted two-lines" lang={locale} dir="auto">
          {question}
        </p>
      )}
    </li>
  )
}
