import { IDBFactory, IDBKeyRange } from "fake-indexeddb"
import { onTestFinished } from "vitest"
import { startCopilot } from "../../../src/copilot/start-copilot.ts"
import { runTranslationJob } from "../../../src/checks/translation/compare-translation.ts"
import { runAnswerJob } from "../../../src/checks/evidence/answering-sentences.ts"
import { letterDeeds } from "../../../src/checks/deeds/letter-deeds.ts"
import { runEvidenceJob } from "../../../src/checks/evidence/compare.ts"
import { readFile } from "../../../src/attachments/read-file.ts"
import { fromBase64 } from "../../../src/text/bytes/base64.ts"
import { runGuardJob } from "../../../src/checks/guard/guard-draft.ts"
import { runPromisesJob } from "../../../src/checks/speech/earlier-promises.ts"
import { runToneJob } from "../../../src/checks/tone/tone.ts"
import type { Masker } from "../../../src/copilot/relay-client/copilot-parts.ts"
import { createMasker } from "../../../src/copilot/session/masker.ts"
import { createRelayClient } from "../../../src/copilot/relay-client/relay-client.ts"
import { runJob } from "../../../src/masking/jobs.ts"
import type { PagePort } from "../../../src/platform/ports.ts"
import type { CommandAnswer, PanelCommand, PanelDraft, PanelState } from "../../../src/protocol/panel.ts"
import { cipherFrom } from "../../../src/store/cipher.ts"
import { openDatabase, type Database } from "../../../src/store/database.ts"
import { Store } from "../../../src/store/store.ts"
import { keyOf } from "../../store/fresh.ts"
import { fakeBrowser, type Worker } from "./fake-browser.ts"
import { pageDouble, sampleTicket } from "./page-double.ts"
import { relayDouble } from "./relay-double.ts"

export const ORIGIN = "http://localhost:4000"
export const KEY = `sample ${ORIGIN} 1001`
export type World = Awaited<ReturnType<typeof world>>

/**
 * The whole extension without a browser: real copilot, store, masking and sockets; doubles of page, browser and relay.
 * @param silenceMs after which a relay that says nothing is given up
 */
export async function world(silenceMs = 1500) {
  const relay = await relayDouble(keyOf(7))
  onTestFinished(() => relay.down().catch(() => undefined))
  const browser = fakeBrowser()
  browser.named.add(ORIGIN)
  const factory = { indexedDB: new IDBFactory(), IDBKeyRange }
  const page = pageDouble(sampleTicket())
  const clock = {
    shift: 0,
    /** In milliseconds: nothing waits longer, so that a test needn't. */
    longest: 60,
    now: () => Date.now() + clock.shift,
    after(milliseconds: number, work: () => void) {
      const timer = setTimeout(work, Math.min(milliseconds, clock.longest))
      return () => clearTimeout(timer)
    }
  }
  const local = createMasker(async (job) => JSON.parse(JSON.stringify(runJob(job))))
  const masker: { now: Masker } = { now: local }
  /** Every step that outlives a worker, by name: a test kills it there. */
  const steps = { seen: [] as string[], at: undefined as ((name: string, worker: Worker) => void) | undefined }
  /** The page that looks at drafts doesn't answer. */
  const looking = { broken: false }
  let worker = start()
  // Otherwise it goes on for as long as the process, and may meet a later test's relay at the same port.
  onTestFinished(() => worker.kill())

  function start(): Worker {
    const own = browser.worker()
    const step = (name: string) => {
      steps.seen.push(name)
      steps.at?.(name, own)
    }
    const live = <T>(name: string, work: () => Promise<T>): Promise<T> =>
      own.dead
        ? never<T>()
        : (async () => {
            step(`before ${name}`)
            if (own.dead) return never<T>()
            const result = await work()
            step(`after ${name}`)
            return own.dead ? never<T>() : result
          })()
    const sendToTab = own.browser.messages.sendToTab
    startCopilot({
      browser: {
        ...own.browser,
        messages: {
          ...own.browser.messages,
          sendToTab: (tabId, message) =>
            live(`page ${(message as { kind: string }).kind}`, () => sendToTab(tabId, message))
        }
      },
      clock: {
        ...clock,
        after: (milliseconds, work) =>
          clock.after(milliseconds, () => {
            if (!own.dead) work()
          })
      },
      masker: {
        ticket: (...given) => live("mask", () => masker.now.ticket(...given)),
        texts: (...given) => live("mask texts", () => masker.now.texts(...given))
      },
      checkDraft: (job) =>
        live("guard", async () => {
          if (looking.broken) throw new Error("the hidden page is gone")
          return runGuardJob(job)
        }),
      findAnswer: (job) => live("answer", async () => runAnswerJob(job)),
      findPromises: (job) => live("promises", async () => runPromisesJob(job)),
      readAttachment: (job) => live("attachment", async () => readFile(fromBase64(job.file), job)),
      findDeeds: (job) => live("deeds", async () => letterDeeds(job)),
      findEvidence: (job) => live("evidence", async () => runEvidenceJob(job)),
      checkTranslation: (job) => live("translation", async () => runTranslationJob(job)),
      checkTone: (job) => live("tone", async () => runToneJob(job)),
      openDatabase(lost) {
        const database = openDatabase(
          () => {
            if (!own.dead) lost()
          },
          "replywright",
          factory
        )
        return {
          ...database,
          run: <T>(work: Parameters<Database["run"]>[0]) => live("store", () => database.run(work)) as Promise<T>
        }
      },
      relay(address, bearer, rulesTold) {
        const client = createRelayClient(address, bearer, rulesTold, silenceMs)
        return {
          ...client,
          call(route, parts, signal) {
            const call = () => client.call(route, parts, signal)
            const name = CALLS.get(route)
            return name === undefined ? call() : live(name, call)
          },
          async *ask(path, body, signal) {
            const dying = new AbortController()
            for await (const event of client.ask(path, body, AbortSignal.any([signal, dying.signal]))) {
              step(`event ${event.type}`)
              if (own.dead) {
                dying.abort()
                await never()
              }
              yield event
            }
          }
        }
      }
    })
    return own
  }

  const panels: Panel[] = []
  const openPanel = (windowId = 1, asTab = false) => {
    const panel = fakePanel(worker, windowId, asTab)
    panels.push(panel)
    return panel
  }
  const openTab = (tabId: number, windowId = 1, double = page, url = `${ORIGIN}/tickets/1001`) => {
    browser.tabs.set(tabId, { windowId, url, answer: (message) => double.answer(message) })
    browser.front.set(windowId, tabId)
  }
  const tell = (message: unknown, tabId = 10, active = true) => {
    const tab = browser.tabs.get(tabId)
    return worker.send(message, {
      own: false,
      tab: { id: tabId, windowId: tab?.windowId ?? 1, active, url: tab?.url ?? "" }
    })
  }
  return {
    relay,
    browser,
    page,
    clock,
    masker,
    local,
    steps,
    looking,
    factory,
    openPanel,
    openTab,
    tell,
    get worker() {
      return worker
    },
    ask: (command: PanelCommand): Promise<CommandAnswer> =>
      worker.send(command, { own: true }) as Promise<CommandAnswer>,
    pair: () => worker.send({ kind: "popup-pair", address: relay.address, code: relay.relay.code }, { own: true }),
    opened: (tabId = 10, ticketId = "1001") => tell({ kind: "ticket-opened", helpdesk: "sample", ticketId }, tabId),
    /** The worker is gone; what was under way in it never goes on. Panels notice and reconnect to the next one. */
    kill() {
      worker.kill()
    },
    revive() {
      worker.kill()
      worker = start()
      for (const panel of panels) panel.reconnect(worker)
    },
    store: async () =>
      new Store(
        openDatabase(() => undefined, "replywright", factory),
        await cipherFrom(keyOf(7))
      )
  }
}

