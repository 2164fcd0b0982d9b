/** As much of jsdom as is used, here and in the tests. */
declare module "jsdom" {
  export class JSDOM {
    constructor(html?: string, options?: { url?: string })
    readonly window: Window & typeof globalThis
  }
}
