/** Text that a careless copy would break. */
const ODD = String.raw`'Ünï "quoted" \\ {a,b} \n ' || chr(10) || chr(9) || '日本語 🙂 NULL' || chr(8232)`
const person = "'00000000-0000-4000-8000-000000000001'"
const draft = "'00000000-0000-4000-8000-000000000002'"
const outcome = "'00000000-0000-4000-8000-000000000003'"
const unused = "'00000000-0000-4000-8000-000000000004'"
const imported = "'00000000-0000-4000-8000-000000000005'"
const family = "'00000000-0000-4000-8000-000000000006'"
const memory = "'00000000-0000-4000-8000-000000000007'"
const at = "timestamptz '2026-11-20 10:00:00.123456+00'"
const key = "decode(repeat('00ff', 16), 'hex')"

/**
 * What a relay of the version that ended with a step may have written, by step: statements in the columns that there
 * were then. Each state of the database has the rows of all steps up to its own.
 */
export const rowsByStep: Readonly<Record<string, readonly string[]>> = {
  "0001-base": [
    `insert into people values (${person}, default, ${ODD}, 'agent', array['a b', 'c,"d"', ''], ${key}, ${at})`,
    `insert into pairing_codes (hash, name, role, groups, expires_at, used_at) values ('\\x00', 'Kim', 'lead', '{}', ${at}, ${at})`,
    `insert into tokens (hash, person, created_at, expires_at) values ('\\x0001', ${person}, ${at}, ${at})`,
    `insert into limits (key, window_start, count) values (${ODD}, ${at}, 3)`,
    `insert into drafts (id, person, helpdesk, ticket_id, request_hash, state, model, pipeline_version, upstream_body, created_at, ended_at)
      values (${draft}, ${person}, 'zendesk', '42', '\\x00', 'done', 'offline', 'p1', ${ODD}, ${at}, ${at})`,
    `insert into draft_events (draft, n, event) select ${draft}, n, '{"text":"\\u0000 ' || n || '"}' from generate_series(1, 300) n`,
    `insert into erased_drafts (id, erased_at) values (${unused}, ${at})`,
    `insert into outcomes (id, person, draft, helpdesk, ticket_id, kind, edit_distance, filled_blanks, model, pipeline_version, body, created_at)
      values (${outcome}, ${person}, ${draft}, 'zendesk', '42', 'inserted', 0.1::float8 + 0.2::float8, 1, 'offline', 'p1', ${ODD}, ${at})`,
    `insert into audit (at, action, ids) select ${at}, 'code-made', array[n::text] from generate_series(1, 3) n`,
    `insert into settings (key, value) values ('odd', ${ODD}), ('empty', '')`
  ],
  "0002-knowledge": [
    `insert into documents (id, origin, collection, path, title, kind, locale, visibility, groups, hash, body)
      select 'doc ' || n, 'team', 'c', 'p', ${ODD}, 'article', 'en', 'public', '{}', 'h', repeat('text ', 500) from generate_series(1, 3) n`,
    `insert into passages (document, n, headings, text, words, title_words, heading_words, search)
      select 'doc ' || d, n, array['One', 'Two'], ${ODD}, array['lamp', 'light'], 1, 1, 'lamp:1 light:2'::tsvector from generate_series(1, 3) d, generate_series(0, 1) n`,
    `insert into word_counts (origin, word, passages) values ('team', 'lamp', 6), ('team', 'light', 6)`,
    `insert into knowledge_totals (origin, passages, title_words, heading_words, text_words) values ('team', 6, 6, 6, 9007199254740993)`
  ],
  "0003-review": [
    `insert into erased_cases (id, erased_at) values (${unused}, ${at})`,
    `insert into reviews (case_id, version, done, reasons, note, by, at) values (${outcome}, 2, true, array['tone'], ${ODD}, 'Ann', ${at})`,
    `update drafts set request = ${ODD}, subject = 'Lamp'`
  ],
  "0004-usage": [
    `insert into usage (day, person, task, endpoint, model, estimated, currency, requests, tokens_in, tokens_out, cost)
      values ('2026-11-20', null, 'draft', 'e', 'm', false, 'EUR', 1, 9007199254740993, 2, 123456789.123456789)`,
    `insert into prepared_drafts (draft, day, person) values (${draft}, '2026-11-20', ${person})`
  ],
  "0007-masking-rules": [
    `insert into masking_rules (version, rules, why, person, at) values (1, ${ODD}, 'saved', ${person}, ${at})`,
    `insert into article_words (document, found, lower) values ('doc 1', 'Halo-2', array['lamp', 'light'])`
  ],
  "0008-unmasked": [`insert into unmasked_requests (day, kind, requests) values ('2026-11-20', 'card', 2)`],
  "0010-imports": [
    `insert into knowledge_sources (collection, origin, kind, label, config) values ('c', 'team', 'folder', ${ODD}, '{"a": [1, null, "\\\\"]}')`,
    `insert into imports (id, collection, state, owner, alive_at, started_at) values (${imported}, 'c', 'done', ${unused}, ${at}, ${at})`,
    `insert into import_failures (import, path, reason) values (${imported}, 'p', 'broken')`,
    `insert into document_versions (document, version, hash, title, body, "from", until) values ('doc 1', 1, 'h', 't', ${ODD}, ${at}, 'infinity')`,
    `update documents set details = '{"price": 39.90}', sketch = '\\x00ff'`
  ],
  "0012-report": [
    `insert into knowledge_findings (id, kind, first_seen, last_seen) values ('f', 'gap', ${at}, ${at})`,
    `insert into knowledge_reports (at, kind, count) values (${at}, 'gap', 1)`
  ],
  "0013-upkeep": [
    `insert into knowledge_hooks (collection, secret, created_at) values ('c', 's', ${at})`,
    `insert into knowledge_hook_calls (signature, at) values ('\\x00', ${at})`
  ],
  "0014-feedback": [
    `insert into source_feedback (id, document, kind, version, helpdesk, ticket_id, person, at) values (${draft}, 'doc 1', 'use', 1, 'zendesk', '42', ${person}, ${at})`
  ],
  "0016-passage-vectors": [
    `insert into passage_vectors (document, n, model, vector) values ('doc 1', 0, 'm', '\\x0001ff'), ('doc 1', 1, 'm', null)`
  ],
  "0017-postings": [`select nextval('document_numbers') from generate_series(1, 40)`],
  "0018-a-row-a-document": [`insert into gone_words (origin, word, passages) values ('team', 'torch', 1)`],
  "0020-outcome-owners": [
    `insert into outcome_revisions (case_id, account, revision, later, body, at) values (${outcome}, ${outcome}, 2, true, ${ODD}, ${at})`
  ],
  "0023-sign-ins": [
    `insert into wrong_codes (network, code, at) values ('127.0.0.0/24', '\\x00', ${at})`,
    `insert into token_families (id, person, created_at, expires_at) values (${family}, ${person}, ${at}, ${at})`,
    `insert into refresh_tokens (hash, family, salt, made_at) values ('\\x00', ${family}, ${key}, ${at})`,
    `update tokens set family = ${family}`
  ],
  "0024-knowledge-origins": [`update knowledge_origins set helpdesk = 'zendesk' where origin = 'sample'`],
  "0027-past-tickets": [
    `insert into past_tickets (origin, document, helpdesk, ticket_id, how, words, at) values ('team', 'doc 1', 'zendesk', '42', 'cited', 'lamp' || chr(9) || 'light', ${at})`,
    `insert into past_ticket_words (origin, word, tickets) values ('team', '', 1), ('team', 'lamp', 1)`
  ],
  "0030-webhooks": [
    `insert into webhook_endpoints (id, url, secret, created_at) values (${family}, 'https://hook.example', 's', ${at})`,
    `insert into webhook_deliveries (id, endpoint, case_id, body, due_at, created_at) values ('msg_1', ${family}, ${outcome}, ${ODD}, ${at}, ${at})`
  ],
  "0032-relays": [
    `insert into relays (id, started_at, alive_at) values (${unused}, ${at}, ${at})`,
    `insert into summaries_in_flight (id, person, relay) values (${outcome}, ${person}, ${unused})`,
    `insert into job_leases (name, owner, alive_at, done_at) values ('retention', ${unused}, ${at}, ${at})`,
    `update drafts set relay = ${unused}, followed_at = ${at}`
  ],
  "0036-status": [
    `update relays set version = '0.1.0', condition = '{"streams": 2, "models": [{"name": "big", "atOnce": null}]}'`,
    `insert into error_counts (hour, kind, code, count) values (${at}, 'model', 'model-silent', 9007199254740993)`
  ],
  "0040-playbooks": [
    `insert into playbook_versions (name, version, source, person, at) values ('return', 1, ${ODD}, ${person}, ${at}), ('return', 2, null, null, ${at})`
  ],
  "0041-voices": [
    `insert into voice_versions (name, version, source, person, at) values ('harbor', 1, ${ODD}, ${person}, ${at}), ('harbor', 2, null, null, ${at})`
  ],
  "0042-lookups": [
    `insert into lookup_versions (name, version, source, person, at) values ('shop', 1, ${ODD}, ${person}, ${at}), ('shop', 2, null, null, ${at})`
  ],
  "0043-intent-corrections": [
    `insert into intent_corrections (site, helpdesk, ticket_id, told, said, text, language, person, at) values ('s', 'zendesk', '42', 'refund', null, ${ODD}, 'en', ${person}, ${at})`
  ],
  "0045-memories": [
    `insert into memories (id, origin, kind, language, key, word, text, durable_at, person, created_at, expires_at)
      values (${memory}, 'team', 'wording', 'en', '\\x00ff', 'cart', ${ODD}, ${at}, ${person}, ${at}, ${at}), (${draft}, 'team', 'fact', 'en', '\\x01', '', '', null, null, ${at}, 'infinity')`,
    `insert into memory_edits (memory, draft, site, helpdesk, ticket_id, person, at) values (${memory}, ${draft}, ${ODD}, 'zendesk', '42', ${person}, ${at})`,
    `insert into memory_conflicts (memory, other) values (${memory}, ${draft}), (${draft}, ${memory})`,
    `update documents set expires_at = ${at}`
  ],
  "0047-tone-decisions": [
    `insert into tone_decisions (id, rule, decision, person, at) values (${unused}, 'blame', 'fine-here', ${person}, ${at})`
  ],
  "0049-page-fits": [
    `insert into page_fits (day, helpdesk, part, extension, product, browsers, tickets) values ('2026-11-20', 'zendesk', 'subject', '0.1.0', '', 14, 31)`
  ],
  "0053-page-recipes": [
    `insert into page_recipes (site, state, recipe, proposed_by, proposed_at, decided_by, decided_at) values
      ('https://desk.example', 'shared', '{"version": 1, "messages": {"selector": "[class~=\\"said\\"]"}}', ${person}, ${at}, ${person}, ${at}),
      ('https://desk.example', 'proposed', '{}', null, ${at}, null, null)`
  ],
  "0057-import-notices": [`insert into import_notices (import, path, notice) values (${imported}, 'p', ${ODD})`],
  "0058-requested-versions": [`update reviews set verdict = 'send', is_random = true`],
  "0059-outcome-causes": [
    `insert into outcome_causes (case_id, kind, name) values (${outcome}, 'article', 'doc 1'), (${outcome}, 'topic', ${ODD})`
  ],
  "0061-sign-in": [
    `update people set subject = 'https://login.example u1' where id = ${person}`,
    `update token_families set renewable_until = ${at}`,
    `insert into begun_sign_ins (state, nonce, verifier, redirect, begun_at) values ('s', 'n', ${ODD}, 'https://x.example', ${at})`
  ],
  "0063-review-queue": [
    `update outcomes set signals = array['promise', 'money'], risk = 4, intent = 'refund', words = array['lamp', ${ODD}]`,
    `insert into review_samples (id, by, cases, created_at) values (${unused}, 'Ann', 300, ${at})`,
    `insert into review_sample_cases (sample_id, case_id, stratum, weight, place) values (${unused}, ${outcome}, 'high', 0.1::float8 + 0.2::float8, 1)`
  ],
  "0064-data-keys": [
    `insert into master_keys (id, used_since) values ('00112233aabbccdd', ${at})`,
    `update draft_events set type = 'draft-delta' where draft = ${draft} and n < 3`,
    `update relays set reads_encrypted = true`,
    `update people set vault_key = decode(repeat('00ff', 34), 'hex')`,
    `update drafts set data_key = '\\x00ff'`,
    `update outcomes set data_key = '\\x00ff'`,
    `update intent_corrections set data_key = '\\x00ff'`
  ],
  "0066-directory": [
    `insert into scim_tokens (id, hash, created_at) values (${unused}, '\\x00', ${at})`,
    `insert into scim_users (id, user_name, external_id, active, attributes, created_at, changed_at) values (${outcome}, 'ada@example.test', 'e1', true, '{}', ${at}, ${at})`,
    `insert into scim_groups (id, display_name, external_id, created_at, changed_at) values (${draft}, ${ODD}, null, ${at}, ${at})`,
    `insert into scim_members (group_id, user_id) values (${draft}, ${outcome})`,
    `update people set login = 'ada@example.test', scim_user = ${outcome} where id = ${person}`
  ],
  "0070-draft-versions": [
    `insert into draft_versions (pipeline_version, name, parts, first_at) values ('p1', ${ODD}, '{"model": "m"}', ${at})`
  ],
  "0071-scorecards": [
    `insert into scorecards (version, criteria, by, at) values (1, ${ODD}, 'Ann', ${at})`,
    `update reviews set scorecard = 1, scores = '{"correct": "yes"}'`
  ],
  "0073-ticket-requesters": [
    `insert into ticket_requesters (requester, site, helpdesk, ticket_id, at) values ('hmac:x', ${ODD}, 'zendesk', '42', ${at})`
  ],
  "0076-case-work": [
    `update reviews set comment = ${ODD}, person = ${person}`,
    `insert into case_assignments (case_id, person, at) values (${outcome}, ${person}, ${at})`,
    `insert into review_disputes (case_id, criterion, score, scorecard, reason, state, sentence, by, at, decided_at)
      values (${outcome}, 'tone', 'no', 1, ${ODD}, 'kept', ${ODD}, 'Ann', ${at}, ${at})`
  ]
}
