import noUnsanitized from "eslint-plugin-no-unsanitized"
import tseslint from "typescript-eslint"

const zodImports = {
  paths: ["zod", "zod/v4", "zod/v3"].map((name) => ({
    name,
    message: 'Import zod only as `import * as z from "zod/mini"`: the others build and then throw in the bundle.'
  }))
}

export default tseslint.config(
  { ignores: ["build/", ".plasmo/", "node_modules/", "tour/", "coverage/", "tests/pages/**"] },
  ...tseslint.configs.recommended,
  noUnsanitized.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    rules: {
      "no-empty": ["error", { allowEmptyCatch: false }],
      "no-eval": "error",
      "no-restricted-imports": ["error", zodImports],
      "no-restricted-syntax": [
        "error",
        {
          selector: "ImportDeclaration[source.value='zod/mini'] > :not(ImportNamespaceSpecifier, Literal)",
          message: 'Write `import * as z from "zod/mini"`.'
        }
      ],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": "error"
    }
  },
  {
    // A function fits a screen; a component, with what it draws, a tall one.
    files: ["{src,background,contents,popup,sidepanel,tabs,demo,eval,scaffold,bench,training}/**/*.{ts,tsx}"],
    ignores: ["**/*.test.{ts,tsx}"],
    rules: {
      "max-lines-per-function": ["error", { max: 60 }],
      complexity: ["error", 20]
    }
  },
  {
    files: ["{src,popup,sidepanel,tabs}/**/*.tsx"],
    rules: { "max-lines-per-function": ["error", { max: 90 }] }
  },
  {
    // Only platform/ names the browser's API.
    files: ["src/**/*.{ts,tsx}"],
    ignores: ["src/platform/**"],
    rules: {
      "no-restricted-globals": [
        "error",
        { name: "chrome", message: "Use src/platform." },
        { name: "browser", message: "Use src/platform." }
      ]
    }
  },
  {
    // It loads functions of our own modules, at addresses that their callers make from import.meta.url.
    files: ["src/runtime/worker-thread/load-job.ts"],
    rules: { "no-unsanitized/method": "off" }
  },
  {
    // They load a module that npm fetched into a folder of the benchmark.
    files: ["bench/peers/{ai-sdk,langchain}.ts"],
    rules: { "no-unsanitized/method": "off" }
  },
  {
    // They run the sources or what was built of them, at an address that nobody gives.
    files: ["src/relay/cli.mjs", "demo/load-relay.ts"],
    rules: { "no-unsanitized/method": "off" }
  }
)
