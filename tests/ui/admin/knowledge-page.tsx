import { fireEvent, render, screen, within } from "@testing-library/react"
import type { KnowledgeSource, LastImport } from "../../../src/protocol/knowledge.ts"
import { AdminFrame } from "../../../src/ui/admin/admin.tsx"
import { KnowledgeSources } from "../../../src/ui/admin/knowledge/knowledge.tsx"
import type { PageAnswer } from "../../../src/protocol/routes/calls/page-call.ts"
import { adminLink } from "../help/page-calls.ts"
import type { Asked } from "../help/page-values.ts"

export const at = "2026-10-01T10:00:00Z"
export const last = (more: Partial<LastImport> = {}): LastImport => ({
  id: "i1",
  state: "done",
  started: at,
  ended: at,
  reason: null,
  seen: 3,
  imported: 2,
  unchanged: 0,
  removed: 0,
  failed: 0,
  total: 3,
  perSecond: null,
  rest: null,
  failures: [],
  noted: 0,
  notices: [],
  ...more
})
export const source = (more: Partial<KnowledgeSource> = {}): KnowledgeSource => ({
  collection: "help-1",
  kind: "site",
  label: "help.example.com",
  internal: false,
  documents: 120,
  waiting: false,
  again: true,
  schedule: { every: "off" },
  next: null,
  hook: null,
  last: last(),
  ...more
})

/** The section over a background that keeps sources as the relay does. `sent` is what happens to a file. */
export async function open(sources: KnowledgeSource[] = [source()]) {
  const back = {
    sources,
    asked: [] as Asked[],
    refuses: new Map<string, PageAnswer>(),
    copied: [] as string[],
    sending: async (
      _file: File,
      _internal: boolean,
      _sent: (bytes: number) => void,
      _signal: AbortSignal
    ): Promise<void> => undefined
  }
  const answer = (command: Asked): PageAnswer => {
    back.asked.push(command)
    const refused = back.refuses.get(command.route)
    if (refused) return refused
    switch (command.route) {
      case "page-status":
        return {
          ok: true,
          value: { person: { id: "p3", name: "Ada", role: "admin", groups: [] }, address: "https://relay.example" }
        }
      case "GET /v1/admin/knowledge":
        return { ok: true, value: { sources: structuredClone(back.sources) } }
      case "POST /v1/admin/knowledge/imports":
        return { ok: true, value: { collections: ["help.example.org-1"] } }
      case "PUT /v1/admin/knowledge/sources/:collection/schedule": {
        const next = command.body.every === "off" ? null : "2030-01-07T02:00:00Z"
        back.sources = back.sources.map((one) =>
          one.collection === command.path.collection ? { ...one, schedule: command.body, next } : one
        )
        return {
          ok: true,
          value: {
            schedule: command.body,
            next,
            ...(next && { then: ["2030-01-14T02:00:00Z", "2030-01-21T02:00:00Z"] })
          }
        }
      }
      case "POST /v1/admin/knowledge/sources/:collection/hook":
        back.sources = back.sources.map((one) => ({ ...one, hook: { since: at, called: null } }))
        return {
          ok: true,
          value: {
            path: "/v1/hooks/knowledge/help-1",
            secret: command.body.secret === undefined ? "made-by-the-relay" : null
          }
        }
      case "DELETE /v1/admin/knowledge/sources/:collection":
        back.sources = back.sources.filter(({ collection }) => collection !== command.path.collection)
        return { ok: true, value: { documents: 120 } }
      default:
        return { ok: true, value: null }
    }
  }
  const sendFile = async (...[file, internal, sent, signal]: Parameters<typeof back.sending>) => {
    await back.sending(file, internal, sent, signal)
    return { collections: [`file ${file.name}`] }
  }
  render(
    <AdminFrame link={adminLink(answer, { copy: async (text) => void back.copied.push(text), sendFile })}>
      <main>
        <h1>Admin</h1>
        <KnowledgeSources />
      </main>
    </AdminFrame>
  )
  await screen.findByText("Send a file")
  return back
}
export const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }))
export const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
export const asked = <K extends Asked["route"]>(back: { asked: Asked[] }, route: K) =>
  back.asked.filter((command): command is Extract<Asked, { route: K }> => command.route === route)
export const item = (label: string) => within(screen.getByRole("listitem", { name: new RegExp(`^${label}`) }))
