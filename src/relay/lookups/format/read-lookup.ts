import type { Document, LineCounter } from "yaml"
import type * as z from "zod/mini"
import { lineOf, type Mistake } from "../../../runtime/yaml/mistake-lines.ts"
import { openYaml } from "../../../runtime/yaml/open-yaml.ts"
import { assemble, type Fault } from "./assemble.ts"
import { assembleView, type View } from "./assemble-view.ts"
import { knownAt, lookupFile } from "./shape.ts"
import type { LookupDefinition } from "../../../protocol/routes/lookups.ts"

/** A request that browsers make, a view that the relay asks, or what is wrong. */
export type LookupRead =
  | { definition: LookupDefinition; view?: undefined; mistakes?: undefined }
  | { definition?: undefined; view: View; mistakes?: undefined }
  | { definition?: undefined; view?: undefined; mistakes: Mistake[] }

/** The most characters of a lookup's file. */
const MAX_LOOKUP = 50_000

/**
 * Reads a lookup from YAML. It returns its definition or view, or a sentence for each mistake with its line, in the
 * order of the file.
 * @param isStored an earlier version of the relay took it in; a view of columns whose names tell who somebody is says
 * so when it is asked
 */
export function readLookup(source: string, isStored = false): LookupRead {
  if (source.length > MAX_LOOKUP)
    return { mistakes: [{ line: 1, sentence: `The file has more than ${MAX_LOOKUP} characters.` }] }
  const { document, counter, mistakes } = openYaml(source)
  if (mistakes) return { mistakes }
  const read = lookupFile.safeParse(document.toJS())
  if (!read.success) return { mistakes: inOrder(read.error.issues.flatMap((one) => ofIssue(one, document, counter))) }
  const { url, view: statement } = read.data
  const wrong = (faults: Fault[]) => ({
    mistakes: inOrder(faults.map(({ path, sentence }) => ({ line: lineOf(document, counter, path), sentence })))
  })
  if (statement !== undefined) {
    const { view, faults } = assembleView({ ...read.data, view: statement }, isStored)
    return faults.length === 0 ? { view } : wrong(faults)
  }
  if (url === undefined)
    return wrong([{ path: [], sentence: "url is missing: it must be the address that is asked. A view has view." }])
  const { definition, faults } = assemble({ ...read.data, url }, isStored)
  return faults.length === 0 ? { definition } : wrong(faults)
}

function ofIssue(issue: z.core.$ZodIssue, document: Document, counter: LineCounter): Mistake[] {
  const place = issue.path.map(String).join(".")
  if (issue.code !== "unrecognized_keys")
    return [
      {
        line: lineOf(document, counter, issue.path),
        sentence: place === "" ? `The file ${issue.message}.` : `${place} ${issue.message}.`
      }
    ]
  return issue.keys.slice(0, MAX_UNKNOWN_NAMES).map((key) => ({
    line: lineOf(document, counter, [...issue.path, key]),
    sentence: /^(?:method|body|verb)$/i.test(key)
      ? `A lookup only reads: there is no "${key}", and every request is a GET.`
      : `${place === "" ? "The file" : place} knows no "${key.slice(0, 60)}"; it knows ${knownAt(issue.path).join(", ")}.`
  }))
}

/** So many unknown names of one place are told. */
const MAX_UNKNOWN_NAMES = 50

const inOrder = (mistakes: Mistake[]): Mistake[] => mistakes.toSorted((a, b) => a.line - b.line)
