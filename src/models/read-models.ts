import { existsSync, readFileSync } from "node:fs"
import { resolve } from "node:path"
import type * as z from "zod/mini"
import type { Document, LineCounter } from "yaml"
import type { Settings } from "../runtime/settings.ts"
import {
  NO_MODELS,
  usualAtOnce,
  type ModelEndpoint,
  type Models,
  DEFAULT_BUDGETS,
  OFFLINE,
  type Endpoint
} from "./endpoint/models.ts"
import { PATIENCE } from "./openai/stream-chat.ts"
import { StartError } from "../runtime/problem.ts"
import { lineOf, type Mistake } from "../runtime/yaml/mistake-lines.ts"
import { openYaml } from "../runtime/yaml/open-yaml.ts"
import { crossCheckMistakes } from "./file/cross-check.ts"
import { keyVariable, modelsFile, type ModelsFile } from "./file/shape.ts"

/**
 * Reads the models from `models.yaml` if the file exists (in the data folder, or at MODELS_FILE), and otherwise from
 * the environment.
 * @throws StartError "settings" with a sentence for each mistake of the file and its line
 */
export function readModels(settings: Settings, environment: Record<string, string | undefined>): Models {
  const usual = resolve(settings.data, "models.yaml")
  // npm runs the command in the package's folder. INIT_CWD is the person's working directory.
  const file = settings.modelsFile === undefined ? usual : resolve(environment["INIT_CWD"] ?? ".", settings.modelsFile)
  return settings.modelsFile !== undefined || existsSync(file)
    ? readModelsFile(file, environment)
    : ofEnvironment(settings.model)
}

/**
 * Returns one endpoint for drafts and one for embeddings, without prices. Without a model's name, only the server's
 * list can be requested.
 */
function ofEnvironment(model: Settings["model"]): Models {
  if (model?.name === undefined && model?.embed === undefined) return NO_MODELS
  const { baseUrl: url, apiKey: key, atOnce } = model
  const { firstByteMs, idleMs, totalMs } = PATIENCE
  const named = (name: string, of: string | undefined): ModelEndpoint[] =>
    of === undefined
      ? []
      : [
          {
            kind: "openai-compatible",
            name,
            url,
            model: of,
            key,
            price: { in: 0, out: 0 },
            firstByteMs,
            idleMs,
            totalMs,
            atOnce: atOnce ?? usualAtOnce(url)
          }
        ]
  const draft = named("environment", model.name)
  const [embed] = named("environment-embed", model.embed)
  return {
    ...NO_MODELS,
    endpoints: [...draft, ...(embed ? [embed] : [])],
    tasks: { ...NO_MODELS.tasks, ...(draft.length > 0 && { draft }) },
    ...(embed && { embed })
  }
}

/**
 * Reads `models.yaml`. The keys of endpoints come from `environment`, never from the file.
 * @throws StartError "settings" with a sentence for each mistake and its line; no key is ever repeated
 */
function readModelsFile(file: string, environment: Record<string, string | undefined>): Models {
  const { document, counter, mistakes: unread } = openYaml(textOf(file), { whenEmpty: WHEN_EMPTY })
  if (unread) throw startErrorOf(file, unread)
  const read = modelsFile.safeParse(document.toJS())
  const mistakes = read.success
    ? crossCheckMistakes(read.data, environment).map(({ path, sentence }) => ({
        line: lineOf(document, counter, path),
        sentence
      }))
    : shapeMistakes(document, counter, read.error.issues)
  if (!read.success || mistakes.length > 0) throw startErrorOf(file, mistakes)
  return modelsOf(file, read.data, environment)
}

const WHEN_EMPTY = "The file is empty: it must hold endpoints and tasks. An example stands in deploy/models.yaml."

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8")
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined
    const why =
      code === "ENOENT"
        ? "it isn't there"
        : code === "EACCES"
          ? "the relay's user may not read it"
          : code === "EISDIR"
            ? "it is a folder"
            : "reading fails"
    throw new StartError("settings", `${file} can't be read: ${why}. Mend it, or point MODELS_FILE at another file.`, {
      cause
    })
  }
}

