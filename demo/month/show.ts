import { join } from "node:path"
import { CODE_MINUTES } from "../../src/relay/access/pairing.ts"
import { dataFolder } from "../../src/runtime/settings.ts"
import { prepareDataPaths } from "../../src/storage/embedded/data-paths.ts"
import { importFolder, startRelay } from "../load-relay.ts"
import { progress } from "../progress.ts"
import { relayLog } from "../relay-log.ts"
import { root } from "../root.ts"
import { aborted } from "../until-stopped.ts"
import { fillMonth, newestOf, OwnCases } from "./fill.ts"
import { COLLECTION } from "./sources.ts"

/** Starts the relay with its month and waits for the signal. @returns the exit code */
export async function showMonth(anew: boolean, signal: AbortSignal): Promise<number> {
  try {
    await show(anew, signal)
    return 0
  } catch (error) {
    if (signal.aborted) return 130
    if (!(isStartError(error) || error instanceof OwnCases)) throw error
    console.error(error.message)
    return isStartError(error) ? error.exitCode : 1
  }
}

/** The bundled relay throws a StartError of its own, which is no instance of that of the sources. */
const isStartError = (error: unknown): error is Error & { exitCode: number } =>
  error instanceof Error && error.name === "StartError" && "exitCode" in error

async function show(anew: boolean, signal: AbortSignal): Promise<void> {
  const say = progress()
  say("Starting the database and the relay")
  const folder = process.env["REPLYWRIGHT_DATA"] ? dataFolder() : `${dataFolder()}-month`
  await prepareDataPaths(folder)
  const { log, close } = relayLog(join(folder, "relay.log"), say)
  const relay = await startRelay({ ...process.env, REPLYWRIGHT_DATA: folder }, { signal, log }).catch(
    (error: unknown) => {
      close()
      throw error
    }
  )
  try {
    const newest = await newestOf(relay.db)
    if (anew || newest === undefined || Date.now() - newest.getTime() > 86_400_000) {
      const { cases, reviews } = await fillMonth(relay.db, new Date())
      say(`${cases} cases made up, ${reviews} of them reviewed`)
    } else say("The month is there already (npm run demo -- month --anew makes it again)")
    // The knowledge report searches it for the month's tickets. It belongs to the team, as the month's helpdesks do.
    const { imported, unchanged } = await importFolder(relay.db, join(root, "demo/knowledge"), {
      origin: "team",
      collection: COLLECTION,
      signal
    })
    say(`Sample knowledge: ${imported + unchanged} articles`)
    const code = await relay.pair("lead", "Sample lead")
    console.log(`
Relay: ${relay.url}
Data: ${relay.location}
Pairing code for a lead: ${code} (good once, for ${CODE_MINUTES} minutes)

Pair the extension in its popup with this address and this code, best in a browser profile of its own, and open Review there.
Ctrl-C stops.
`)
    await aborted(signal)
  } finally {
    await relay.close()
    close()
  }
}
