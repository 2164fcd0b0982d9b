/** Declares as much of jsdom as the code and the tests use. */
declare module "jsdom" {
  export class JSDOM {
    constructor(html?: string, options?: { url?: string })
    readonly window: Window & typeof globalThis
  }
}
