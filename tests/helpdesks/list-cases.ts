import { readFileSync } from "node:fs"
import { redmine } from "../../src/helpdesks/redmine/adapter.ts"
import { requestTracker } from "../../src/helpdesks/request-tracker/adapter.ts"
import { sample } from "../../src/helpdesks/sample/adapter.ts"
import { zendesk } from "../../src/helpdesks/zendesk/adapter.ts"
import { openDocument, type Case, type ListCase } from "./case.ts"
import { redmineCases } from "./redmine-cases.ts"
import * as redmineReplay from "./redmine-replay.ts"
import { rtCases } from "./rt-cases.ts"
import * as rtReplay from "./rt-replay.ts"
import { sampleCases } from "./sample-cases.ts"
import { openZendeskView } from "./zendesk-pages.ts"
import { zendeskCases } from "./zendesk-cases.ts"

const list = (name: string) => readFileSync(`tests/pages/lists/${name}.html`, "utf8")
const ticketOf = (cases: Case[], name: string) => {
  const found = cases.find((one) => one.name === name)
  if (!found) throw new Error(`no case is named ${name}`)
  return found.ticket
}
const down = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, n) => String(from - n))

export function openRedmineList(path: string, html: string) {
  return redmineReplay.openRecording("refund", undefined, path, html)
}

export function openRtList(path: string, html: string) {
  return rtReplay.openRecording("refund", undefined, `http://127.0.0.1:8095${path}`, html)
}

/** Lists that were recorded, and those of the sample and of the double, with what a person sees there. */
export const listCases: ListCase[] = [
  ...[
    {
      name: "all issues, those of the project that was used last",
      file: "redmine-all",
      path: "/issues",
      ticketIds: down(12, 1)
    },
    { name: "all issues, below a path", file: "redmine-all", path: "/tracker/issues", ticketIds: down(12, 1) },
    { name: "a project's issues", file: "redmine-leaf", path: "/projects/warehouse/issues", ticketIds: ["14"] },
    {
      name: "a project's issues without those below it",
      file: "redmine-columns",
      path: "/projects/support/issues",
      ticketIds: down(12, 1)
    },
    {
      name: "a project's issues, not told from those below it",
      file: "redmine-project",
      path: "/projects/support/issues",
      ticketIds: []
    }
  ].map(({ name, file, path, ticketIds }) => ({
    name: `redmine ${name}`,
    adapter: redmine,
    open: () => openRedmineList(path, list(file)),
    ticketIds,
    spotted: true,
    ticket: ticketOf(redmineCases, "redmine refund")
  })),
  ...[
    { name: "first page", file: "rt-home", path: "/", ticketIds: ["11", "10", "3", "7", "6", "5", "9", "2", "1", "4"] },
    {
      name: "search results",
      file: "rt-search",
      path: "/Search/Results.html?Query=id%3E4",
      ticketIds: ["11", "10", "7", "6", "5"]
    }
  ].map(({ name, file, path, ticketIds }) => ({
    name: `request-tracker ${name}`,
    adapter: requestTracker,
    open: () => openRtList(path, list(file)),
    ticketIds,
    spotted: true,
    ticket: ticketOf(rtCases, "request-tracker refund")
  })),
  ...["filters", "views"].map((kind) => ({
    name: `zendesk ${kind}`,
    adapter: zendesk,
    open: () => openZendeskView(`/agent/${kind}/360001`),
    ticketIds: Array.from({ length: 11 }, (_, n) => String(35436 + n)),
    spotted: true,
    ticket: ticketOf(zendeskCases, "zendesk mail thread with a note")
  })),
  {
    name: "sample list",
    adapter: sample,
    spotted: false,
    ticketIds: ["1004", "1001"],
    ticket: ticketOf(sampleCases, "sample 1001, public"),
    open: () =>
      openDocument(
        `<html data-sample-helpdesk="1"><main><table><tr><td><a data-link href="/tickets/1004">x</a></td></tr><tr><td><a data-link href="/tickets/1001">x</a></td></tr></table></main>`,
        "http://localhost:4000/",
        () => Response.json(JSON.parse(readFileSync("demo/tickets/1001.json", "utf8")))
      )
  }
]
