/** A function by its name, and by the address of its module, as `import.meta.url` gives it. */
export interface NamedFunction<Given extends unknown[], Answer> {
  module: string
  name: string
  /** Never set: it tells the types of what goes in and out. */
  takes?: (...given: Given) => Answer
}

/**
 * Loads the function that a module exports under this name.
 * @throws TypeError if the module has no such function
 */
export async function loadJob<Given extends unknown[], Answer>({
  module,
  name
}: NamedFunction<Given, Answer>): Promise<(...given: Given) => Answer> {
  const known = jobs.get(`${module} ${name}`)
  if (known) return known as (...given: Given) => Answer
  const { [name]: found }: Record<string, unknown> = await import(module)
  if (typeof found !== "function") throw new TypeError(`${module} has no function ${name}`)
  const job = (...given: Given): Answer => found(...given)
  jobs.set(`${module} ${name}`, job as (...given: unknown[]) => unknown)
  return job
}

/** Import looks for a loaded module anew each time, which takes longer than many a job. */
const jobs = new Map<string, (...given: never[]) => unknown>()
