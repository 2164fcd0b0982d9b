/** Draft.js was written for bundlers that give a page Node's name for the global object. */
Object.assign(globalThis, { global: globalThis })
