import { keyVariable, type ModelsFile } from "./shape.ts"

interface CrossCheckMistake {
  path: (string | number)[]
  sentence: string
}
type Environment = Record<string, string | undefined>
type Written = NonNullable<ModelsFile["endpoints"]>[string]

/** Finds mistakes in entries that are valid alone but don't fit the rest: names, orders, keys and budgets. */
export function crossCheckMistakes(file: ModelsFile, environment: Environment): CrossCheckMistake[] {
  const endpoints = Object.entries(file.endpoints ?? {})
  return [
    ...endpoints.flatMap(([name, endpoint]) => ofEndpoint(name, endpoint, environment)),
    ...ofVerify(file),
    ...Object.entries(file.tasks).flatMap(([task, order]) => ofOrder(task, order ?? [], file.endpoints ?? {})),
    ...ofBudgets(file)
  ]
}

function ofEndpoint(name: string, endpoint: Written, environment: Environment): CrossCheckMistake[] {
  const path = ["endpoints", name]
  if (!/^[\w.-]{1,60}$/.test(name))
    return [
      {
        path,
        sentence: `endpoints has a name that is not made of letters, digits, dots and dashes, 60 at most: ${short(name)}.`
      }
    ]
  if (endpoint.kind === "offline") return []
  return [
    ...(name === "offline"
      ? [
          {
            path,
            sentence:
              "endpoints.offline must be of the kind offline: that name is the drafter's that needs no model. Choose another."
          }
        ]
      : []),
    ...ofAddress(name, endpoint.url),
    ...ofKey(name, endpoint, environment)
  ]
}

function ofAddress(name: string, url: string): CrossCheckMistake[] {
  const at = { path: ["endpoints", name, "url"] }
  const read = URL.parse(url.trim())
  if (!read || !/^https?:$/.test(read.protocol) || read.hostname === "") {
    return [
      {
        ...at,
        sentence: `endpoints.${name}.url must be the address of an OpenAI-compatible endpoint, e.g. http://127.0.0.1:11434/v1.`
      }
    ]
  }
  return read.username || read.password
    ? [
        {
          ...at,
          sentence: `endpoints.${name}.url holds a user or a password: take it out and name a variable with key.`
        }
      ]
    : []
}

function ofKey(
  name: string,
  endpoint: Written & { kind: "openai-compatible" },
  environment: Environment
): CrossCheckMistake[] {
  const given = endpoint["key-env"] === undefined ? "key" : "key-env"
  const at = { path: ["endpoints", name, given] }
  const place = `endpoints.${name}.${given}`
  if (endpoint.key === undefined && endpoint["key-env"] === undefined) return []
  if (endpoint.key !== undefined && endpoint["key-env"] !== undefined)
    return [{ ...at, sentence: `endpoints.${name} has key and key-env: one of them is enough.` }]
  const variable = keyVariable(endpoint)
  // The text that was written instead may be the key, so it is never repeated.
  if (variable === undefined || !/^[A-Za-z_]\w*$/.test(variable)) {
    return [
      {
        ...at,
        sentence: `${place} must name the variable that holds the key, e.g. \${BIG_KEY}; the key itself doesn't belong in this file.`
      }
    ]
  }
  const value = environment[variable]?.trim() ?? ""
  if (value === "")
    return [
      {
        ...at,
        sentence: `${place} names the variable ${variable}, which isn't set: set it where the relay is started.`
      }
    ]
  return /\s/.test(value)
    ? [
        {
          ...at,
          sentence: `${place} names the variable ${variable}, which holds spaces or line ends: copy the key again.`
        }
      ]
    : []
}

function ofOrder(task: string, order: string[], endpoints: Record<string, Written>): CrossCheckMistake[] {
  const isOffline = (name: string) => name === "offline" || endpoints[name]?.kind === "offline"
  if (task === "embed" && (order.length !== 1 || order.some(isOffline))) {
    return [
      {
        path: ["tasks", task],
        sentence:
          "tasks.embed must name one endpoint with an embedding model: vectors of two models can't be compared, and offline makes none."
      }
    ]
  }
  if (task === "rerank" && (order.length !== 1 || order.some(isOffline))) {
    return [
      {
        path: ["tasks", task],
        sentence: "tasks.rerank must name one endpoint with a re-ranking model: without one, leave the line out."
      }
    ]
  }
  if (task === "draft" && order.length === 0)
    return [{ path: ["tasks", task], sentence: "tasks.draft names nobody: give at least offline." }]
  return order.flatMap((name, at): CrossCheckMistake[] => {
    const path = ["tasks", task, at]
    if (name !== "offline" && !Object.hasOwn(endpoints, name)) {
      return [
        {
          path,
          sentence: `tasks.${task} names ${short(name)}, which is no endpoint; there ${there([...Object.keys(endpoints), "offline"])}.`
        }
      ]
    }
    const kind = kindOf(endpoints[name])
    if (WRITING.includes(task) && kind !== undefined && kind !== "chat")
      return [{ path, sentence: `tasks.${task} names ${name}, which verifies by ${kind} and writes nothing.` }]
    if (order.indexOf(name) < at) return [{ path, sentence: `tasks.${task} names ${name} twice: it is asked once.` }]
    const before = order[at - 1]
    if (before !== undefined && isOffline(before))
      return [
        { path, sentence: `tasks.${task} names ${name} behind ${before}, which always answers: put ${before} last.` }
      ]
    return []
  })
}

const WRITING: readonly string[] = ["draft", "summary", "tone"]
const kindOf = (endpoint: Written | undefined) =>
  endpoint?.kind === "openai-compatible" ? endpoint.verifies : undefined

function ofVerify({ tasks }: ModelsFile): CrossCheckMistake[] {
  if (tasks.judge === undefined || tasks.verify === undefined) return []
  return [
    { path: ["tasks", "judge"], sentence: "tasks has verify and judge, which is its older name: take judge out." }
  ]
}

function ofBudgets({ endpoints = {}, budgets }: ModelsFile): CrossCheckMistake[] {
  const priced = Object.values(endpoints).some(
    (one) => one.kind !== "offline" && one.price !== undefined && one.price.in + one.price.out > 0
  )
  const unused = (path: (string | number)[]) => ({
    path,
    sentence: `${path.join(".")} could never be used up, as no endpoint has a price: give prices, or take it out.`
  })
  return [
    ...(budgets?.cost === undefined || priced ? [] : [unused(["budgets", "cost"])]),
    ...(budgets?.limits ?? []).flatMap(({ of, group, cost, tokens }, n) => {
      const path = ["budgets", "limits", n]
      const place = `budgets.limits.${n}`
      if (of === "group" && group === undefined)
        return [{ path, sentence: `${place} must name its group, such as group: night-shift.` }]
      if (of !== "group" && group !== undefined)
        return [{ path, sentence: `${place} names a group, and is of ${of}: write of: group, or take the group out.` }]
      if (cost === undefined && tokens === undefined)
        return [{ path, sentence: `${place} must hold cost or tokens: how much may be used.` }]
      return cost === undefined || priced ? [] : [unused([...path, "cost"])]
    })
  ]
}

const short = (name: string) => `"${name.slice(0, 60)}"`
const there = (names: string[]) => {
  const all = [...new Set(names)]
  return `${all.length > 1 ? "are" : "is"} ${all.join(", ")}`
}
