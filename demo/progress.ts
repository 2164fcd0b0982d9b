/** Prints one line a step with the seconds since the start, so that a person sees that something moves. */
export function progress(write: (line: string) => void = (line) => void process.stdout.write(line + "\n")) {
  const began = performance.now()
  return (line: string): void => write(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}`)
}

export type Say = ReturnType<typeof progress>
