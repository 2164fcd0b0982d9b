import type { Kysely } from "kysely"
import { readPlaybook } from "../../playbooks/format/read-playbook.ts"
import { graphOf, mermaidOf } from "../../playbooks/graph/graph.ts"
import type { Playbook } from "../../playbooks/playbook.ts"
import { Problem } from "../../runtime/problem.ts"
import { runInWorkerIfLarge, type NamedJob } from "../../runtime/worker-thread/run-in-worker.ts"
import type { Schema } from "../../storage/schema.ts"
import {
  newestDefinitions,
  removeDefinition,
  saveDefinition,
  mistakeSentences,
  storedReader
} from "../team-settings/definitions.ts"
import type { PlaybooksAnswer } from "../../protocol/routes/playbooks.ts"

/**
 * Stores a playbook as the newest version under its name. The same text again makes no version.
 * @param person null at the relay's own machine
 * @throws Problem 422 "playbook-wrong" with a sentence and line for each mistake, 409 "too-many-playbooks"
 */
export async function savePlaybook(
  db: Kysely<Schema>,
  source: string,
  person: string | null,
  now: Date
): Promise<{ name: string; version: number }> {
  const { playbook, mistakes } = await runInWorkerIfLarge(source.length, READ, source)
  if (!playbook) throw new Problem(422, "playbook-wrong", mistakeSentences(mistakes).join("\n"))
  return saveDefinition(db, "playbook", { name: playbook.name, source, most: MAX_PLAYBOOKS }, person, now)
}

/** Takes a playbook out; its versions stay. Returns false if there is none. */
export const removePlaybook = (db: Kysely<Schema>, name: string, person: string | null, now: Date): Promise<boolean> =>
  removeDefinition(db, "playbook", name, person, now)

/** Lists the playbooks with their flowcharts, by name. One that can't be read any more is listed with its mistakes. */
export async function listPlaybooks(db: Kysely<Schema>): Promise<PlaybooksAnswer> {
  return {
    playbooks: (await newestDefinitions(db, "playbook")).map(({ name, source, version, at }) => {
      const { playbook, mistakes = [] } = readStored(source)
      const stored = { name, version, at: at.toISOString(), source }
      if (playbook) return { ...stored, title: playbook.title, graph: graphOf(playbook), mermaid: mermaidOf(playbook) }
      return {
        ...stored,
        ...{ title: name, graph: { nodes: [], edges: [] }, mermaid: "" },
        mistakes: mistakeSentences(mistakes)
      }
    })
  }
}

/** Returns the team's playbooks, by name. A stored one that this version can't read is left out. */
export async function readPlaybooks(db: Kysely<Schema>): Promise<Playbook[]> {
  return (await newestDefinitions(db, "playbook")).flatMap(({ source }) => readStored(source).playbook ?? [])
}

/** A long file takes longer to read than others may wait. */
const READ: NamedJob<(source: string) => ReturnType<typeof readPlaybook>> = {
  module: new URL("../../playbooks/format/read-playbook.ts", import.meta.url).href,
  name: "readPlaybook"
}
const MAX_PLAYBOOKS = 100
const readStored = storedReader(2 * MAX_PLAYBOOKS, readPlaybook)
