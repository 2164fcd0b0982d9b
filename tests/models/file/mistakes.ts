/** A file with one model, and the task that every file must name. */
export const A = "endpoints:\n  a:\n    kind: openai-compatible\n    url: http://x/v1\n    model: m\n"
export const DRAFT = "tasks:\n  draft: [a]\n"

/** These are texts with one mistake each, and the sentence that reports it. */
export const MISTAKES: [what: string, text: string, mistake: RegExp][] = [
  ["nothing", "", /^line 1: The file is empty: it must hold endpoints and tasks\./],
  ["only comments", "# soon\n", /^line 1: The file is empty/],
  ["a list", "- a\n- b\n", /^line 1: The file must hold endpoints and tasks\.$/],
  ["a text", "hello\n", /^line 1: The file must hold endpoints and tasks\.$/],
  ["a tab", `endpoints:\n\ta:\n`, /^line 2: A tab begins this line: YAML is indented by spaces\.$/],
  ["a wrong indent", `${A}   key: x\n`, /^line 6: This line isn't indented like its neighbours/],
  ["a missing colon", "endpoints:\n  a\n  b: 1\n", /^line 2: A colon is missing here/],
  ["two colons", "endpoints: a: b\n", /^line 1: There are two colons/],
  [
    "an open quote",
    `endpoints:\n  a:\n    model: "m\n`,
    /^line \d: A quote or bracket that was opened isn't closed\.$/
  ],
  ["two documents", `${A}${DRAFT}---\na: 1\n`, /^line 8: A second document begins here/],
  [
    "${} within braces",
    "endpoints:\n  a: {kind: offline, key: ${BIG_KEY}}\n",
    /^line 2: Something stands here that YAML doesn't expect\. Within braces put \$\{NAME\} in quotes\.$/
  ],
  ["a reserved character", "endpoints:\n  a: @b\n", /^line 2: A text can't begin with this character/],
  ["a tag", "endpoints: !secret x\n", /^line 1: Tags .* aren't known here/],
  ["an alias", "endpoints: &a\n  b: *a\n", /^line 2: Aliases .* write it out\.$/],
  [
    "a name with spaces",
    `endpoints:\n  my model:\n    kind: offline\ntasks: {draft: [offline]}\n`,
    /^line 2: endpoints has a name that is not made of letters.*"my model"\.$/
  ],
  [
    "a name twice",
    `${A}  a:\n    kind: offline\n${DRAFT}`,
    /^line 6: The name a is given a second time: each can stand once\.$/
  ],
  [
    "an unknown key",
    `${A}    modle: x\n${DRAFT}`,
    /^line 6: endpoints\.a knows no "modle"; what it knows is kind, url, model, key, /
  ],
  [
    "an unknown kind of verifier",
    `${A}    verifies: rules\n${DRAFT}`,
    /^line 6: endpoints\.a\.verifies must be chat, pairs, spans or claims: what kind of verifier it is\.$/
  ],
  [
    "a threshold in per cent",
    `${A}    threshold: 50\n${DRAFT}`,
    /^line 6: endpoints\.a\.threshold must be a number between 0 and 1/
  ],
  [
    "a classifier that is to write",
    `${A}    verifies: pairs\n${DRAFT}`,
    /^line 8: tasks\.draft names a, which verifies by pairs and writes nothing\.$/
  ],
  [
    "an unknown part",
    `${A}${DRAFT}budget: 1\n`,
    /^line 8: The file knows no "budget"; what it knows is endpoints, tasks, team, currency and budgets\.$/
  ],
  [
    "an unknown task",
    `${A}${DRAFT}  rate: [a]\n`,
    /^line 8: tasks knows no "rate"; what it knows is draft, summary, tone, verify, embed and rerank\.$/
  ],
  [
    "a re-ranking model that can't rank",
    `${A}${DRAFT}  rerank: [offline]\n`,
    /^line 8: tasks\.rerank must name one endpoint with a re-ranking model: without one, leave the line out\.$/
  ],
  [
    "a disclosure that is no line",
    `${A}${DRAFT}team:\n  disclosure: {english: Hello}\n`,
    /^line 9: team\.disclosure must be a line of at most 300 characters, or one for each language by its two letters\.$/
  ],
  ["an unknown budget", `${A}${DRAFT}budgets:\n  tokens: 5\n`, /^line 9: budgets knows no "tokens"/],
  [
    "a price's unknown part",
    `${A}    price:\n      in: 1\n      out: 1\n      cached: 1\n${DRAFT}`,
    /^line 9: endpoints\.a\.price knows no "cached"; what it knows is in and out\.$/
  ],
  [
    "an offline one with an address",
    `endpoints:\n  a:\n    kind: offline\n    url: http:\/\/x\n${DRAFT}`,
    /^line 4: endpoints\.a knows no "url"; .*\(of an offline one only kind\)\.$/
  ],
  [
    "an unknown kind",
    `endpoints:\n  a:\n    kind: magic\n${DRAFT}`,
    /^line 3: endpoints\.a\.kind must be openai-compatible or offline\.$/
  ],
  [
    "an endpoint that is no map",
    `endpoints:\n  a: yes\n${DRAFT}`,
    /^line 2: endpoints\.a must say kind, url and model\.$/
  ],
  [
    "endpoints as a list",
    `endpoints:\n  - name: a\n${DRAFT}`,
    /^line 1: endpoints must name endpoints, each with kind, url and model\.$/
  ],
  [
    "no address",
    `endpoints:\n  a:\n    kind: openai-compatible\n    model: m\n${DRAFT}`,
    /^line 2: endpoints\.a\.url is missing: it must be the address/
  ],
  [
    "no model",
    `endpoints:\n  a:\n    kind: openai-compatible\n    url: http:\/\/x\n    model:\n${DRAFT}`,
    /^line 5: endpoints\.a\.model is missing: it must be the model's name/
  ],
  [
    "a number for a model",
    A.replace(": m\n", ": 4\n") + DRAFT,
    /^line 5: endpoints\.a\.model must be the model's name .* in quotes/
  ],
  [
    "an address without http",
    A.replace("http://x/v1", "localhost:11434") + DRAFT,
    /^line 4: endpoints\.a\.url must be the address of an OpenAI-compatible endpoint/
  ],
  [
    "a password in the address",
    A.replace("http://", "http://me:secret@") + DRAFT,
    /^line 4: endpoints\.a\.url holds a user or a password/
  ],
  [
    "a key itself",
    `${A}    key: sk-secret\n${DRAFT}`,
    /^line 6: endpoints\.a\.key must name the variable that holds the key, e\.g\. \$\{BIG_KEY\}; the key itself doesn't belong/
  ],
  [
    "a key itself in key-env",
    `${A}    key-env: sk-secret\n${DRAFT}`,
    /^line 6: endpoints\.a\.key-env must name the variable/
  ],
  [
    "a variable that isn't set",
    `${A}    key: \${NO_KEY}\n${DRAFT}`,
    /^line 6: endpoints\.a\.key names the variable NO_KEY, which isn't set/
  ],
  [
    "a variable with spaces",
    `${A}    key: \${SPACED}\n${DRAFT}`,
    /^line 6: .* SPACED, which holds spaces or line ends/
  ],
  [
    "key and key-env",
    `${A}    key: \${BIG_KEY}\n    key-env: BIG_KEY\n${DRAFT}`,
    /^line 7: endpoints\.a has key and key-env/
  ],
  [
    "a negative price",
    `${A}    price:\n      in: -1\n      out: 2\n${DRAFT}`,
    /^line 7: endpoints\.a\.price\.in must be a number, 0 or more: the price of a million tokens\.$/
  ],
  [
    "half a price",
    `${A}    price:\n      in: 1\n${DRAFT}`,
    /^line 6: endpoints\.a\.price\.out is missing: it must be a number/
  ],
  ["a price in words", `${A}    price: cheap\n${DRAFT}`, /^line 6: endpoints\.a\.price must hold in and out/],
  [
    "a time-out in words",
    `${A}    timeouts:\n      first: 20s\n${DRAFT}`,
    /^line 7: endpoints\.a\.timeouts\.first must be a number of seconds between 1 and 3600\.$/
  ],
  [
    "a temperature of 3",
    `${A}    temperature: 3\n${DRAFT}`,
    /^line 6: endpoints\.a\.temperature must be a number between 0 and 2\.$/
  ],
  [
    "a model called offline",
    A.replace("  a:", "  offline:") + "tasks:\n  draft: [offline]\n",
    /^line 2: endpoints\.offline must be of the kind offline/
  ],
  ["no tasks", A, /^line 1: tasks is missing: it must say who writes/],
  ["no draft task", `${A}tasks:\n  summary: [a]\n`, /^line 6: tasks\.draft is missing: it must be a list of endpoints/],
  ["an empty draft task", `${A}tasks:\n  draft: []\n`, /^line 7: tasks\.draft names nobody: give at least offline\.$/],
  ["a task that is no list", `${A}tasks:\n  draft: a\n`, /^line 7: tasks\.draft must be a list of endpoints, such as /],
  [
    "an unknown endpoint in a task",
    `${A}tasks:\n  draft: [a, b]\n`,
    /^line 7: tasks\.draft names "b", which is no endpoint; there are a, offline\.$/
  ],
  ["an endpoint twice in a task", `${A}tasks:\n  draft:\n    - a\n    - a\n`, /^line 9: tasks\.draft names a twice/],
  [
    "something behind offline",
    `${A}tasks:\n  draft:\n    - offline\n    - a\n`,
    /^line 9: tasks\.draft names a behind offline, which always answers: put offline last\.$/
  ],
  [
    "a wrong currency",
    `${A}${DRAFT}currency: euros\n`,
    /^line 8: currency must be a currency of three letters, e\.g\. EUR\.$/
  ],
  [
    "half a prepared draft",
    `${A}${DRAFT}budgets:\n  prepared: 2.5\n`,
    /^line 9: budgets\.prepared must be a whole number, 0 or more/
  ],
  ["a negative budget", `${A}${DRAFT}budgets:\n  cost: -1\n`, /^line 9: budgets\.cost must be a number, 0 or more/],
  [
    "a budget that nothing uses up",
    `${A}${DRAFT}budgets:\n  cost: 1\n`,
    /^line 9: budgets\.cost could never be used up, as no endpoint has a price/
  ],
  [
    "a limit of nobody",
    `${A}${DRAFT}budgets:\n  limits:\n    - {of: everyone, per: day, tokens: 5}\n`,
    /^line 10: budgets\.limits\.0\.of must be person, group or team/
  ],
  [
    "a limit of a group without its name",
    `${A}${DRAFT}budgets:\n  limits:\n    - {of: group, per: day, tokens: 5}\n`,
    /^line 10: budgets\.limits\.0 must name its group/
  ],
  [
    "a group in a limit of the team",
    `${A}${DRAFT}budgets:\n  limits:\n    - {of: team, group: night, per: day, tokens: 5}\n`,
    /^line 10: budgets\.limits\.0 names a group, and is of team/
  ],
  [
    "a limit without an amount",
    `${A}${DRAFT}budgets:\n  limits:\n    - {of: team, per: month}\n`,
    /^line 10: budgets\.limits\.0 must hold cost or tokens/
  ],
  [
    "money in a limit that nothing uses up",
    `${A}${DRAFT}budgets:\n  limits:\n    - {of: team, per: month, cost: 5}\n`,
    /^line 10: budgets\.limits\.0\.cost could never be used up/
  ]
]
