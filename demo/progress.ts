/** Prints one line for each step with the seconds since the start, so that people see progress. */
export function progress(write: (line: string) => void = (line) => void process.stdout.write(line + "\n")) {
  const began = performance.now()
  return (line: string): void => write(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}`)
}

export type Say = ReturnType<typeof progress>
