import type { ReactNode } from "react"
import type { RelayLink } from "../../kit/relay/relay-link.ts"
import { RelayLinkContext } from "../../kit/relay/use-relay-link.ts"
import { STATUS } from "../../kit/relay/use-relay-query.ts"
import { PageFrame, WithStatus } from "../../pairing/page-frame.tsx"
import { SignInGate } from "../../pairing/sign-in-gate.tsx"

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