function startErrorOf(file: string, mistakes: Mistake[]): StartError {
  const sorted = mistakes.toSorted((a, b) => a.line - b.line)
  return new StartError("settings", sorted.map(({ line, sentence }) => `${file}, line ${line}: ${sentence}`).join("\n"))
}

function modelsOf(
  file: string,
  { endpoints: written = {}, tasks, currency = "USD", budgets, team }: ModelsFile,
  environment: Record<string, string | undefined>
): Models {
  const endpoints = Object.entries(written).map(([name, one]): Endpoint => {
    if (one.kind === "offline") return { kind: "offline", name }
    const { url, model, temperature, price = { in: 0, out: 0 }, timeouts = {} } = one
    const variable = keyVariable(one)
    return {
      kind: one.kind,
      name,
      url: url.trim(),
      model: model.trim(),
      key: variable === undefined ? undefined : environment[variable]?.trim(),
      ...(variable !== undefined && { keyVariable: variable }),
      temperature,
      ...(one.prompt === "short" && { isShort: true }),
      price,
      firstByteMs: ms(timeouts.first) ?? PATIENCE.firstByteMs,
      idleMs: ms(timeouts.between) ?? PATIENCE.idleMs,
      totalMs: ms(timeouts.whole) ?? PATIENCE.totalMs,
      atOnce: one["at-once"] ?? usualAtOnce(url),
      ...(one.verifies !== undefined && { verifies: one.verifies }),
      ...(one.threshold !== undefined && { threshold: one.threshold })
    }
  })
  const named = (names: string[]) => names.map((name) => endpoints.find((one) => one.name === name) ?? OFFLINE)
  const { draft, summary = ["offline"], tone = [], judge = [], verify = judge, embed = [], rerank = [] } = tasks
  const single = ([name]: string[]) =>
    endpoints.find((one): one is ModelEndpoint => one.kind !== "offline" && one.name === name)
  const vectors = single(embed)
  const reranking = single(rerank)
  return {
    file,
    endpoints,
    currency,
    tasks: { draft: named(draft), summary: named(summary), tone: named(tone), verify: named(verify) },
    ...(vectors && { embed: vectors }),
    ...(reranking && { rerank: reranking }),
    ...(team && { team }),
    budgets: {
      prepared: budgets?.prepared ?? DEFAULT_BUDGETS.prepared,
      cost: budgets?.cost,
      limits: budgets?.limits ?? []
    }
  }
}

function ms(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : seconds * 1000
}

/** Describes what is valid YAML but doesn't fit the file's shape. */
function shapeMistakes(document: Document, counter: LineCounter, issues: z.core.$ZodIssue[]): Mistake[] {
  return issues.flatMap((issue): Mistake[] => {
    const place = issue.path.map(String).join(".")
    if (issue.code !== "unrecognized_keys") {
      const sentence = place === "" ? `The file ${issue.message}.` : `${place} ${issue.message}.`
      return [{ line: lineOf(document, counter, issue.path), sentence }]
    }
    const knownNames = knownAt(issue.path)
    return issue.keys.map((key) => ({
      line: lineOf(document, counter, [...issue.path, key]),
      sentence: `${place === "" ? "The file" : place} knows no "${key.slice(0, 60)}"; what it knows is ${knownNames}.`
    }))
  })
}

function knownAt(path: readonly PropertyKey[]): string {
  const last = path.at(-1)
  if (last === undefined) return "endpoints, tasks, team, currency and budgets"
  if (path.length === 1 && last === "tasks") return "draft, summary, tone, verify, embed and rerank"
  if (path.length === 1 && last === "team") return "company, channel, facts, disclosure and examples"
  if (path.length === 1) return "prepared, cost and limits"
  if (path.at(-2) === "limits") return "of, group, per, cost and tokens"
  if (last === "price") return "in and out"
  if (last === "timeouts") return "first, between and whole"
  return "kind, url, model, key, key-env, temperature, prompt, price, timeouts, at-once, verifies and threshold (of an offline one only kind)"
}
