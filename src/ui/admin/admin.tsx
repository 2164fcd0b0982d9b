import type { ReactNode } from "react"
import type { RelayLink } from "../kit/relay/relay-link.ts"
import { t } from "../messages/t.ts"
import { Audit } from "./audit.tsx"
import { KnowledgeSources } from "./knowledge/knowledge.tsx"
import { Lookups } from "./lookups/lookups.tsx"
import { MaskingRules } from "./masking/masking.tsx"
import { ModelList } from "./model-list.tsx"
import { People } from "./people.tsx"
import { Playbooks } from "./playbooks/playbooks.tsx"
import { SharedPlaces } from "./shared-places/shared-places.tsx"
import { Status } from "./status/status.tsx"
import { TeamSettings } from "./team-settings.tsx"
import { Usage } from "./usage.tsx"
import { Voices } from "./voices/voices.tsx"
import { Webhooks } from "./webhooks/webhooks.tsx"
import { RelayLinkContext } from "../kit/relay/use-relay-link.ts"
import { STATUS } from "../kit/relay/use-relay-query.ts"
import { PageFrame, WithStatus } from "../pairing/page-frame.tsx"
import { SignInGate } from "../pairing/sign-in-gate.tsx"

/** The parts of the page in its order, each with the ids of its headings and their names. */
const PARTS: { Part: () => ReactNode; headings: Record<string, string> }[] = [
  { Part: Status, headings: { "relay-status": t("status") } },
  { Part: People, headings: { codes: t("codes"), people: t("people") } },
  { Part: KnowledgeSources, headings: { knowledge: t("imports") } },
  { Part: ModelList, headings: { models: t("models") } },
  { Part: MaskingRules, headings: { masking: t("rules") } },
  { Part: Lookups, headings: { lookups: t("lookups.admin") } },
  { Part: SharedPlaces, headings: { "shared-places": t("shared") } },
  { Part: TeamSettings, headings: { team: t("team") } },
  { Part: Playbooks, headings: { playbooks: t("playbooks") } },
  { Part: Voices, headings: { voices: t("voices") } },
  { Part: Webhooks, headings: { webhooks: t("webhooks") } },
  { Part: Usage, headings: { usage: t("usage") } },
  { Part: Audit, headings: { audit: t("audit") } }
]

/** The admin page: links to each of its parts, because it is too long to be scrolled through, and the parts. */
export function Admin({ link }: { link: RelayLink }) {
  return (
    <AdminFrame link={link}>
      <main className="admin">
        <h1>{t("admin")}</h1>
        <nav className="contents" aria-label={t("admin.contents")}>
          <ul>
            {PARTS.flatMap(({ headings }) => Object.entries(headings)).map(([id, name]) => (
              <li key={id}>
                <a href={`#${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
        {PARTS.map(({ Part, headings }) => (
          <Part key={Object.keys(headings).join()} />
        ))}
      </main>
    </AdminFrame>
  )
}

/** The admin page's header, and its content once an admin is signed in. `children` is only rendered then. */
export function AdminFrame({ link, children }: { link: RelayLink; children: ReactNode }) {
  return (
    <RelayLinkContext value={link}>
      <PageFrame>
        <WithStatus name={STATUS} ask={() => link.status()}>
          {(status, again) => (status.person ? children : <SignInGate as="admin" status={status} paired={again} />)}
        </WithStatus>
      </PageFrame>
    </RelayLinkContext>
  )
}
