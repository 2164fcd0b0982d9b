import type { ReactNode } from "react"
import type { RelayLink } from "../kit/relay/relay-link.ts"
import { t, tell, type MessageKey } from "../messages/t.ts"
import { Audit } from "./audit.tsx"
import { KnowledgeSources } from "./knowledge/knowledge.tsx"
import { Lookups } from "./lookups/lookups.tsx"
import { MaskingRules } from "./masking/masking.tsx"
import { ModelList } from "./model-list.tsx"
import { OffSwitches } from "./off-switches/off-switches.tsx"
import { People } from "./people/people.tsx"
import { Playbooks } from "./playbooks/playbooks.tsx"
import { RequesterData } from "./requester-data.tsx"
import { SharedPlaces } from "./shared-places/shared-places.tsx"
import { Status } from "./status/status.tsx"
import { TeamSettings } from "./team-settings.tsx"
import { Usage } from "./usage.tsx"
import { Voices } from "./voices/voices.tsx"
import { Webhooks } from "./webhooks/webhooks.tsx"
import { RelayLinkContext } from "../kit/relay/use-relay-link.ts"
import { STATUS } from "../kit/relay/use-relay-query.ts"
import { PageFrame, WithStatus, SignInGate } from "../pairing/page-frame.tsx"

/** The parts of the page in its order, each with the ids of its headings and their names as messages. */
const PARTS: { Part: () => ReactNode; headings: Record<string, MessageKey> }[] = [
  { Part: Status, headings: { "relay-status": "status" } },
  { Part: People, headings: { codes: "codes", people: "people" } },
  { Part: KnowledgeSources, headings: { knowledge: "imports" } },
  { Part: ModelList, headings: { models: "models" } },
  { Part: MaskingRules, headings: { masking: "rules" } },
  { Part: Lookups, headings: { lookups: "lookups.admin" } },
  { Part: SharedPlaces, headings: { "shared-places": "shared" } },
  { Part: TeamSettings, headings: { team: "team" } },
  { Part: OffSwitches, headings: { "off-switches": "switches" } },
  { Part: Playbooks, headings: { playbooks: "playbooks" } },
  { Part: Voices, headings: { voices: "voices" } },
  { Part: Webhooks, headings: { webhooks: "webhooks" } },
  { Part: RequesterData, headings: { requester: "requester" } },
  { Part: Usage, headings: { usage: "usage" } },
  { Part: Audit, headings: { audit: "audit" } }
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
                <a href={`#${id}`}>{tell(name, {})}</a>
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
