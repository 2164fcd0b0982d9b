import { render } from "@testing-library/react"
import { Admin } from "../../../src/ui/admin/admin.tsx"
import type { PageAnswer } from "../../../src/protocol/routes/calls/page-call.ts"
import { adminLink } from "../help/page-calls.ts"
import type { Asked } from "../help/page-values.ts"

/**
 * The admin page over a background that answers one card; no other card reaches its relay.
 * @param isSignedIn whether the page has an admin's sign-in
 */
export function openAdminPage(
  answer: (command: Asked) => PageAnswer | undefined | Promise<PageAnswer>,
  isSignedIn = () => true
) {
  const copied: string[] = []
  render(
    <Admin
      link={adminLink(
        async (command) =>
          command.route === "page-status"
            ? { ok: true, value: { ...(isSignedIn() && { person: ADA }), address: "http://127.0.0.1:8787" } }
            : ((await answer(command)) ?? { ok: false, code: "relay-unreachable" }),
        { copy: async (text) => void copied.push(text) }
      )}
    />
  )
  return { copied }
}

const ADA = { id: "p3", name: "Ada", role: "admin" as const, groups: [] }
