import * as z from "zod/mini"
import { databaseTime } from "../../storage/relay-presence.ts"
import {
  createProvisioningToken,
  listProvisioningTokens,
  revokeProvisioningToken
} from "../access/provisioning-tokens.ts"
import { UsageError, type Command } from "./command.ts"
import { connectExisting } from "./open-alone.ts"

/** Makes, lists and revokes the tokens with which the organisation's directory sends users and groups. */
export const scimCommand: Command = {
  async run(args, { environment, print, signal, note }) {
    const [what = "", id, ...more] = args
    const isRevoke = what === "revoke"
    if (!["new-token", "list", "revoke"].includes(what) || isRevoke !== (id !== undefined) || more.length > 0)
      throw new UsageError(USAGE)
    const { db, close } = await connectExisting({ environment, signal, note })
    try {
      if (what === "new-token") {
        const { token, id: name } = await createProvisioningToken(db, null, await databaseTime(db))
        print(`Token ${name}, which is shown this once: ${token}`)
        print("Give it to your provider's provisioning with the address https://YOUR-RELAY/v1/scim.")
      } else if (id !== undefined) {
        const isId = z.uuid().safeParse(id).success
        if (!isId || !(await revokeProvisioningToken(db, id, null, await databaseTime(db))))
          throw new UsageError("There is no valid token with this id: npm run relay -- scim list shows them.")
        print("The token is revoked.")
      } else {
        const tokens = await listProvisioningTokens(db)
        for (const { id: name, created_at, used_at } of tokens)
          print(`${name}  made ${dayOf(created_at)}, ${used_at ? `used ${dayOf(used_at)}` : "never used"}`)
        if (tokens.length === 0) print("There is no token.")
      }
    } finally {
      await close()
    }
  }
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10)
const USAGE = "Say what to do: npm run relay -- scim new-token | list | revoke ID"
