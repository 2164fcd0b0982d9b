import { parseArgs } from "node:util"
import * as z from "zod/mini"
import { role } from "../../protocol/relay.ts"
import { CODE_MINUTES, createPairingCode, type Invitation } from "../access/pairing.ts"
import { Problem, StartError } from "../../runtime/problem.ts"
import { databaseTime } from "../../storage/relay-presence.ts"
import { UsageError, type Command } from "./command.ts"
import { connectExisting } from "./open-alone.ts"

/** Prints a pairing code. The relay may be running. */
export const pairCommand: Command = {
  async run(args, { environment, print, signal, note }) {
    const invitation = read(args)
    const { db, close } = await connectExisting({ environment, signal, note })
    try {
      const { code } = await createPairingCode(db, invitation, null, await databaseTime(db)).catch((error: unknown) => {
        throw whatToSay(error, invitation)
      })
      print(
        `Pairing code for ${invitation.samePerson ? "a further browser of " : ""}${invitation.name} (${invitation.role}): ${code}`
      )
      print(`It is good once, for ${CODE_MINUTES} minutes.`)
    } finally {
      await close()
    }
  }
}

const given = z.object({
  role: z.optional(role),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  groups: z.optional(z.string().check(z.maxLength(2000))),
  "same-person": z.optional(z.boolean())
})

/** Returns the relay's error, with the command that has to be typed. */
function whatToSay(error: unknown, { name, role }: Invitation): unknown {
  if (!(error instanceof Problem)) return error
  const how =
    error.code === "name-taken"
      ? `Somebody has paired as ${name} (${role}) already. If this is a further browser of the same person, add --same-person: it gets their drafts' key. If it is another person, give another --name.`
      : error.message
  return new StartError(error.code, how, { cause: error })
}

function read(args: string[]): Invitation {
  const read = given.safeParse(options(args))
  if (!read.success)
    throw new UsageError(
      "Say whom to pair: npm run relay -- pair --role agent|lead|admin --name NAME [--groups a,b] [--same-person]"
    )
  const { role: asked = "agent", name, groups, "same-person": samePerson = false } = read.data
  return {
    role: asked,
    name,
    samePerson,
    groups: groups
      ?.split(",")
      .map((group) => group.trim())
      .filter((group) => group !== "")
  }
}

function options(args: string[]): unknown {
  try {
    return parseArgs({
      args,
      options: {
        role: { type: "string" },
        name: { type: "string" },
        groups: { type: "string" },
        "same-person": { type: "boolean" }
      }
    }).values
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : "These options are not known.", { cause })
  }
}