/** Paired, a ticket in front in tab 10, a panel beside it. */
export async function openWorld() {
  const all = await world()
  await all.pair()
  all.openTab(10)
  const panel = all.openPanel()
  await all.opened()
  return {
    ...all,
    get worker() {
      return all.worker
    },
    panel
  }
}

export type Panel = ReturnType<typeof fakePanel>

function fakePanel(first: Worker, windowId: number, asTab: boolean) {
  const states: PanelState[] = []
  const waiting = new Set<() => void>()
  let close: () => void = () => undefined
  const connect = (worker: Worker) => {
    const heard: ((message: unknown) => void)[] = []
    const closed: (() => void)[] = []
    const port: PagePort = {
      name: "panel",
      post(message) {
        if (worker.dead) return
        states.push(message as PanelState)
        for (const look of waiting) look()
      },
      onMessage: (listener) => void heard.push(listener),
      onClose: (listener) => void closed.push(listener)
    }
    worker.fire("connect", port)
    for (const listener of heard) listener({ kind: "panel-hello", windowId, asTab })
    close = () => closed.forEach((listener) => listener())
  }
  connect(first)
  /** Resolves with the first state from now on, or the present one, that fits. */
  const until = (fits: (state: PanelState) => boolean, what = "a state"): Promise<PanelState> =>
    new Promise((resolve, reject) => {
      const look = () => {
        const state = states.at(-1)
        if (!state || !fits(state)) return
        clearTimeout(late)
        waiting.delete(look)
        resolve(state)
      }
      const late = setTimeout(() => {
        waiting.delete(look)
        reject(new Error(`the panel never showed ${what}; last: ${JSON.stringify(states.at(-1), null, 1)}`))
      }, 60_000)
      waiting.add(look)
      look()
    })
  return {
    states,
    until,
    reconnect: connect,
    close: () => close(),
    draft: async (state: PanelDraft["state"]): Promise<PanelDraft> => {
      const shown = await until((one) => one.draft?.state === state, `a draft that is ${state}`)
      if (!shown.draft) throw new Error("no draft")
      return shown.draft
    },
    notice: async (code: string) => (await until((state) => state.notice?.code === code, `the notice ${code}`)).notice
  }
}

const never = <T>() => new Promise<T>(() => undefined)

/** The calls that a test may stop at, and what it calls them. */
const CALLS = new Map<string, string>([
  ["POST /v1/outcomes", "report"],
  ["POST /v1/token/renew", "renew"]
])
