/** A file as its text, as Vite gives it to the browser. */
declare module "*?raw" {
  const text: string
  export default text
}
