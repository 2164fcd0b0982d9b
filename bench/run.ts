import { untilStopped } from "../demo/until-stopped.ts"
import { buildExtension } from "../demo/build.ts"
import { contentScript } from "./content-script.ts"
import { devLoop } from "./dev/dev-loop.ts"
import { figures } from "./review/figures.ts"
import { gateway, quickGateway } from "./gateway/gateway.ts"
import { importing } from "./importing.ts"
import { inspector } from "./inspector.ts"
import { letters } from "./letters.ts"
import { machine } from "./machine.ts"
import { masking } from "./masking.ts"
import { open } from "./open.ts"
import { searching } from "./searching.ts"
import { sampleStart } from "./sample-start.ts"
import { panel } from "./panel.ts"
import { peers, quickPeers } from "./peers/peers.ts"
import { recordRun } from "./record.ts"
import { relayStart } from "./relay-start.ts"
import { sizes } from "./sizes.ts"
import { storage } from "./storage.ts"
import { printTable, secondsOf, spread, timed, times, type Row } from "./table.ts"
import { ticketOpened } from "./ticket-opened.ts"
import { ticketSwitch } from "./switch/ticket-switch.ts"

/**
 * Runs `npm run bench [-- PART ...]`, which measures what a person waits for and prints it as a table. It asserts
 * nothing and isn't part of `npm test`. On a busy machine the figures are useless, so the load is printed before and
 * after. Each part is also appended to bench/results/runs.jsonl, beside the machine.
 */
const parts: Record<string, Part> = {
  build: { title: "Extension build", measure: build },
  sizes: { title: "What the browser loads", measure: async () => sizes() },
  relay: { title: "npm run relay: from the command to /v1/health ok", measure: relayStart },
  gateway: {
    title: "The relay, with search and checks, beside other gateways: 100 ms to the first of 100 tokens, 50 a second",
    measure: gateway
  },
  "gateway-quick": { title: "The same in a minute, for tuning", measure: quickGateway, onlyByName: true },
  peers: { title: "The relay beside plain pipelines: 200 ms to the first of 100 tokens, 50 a second", measure: peers },
  "peers-quick": { title: "The same in some minutes, for tuning", measure: quickPeers, onlyByName: true },
  start: { title: "npm start without a display: seconds since the command", measure: sampleStart },
  dev: { title: "npm run dev: from the write of a file to what it changes", measure: devLoop },
  ticket: {
    title: "The sample tickets, offline drafter: from the ticket page's navigation start to the panel",
    measure: ticketOpened
  },
  open: {
    title: "Tickets opened before and prepared from the list, offline drafter: from the click to the panel",
    measure: open
  },
  panel: { title: "The side panel", measure: panel },
  inspector: { title: "What the model saw", measure: inspector },
  masking: { title: "Masking, in the extension's Worker in Chromium", measure: masking },
  content: { title: "Content script", measure: contentScript },
  switch: { title: "From one ticket to another: the page's own thread", measure: ticketSwitch },
  import: { title: "Import of Markdown", measure: importing },
  search: { title: "Search", measure: searching },
  letter: { title: "A letter without a model", measure: letters },
  figures: { title: "A year of replies: the figures and the queue, over HTTP", measure: figures },
  storage: { title: "A month of drafts: backed up, restored, deleted", measure: storage }
}

interface Part {
  title: string
  measure(signal: AbortSignal): Promise<Row[]>
  /** It runs only if it is named. */
  onlyByName?: boolean
}

await untilStopped(async (signal) => {
  const asked = process.argv.slice(2)
  const unknown = asked.filter((name) => !(name in parts))
  if (unknown.length > 0) {
    console.error(`There is no part "${unknown.join('", "')}". The parts are: ${Object.keys(parts).join(", ")}.`)
    return 2
  }
  const machineRows = await machine(signal)
  printTable("Machine", machineRows)
  for (const [name, part] of Object.entries(parts)) {
    if (asked.length === 0 ? part.onlyByName : !asked.includes(name)) continue
    const rows = await part.measure(signal)
    printTable(part.title, rows)
    recordRun({ at: new Date(), part: name, machine: machineRows, rows })
  }
  printTable("Afterwards", [(await machine(signal)).at(-1) ?? []])
  return 0
})

/** Builds the extension. Other parts read the result. */
async function build(signal: AbortSignal): Promise<Row[]> {
  const builds = await times(3, () => timed(() => buildExtension(signal)))
  return [["npm run build", spread(builds, secondsOf)]]
}
