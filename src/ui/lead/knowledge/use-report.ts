import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import type { ReportAnswer, ReportDone, ReportQuery, ReportRunning } from "../../../protocol/knowledge-report.ts"
import type { RelayLink } from "../../kit/relay/relay-link.ts"
import { useRelayLink } from "../../kit/relay/use-relay-link.ts"

export type Running = ReportRunning["running"]
const KEY = ["GET /v1/knowledge/report"]

/** The report as it was made when the page was opened or last refreshed, and the links once they are checked. */
export function useReport() {
  const link = useRelayLink()
  const queries = useQueryClient()
  const [running, setRunning] = useState<Running>()
  const [links, setLinks] = useState<{ running?: Running; busy?: true; fault?: Error }>({})
  // It takes long, so it isn't made again when the window comes to the front.
  const report = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => made(link, { settled: "true" }, setRunning, signal),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false
  })

  const checkLinks = async () => {
    setLinks({ busy: true })
    try {
      const checked = await made(
        link,
        { settled: "true", only: LINKS, links: "true" },
        (one) => setLinks({ busy: true, ...(one && { running: one }) }),
        new AbortController().signal
      )
      queries.setQueryData<ReportDone>(KEY, (before) => before && withLinks(before, checked))
      setLinks({})
    } catch (error) {
      setLinks({ fault: error instanceof Error ? error : new Error(String(error)) })
    }
  }
  return { report, running, links, checkLinks: () => void checkLinks() }
}

const LINKS = "dead-link"

/**
 * Asks until the report is there. Each answer comes within seconds, so that neither the browser's worker nor the
 * connection times out.
 */
async function made(
  link: RelayLink,
  query: ReportQuery,
  tell: (running: Running | undefined) => void,
  signal: AbortSignal
): Promise<ReportDone> {
  tell(undefined)
  let run: string | undefined
  for (let wait = FIRST_WAIT; ; wait = WAIT) {
    const answer: ReportAnswer = await link.call("GET /v1/knowledge/report", {
      query: { ...query, wait, ...(run !== undefined && { run }) }
    })
    if ("findings" in answer) return answer
    signal.throwIfAborted()
    run = answer.running.run
    tell(answer.running)
  }
}

/** In seconds. The number of documents is known soon. */
const FIRST_WAIT = 1
const WAIT = 5

/** Adds what is known of the links now to the report. */
function withLinks(before: ReportDone, { findings, settledFindings = [], counts, links }: ReportDone): ReportDone {
  const others = (all: ReportDone["findings"] = []) => all.filter(({ kind }) => kind !== LINKS)
  const settled = [...others(before.settledFindings), ...settledFindings]
  return {
    ...before,
    findings: [...others(before.findings), ...findings],
    settledFindings: settled,
    counts: { ...before.counts, ...counts },
    settled: before.settled - ((before.settledFindings?.length ?? 0) - settled.length),
    ...(links && { links })
  }
}
