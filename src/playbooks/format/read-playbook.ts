import { LineCounter, parseDocument, type Document } from "yaml"
import type * as z from "zod/mini"
import { lineOf, type Mistake } from "../../runtime/yaml/mistake-lines.ts"
import { syntaxMistakes } from "../../runtime/yaml/syntax-mistakes.ts"
import type { Playbook } from "../playbook.ts"
import { assemble } from "./assemble.ts"
import type { Fault } from "./condition.ts"
import { flowFaults } from "./flow-faults.ts"
import { nearest, oneOf } from "./nearest-name.ts"
import { knownAt, playbookFile } from "./shape.ts"

export type PlaybookRead = { playbook: Playbook; mistakes?: undefined } | { playbook?: undefined; mistakes: Mistake[] }

/** The most characters of a playbook's file. */
export const LONGEST_PLAYBOOK = 200_000

/**
 * Reads a playbook from YAML. It returns the playbook, or a sentence for each mistake with its line, in the order of the
 * file.
 */
export function readPlaybook(source: string): PlaybookRead {
  if (source.length > LONGEST_PLAYBOOK)
    return { mistakes: [{ line: 1, sentence: `The file has more than ${LONGEST_PLAYBOOK} characters.` }] }
  const counter = new LineCounter()
  const document = parseDocument(source, { lineCounter: counter, prettyErrors: false })
  const syntax = syntaxMistakes(document, source, counter)
  if (syntax.length > 0) return { mistakes: inOrder(syntax) }
  if (document.contents === null) return { mistakes: [{ line: 1, sentence: "The file is empty." }] }
  const read = playbookFile.safeParse(document.toJS())
  if (!read.success) return { mistakes: inOrder(read.error.issues.flatMap((one) => ofIssue(one, document, counter))) }
  const { playbook, faults } = assemble(read.data)
  const all: Fault[] = [...faults, ...(faults.length === 0 ? flowFaults(playbook) : [])]
  if (all.length === 0) return { playbook }
  return { mistakes: inOrder(all.map(({ path, sentence }) => ({ line: lineOf(document, counter, path), sentence }))) }
}

function ofIssue(issue: z.core.$ZodIssue, document: Document, counter: LineCounter): Mistake[] {
  const place = issue.path.map((part) => (typeof part === "number" ? part + 1 : String(part))).join(".")
  if (issue.code !== "unrecognized_keys")
    return [
      {
        line: lineOf(document, counter, issue.path),
        sentence: place === "" ? `The file ${issue.message}.` : `${place} ${issue.message}.`
      }
    ]
  const known = knownAt(issue.path)
  return issue.keys.map((key) => ({
    line: lineOf(document, counter, [...issue.path, key]),
    sentence: `${place === "" ? "The file" : place} knows no "${key.slice(0, 60)}"${nearest(key, known)}; it knows ${oneOf(known)}.`
  }))
}

const inOrder = (mistakes: Mistake[]): Mistake[] => mistakes.toSorted((a, b) => a.line - b.line)
