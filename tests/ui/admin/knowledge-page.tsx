import { fireEvent, render, screen, within } from "@testing-library/react"
import type { AdminAnswer, AdminCommand } from "../../../src/protocol/admin.ts"
import type { KnowledgeSource, LastImport } from "../../../src/protocol/knowledge.ts"
import { AdminFrame } from "../../../src/ui/admin/frame/admin-frame.tsx"
import { createAdminAsk } from "../../../src/ui/admin/frame/admin-link.ts"
import { KnowledgeSources } from "../../../src/ui/admin/knowledge/knowledge.tsx"

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
    asked: [] as AdminCommand[],
    refuses: new Map<string, AdminAnswer>(),
    copied: [] as string[],
    sending: async (
      _file: File,
      _internal: boolean,
      _sent: (bytes: number) => void,
      _signal: AbortSignal
    ): Promise<void> => undefined
  }
  const answer = (command: AdminCommand): AdminAnswer => {
    back.asked.push(command)
    const refused = back.refuses.get(command.kind)
    if (refused) return refused
    switch (command.kind) {
      case "admin-status":
        return { ok: true, value: { admin: { id: "p3", name: "Ada", role: "admin", groups: [] }, address: "" } }
      case "admin-knowledge":
        return { ok: true, value: { sources: structuredClone(back.sources) } }
      case "admin-import":
        return { ok: true, value: { collections: ["help.example.org-1"] } }
      case "admin-schedule": {
        const next = command.schedule.every === "off" ? null : "2030-01-07T02:00:00Z"
        back.sources = back.sources.map((one) =>
          one.collection === command.collection ? { ...one, schedule: command.schedule, next } : one
        )
        return {
          ok: true,
          value: {
            schedule: command.schedule,
            next,
            ...(next && { then: ["2030-01-14T02:00:00Z", "2030-01-21T02:00:00Z"] })
          }
        }
      }
      case "admin-hook":
        back.sources = back.sources.map((one) => ({ ...one, hook: { since: at, called: null } }))
        return {
          ok: true,
          value: {
            address: "https://relay.example/v1/hooks/knowledge/help-1",
            secret: command.request.secret === undefined ? "made-by-the-relay" : null
          }
        }
      case "admin-source-remove":
        back.sources = back.sources.filter(({ collection }) => collection !== command.collection)
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
    <AdminFrame
      link={{
        ask: createAdminAsk(async (command) => answer(command)),
        send: async () => ({ ok: true }),
        copy: async (text) => void back.copied.push(text),
        sendFile
      }}
    >
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
export const asked = <K extends AdminCommand["kind"]>(back: { asked: AdminCommand[] }, kind: K) =>
  back.asked.filter((command): command is Extract<AdminCommand, { kind: K }> => command.kind === kind)
export const item = (label: string) => within(screen.getByRole("listitem", { name: new RegExp(`^${label}`) }))
