import { render } from "@testing-library/react"
import type { AdminAnswer, AdminCommand } from "../../../src/protocol/admin.ts"
import { Admin } from "../../../src/ui/admin/admin.tsx"
import { createAdminAsk } from "../../../src/ui/admin/frame/admin-link.ts"

/**
 * The admin page over a background that answers one card; no other card reaches its relay.
 * @param isSignedIn whether the page has an admin's sign-in
 */
export function openAdminPage(
  answer: (command: AdminCommand) => AdminAnswer | undefined | Promise<AdminAnswer>,
  isSignedIn = () => true
) {
  const copied: string[] = []
  render(
    <Admin
      link={{
        ask: createAdminAsk(async (command) =>
          command.kind === "admin-status"
            ? { ok: true, value: { ...(isSignedIn() && { admin: ADA }), address: "http://127.0.0.1:8787" } }
            : ((await answer(command)) ?? { ok: false, code: "relay-unreachable" })
        ),
        send: async () => ({ ok: true }),
        copy: async (text) => void copied.push(text),
        sendFile: async () => ({ collections: [] })
      }}
    />
  )
  return { copied }
}

const ADA = { id: "p3", name: "Ada", role: "admin" as const, groups: [] }
